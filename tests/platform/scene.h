// One frame of real ImGui, with its built-in font, to hand to a painter.
#pragma once

#include <imgui.h>

#include "platform/window.h"

namespace platform_test {

class Scene {
 public:
  Scene(int width, int height) {
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.DisplaySize = {static_cast<float>(width), static_cast<float>(height)};
    io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
    unsigned char* alpha = nullptr;
    io.Fonts->GetTexDataAsAlpha8(&alpha, &atlas_.width, &atlas_.height);
    atlas_.alpha = alpha;
    io.Fonts->SetTexID(texture());
    ImGui::NewFrame();
  }
  ~Scene() { ImGui::DestroyContext(); }
  Scene(const Scene&) = delete;
  Scene& operator=(const Scene&) = delete;

  static ImTextureID texture() { return reinterpret_cast<ImTextureID>(platform::kAtlas); }

  const platform::Coverage& atlas() const { return atlas_; }
  ImDrawList& below() { return *ImGui::GetBackgroundDrawList(); }
  ImDrawList& list() { return *ImGui::GetForegroundDrawList(); }

  // Call once, last.
  const ImDrawData& finish() {
    ImGui::Render();
    return *ImGui::GetDrawData();
  }

 private:
  platform::Coverage atlas_;
};

// Red, green and blue as one number, to compare and to print.
inline unsigned rgb_at(const platform::Image& image, int x, int y) {
  const auto* pixel =
      &image.rgba[(static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width) +
                   static_cast<std::size_t>(x)) *
                  4];
  return static_cast<unsigned>(pixel[0]) << 16 | static_cast<unsigned>(pixel[1]) << 8 | pixel[2];
}

}  // namespace platform_test
