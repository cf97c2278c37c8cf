#include "platform/raster.h"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>
#include <vector>

#include "platform/blend.h"
#include "platform/draw_commands.h"
#include "platform/glyphs.h"
#include "platform/outline.h"

// Whole numbers throughout, or floating point that is exact: it may be contracted differently from
// one processor to the next, and a golden picture would differ. Texels are counted in 1/256: then
// the largest product, twice an area times a texel, is below 2^62.

namespace platform {
namespace {

constexpr float kReach = kLargestSide;  // px; a vertex farther out is pulled in, far off any glass

int to_units(float pixels) {
  if (!(pixels > -kReach)) pixels = -kReach;  // also what is not a number
  if (!(pixels < kReach)) pixels = kReach;
  return static_cast<int>(std::floor(pixels * Place::kPixel + 0.5F));
}

Place place_of(const ImDrawVert& vertex) {
  return {to_units(vertex.pos.x), to_units(vertex.pos.y)};
}

std::uint32_t rgb_of(std::uint32_t colour) {
  return (colour & 0xFF) << 16 | (colour & 0xFF00) | (colour >> 16 & 0xFF);
}

std::uint32_t alpha_of(std::uint32_t colour) {
  return colour >> 24;
}

bool are_alike(const ImDrawVert& a, const ImDrawVert& b) {
  return a.col == b.col && a.uv.x == b.uv.x && a.uv.y == b.uv.y;
}

// Three corners clockwise, not on one line.
struct Triangle {
  std::array<Place, 3> places;
  std::array<const ImDrawVert*, 3> vertices;
  std::int64_t area;  // doubled
};

// A value that runs straight between the corners of a triangle, over its pixels: 0 to 255, rounded.
class Slope {
 public:
  Slope(const Triangle& triangle, int of_a, int of_b, int of_c)
      : per_area_(1.0 / static_cast<double>(triangle.area)) {
    const auto& [a, b, c] = triangle.places;
    const Place centre{Place::kHalf, Place::kHalf};
    const std::int64_t more_b = of_b - of_a, more_c = of_c - of_a;
    // What lies nearer to b is on the inner side of the side opposite to it, from c to a.
    first_ = of_a * triangle.area + triangle.area / 2 + more_b * doubled_area(c, a, centre) +
             more_c * doubled_area(a, b, centre);
    per_column_ = Place::kPixel * (more_b * (c.y - a.y) + more_c * (a.y - b.y));
    per_row_ = Place::kPixel * (more_b * (a.x - c.x) + more_c * (b.x - a.x));
  }

  bool is_level() const { return per_column_ == 0; }

  // The place on one row. Value times area is a whole number below 2^50, and so is each step: sums
  // of doubles are exact. With the half that is added to it, no product with the inverse of the
  // area, off by 2^-52 of itself at most, crosses a whole number: it is 2^-42 away, and below 2^8.
  class OnRow {
   public:
    OnRow(const Slope& slope, int column, int row)
        : times_area_(static_cast<double>(slope.first_ + slope.per_column_ * column +
                                          slope.per_row_ * row) +
                      0.5),
          step_(static_cast<double>(slope.per_column_)),
          per_area_(slope.per_area_) {}

    std::uint32_t value() const {
      return static_cast<std::uint32_t>(static_cast<int>(times_area_ * per_area_));
    }
    void next_column() { times_area_ += step_; }

   private:
    double times_area_, step_, per_area_;
  };

 private:
  std::int64_t first_, per_column_, per_row_;  // values times area: at pixel 0,0, and steps
  double per_area_;
};

class Brush {
 public:
  Brush(const Canvas& canvas, const Glyphs& atlas) : canvas_(canvas), atlas_(atlas) {}

