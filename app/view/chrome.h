// What stands around every slide: header, title, contacts, dwell bar, footer.
#pragma once

#include <string>
#include <vector>

#include "present/slides.h"
#include "view/slide_kinds.h"

namespace view {

// Where the furniture of one slide stands; what is left is the content's.
struct Furniture {
  Box header;
  float header_baseline = 0;
  std::vector<std::string> title;  // its lines
  Role title_role = Role::title;
  Point title_at;  // first baseline
  Box badge;
  std::string subtitle;
  float subtitle_baseline = 0;  // 0: no line for subtitle and page dots
  Box content;
  Box aside;
  Box contacts;  // empty where there are none
  Box bar;
  Box footer;
};

// `contacts` of the plan stand on every slide and take their room from the content.
Furniture furnish(const present::Slide& slide, const std::vector<model::Line>& contacts, int pages,
                  const Metrics& metrics, const Typesetter& type);

struct Position {
  std::size_t slide = 0;
  int page = 0;

  bool operator==(const Position&) const = default;
};

struct ChromeState {
  Position position;
  std::size_t slides = 1;
  int pages = 1;                   // of this slide
  std::optional<double> progress;  // 0 to 1; none: the bar stays empty
  bool paused = false;
};

void draw_chrome(const present::Plan& plan, const ChromeState& state, const Furniture& furniture,
                 const Layout& layout);

}  // namespace view
