// Walks draw data the way every painter must: clip first, callbacks aside, one texture only.
#pragma once

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>

#include "platform/window.h"

namespace platform {

inline Pixels intersection(const Pixels& a, const Pixels& b) {
  const int left = std::max(a.x, b.x), right = std::min(a.x + a.width, b.x + b.width);
  const int top = std::max(a.y, b.y), bottom = std::min(a.y + a.height, b.y + b.height);
  return {left, top, std::max(0, right - left), std::max(0, bottom - top)};
}

inline bool is_empty(const Pixels& area) {
  return area.width <= 0 || area.height <= 0;
}

// The pixels whose centres lie inside a clip rectangle of ImGui's (left, top, right, bottom).
inline Pixels pixels_of(const ImVec4& clip) {
  static constexpr float kFar = 1 << 20;  // beyond any glass, small enough for an int
  const auto edge = [](float at) {
    return static_cast<int>(std::ceil(std::clamp(at, -kFar, kFar) - 0.5F));
  };
  const int left = edge(clip.x), top = edge(clip.y);
  return {left, top, edge(clip.z) - left, edge(clip.w) - top};
}

// Calls draw(list, command, clip) for each command that touches `damage`, in order; clip lies
// inside `damage` and is not empty. A texture other than the atlas is a broken promise and aborts.
template <class Draw>
void for_each_command(const ImDrawData& data, const Pixels& damage, Draw draw) {
  for (int n = 0; n < data.CmdListsCount; ++n) {
    const ImDrawList& list = *data.CmdLists[n];
    for (const ImDrawCmd& command : list.CmdBuffer) {
      if (command.UserCallback) {
        if (command.UserCallback != ImDrawCallback_ResetRenderState)
          command.UserCallback(&list, &command);
        continue;
      }
      const Pixels clip = intersection(pixels_of(command.ClipRect), damage);
      if (is_empty(clip) || command.ElemCount == 0) continue;
      if (reinterpret_cast<std::uintptr_t>(command.GetTexID()) != kAtlas) std::abort();
      draw(list, command, clip);
    }
  }
}

}  // namespace platform