  void draw(const ImDrawList& list, const ImDrawCmd& command, const Pixels& clip) {
    clip_ = clip;
    const ImDrawVert* const vertices = list.VtxBuffer.Data + command.VtxOffset;
    const ImDrawIdx* const indices = list.IdxBuffer.Data + command.IdxOffset;
    const ImDrawIdx* const end = indices + command.ElemCount / 3 * 3;
    for (const ImDrawIdx* at = indices; at < end;) {
      const ImDrawIdx* const after = end_of_fan(at, end);
      const ImDrawVert &a = vertices[at[0]], &b = vertices[at[1]], &c = vertices[at[2]];
      if (after - at == 6 && is_upright(a, b, c, vertices[at[5]])) {
        if (touches(a, c, c)) rectangle(a, c);
      } else if (after - at == 3 || !convex(vertices, at, after)) {
        for (; at < after; at += 3) {
          const ImDrawVert &p = vertices[at[0]], &q = vertices[at[1]], &r = vertices[at[2]];
          if (touches(p, q, r)) triangle(p, q, r);
        }
      }
      at = after;
    }
  }

 private:
  // Triangles that share their first corner, each with a side in common with the next: so ImGui
  // lays out whatever is convex.
  static const ImDrawIdx* end_of_fan(const ImDrawIdx* at, const ImDrawIdx* end) {
    const ImDrawIdx* after = at + 3;
    while (after < end && after[0] == at[0] && after[1] == after[-1]) after += 3;
    return after;
  }

  // Fills a fan of one colour at once; false, and nothing done, if it is not convex.
  bool convex(const ImDrawVert* vertices, const ImDrawIdx* at, const ImDrawIdx* after) {
    const ImDrawVert& first = vertices[at[0]];
    outline_.assign({place_of(first), place_of(vertices[at[1]])});
    bool alike = are_alike(first, vertices[at[1]]);
    for (; at < after && alike; at += 3) {
      outline_.push_back(place_of(vertices[at[2]]));
      alike = are_alike(first, vertices[at[2]]);
    }
    if (!alike || !is_convex(outline_)) return false;
    fill_outline(outline_, first);
    return true;
  }

  bool touches(const ImDrawVert& a, const ImDrawVert& b, const ImDrawVert& c) const {
    const auto [left, right] = std::minmax({a.pos.x, b.pos.x, c.pos.x});
    const auto [top, bottom] = std::minmax({a.pos.y, b.pos.y, c.pos.y});
    return left < static_cast<float>(clip_.x + clip_.width) &&
           right > static_cast<float>(clip_.x) &&
           top < static_cast<float>(clip_.y + clip_.height) && bottom > static_cast<float>(clip_.y);
  }

  // Four corners clockwise from top left, one colour, texels laid out likewise: nearly everything
  // that a slide is made of, text above all.
  static bool is_upright(const ImDrawVert& a, const ImDrawVert& b, const ImDrawVert& c,
                         const ImDrawVert& d) {
    return a.pos.y == b.pos.y && b.pos.x == c.pos.x && c.pos.y == d.pos.y && d.pos.x == a.pos.x &&
           a.pos.x <= c.pos.x && a.pos.y <= c.pos.y && a.uv.y == b.uv.y && b.uv.x == c.uv.x &&
           c.uv.y == d.uv.y && d.uv.x == a.uv.x && a.col == b.col && b.col == c.col &&
           c.col == d.col;
  }

  std::uint32_t* row(int y) const {
    return canvas_.pixels + static_cast<std::ptrdiff_t>(y) * canvas_.stride;
  }

  void rectangle(const ImDrawVert& first, const ImDrawVert& third) {
    const Place a = place_of(first), c = place_of(third);
    const int left = first_pixel(a.x), top = first_pixel(a.y);
    const Pixels all{left, top, first_pixel(c.x) - left, first_pixel(c.y) - top};
    const Pixels seen = intersection(all, clip_);
    if (is_empty(seen)) return;
    const Texel from = texel_of(first), to = texel_of(third);
    const std::uint32_t rgb = rgb_of(first.col), alpha = alpha_of(first.col);
    if (from == to) {
      const std::uint32_t solid = over_255(alpha * atlas_.sample(from.u, from.v));
      for (int y = seen.y; y < seen.y + seen.height; ++y)
        fill(row(y) + seen.x, seen.width, rgb, solid);
      return;
    }
    const Stretch across = stretch(a.x, c.x, from.u, to.u, seen.x);
    const Stretch down = stretch(a.y, c.y, from.v, to.v, seen.y);
    for (int y = 0; y < seen.height; ++y)
      atlas_.draw_row(row(seen.y + y) + seen.x, seen.width, across, down.at(y), rgb, alpha);
  }

