// Everything that the screen shows, as draw data: owns ImGui, the fonts and the last picture.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/result.h"
#include "present/slides.h"
#include "settings/settings.h"
#include "view/chrome.h"
#include "view/regions.h"
#include "view/theme.h"

struct ImGuiContext;

namespace view {

// One byte of coverage a pixel. Upload it again when the generation has changed.
struct Atlas {
  int width = 0;
  int height = 0;
  const std::uint8_t* alpha = nullptr;  // the stage's, until the next set_plan, resize or build
  std::uint64_t generation = 0;
};

struct Frame {
  const ImDrawData* data = nullptr;  // the stage's, until the next build; texture id 1 is the atlas
  std::vector<Area> damage;          // where it differs from the frame before; never overlapping
};

struct Showing {
  Position position;
  std::optional<double> progress;  // of the dwell, 0 to 1; none: there is none
  bool paused = false;
  float opacity = 1;  // of the slide, not of header and footer: a fade goes down, then up
};

// UI thread. One slide with all its pages must fit the memory of one atlas; else words say so.
class Stage {
 public:
  // `texture_limit` is the largest side of a texture, 0 for none. Fails if a font is missing.
  static base::Result<std::unique_ptr<Stage>, std::string> create(
      const settings::Settings& settings, settings::PixelSize size, int texture_limit);
  ~Stage();
  Stage(const Stage&) = delete;
  Stage& operator=(const Stage&) = delete;

  // Lays everything out anew; the next frame is damaged everywhere.
  base::Result<std::monostate, std::string> resize(settings::PixelSize size, int texture_limit);

  // On failure the plan is taken over, but some letters are missing.
  base::Result<std::monostate, std::string> set_plan(present::Plan plan);

  const present::Plan& plan() const { return plan_; }

  // 1 or more; of a slide of the plan.
  int page_count(std::size_t slide) const { return pages_.at(slide); }

  // A position beyond the plan shows its nearest.
  Frame build(const Showing& showing);

  // What stands on the glass is not known any more: the next frame is damaged everywhere.
  void forget_glass() { regions_.forget(); }

  Atlas atlas() const;
  Color ground() const { return theme_.ground; }
  const Metrics& metrics() const { return metrics_; }
  // Of the last build, for tests.
  std::vector<Regions::View> regions() const { return regions_.views(); }

 private:
  Stage(const settings::Settings& settings, settings::PixelSize size, int texture_limit,
        std::unique_ptr<Fonts> fonts);
  base::Result<std::monostate, std::string> collect_glyphs();
  base::Result<std::monostate, std::string> make_atlas();
  int count_pages(const present::Slide& slide) const;
  Layout layout_of(const present::Slide& slide, const Furniture& furniture, Regions* regions) const;
  void draw_slide(const Showing& showing);
  void draw_notice_over(const present::Slide& slide);
  void draw_all(const Showing& showing);

  settings::Screen screen_;
  std::unique_ptr<Fonts> fonts_;
  Metrics metrics_;
  int texture_limit_;
  const Theme& theme_;
  Typesetter typesetter_;
  present::Plan plan_;
  std::vector<int> pages_;
  ImFontAtlas no_atlas_;  // ImGui deletes an atlas that it made itself
  ImGuiContext* context_ = nullptr;
  Regions regions_;
};

}  // namespace view
