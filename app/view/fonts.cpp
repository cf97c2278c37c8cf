#include "view/fonts.h"

#include <imgui_freetype.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <string_view>

#include "base/log.h"
#include "base/utf8.h"

namespace view {
namespace {

constexpr int kUsualWidth = 2048;
constexpr int kTallest = 16384;  // where no limit is known
constexpr std::string_view kFigures = "0123456789.,%+-−£";
// What typists and British texts use beyond Latin-1.
constexpr std::string_view kPunctuation = "–—‘’“”…−≥≤½•€";
constexpr size_t kMostReported = 1000;
constexpr float kRim = 4;  // pixels: rounding and hinting may add one on each side of a glyph

// ImGui's FreeType builder keeps glyphs as 32-bit pixels in buffers of 256 KiB and writes past the
// end of one with a glyph that is larger. So no glyph may be; it is stretched when it is drawn.
float largest_em(const Typeface& face, char32_t code_point) {
  constexpr float kMostPixels = 256 * 1024 / 4;
  auto [width, height] = face.extent(code_point);
  if (width <= 0 || height <= 0) return kMostPixels;
  float sum = kRim * (width + height);
  float area = width * height;
  return (-sum + std::sqrt(sum * sum + 4 * area * (kMostPixels - kRim * kRim))) / (2 * area);
}

void add_range(std::set<char32_t>& set, char32_t first, char32_t last) {
  for (char32_t code_point = first; code_point <= last; ++code_point) set.insert(code_point);
}

void add_text(std::set<char32_t>& set, std::string_view text) {
  for (size_t at = 0; at < text.size();) set.insert(base::next_code_point(text, at));
}

// Pairs of first and last, ended by zero, as ImGui reads them.
std::vector<ImWchar> ranges_of(const std::set<char32_t>& code_points) {
  std::vector<ImWchar> ranges;
  for (char32_t code_point : code_points) {
    auto letter = static_cast<ImWchar>(code_point);
    if (!ranges.empty() && ranges.back() + 1 == letter) {
      ranges.back() = letter;
    } else {
      ranges.push_back(letter);
      ranges.push_back(letter);
    }
  }
  ranges.push_back(0);
  return ranges;
}

}  // namespace

base::Result<std::unique_ptr<Fonts>, std::string> Fonts::open(const settings::Fonts& fonts) {
  auto files = find_fonts(fonts, font_folders());
  if (!files) return base::Failure{files.error()};
  auto regular = Typeface::open(files.value().regular);
  if (!regular) return base::Failure{regular.error()};
  auto semibold = Typeface::open(files.value().semibold);
  if (!semibold) return base::Failure{semibold.error()};
  return std::unique_ptr<Fonts>(new Fonts(std::move(regular).value(), std::move(semibold).value()));
}

Fonts::Fonts(std::unique_ptr<Typeface> regular, std::unique_ptr<Typeface> semibold)
    : regular_(std::move(regular)), semibold_(std::move(semibold)) {}

const Typeface& Fonts::face(Weight weight) const {
  return weight == Weight::regular ? *regular_ : *semibold_;
}

Glyph Fonts::glyph(int em_pixels, Weight weight, Charset charset, char32_t code_point) {
  if (!face(weight).has(code_point)) {
    if (reported_.size() < kMostReported && reported_.insert(code_point).second) {
      char name[16];
      std::snprintf(name, sizeof name, "U+%04X", static_cast<unsigned>(code_point));
      base::log_warning(std::string("the font has no glyph for ") + name +
                        ", a box stands in its place");
    }
    return {};
  }
  Key key{em_pixels, weight};
  auto& wanted = wanted_[key];
  wanted.charset = std::max(wanted.charset, charset);
  wanted.code_points.insert(code_point);
  if (auto font = fonts_.find(key); font != fonts_.end()) {
    const Cut& cut = font->second;
    const auto* image = cut.font->FindGlyphNoFallback(static_cast<ImWchar>(code_point));
    if (image) return {image, std::round(cut.font->Ascent), cut.stretch};
  }
  auto left_out = left_out_.find(key);
  if (left_out == left_out_.end() || !left_out->second.contains(code_point)) complete_ = false;
  return {};
}

void Fonts::forget_wanted() {
  wanted_.clear();
  complete_ = true;
}

std::set<char32_t> Fonts::code_points_of(const Wanted& wanted, Thrift thrift, Key key) const {
  std::set<char32_t> set;
  add_text(set, " ");  // ImGui needs one glyph at least in each font
  if (thrift == Thrift::figures_only && wanted.charset == Charset::figures) {
    add_text(set, kFigures);
    return set;
  }
  if (thrift == Thrift::generous && wanted.charset == Charset::figures) add_text(set, kFigures);
  if (thrift == Thrift::generous && wanted.charset == Charset::text) {
    add_range(set, 0x21, 0x7E);
    add_range(set, 0xA1, 0xFF);
    add_text(set, kPunctuation);
  }
  const Typeface& type = face(key.weight);
  std::erase_if(set, [&](char32_t code_point) {
    return !type.has(code_point) ||
           largest_em(type, code_point) < static_cast<float>(key.em_pixels);
  });
  set.insert(wanted.code_points.begin(), wanted.code_points.end());
  return set;
}

std::vector<Fonts::Cutting> Fonts::cut_out(Thrift thrift) const {
  std::vector<Cutting> cuttings;
  for (const auto& [key, wanted] : wanted_) {
    Cutting& cutting = cuttings.emplace_back();
    cutting.key = key;
    cutting.code_points = code_points_of(wanted, thrift, key);
    cutting.em = static_cast<float>(key.em_pixels);
    for (char32_t code_point : cutting.code_points) {
      cutting.em = std::min(cutting.em, largest_em(face(key.weight), code_point));
    }
  }
  return cuttings;
}

Fonts::Space Fonts::space_of(const std::vector<Cutting>& cuttings) const {
  Space space;
  for (const Cutting& cutting : cuttings) {
    for (char32_t code_point : cutting.code_points) {
      auto [width, height] = face(cutting.key.weight).extent(code_point);
      space.widest = std::max(space.widest, width * cutting.em + kRim);
      space.pixels += (width * cutting.em + 1.0) * (height * cutting.em + 1.0);
    }
  }
  return space;
}

Fonts::Made Fonts::make(const std::vector<Cutting>& cuttings, int width) const {
  Made made;
  made.atlas = std::make_unique<ImFontAtlas>();
  ImFontAtlas& atlas = *made.atlas;
  atlas.Flags = ImFontAtlasFlags_NoPowerOfTwoHeight | ImFontAtlasFlags_NoMouseCursors |
                ImFontAtlasFlags_NoBakedLines;
  atlas.TexDesiredWidth = width;
  atlas.FontBuilderIO = ImGuiFreeType::GetBuilderForFreeType();
  atlas.FontBuilderFlags = ImGuiFreeTypeBuilderFlags_LightHinting;
  for (const Cutting& cutting : cuttings) {
    const Typeface& type = face(cutting.key.weight);
    std::ranges::set_difference(
        wanted_.at(cutting.key).code_points, cutting.code_points,
        std::inserter(made.left_out[cutting.key], made.left_out[cutting.key].end()));
    made.ranges.push_back(ranges_of(cutting.code_points));
    ImFontConfig config;
    config.FontData = const_cast<std::byte*>(type.bytes().data());  // read only; ImGui takes void*
    config.FontDataSize = static_cast<int>(type.bytes().size());
    config.FontDataOwnedByAtlas = false;
    // ImGui takes whole pixels from ascender to descender, so a letter may come out by one per
    // cent too large or small; places are computed from the true em.
    config.SizePixels = std::max(1.0f, std::round(cutting.em * type.line_height()));
    config.OversampleH = 1;
    config.GlyphRanges = made.ranges.back().data();
    made.fonts[cutting.key] = {atlas.AddFont(&config),
                               static_cast<float>(cutting.key.em_pixels) / cutting.em};
  }
  unsigned char* alpha = nullptr;
  int height = 0;
  atlas.GetTexDataAsAlpha8(&alpha, &width, &height);
  return made;
}

base::Result<std::monostate, std::string> Fonts::rebuild(int texture_limit) {
  if (wanted_.empty()) wanted_[{1, Weight::regular}];  // ImGui needs one font at least
  int limit = texture_limit > 0 ? texture_limit : kTallest;
  double pixels = 0;
  for (Thrift thrift : {Thrift::generous, Thrift::as_seen, Thrift::figures_only}) {
    auto cuttings = cut_out(thrift);
    Space space = space_of(cuttings);
    pixels = space.pixels;
    for (int width = std::min(kUsualWidth, limit); width <= limit; width *= 2) {
      // ImGui aborts over a glyph that it cannot place: what surely has no room is not tried.
      if (space.widest > static_cast<float>(width)) continue;
      if (space.pixels > static_cast<double>(width) * limit) continue;
      auto made = make(cuttings, width);
      if (made.atlas->TexPixelsAlpha8 == nullptr || made.atlas->TexHeight > limit) continue;
      atlas_ = std::move(made.atlas);
      fonts_ = std::move(made.fonts);
      ranges_ = std::move(made.ranges);
      left_out_ = std::move(made.left_out);
      complete_ = true;
      ++generation_;
      return std::monostate{};
    }
  }
  return base::Failure{"the letters of these slides cover " +
                       std::to_string(static_cast<long>(pixels)) +
                       " pixels and more, the display takes a texture of " + std::to_string(limit) +
                       " by " + std::to_string(limit) + "; a smaller window would fit"};
}

}  // namespace view
