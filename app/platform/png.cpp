#include "platform/png.h"

#include <fcntl.h>
#include <stb_image.h>
#include <stb_image_write.h>
#include <unistd.h>

#include <cerrno>
#include <cstddef>
#include <cstring>
#include <fstream>
#include <iterator>
#include <memory>
#include <string_view>

namespace platform {
namespace {

base::Failure<std::string> failure(const std::filesystem::path& path, std::string_view what) {
  return base::Failure{path.string() + ": " + std::string(what)};
}

std::string reason(int error) {
  return std::error_code(error, std::generic_category()).message();
}

// 0, or the error number.
int write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return errno;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

std::string encode(const Image& image) {
  std::string rgb;
  rgb.reserve(image.rgba.size() / 4 * 3);
  for (std::size_t at = 0; at < image.rgba.size(); at += 4)
    rgb.append(reinterpret_cast<const char*>(&image.rgba[at]), 3);
  std::string bytes;
  const auto append = [](void* to, void* data, int size) {
    static_cast<std::string*>(to)->append(static_cast<const char*>(data),
                                          static_cast<std::size_t>(size));
  };
  if (!stbi_write_png_to_func(append, &bytes, image.width, image.height, 3, rgb.data(),
                              image.width * 3))
    bytes.clear();
  return bytes;
}

}  // namespace

base::Result<std::monostate, std::string> write_png(const std::filesystem::path& path,
                                                    const Image& image) {
  const std::size_t pixels = static_cast<std::size_t>(image.width) * image.height;
  if (pixels == 0 || image.rgba.size() != pixels * 4) return failure(path, "no picture to write");
  const std::string bytes = encode(image);
  if (bytes.empty()) return failure(path, "the picture cannot be encoded");

  const std::filesystem::path beside = path.string() + "." + std::to_string(getpid()) + ".tmp";
  const int file = open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (file < 0) return failure(path, reason(errno));
  int error = write_all(file, bytes);
  if (close(file) != 0 && error == 0) error = errno;
  if (error == 0 && rename(beside.c_str(), path.c_str()) != 0) error = errno;
  if (error == 0) return std::monostate{};
  unlink(beside.c_str());
  return failure(path, reason(error));
}

base::Result<Image, std::string> read_png(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return failure(path, reason(errno));
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  int width = 0, height = 0, channels = 0;
  const std::unique_ptr<stbi_uc, void (*)(void*)> pixels(
      stbi_load_from_memory(reinterpret_cast<const stbi_uc*>(bytes.data()),
                            static_cast<int>(bytes.size()), &width, &height, &channels, 4),
      stbi_image_free);
  if (!pixels) return failure(path, std::string("not a picture: ") + stbi_failure_reason());
  return Image{
      width, height, {pixels.get(), pixels.get() + static_cast<std::size_t>(width) * height * 4}};
}

}  // namespace platform
