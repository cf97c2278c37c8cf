#include "platform/raster.h"

#include <imgui.h>

#include <algorithm>
#include <cstddef>
#include <utility>

#include "platform/blend.h"
#include "platform/draw_commands.h"
#include "platform/glyphs.h"

// Whole numbers throughout: floating point may be contracted differently from one processor to the
// next, and a golden picture would differ. Places are counted in 1/64 px and reach 8192 px either
// way, texels in 1/256: then the largest product, twice an area times a texel, is below 2^62.

namespace platform {
namespace {

constexpr int kUnit = 64;
constexpr int kHalf = kUnit / 2;
constexpr float kReach = kLargestSide;  // px; a vertex farther out is pulled in, far off any glass

int to_units(float pixels) {
  if (!(pixels > -kReach)) pixels = -kReach;  // also what is not a number
  if (!(pixels < kReach)) pixels = kReach;
  return static_cast<int>(std::floor(pixels * kUnit + 0.5F));
}

std::int64_t divide_down(std::int64_t value, std::int64_t positive) {
  return value >= 0 ? value / positive : -((-value + positive - 1) / positive);
}

// The first pixel whose centre is at or after a place.
int first_pixel(int units) {
  return static_cast<int>(divide_down(units - kHalf + kUnit - 1, kUnit));
}

struct Corner {
  int x, y;              // 1/64 px
  int u, v;              // 1/256 texel
  std::uint32_t colour;  // ImGui's order: 0xAABBGGRR
};

std::uint32_t rgb_of(std::uint32_t colour) {
  return (colour & 0xFF) << 16 | (colour & 0xFF00) | (colour >> 16 & 0xFF);
}

std::uint32_t alpha_of(std::uint32_t colour) {
  return colour >> 24;
}

// One side of a triangle: how far to its inner side a pixel centre lies, in 1/64 px squared.
struct Side {
  std::int64_t at_row_start;  // for column 0 of the present row
  std::int64_t per_column;
  std::int64_t per_row;
  std::int64_t bias;  // -1 where a centre exactly on the side belongs to the neighbour

  Side(const Corner& from, const Corner& to, int row) {
    const std::int64_t dx = to.x - from.x, dy = to.y - from.y;
    per_column = -dy * kUnit;
    per_row = dx * kUnit;
    at_row_start = dx * (std::int64_t{row} * kUnit + kHalf - from.y) - dy * (kHalf - from.x);
    bias = dy < 0 || (dy == 0 && dx > 0) ? 0 : -1;
  }

  // Narrows [left, right) to the columns of the present row on the inner side.
  void narrow(std::int64_t& left, std::int64_t& right) const {
    const std::int64_t start = at_row_start + bias;
    if (per_column > 0) {
      left = std::max(left, -divide_down(start, per_column));
    } else if (per_column < 0) {
      right = std::min(right, divide_down(start, -per_column) + 1);
    } else if (start < 0) {
      right = left;
    }
  }
};

class Brush {
 public:
  Brush(const Canvas& canvas, const Glyphs& atlas) : canvas_(canvas), atlas_(atlas) {}

  void draw(const ImDrawList& list, const ImDrawCmd& command, const Pixels& clip) {
    clip_ = clip;
    const ImDrawVert* const vertices = list.VtxBuffer.Data + command.VtxOffset;
    const ImDrawIdx* const indices = list.IdxBuffer.Data + command.IdxOffset;
    for (unsigned i = 0; i + 3 <= command.ElemCount;) {
      const ImDrawIdx* const at = indices + i;
      const ImDrawVert &a = vertices[at[0]], &b = vertices[at[1]], &c = vertices[at[2]];
      const bool fan = i + 6 <= command.ElemCount && at[3] == at[0] && at[4] == at[2];
      if (fan && is_upright(a, b, c, vertices[at[5]])) {
        if (touches(a, c, c)) rectangle(corner(a), corner(c));
        i += 6;
      } else {
        if (touches(a, b, c)) triangle(corner(a), corner(b), corner(c));
        i += 3;
      }
    }
  }

