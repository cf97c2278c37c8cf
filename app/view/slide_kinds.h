// One file for each kind of slide; each says on how many pages its content fits and draws one.
//
// Whoever adds a kind adds its two functions here and its file. A kind draws every card or panel
// into a region of its own, inside `layout.content`, and leaves the glass around it alone.
#pragma once

#include "present/slides.h"
#include "view/metrics.h"
#include "view/regions.h"
#include "view/theme.h"
#include "view/typesetter.h"

namespace view {

struct Layout {
  const Metrics& metrics;
  const Theme& theme;
  const Typesetter& type;
  Box content;         // below the title, above the footer
  Box aside;           // free room right of the title, its bottom on the title's baseline
  std::string period;  // of the slide: a card need not repeat it
  Regions* regions;    // null while only pages are counted

  // Lengths that go with the height of letters are multiplied by this.
  float growth() const { return metrics.growth(); }
  Canvas& region(std::string name, const Box& bounds) const {
    return regions->add(std::move(name), bounds);
  }
};

// At least 1, whatever is empty.
int page_count(const present::Overview& content, const Layout& layout);
int page_count(const present::Kpis& content, const Layout& layout);
int page_count(const present::PriorityPage& content, const Layout& layout);
int page_count(const present::Trend& content, const Layout& layout);
int page_count(const present::ThemePage& content, const Layout& layout);
int page_count(const present::Headlines& content, const Layout& layout);
int page_count(const present::Spotlight& content, const Layout& layout);
int page_count(const present::Exceptions& content, const Layout& layout);
int page_count(const present::Finance& content, const Layout& layout);
int page_count(const present::KpiTable& content, const Layout& layout);
int page_count(const present::Commitments& content, const Layout& layout);
int page_count(const present::RagGrid& content, const Layout& layout);
int page_count(const present::Response& content, const Layout& layout);
int page_count(const present::Chart& content, const Layout& layout);
int page_count(const present::Ranks& content, const Layout& layout);
int page_count(const present::ForwardPlan& content, const Layout& layout);
int page_count(const present::ControlChart& content, const Layout& layout);
int page_count(const present::ControlCharts& content, const Layout& layout);
int page_count(const present::Waiting& content, const Layout& layout);

// `page` counts from 0 and is below page_count().
void draw(const present::Overview& content, int page, const Layout& layout);
void draw(const present::Kpis& content, int page, const Layout& layout);
void draw(const present::PriorityPage& content, int page, const Layout& layout);
void draw(const present::Trend& content, int page, const Layout& layout);
void draw(const present::ThemePage& content, int page, const Layout& layout);
void draw(const present::Headlines& content, int page, const Layout& layout);
void draw(const present::Spotlight& content, int page, const Layout& layout);
void draw(const present::Exceptions& content, int page, const Layout& layout);
void draw(const present::Finance& content, int page, const Layout& layout);
void draw(const present::KpiTable& content, int page, const Layout& layout);
void draw(const present::Commitments& content, int page, const Layout& layout);
void draw(const present::RagGrid& content, int page, const Layout& layout);
void draw(const present::Response& content, int page, const Layout& layout);
void draw(const present::Chart& content, int page, const Layout& layout);
void draw(const present::Ranks& content, int page, const Layout& layout);
void draw(const present::ForwardPlan& content, int page, const Layout& layout);
void draw(const present::ControlChart& content, int page, const Layout& layout);
void draw(const present::ControlCharts& content, int page, const Layout& layout);
void draw(const present::Waiting& content, int page, const Layout& layout);

// Of whatever kind it is. Named apart: a kind without functions of its own would else call these
// for ever, as it turns into a Content by itself.
int count_pages(const present::Content& content, const Layout& layout);
void draw_content(const present::Content& content, int page, const Layout& layout);

}  // namespace view
