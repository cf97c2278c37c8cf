// What the raster must show, in its plainest form: every triangle asked for every pixel, each
// quotient divided. Slow, and with nothing in common with the raster but the rule.
#pragma once

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

#include "platform/draw_commands.h"
#include "platform/window.h"

namespace platform_test {

class PlainPainter {
 public:
  PlainPainter(int width, int height, const platform::Coverage& atlas)
      : width_(width), height_(height), atlas_(atlas) {}

  platform::Image paint(const ImDrawData& data, platform::Color ground) {
    image_ = {width_, height_, {}};
    for (int i = 0; i < width_ * height_; ++i)
      image_.rgba.insert(image_.rgba.end(), {ground.red, ground.green, ground.blue, 255});
    platform::for_each_command(
        data, {0, 0, width_, height_},
        [&](const auto& list, const auto& command, const auto& clip) {
          const ImDrawIdx* const index = list.IdxBuffer.Data + command.IdxOffset;
          const ImDrawVert* const vertex = list.VtxBuffer.Data + command.VtxOffset;
          for (unsigned i = 0; i + 3 <= command.ElemCount; i += 3) {
            triangle(vertex[index[i]], vertex[index[i + 1]], vertex[index[i + 2]], clip);
          }
        });
    return image_;
  }

 private:
  using Number = std::int64_t;
  struct Place {
    Number x, y;  // 1/64 px
  };

  static Place place(const ImDrawVert& vertex) {
    return {static_cast<Number>(std::floor(vertex.pos.x * 64 + 0.5F)),
            static_cast<Number>(std::floor(vertex.pos.y * 64 + 0.5F))};
  }

  static Number doubled_area(const Place& a, const Place& b, const Place& c) {
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
  }

  // A centre exactly on a side belongs to the triangle below it or to the right of it.
  static bool is_inside(Number weight, const Place& from, const Place& to) {
    const bool ours = to.y < from.y || (to.y == from.y && to.x > from.x);
    return weight > 0 || (weight == 0 && ours);
  }

  void triangle(const ImDrawVert& first, const ImDrawVert& second, const ImDrawVert& third,
                const platform::Pixels& clip) {
    const ImDrawVert *va = &first, *vb = &second, *vc = &third;
    if (doubled_area(place(*va), place(*vb), place(*vc)) < 0) std::swap(vb, vc);
    const Place a = place(*va), b = place(*vb), c = place(*vc);
    const Number area = doubled_area(a, b, c);
    if (area == 0) return;
    for (int y = clip.y; y < clip.y + clip.height; ++y) {
      for (int x = clip.x; x < clip.x + clip.width; ++x) {
        const Place at{Number{x} * 64 + 32, Number{y} * 64 + 32};
        const Number of_a = doubled_area(b, c, at), of_b = doubled_area(c, a, at),
                     of_c = doubled_area(a, b, at);
        if (!is_inside(of_a, b, c) || !is_inside(of_b, c, a) || !is_inside(of_c, a, b)) continue;
        const auto mixed = [&](Number from_a, Number from_b, Number from_c) {
          return (from_a * of_a + from_b * of_b + from_c * of_c + area / 2) / area;
        };
        const auto channel = [&](int shift) {
          return static_cast<int>(
              mixed(va->col >> shift & 0xFF, vb->col >> shift & 0xFF, vc->col >> shift & 0xFF));
        };
        const auto texel = [](float part, int size) {
          return static_cast<Number>(part * static_cast<float>(size * 256) + 0.5F);
        };
        const auto across = [&](const ImDrawVert* v) { return texel(v->uv.x, atlas_.width); };
        const auto down = [&](const ImDrawVert* v) { return texel(v->uv.y, atlas_.height); };
        const int seen = coverage(mixed(across(va), across(vb), across(vc)),
                                  mixed(down(va), down(vb), down(vc)));
        const int alpha = nearest(channel(24) * seen, 255);
        std::uint8_t* const pixel = &image_.rgba[static_cast<std::size_t>(y * width_ + x) * 4];
        for (int i = 0; i < 3; ++i) {
          pixel[i] = static_cast<std::uint8_t>(
              nearest(channel(i * 8) * alpha + pixel[i] * (255 - alpha), 255));
        }
      }
    }
  }

  static int nearest(int value, int by) { return (2 * value + by) / (2 * by); }

  // Straight lines between the four texels around a place in 1/256 texel.
  int coverage(Number u, Number v) const {
    const auto texel = [&](Number x, Number y) {
      x = std::clamp<Number>(x, 0, atlas_.width - 1);
      y = std::clamp<Number>(y, 0, atlas_.height - 1);
      return Number{atlas_.alpha[y * atlas_.width + x]};
    };
    const Number x = u - 128 + 256, y = v - 128 + 256;  // a texel more, lest it be negative
    const Number right = x % 256, below = y % 256, column = x / 256 - 1, row = y / 256 - 1;
    const Number sum = texel(column, row) * (256 - right) * (256 - below) +
                       texel(column + 1, row) * right * (256 - below) +
                       texel(column, row + 1) * (256 - right) * below +
                       texel(column + 1, row + 1) * right * below;
    return static_cast<int>((sum + 0x8000) / 0x10000);
  }

  int width_, height_;
  platform::Coverage atlas_;
  platform::Image image_;
};

}  // namespace platform_test
