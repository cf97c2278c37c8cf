// One font file: where it lies, and what FreeType knows about its letters without drawing them.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>
#include <string>

#include "base/result.h"
#include "settings/settings.h"

namespace view {

struct FontFiles {
  std::filesystem::path regular;
  std::filesystem::path semibold;
};

// Folders where Debian and its neighbours install Inter.
std::span<const std::filesystem::path> font_folders();

// Files named in the settings, else Inter from `folders`. The failure names every path tried and
// the package that brings them.
base::Result<FontFiles, std::string> find_fonts(const settings::Fonts& fonts,
                                                std::span<const std::filesystem::path> folders);

// What a letter covers.
struct Extent {
  float width = 0;
  float height = 0;
};

// All lengths in em. UI thread.
class Typeface {
 public:
  static base::Result<std::unique_ptr<Typeface>, std::string> open(
      const std::filesystem::path& file);
  ~Typeface();
  Typeface(const Typeface&) = delete;
  Typeface& operator=(const Typeface&) = delete;

  std::span<const std::byte> bytes() const;  // of the file, as long as this lives
  float cap_height() const;
  float line_height() const;  // ascender to descender, what ImGui calls the size
  bool has(char32_t code_point) const;
  float advance(char32_t code_point) const;  // that of a tofu box if the font lacks it
  Extent extent(char32_t code_point) const;  // nothing if the font lacks it

 private:
  struct Face;
  explicit Typeface(std::unique_ptr<Face> face);

  std::unique_ptr<Face> face_;
};

inline constexpr float kTofuAdvance = 0.64f;

}  // namespace view
