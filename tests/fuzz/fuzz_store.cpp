// A file of the store, as a power cut or a bad card may have left it: bytes that may be anything,
// and what may be anything behind a checksum that is right.
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "feed/store.h"
#include "fuzz/framed.h"

namespace {

namespace fs = std::filesystem;

// In memory where the system has that; of one fuzzer alone.
struct Folder {
  Folder() {
    const fs::path shared = "/dev/shm";
    std::string name =
        ((fs::exists(shared) ? shared : fs::temp_directory_path()) / "bluelamp-XXXXXX");
    if (!mkdtemp(name.data())) std::abort();
    path = name;
  }
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path, ignored);
  }

  fs::path path;
};

void write(const fs::path& file, std::string_view bytes) {
  std::ofstream(file, std::ios::binary)
      .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Folder folder;
  const feed::Store store(folder.path);
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  static const std::string good = fuzz::kept("0 2\n{}");
  const auto load = [&](std::string_view document, std::string_view note) {
    write(folder.path / "feed.feed", document);
    write(folder.path / "feed.fetched", note);
    return store.load("feed");
  };
  (void)load(text, text);
  (void)load(fuzz::kept(text), good);
  // A note, however it is, takes nothing from a good document.
  const auto kept = load(good, fuzz::kept(text));
  if (!kept || kept->body != "{}") std::abort();
  return 0;
}
