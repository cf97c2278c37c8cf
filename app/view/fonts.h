// The two weights of Inter and the atlas of those glyphs that slides really use.
//
// Glyphs come on demand: whoever draws asks, what is absent is noted, and the atlas is made anew
// before anything is shown. Measuring never needs the atlas.
#pragma once

#include <imgui.h>

#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "base/result.h"
#include "view/typeface.h"

namespace view {

enum class Weight { regular, semibold };

// What is put into the atlas together with the first glyph of a size, so that a feed that brings
// new words does not bring a new atlas.
enum class Charset { letters, figures, text };

// Where a glyph stands in the atlas; its corners are in pixels of the atlas, from the top of a
// line.
struct Glyph {
  const ImFontGlyph* image = nullptr;
  float ascent = 0;   // from the top of a line to the baseline
  float stretch = 1;  // pixels of the glass for one of the atlas: over 1 for the very largest
};

class Fonts {
 public:
  // Fails in words for a person: which file, what was expected.
  static base::Result<std::unique_ptr<Fonts>, std::string> open(const settings::Fonts& fonts);

  const Typeface& face(Weight weight) const;

  // Without an image if the atlas lacks it: then it is wanted, unless the font lacks it too.
  Glyph glyph(int em_pixels, Weight weight, Charset charset, char32_t code_point);

  // From here on only what is asked for anew is wanted.
  void forget_wanted();

  bool is_complete() const { return complete_; }

  // Makes the atlas of what is wanted. No side over `texture_limit` (0: none) and no wider than
  // 2048 unless it must; what would be over is left out in steps, first what nobody asked for,
  // then what is not a figure among the largest sizes. On failure the old atlas stays.
  base::Result<std::monostate, std::string> rebuild(int texture_limit);

  ImFontAtlas* atlas() const { return atlas_.get(); }       // null before the first rebuild
  std::uint64_t generation() const { return generation_; }  // grows with each rebuild

 private:
  struct Key {
    int em_pixels;
    Weight weight;
    auto operator<=>(const Key&) const = default;
  };
  struct Wanted {
    Charset charset = Charset::letters;
    std::set<char32_t> code_points;
  };
  enum class Thrift { generous, as_seen, figures_only };
  // What goes into the atlas of one size.
  struct Cutting {
    Key key;
    std::set<char32_t> code_points;
    float em = 0;  // as it is drawn into the atlas
  };
  struct Space {
    float widest = 0;   // glyph, pixels
    double pixels = 0;  // of all glyphs
  };
  struct Cut {
    ImFont* font = nullptr;
    float stretch = 1;
  };
  struct Made {
    std::unique_ptr<ImFontAtlas> atlas;
    std::map<Key, Cut> fonts;
    std::vector<std::vector<ImWchar>> ranges;  // ImGui keeps pointers to them
    std::map<Key, std::set<char32_t>> left_out;
  };

  Fonts(std::unique_ptr<Typeface> regular, std::unique_ptr<Typeface> semibold);
  std::set<char32_t> code_points_of(const Wanted& wanted, Thrift thrift, Key key) const;
  std::vector<Cutting> cut_out(Thrift thrift) const;
  Space space_of(const std::vector<Cutting>& cuttings) const;
  Made make(const std::vector<Cutting>& cuttings, int width) const;

  std::unique_ptr<Typeface> regular_;
  std::unique_ptr<Typeface> semibold_;
  std::map<Key, Wanted> wanted_;
  bool complete_ = true;
  std::vector<std::vector<ImWchar>> ranges_;
  std::map<Key, Cut> fonts_;
  std::map<Key, std::set<char32_t>> left_out_;  // asked for, but the texture has no room
  std::set<char32_t> reported_;
  std::uint64_t generation_ = 0;
  std::unique_ptr<ImFontAtlas> atlas_;
};

}  // namespace view