  // From pixels to texels along one axis.
  static Stretch stretch(int from, int to, int texel_from, int texel_to, int first) {
    const std::int64_t length = std::max(1, to - from), texels = texel_to - texel_from;
    const std::int64_t fine = std::int64_t{1} << Stretch::kFine;
    const std::int64_t into = std::int64_t{first} * Place::kPixel + Place::kHalf - from;
    return {texel_from * fine + divide_down(texels * fine * into, length),
            divide_down(texels * fine * Place::kPixel, length)};
  }

  void fill_outline(std::span<const Place> outline, const ImDrawVert& like) const {
    const Texel texel = texel_of(like);
    const std::uint32_t rgb = rgb_of(like.col);
    const std::uint32_t alpha = over_255(alpha_of(like.col) * atlas_.sample(texel.u, texel.v));
    if (alpha == 0) return;
    for_each_span(outline, [&](int y, int left, int right) {
      fill(row(y) + left, right - left, rgb, alpha);
    });
  }

  template <class Draw>
  void for_each_span(std::span<const Place> outline, Draw draw) const {
    const int first = clip_.x, end = clip_.x + clip_.width;
    for_each_row(outline, clip_.y, clip_.y + clip_.height, [&](int y, int left, int right) {
      left = std::max(left, first);
      right = std::min(right, end);
      if (left < right) draw(y, left, right);
    });
  }

  void triangle(const ImDrawVert& first, const ImDrawVert& second, const ImDrawVert& third) const {
    Triangle it{{place_of(first), place_of(second), place_of(third)}, {&first, &second, &third}, 0};
    it.area = doubled_area(it.places[0], it.places[1], it.places[2]);
    if (it.area == 0) return;
    if (it.area < 0) {
      std::swap(it.places[1], it.places[2]);
      std::swap(it.vertices[1], it.vertices[2]);
      it.area = -it.area;
    }
    const bool one_texel =
        texel_of(first) == texel_of(second) && texel_of(first) == texel_of(third);
    const std::uint32_t rgb = rgb_of(first.col);
    const bool one_rgb = rgb == rgb_of(second.col) && rgb == rgb_of(third.col);
    if (!one_texel) {
      textured(it);
    } else if (!one_rgb) {
      coloured(it);
    } else if (first.col == second.col && first.col == third.col) {
      fill_outline(it.places, first);
    } else {
      faded(it);
    }
  }

  // One colour that goes from solid to nothing: the smooth edge of everything.
  void faded(const Triangle& it) const {
    const Texel texel = texel_of(*it.vertices[0]);
    const std::uint32_t coverage = atlas_.sample(texel.u, texel.v);
    const std::uint32_t rgb = rgb_of(it.vertices[0]->col);
    const Slope alpha = slope(it, 24);
    for_each_span(it.places, [&](int y, int left, int right) {
      Slope::OnRow along(alpha, left, y);
      std::uint32_t* const pixels = row(y);
      if (alpha.is_level()) {
        fill(pixels + left, right - left, rgb, over_255(along.value() * coverage));
        return;
      }
      for (int x = left; x < right; ++x, along.next_column())
        pixels[x] = blend(pixels[x], rgb, over_255(along.value() * coverage));
    });
  }

  void coloured(const Triangle& it) const {
    const Texel texel = texel_of(*it.vertices[0]);
    const std::uint32_t coverage = atlas_.sample(texel.u, texel.v);
    const std::array slopes{slope(it, 0), slope(it, 8), slope(it, 16), slope(it, 24)};
    for_each_span(it.places, [&](int y, int left, int right) {
      std::uint32_t* const pixels = row(y);
      for (int x = left; x < right; ++x) {
        const auto at = [&](const Slope& slope) { return Slope::OnRow(slope, x, y).value(); };
        const std::uint32_t rgb = at(slopes[0]) << 16 | at(slopes[1]) << 8 | at(slopes[2]);
        pixels[x] = blend(pixels[x], rgb, over_255(at(slopes[3]) * coverage));
      }
    });
  }

