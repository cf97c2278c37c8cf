// The half of Canvas that sets type.
#include <algorithm>
#include <cmath>

#include "base/utf8.h"
#include "view/canvas.h"

namespace view {
namespace {

ImU32 packed(Color color) {
  return IM_COL32(color.red, color.green, color.blue, color.alpha);
}

Charset charset_of(Role role) {
  return role >= Role::big ? Charset::figures : Charset::text;
}

constexpr float kAscent = 0.97f;    // of an em: what a line may take above its baseline
constexpr float kDescent = 0.26f;   // and below
constexpr float kOverhang = 0.04f;  // how far a letter such as j reaches out of its own width
constexpr float kSoft = 1.5f;       // pixels

}  // namespace

float Canvas::text(Point at, std::string_view text, Type type, Color color, float room,
                   Align align) {
  std::string fitting = typesetter_.fit(text, type, room);
  float width = typesetter_.width(fitting, type);
  float em = metrics_.em(type.role);
  float share = align == Align::left ? 0.0f : align == Align::centre ? 0.5f : 1.0f;
  float overhang = em * kOverhang;
  Box limit{at.x - room * share - overhang, at.y - em * kAscent,
            at.x + room * (1 - share) + overhang, at.y + em * kDescent};
  set({at.x - width * share, at.y}, fitting,
      {metrics_.em_pixels(type.role), type.weight, type.digits, charset_of(type.role)}, color,
      limit);
  return width;
}

int Canvas::paragraph(Point at, std::string_view text, Type type, Color color, float room,
                      int most_lines) {
  auto lines = typesetter_.wrap(text, type, room, most_lines);
  for (size_t i = 0; i < lines.size(); ++i) {
    float y = at.y + static_cast<float>(i) * metrics_.pitch(type.role);
    this->text({at.x, y}, lines[i], type, color, room);
  }
  return static_cast<int>(lines.size());
}

void Canvas::letter(Point centre, std::string_view text, float em, Color color) {
  int em_pixels = std::max(1, static_cast<int>(std::lround(em * metrics_.scale)));
  const Typeface& face = fonts_.face(Weight::semibold);
  float width = 0;
  for (size_t i = 0; i < text.size();) width += face.advance(base::next_code_point(text, i));
  Setting setting{em_pixels, Weight::semibold, Digits::own_width, Charset::letters};
  Point at{centre.x - width * em / 2, centre.y + face.cap_height() * em / 2};
  set(at, text, setting, color, {centre.x - em, centre.y - em, centre.x + em, centre.y + em});
}

void Canvas::set(Point at, std::string_view text, const Setting& setting, Color color,
                 const Box& limit) {
  const Typeface& face = fonts_.face(setting.weight);
  float em = static_cast<float>(setting.em_pixels);
  float pen = at.x * metrics_.scale;
  float baseline = std::round(at.y * metrics_.scale);
  // Soft edges of glyphs take up to a pixel and a half more than their outline.
  const float s = metrics_.scale;
  const Box room{std::ceil(std::max(limit.left, bounds_.left) * s - kSoft),
                 std::ceil(limit.top * s - kSoft),
                 std::floor(std::min(limit.right, bounds_.right) * s + kSoft),
                 std::floor(limit.bottom * s + kSoft)};
  bool any = false;
  Box ink;
  auto note = [&](const Box& box) {
    ink = any ? ink.joined(box) : box;
    any = true;
  };
  for (size_t i = 0; i < text.size();) {
    char32_t code_point = base::next_code_point(text, i);
    if (is_invisible(code_point)) continue;
    float advance = face.advance(code_point) * em;
    float shift = 0;
    if (setting.digits == Digits::tabular && code_point >= '0' && code_point <= '9') {
      float shared = face.advance(U'0') * em;
      shift = (shared - advance) / 2;
      advance = shared;
    }
    float x = std::round(pen + shift);
    pen += advance;
    if (!face.has(code_point)) {
      fonts_.glyph(setting.em_pixels, setting.weight, setting.charset, code_point);
      float stroke = std::max(1.0f, std::round(em / 20));
      Box box{x + stroke, baseline - std::round(face.cap_height() * em),
              x + std::round(advance) - stroke, baseline};
      if (surface_.list) {
        surface_.list->AddRect({box.left, box.top}, {box.right, box.bottom}, packed(color), 0,
                               ImDrawFlags_None, stroke);
      }
      note(box);
      continue;
    }
    Glyph glyph = fonts_.glyph(setting.em_pixels, setting.weight, setting.charset, code_point);
    if (!surface_.list || !glyph.image || !glyph.image->Visible) continue;
    const ImFontGlyph& image = *glyph.image;
    const Box whole{
        x + image.X0 * glyph.stretch, baseline + (image.Y0 - glyph.ascent) * glyph.stretch,
        x + image.X1 * glyph.stretch, baseline + (image.Y1 - glyph.ascent) * glyph.stretch};
    // Piles of accents end where the line does, and those that hang over its ends there.
    Box box = whole;
    box.top = std::max(box.top, room.top);
    box.bottom = std::min(box.bottom, room.bottom);
    if (is_attached(code_point)) {
      box.left = std::max(box.left, room.left);
      box.right = std::min(box.right, room.right);
    }
    if (box.top >= box.bottom || box.left >= box.right) continue;
    const float u = (image.U1 - image.U0) / (whole.right - whole.left);
    const float v = (image.V1 - image.V0) / (whole.bottom - whole.top);
    surface_.list->PrimReserve(6, 4);
    surface_.list->PrimRectUV(
        {box.left, box.top}, {box.right, box.bottom},
        {image.U0 + (box.left - whole.left) * u, image.V0 + (box.top - whole.top) * v},
        {image.U1 - (whole.right - box.right) * u, image.V1 - (whole.bottom - box.bottom) * v},
        packed(color));
    note(box);
  }
  if (any && surface_.texts) {
    surface_.texts->push_back({std::string(text),
                               {ink.left / s, ink.top / s, ink.right / s, ink.bottom / s},
                               limit,
                               setting.em_pixels,
                               setting.charset == Charset::letters});
  }
}

}  // namespace view