 private:
  Corner corner(const ImDrawVert& vertex) const {
    return {to_units(vertex.pos.x), to_units(vertex.pos.y), atlas_.column(vertex.uv.x),
            atlas_.row(vertex.uv.y), vertex.col};
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

  void rectangle(const Corner& a, const Corner& c) {
    const int left = first_pixel(a.x), top = first_pixel(a.y);
    const Pixels all{left, top, first_pixel(c.x) - left, first_pixel(c.y) - top};
    const Pixels seen = intersection(all, clip_);
    if (is_empty(seen)) return;
    const std::uint32_t rgb = rgb_of(a.colour), alpha = alpha_of(a.colour);
    if (a.u == c.u && a.v == c.v) {
      const std::uint32_t solid = over_255(alpha * atlas_.sample(a.u, a.v));
      for (int y = seen.y; y < seen.y + seen.height; ++y)
        fill(row(y) + seen.x, seen.width, rgb, solid);
      return;
    }
    const Stretch across = stretch(a.x, c.x, a.u, c.u, seen.x);
    const Stretch down = stretch(a.y, c.y, a.v, c.v, seen.y);
    for (int y = 0; y < seen.height; ++y)
      atlas_.draw_row(row(seen.y + y) + seen.x, seen.width, across, down.at(y), rgb, alpha);
  }

  // From pixels to texels along one axis.
  static Stretch stretch(int from, int to, int texel_from, int texel_to, int first) {
    const std::int64_t length = std::max(1, to - from), texels = texel_to - texel_from;
    const std::int64_t fine = std::int64_t{1} << Stretch::kFine;
    const std::int64_t into = std::int64_t{first} * kUnit + kHalf - from;
    return {texel_from * fine + divide_down(texels * fine * into, length),
            divide_down(texels * fine * kUnit, length)};
  }

  void triangle(const Corner& a, Corner b, Corner c) {
    const auto doubled_area = [](const Corner& p, const Corner& q, const Corner& r) {
      return std::int64_t{q.x - p.x} * (r.y - p.y) - std::int64_t{q.y - p.y} * (r.x - p.x);
    };
    std::int64_t area = doubled_area(a, b, c);
    if (area == 0) return;
    if (area < 0) {
      std::swap(b, c);
      area = -area;
    }
    const auto [highest, lowest] = std::minmax({a.y, b.y, c.y});
    const int top = std::max(clip_.y, first_pixel(highest));
    const int bottom = std::min(clip_.y + clip_.height, first_pixel(lowest));
    // Each side with the corner opposite to it, whose weight it tells.
    Side side_a(b, c, top), side_b(c, a, top), side_c(a, b, top);
    const bool one_texel = a.u == b.u && b.u == c.u && a.v == b.v && b.v == c.v;
    const std::uint32_t coverage = one_texel ? atlas_.sample(a.u, a.v) : 0;
    const bool one_colour = one_texel && a.colour == b.colour && b.colour == c.colour;
    for (int y = top; y < bottom; ++y) {
      std::int64_t left = clip_.x, right = clip_.x + clip_.width;
      side_a.narrow(left, right);
      side_b.narrow(left, right);
      side_c.narrow(left, right);
      if (left < right && one_colour) {
        fill(row(y) + left, static_cast<int>(right - left), rgb_of(a.colour),
             over_255(alpha_of(a.colour) * coverage));
      }
      for (std::int64_t x = left; x < right && !one_colour; ++x) {
        const std::int64_t weight_a = side_a.at_row_start + x * side_a.per_column;
        const std::int64_t weight_b = side_b.at_row_start + x * side_b.per_column;
        const auto mix = [&, weight_c = area - weight_a - weight_b](auto of_a, auto of_b,
                                                                    auto of_c) {
          return (of_a * weight_a + of_b * weight_b + of_c * weight_c + area / 2) / area;
        };
        const auto channel = [&](int shift) {
          return static_cast<std::uint32_t>(mix(std::int64_t{a.colour >> shift & 0xFF},
                                                std::int64_t{b.colour >> shift & 0xFF},
                                                std::int64_t{c.colour >> shift & 0xFF}));
        };
        const std::uint32_t seen = one_texel ? coverage
                                             : atlas_.sample(static_cast<int>(mix(a.u, b.u, c.u)),
                                                             static_cast<int>(mix(a.v, b.v, c.v)));
        const std::uint32_t rgb = channel(0) << 16 | channel(8) << 8 | channel(16);
        std::uint32_t& pixel = row(y)[x];
        pixel = blend(pixel, rgb, over_255(channel(24) * seen));
      }
      side_a.at_row_start += side_a.per_row;
      side_b.at_row_start += side_b.per_row;
      side_c.at_row_start += side_c.per_row;
    }
  }

  Canvas canvas_;
  Glyphs atlas_;
  Pixels clip_;
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
