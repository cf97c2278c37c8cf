// Pieces of a KPI's tile that its three forms share: card, row in portrait, public card.
#pragma once

#include <vector>

#include <string>

#include "present/slides.h"
#include "view/card.h"
#include "view/slide_kinds.h"

namespace view {

struct KpiForm {
  Role label = Role::body;  // one size for all cards of a slide
  int label_lines = 1;
};

// Of the number and its unit, the number in this role.
float figure_width(const Layout& layout, const present::Figure& figure, Role role);

// The number and its unit on one baseline, one size down for each that does not fit; nothing of
// it is drawn over `room`. Returns the width taken.
float draw_figure(Canvas& canvas, const Layout& layout, const present::KpiCard& card, Point at,
                  float room, Role largest);

// A line with a dot at its end and the target dashed across, inside `box`.
void draw_sparkline(Canvas& canvas, const Theme& theme, const Box& box,
                    const present::Sparkline& line);
bool has_sparkline(const present::Sparkline& line);

// Triangle, amount, word, on one baseline.
void draw_change_line(Canvas& canvas, const Layout& layout, const present::KpiCard::Change& change,
                      Point at, float room, Role largest = Role::body);

// "Target ≥ 90%  ·  higher is better"; in portrait an arrow and "wanted" stand for those words.
void draw_target_line(Canvas& canvas, const Layout& layout, const present::KpiCard& card, Point at,
                      float room);

// The three forms. `box` is the tile, which the canvas has for its bounds.
void draw_kpi_card(Canvas& canvas, const Layout& layout, const present::KpiCard& card,
                   const Box& box, const KpiForm& form);
void draw_kpi_row(Canvas& canvas, const Layout& layout, const present::KpiCard& card,
                  const Box& box, const KpiForm& form);
// What the cards of a slide have in common where the public reads.
struct PublicForm {
  Role figure = Role::hero;
  bool with_change = true;
  Role label = Role::body;
};

// The change goes first, then the largest figure, then the size of the labels: a label that breaks
// off says less than either. `box` is one of the equal cards.
PublicForm public_form_of(const std::vector<present::KpiCard>& cards, const Layout& layout,
                          const Box& box);
void draw_public_kpi(Canvas& canvas, const Layout& layout, const present::KpiCard& card,
                     const Box& box, const PublicForm& form);

// What each needs to stand in, without the room to breathe.
float kpi_card_height(const Layout& layout);
float kpi_row_height(const Layout& layout);
float public_kpi_height(const Layout& layout);
float least_public_kpi_height(const Layout& layout);  // with a smaller figure and one line of label

// Room for the label of a card or row of this width.
float kpi_label_room(const Layout& layout, float width);

inline constexpr float kKpiMark = 56;  // diameter

}  // namespace view
