// One region of the picture: shapes and texts in design pixels, written to one ImDrawList.
//
// Texts and hairlines fall on whole pixels of the glass. Every text says in which box it has to
// stay, and is noted with the box that it really takes, so that a test can hold one against the
// other without looking at pixels.
#pragma once

#include <imgui.h>

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "view/geometry.h"
#include "view/theme.h"
#include "view/typesetter.h"

namespace view {

enum class Align { left, centre, right };

enum class Corners { all, left, none };

// A text as it was set. Design pixels.
struct SetText {
  std::string text;
  Box ink;               // of the glyphs
  Box limit;             // where it was told to stay
  int em_pixels = 0;     // of the glass
  bool is_mark = false;  // the letter of a mark, which repeats what its shape says
};

// What a canvas writes to. Without a list it only notes which glyphs are needed.
struct Surface {
  ImDrawList* list = nullptr;
  std::vector<SetText>* texts = nullptr;
};

// UI thread, for the length of one build.
class Canvas {
 public:
  Canvas(Surface surface, Fonts& fonts, const Metrics& metrics, const Box& bounds);

  const Box& bounds() const { return bounds_; }

  void fill(const Box& box, Color color, float radius = 0, Corners corners = Corners::all);
  // Inside the box.
  void outline(const Box& box, Color color, float width, float radius = 0);
  void dashed_outline(const Box& box, Color color, float width, float radius, float on, float off);
  // Horizontal and vertical ones fall on whole pixels; `width` is at least one.
  void line(Point from, Point to, Color color, float width);
  void dashed_line(Point from, Point to, Color color, float width, float on, float off);
  // Round ends and joints.
  void polyline(std::span<const Point> points, Color color, float width);
  // Convex, clockwise.
  void polygon(std::span<const Point> points, Color color);
  void polygon_outline(std::span<const Point> points, Color color, float width);
  void circle(Point centre, float radius, Color color);
  // `radius` is the outer one.
  void ring(Point centre, float radius, Color color, float width);
  // Diagonal strokes, rising to the right, inside a rounded box.
  void hatch(const Box& box, Color color, float width, float pitch, float radius);

  // One line, ended by an ellipsis where it would be wider than `room`. `at` is on the baseline,
  // at the left, centre or right of the text. Returns the width taken.
  float text(Point at, std::string_view text, Type type, Color color, float room,
             Align align = Align::left);
  // Wrapped lines, the first on the baseline `at`; returns how many there are.
  int paragraph(Point at, std::string_view text, Type type, Color color, float room,
                int most_lines);
  // A letter of a mark: em in design pixels, centred on its capital height.
  void letter(Point centre, std::string_view text, float em, Color color);

 private:
  struct Setting {
    int em_pixels;
    Weight weight;
    Digits digits;
    Charset charset;
  };

  ImVec2 pixel(Point point) const;
  ImVec2 whole_pixel(Point point) const;
  float whole_width(float width) const;
  void set(Point at, std::string_view text, const Setting& setting, Color color, const Box& limit);

  Surface surface_;
  Fonts& fonts_;
  const Metrics& metrics_;
  Typesetter typesetter_;
  Box bounds_;
};

}  // namespace view
