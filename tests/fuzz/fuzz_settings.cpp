// Bytes of a settings file -> settings and complaints.
#include <cstdint>
#include <cstdlib>

#include "settings/settings.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto loaded = settings::parse({reinterpret_cast<const char*>(data), size}, "/board.json");
  // Whoever is refused must be told why.
  if (!loaded.settings && loaded.complaints.empty()) std::abort();
  if (loaded.settings && (loaded.settings->feeds.empty() || loaded.settings->slides.empty())) {
    std::abort();
  }
  return 0;
}
