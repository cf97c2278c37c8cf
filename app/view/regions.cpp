#include "view/regions.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <string_view>

namespace view {
namespace {

// platform::kAtlas, which this room may not name.
const auto kAtlasTexture = reinterpret_cast<ImTextureID>(std::uintptr_t{1});

// The member is a pointer in ImGui 1.86 and a vector from 1.89.8 on.
[[maybe_unused]] void show(ImDrawList**& target, std::vector<ImDrawList*>& lists) {
  target = lists.data();
}
[[maybe_unused]] void show(ImVector<ImDrawList*>& target, std::vector<ImDrawList*>& lists) {
  target.resize(static_cast<int>(lists.size()));
  std::ranges::copy(lists, target.begin());
}

std::size_t hash_of(const ImDrawList& list) {
  auto bytes = [](const auto& buffer) {
    return std::string_view(reinterpret_cast<const char*>(buffer.Data),
                            static_cast<size_t>(buffer.size_in_bytes()));
  };
  std::hash<std::string_view> hash;
  return hash(bytes(list.VtxBuffer)) * 31 + hash(bytes(list.IdxBuffer));
}

Area area_of(const ImDrawList& list, const Metrics& metrics) {
  if (list.VtxBuffer.empty()) return {};
  ImVec2 low = list.VtxBuffer[0].pos;
  ImVec2 high = low;
  for (const ImDrawVert& vertex : list.VtxBuffer) {
    low = {std::min(low.x, vertex.pos.x), std::min(low.y, vertex.pos.y)};
    high = {std::max(high.x, vertex.pos.x), std::max(high.y, vertex.pos.y)};
  }
  int left = std::clamp(static_cast<int>(std::floor(low.x)), 0, metrics.width);
  int top = std::clamp(static_cast<int>(std::floor(low.y)), 0, metrics.height);
  int right = std::clamp(static_cast<int>(std::ceil(high.x)), left, metrics.width);
  int bottom = std::clamp(static_cast<int>(std::ceil(high.y)), top, metrics.height);
  return {left, top, right - left, bottom - top};
}

bool is_empty(const Area& area) {
  return area.width <= 0 || area.height <= 0;
}

bool touch(const Area& a, const Area& b) {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

Area join(const Area& a, const Area& b) {
  int left = std::min(a.x, b.x);
  int top = std::min(a.y, b.y);
  return {left, top, std::max(a.x + a.width, b.x + b.width) - left,
          std::max(a.y + a.height, b.y + b.height) - top};
}

// Areas of a damage never overlap: a painter may paint each by itself.
void add_damage(std::vector<Area>& damage, Area area) {
  if (is_empty(area)) return;
  for (size_t i = 0; i < damage.size();) {
    if (touch(damage[i], area)) {
      area = join(damage[i], area);
      damage.erase(damage.begin() + static_cast<std::ptrdiff_t>(i));
      i = 0;
    } else {
      ++i;
    }
  }
  damage.push_back(area);
}

void fade(ImDrawList& list, float opacity) {
  for (ImDrawVert& vertex : list.VtxBuffer) {
    auto alpha = static_cast<float>(vertex.col >> IM_COL32_A_SHIFT & 0xFF) * opacity;
    vertex.col = (vertex.col & ~IM_COL32_A_MASK) | static_cast<ImU32>(std::lround(alpha))
                                                       << IM_COL32_A_SHIFT;
  }
}

}  // namespace

Regions::~Regions() = default;

void Regions::begin(Drawing drawing) {
  drawing_ = drawing;
  regions_.clear();
}

Canvas& Regions::add(std::string name, const Box& bounds, Part part) {
  size_t index = regions_.size();
  Region& region = regions_.emplace_back();
  region.name = std::move(name);
  region.bounds = bounds;
  region.part = part;
  Surface surface;
  if (drawing_ == Drawing::real) {
    if (lists_.size() <= index) {
      lists_.push_back(std::make_unique<ImDrawList>(ImGui::GetDrawListSharedData()));
    }
    surface.list = lists_[index].get();
    surface.list->_ResetForNewFrame();
    surface.list->PushTextureID(kAtlasTexture);
    surface.list->PushClipRectFullScreen();
    surface.texts = &region.texts;
  }
  region.canvas = std::make_unique<Canvas>(surface, fonts_, metrics_, bounds);
  return *region.canvas;
}

std::vector<Area> Regions::finish(float opacity) {
  std::map<std::string, Print> prints;
  shown_.clear();
  data_.Clear();
  for (size_t i = 0; i < regions_.size(); ++i) {
    ImDrawList& list = *lists_[i];
    if (opacity < 1 && regions_[i].part == Part::slide) fade(list, std::max(0.0f, opacity));
    list._PopUnusedDrawCmd();
    prints[regions_[i].name] = {hash_of(list), area_of(list, metrics_)};
    shown_.push_back(&list);
    data_.TotalVtxCount += list.VtxBuffer.Size;
    data_.TotalIdxCount += list.IdxBuffer.Size;
  }
  show(data_.CmdLists, shown_);
  data_.CmdListsCount = static_cast<int>(shown_.size());
  data_.DisplayPos = {0, 0};
  data_.DisplaySize = {static_cast<float>(metrics_.width), static_cast<float>(metrics_.height)};
  data_.FramebufferScale = {1, 1};
  data_.Valid = true;

  std::vector<Area> damage;
  if (everything_) {
    damage = {{0, 0, metrics_.width, metrics_.height}};
  } else {
    for (const auto& [name, print] : prints) {
      auto before = last_.find(name);
      if (before != last_.end() && before->second.hash == print.hash) continue;
      add_damage(damage, print.area);
      if (before != last_.end()) add_damage(damage, before->second.area);
    }
    for (const auto& [name, print] : last_) {
      if (!prints.contains(name)) add_damage(damage, print.area);
    }
  }
  last_ = std::move(prints);
  everything_ = false;
  return damage;
}

std::vector<Regions::View> Regions::views() const {
  std::vector<View> views;
  for (const Region& region : regions_) views.push_back({region.name, region.bounds, region.texts});
  return views;
}

}  // namespace view
