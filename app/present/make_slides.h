// One maker for each kind of slide. Each gives a whole slide, or the reason why it is skipped.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "present/context.h"
#include "present/slides.h"

namespace present {

using Made = base::Result<Slide, std::string>;  // the error is the reason, for the status

// Of a kind that fills several slides: one for each theme, priority or table that has something to
// show. Never empty: with nothing there is one failure, which says what is missing.
struct MadeAs {
  model::Id id;  // "themes/road-safety"
  Made made;
};
using ManyMade = std::vector<MadeAs>;

Made make_overview(const Context& context, const settings::Slide& wanted);
Made make_kpis(const Context& context, const settings::Slide& wanted);
Made make_priority(const Context& context, const settings::Slide& wanted,
                   const Found<model::Priority>& priority);
Made make_trend(const Context& context, const settings::Slide& wanted);
ManyMade make_themes(const Context& context, const settings::Slide& wanted);
ManyMade make_headlines(const Context& context, const settings::Slide& wanted);
ManyMade make_spotlights(const Context& context, const settings::Slide& wanted);
Made make_kpi_table(const Context& context, const settings::Slide& wanted);
Made make_commitments(const Context& context, const settings::Slide& wanted);
Made make_rag_grid(const Context& context, const settings::Slide& wanted);
ManyMade make_exceptions(const Context& context, const settings::Slide& wanted);
ManyMade make_finance(const Context& context, const settings::Slide& wanted);
Made make_response(const Context& context, const settings::Slide& wanted);
Made make_chart(const Context& context, const settings::Slide& wanted);
Made make_ranks(const Context& context, const settings::Slide& wanted);
Made make_control_chart(const Context& context, const settings::Slide& wanted);
Made make_control_charts(const Context& context, const settings::Slide& wanted);
Made make_forward_plan(const Context& context, const settings::Slide& wanted);

// The notice that takes over now, if any, and the next moment at which that changes.
struct NoticeNow {
  std::optional<NoticeTaken> notice;
  std::optional<model::Timestamp> next_change;
};
NoticeNow notice_now(const Context& context);

// What stands on every slide of a public screen, from the first feed that gives any; none on
// others.
std::vector<model::Line> contacts_of(const Context& context);

// What the screen says while no slide has anything to show.
Slide make_waiting(const Context& context);

// Shared by the makers.
int words_in(std::string_view text);
RatingPair rating_pair(const model::NowBefore<model::Rating>& rag);
Quote quote_of(const model::Spotlight& spotlight);

}  // namespace present
