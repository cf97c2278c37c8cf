// Draw lists of every shape that a slide is made of, and of some that none is, at random places.
#pragma once

#include <imgui.h>

#include <random>
#include <vector>

namespace platform_test {

class RandomShapes {
 public:
  RandomShapes(unsigned seed, int side) : random_(seed), side_(static_cast<float>(side)) {}

  void add_to(ImDrawList& list) {
    const bool clipped = one_in(4);
    if (clipped) list.PushClipRect(place(), place());
    if (one_in(5)) list.Flags ^= ImDrawListFlags_AntiAliasedFill;
    switch (below(9)) {
      case 0: {
        const ImVec2 from = place();
        list.AddRectFilled(from, {from.x + size(), from.y + size()}, colour(),
                           one_in(2) ? 0.0F : size() / 4);
        break;
      }
      case 1:
        list.AddCircleFilled(place(), size() / 2, colour());
        break;
      case 2:
        list.AddLine(place(), place(), colour(), 0.5F + size() / 8);
        break;
      case 3: {
        const std::vector<ImVec2> places = some_places(3 + below(6));
        list.AddPolyline(places.data(), static_cast<int>(places.size()), colour(),
                         one_in(2) ? ImDrawFlags_Closed : ImDrawFlags_None, 0.5F + size() / 12);
        break;
      }
      case 4:
        list.AddTriangleFilled(place(), place(), place(), colour());
        break;
      case 5:
        list.AddRectFilledMultiColor(place(), place(), colour(), colour(), colour(), colour());
        break;
      case 6: {
        const ImVec2 at = place();
        list.AddText({std::floor(at.x), std::floor(at.y)}, colour(), "Age 42");
        break;
      }
      case 7:
        fan(list);
        break;
      case 8:
        list.AddRect(place(), place(), colour(), size() / 6, ImDrawFlags_None, 0.5F + size() / 8);
        break;
    }
    if (clipped) list.PopClipRect();
  }

 private:
  unsigned below(unsigned count) { return static_cast<unsigned>(random_() % count); }
  bool one_in(unsigned count) { return below(count) == 0; }

  // Up to a third of the side beyond the canvas; on whole, half and sixteenth pixels alike.
  ImVec2 place() {
    static constexpr float kSteps[] = {1, 2, 16, 64};
    const float step = kSteps[below(4)];
    const auto along = [&] {
      const auto range = static_cast<unsigned>(side_ * 5 / 3 * step);
      return static_cast<float>(below(range)) / step - side_ / 3;
    };
    const float x = along();
    return {x, along()};
  }

  float size() { return static_cast<float>(1 + below(static_cast<unsigned>(side_) * 4)) / 8; }

  ImU32 colour() {
    const ImU32 rgb = static_cast<ImU32>(random_()) & 0x00FFFFFF;
    return rgb | (one_in(2) ? 0xFF000000 : below(256) << 24);
  }

  std::vector<ImVec2> some_places(unsigned count) {
    std::vector<ImVec2> places;
    for (unsigned i = 0; i < count; ++i) places.push_back(place());
    return places;
  }

  // Triangles around one corner as ImGui lays out convex shapes, though most of these are not:
  // they cross themselves, turn back, or hold one corner twice.
  void fan(ImDrawList& list) {
    std::vector<ImVec2> places = some_places(3 + below(6));
    if (one_in(3)) places.push_back(places[below(static_cast<unsigned>(places.size()))]);
    const auto count = static_cast<unsigned>(places.size());
    const bool one_colour = !one_in(3);
    const ImU32 all = colour();
    const ImVec2 white = ImGui::GetFontTexUvWhitePixel();
    list.PrimReserve(static_cast<int>(count - 2) * 3, static_cast<int>(count));
    for (unsigned i = 2; i < count; ++i) {
      for (const unsigned corner : {0U, i - 1, i})
        list.PrimWriteIdx(static_cast<ImDrawIdx>(list._VtxCurrentIdx + corner));
    }
    for (const ImVec2& at : places) list.PrimWriteVtx(at, white, one_colour ? all : colour());
  }

  std::mt19937 random_;
  float side_;
};

}  // namespace platform_test
