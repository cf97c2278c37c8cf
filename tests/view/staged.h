// One slide on a stage, and what a test can hold against its texts.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "support/sample_details.h"
#include "view/stage.h"

namespace view {

struct Look {
  settings::PixelSize size;
  settings::Theme theme = settings::Theme::dark;
  double distance_metres = 3;  // 4.5 makes letters 1.45 times as large
  settings::Audience audience = settings::Audience::staff;
};

inline std::vector<Look> all_looks() {
  std::vector<Look> looks;
  for (settings::PixelSize size : {settings::PixelSize{1920, 1080}, settings::PixelSize{1280, 720},
                                   settings::PixelSize{3840, 2160}, settings::PixelSize{1080, 1920},
                                   settings::PixelSize{720, 1280}}) {
    for (auto theme : {settings::Theme::dark, settings::Theme::light}) {
      looks.push_back({size, theme});
      looks.push_back({size, theme, 4.6});
    }
    looks.push_back({size, settings::Theme::light, 3, settings::Audience::public_screen});
    looks.push_back({size, settings::Theme::light, 4.6, settings::Audience::public_screen});
  }
  return looks;
}

inline std::string name_of(const Look& look) {
  return std::to_string(look.size.width) + "x" + std::to_string(look.size.height) +
         (look.theme == settings::Theme::dark ? " dark " : " light ") +
         std::to_string(look.distance_metres) + " m" +
         (look.audience == settings::Audience::public_screen ? " public" : "");
}

class Staged {
 public:
  explicit Staged(present::Plan plan, const Look& look = {}) {
    settings::Settings settings;
    settings.screen.theme = look.theme;
    settings.screen.distance_metres = look.distance_metres;
    settings.screen.audience = look.audience;
    auto stage = Stage::create(settings, look.size, 0);
    if (!stage) throw std::runtime_error(stage.error());
    stage_ = std::move(stage).value();
    auto taken = stage_->set_plan(std::move(plan));
    if (!taken) throw std::runtime_error(taken.error());
    show(0);
  }

  int pages() const { return stage_->page_count(slide_); }
  const ImDrawData& show(int page) { return *stage_->build({.position = {slide_, page}}).data; }
  // Everything below is about this slide of the plan; at first the first.
  void turn_to(std::size_t slide) {
    slide_ = slide;
    show(0);
  }
  const Stage& stage() const { return *stage_; }

  // Of the page shown last.
  std::vector<std::string> texts() const {
    std::vector<std::string> texts;
    for (const auto& region : stage_->regions()) {
      for (const auto& text : region.texts) texts.push_back(text.text);
    }
    return texts;
  }
  bool says(const std::string& text) const { return std::ranges::count(texts(), text) > 0; }
  // On any page, in order.
  std::vector<std::string> texts_of_all_pages() {
    std::vector<std::string> all;
    for (int page = 0; page < pages(); ++page) {
      show(page);
      std::ranges::copy(texts(), std::back_inserter(all));
    }
    return all;
  }
  Box ink_of(const std::string& wanted) const {
    for (const auto& region : stage_->regions()) {
      for (const auto& text : region.texts) {
        if (text.text == wanted) return text.ink;
      }
    }
    ADD_FAILURE() << "no text " << wanted;
    return {};
  }
  Box bounds_of(const std::string& name) const {
    for (const auto& region : stage_->regions()) {
      if (region.name == name) return region.bounds;
    }
    ADD_FAILURE() << "no region " << name;
    return {};
  }
  // The draw list of a region; null if there is no such region.
  const ImDrawList* list_of(const ImDrawData& data, const std::string& name) const {
    auto regions = stage_->regions();
    for (int i = 0; i < data.CmdListsCount; ++i) {
      if (regions[static_cast<std::size_t>(i)].name == name) return data.CmdLists[i];
    }
    return nullptr;
  }

 private:
  std::unique_ptr<Stage> stage_;
  std::size_t slide_ = 0;
};

inline std::string print(const SetText& text) {
  const Box& box = text.ink;
  return "'" + text.text + "' at " + std::to_string(box.left) + ", " + std::to_string(box.top) +
         " to " + std::to_string(box.right) + ", " + std::to_string(box.bottom);
}

// Every text stays in the box that it was given and in its region, and covers no other text. Lines
// of a paragraph are set closer than the tallest accents and the deepest tails of all scripts
// together need: such lines may touch by `touch`, in ems.
inline void expect_texts_apart(Staged& staged, float touch = 0) {
  // Soft edges of glyphs take up to a pixel more than their outline.
  const float scale = staged.stage().metrics().scale;
  const float soft = 1.5f / scale;
  for (int page = 0; page < staged.pages(); ++page) {
    SCOPED_TRACE("page " + std::to_string(page));
    staged.show(page);
    std::vector<const SetText*> texts;
    auto regions = staged.stage().regions();
    for (const auto& region : regions) {
      for (const auto& text : region.texts) {
        EXPECT_TRUE(text.limit.inset(-soft).contains(text.ink)) << print(text) << " in its box";
        EXPECT_TRUE(region.bounds.inset(-soft).contains(text.ink))
            << print(text) << " in " << region.name;
        texts.push_back(&text);
      }
    }
    for (std::size_t i = 0; i < texts.size(); ++i) {
      for (std::size_t j = i + 1; j < texts.size(); ++j) {
        auto core = [&](const SetText& text) {
          Box box = text.ink.inset(soft / 2);
          const float by = touch * static_cast<float>(text.em_pixels) / scale;
          return Box{box.left, box.top + by, box.right, box.bottom - by};
        };
        EXPECT_FALSE(core(*texts[i]).overlaps(core(*texts[j])))
            << print(*texts[i]) << " over " << print(*texts[j]);
      }
    }
  }
}

}  // namespace view