  // Texels and colours both: only a turned or stretched glyph is drawn so.
  void textured(const Triangle& it) const {
    const Place &a = it.places[0], &b = it.places[1], &c = it.places[2];
    const std::array texels{texel_of(*it.vertices[0]), texel_of(*it.vertices[1]),
                            texel_of(*it.vertices[2])};
    const std::array slopes{slope(it, 0), slope(it, 8), slope(it, 16), slope(it, 24)};
    for_each_span(it.places, [&](int y, int left, int right) {
      std::uint32_t* const pixels = row(y);
      for (int x = left; x < right; ++x) {
        const Place centre{x * Place::kPixel + Place::kHalf, y * Place::kPixel + Place::kHalf};
        const std::int64_t of_a = doubled_area(b, c, centre), of_b = doubled_area(c, a, centre);
        const auto texel = [&](int Texel::*axis) {
          const std::int64_t sum = texels[0].*axis * of_a + texels[1].*axis * of_b +
                                   texels[2].*axis * (it.area - of_a - of_b);
          return static_cast<int>((sum + it.area / 2) / it.area);
        };
        const std::uint32_t coverage = atlas_.sample(texel(&Texel::u), texel(&Texel::v));
        const auto at = [&](const Slope& slope) { return Slope::OnRow(slope, x, y).value(); };
        const std::uint32_t rgb = at(slopes[0]) << 16 | at(slopes[1]) << 8 | at(slopes[2]);
        pixels[x] = blend(pixels[x], rgb, over_255(at(slopes[3]) * coverage));
      }
    });
  }

  static Slope slope(const Triangle& it, int shift) {
    const auto channel = [&](int corner) {
      return static_cast<int>(it.vertices[corner]->col >> shift & 0xFF);
    };
    return {it, channel(0), channel(1), channel(2)};
  }

  struct Texel {
    int u, v;  // 1/256 texel
    bool operator==(const Texel&) const = default;
  };

  Texel texel_of(const ImDrawVert& vertex) const {
    return {atlas_.column(vertex.uv.x), atlas_.row(vertex.uv.y)};
  }

  Canvas canvas_;
  Glyphs atlas_;
  Pixels clip_;
  std::vector<Place> outline_;  // kept, so that it is allocated once
};

}  // namespace

void Raster::set_atlas(const Coverage& coverage) {
  const auto bytes = static_cast<std::size_t>(coverage.width) * coverage.height;
  atlas_.assign(coverage.alpha, coverage.alpha + bytes);
  atlas_.shrink_to_fit();
  atlas_width_ = coverage.width;
  atlas_height_ = coverage.height;
}

void Raster::paint(const ImDrawData& data, Color ground, std::span<const Pixels> damage,
                   const Canvas& canvas) const {
  const std::uint32_t below =
      std::uint32_t{ground.red} << 16 | std::uint32_t{ground.green} << 8 | ground.blue;
  Brush brush(canvas, Glyphs({atlas_width_, atlas_height_, atlas_.data()}));
  for (const Pixels& part : damage) {
    const Pixels area = intersection(part, {0, 0, canvas.width, canvas.height});
    for (int y = area.y; y < area.y + area.height; ++y)
      fill(canvas.pixels + static_cast<std::ptrdiff_t>(y) * canvas.stride + area.x, area.width,
           below, 255);
    for_each_command(data, area, [&](const auto& list, const auto& command, const Pixels& clip) {
      brush.draw(list, command, clip);
    });
  }
}

Image to_image(const Canvas& canvas) {
  Image image{canvas.width, canvas.height, {}};
  image.rgba.reserve(static_cast<std::size_t>(canvas.width) * canvas.height * 4);
  for (int y = 0; y < canvas.height; ++y) {
    const std::uint32_t* const row = canvas.pixels + static_cast<std::ptrdiff_t>(y) * canvas.stride;
    for (int x = 0; x < canvas.width; ++x) {
      const std::uint32_t pixel = row[x];
      for (const int shift : {16, 8, 0})
        image.rgba.push_back(static_cast<std::uint8_t>(pixel >> shift));
      image.rgba.push_back(255);
    }
  }
  return image;
}

}  // namespace platform
