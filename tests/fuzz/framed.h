// Formats with a checksum: a fuzzer that had to guess it would never get beyond it.
#pragma once

#include <zlib.h>

#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>

namespace fuzz {

inline std::uint32_t checksum(std::string_view text) {
  return static_cast<std::uint32_t>(
      crc32_z(0, reinterpret_cast<const Bytef*>(text.data()), text.size()));
}

inline std::string little_endian(std::uint32_t value) {
  std::string bytes;
  for (int shift = 0; shift < 32; shift += 8) bytes.push_back(static_cast<char>(value >> shift));
  return bytes;
}

// A message of fetch/wire.h that is right as a whole, whatever its payload says.
inline std::string message(std::string_view magic, std::string_view payload) {
  return std::string(magic) + little_endian(static_cast<std::uint32_t>(payload.size())) +
         std::string(payload) + little_endian(checksum(payload));
}

// A kept document of feed/store.h, likewise.
inline std::string kept(std::string_view payload) {
  char digits[9];
  std::snprintf(digits, sizeof digits, "%08x", checksum(payload));
  return "bluelamp-store 1 " + std::string(digits) + " " + std::string(payload);
}

}  // namespace fuzz
