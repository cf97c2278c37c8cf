#include "present/dates.h"
#include "present/kpi_text.h"
#include "present/make_slides.h"
#include "present/messages.h"
#include "present/numbers.h"

namespace present {
namespace {

PriorityPage::Indicator indicator_of(const Context& context, const model::Kpi& kpi) {
  PriorityPage::Indicator row;
  row.title = title_of(kpi);
  row.rating = analysis::rate(kpi, context.rule).rating;
  row.value = text_of(told_from_target(kpi, row.rating));
  if (row.value.empty() && !kpi.direction.now) row.value = "Unknown";
  const std::string flags = flags_of(kpi.flags);
  if (!flags.empty()) row.value += " " + flags;
  if (kpi.also) row.also = text_of(*kpi.also);
  row.direction = kpi.direction.now;
  row.direction_before = kpi.direction.before;
  return row;
}

PriorityPage::Measure measure_of(const model::Kpi& kpi) {
  PriorityPage::Measure row{title_of(kpi), target_cell(kpi), value_cell(kpi)};
  if (!row.current.arrow && row.current.text.empty()) row.current.text = "Unknown";
  return row;
}

}  // namespace

Quote quote_of(const model::Spotlight& spotlight) {
  Quote quote{spotlight.text, spotlight.by};
  if (spotlight.on)
    quote.attribution += (quote.attribution.empty() ? "" : ", ") + month_year(*spotlight.on);
  return quote;
}

Made make_priority(const Context& context, const settings::Slide& wanted,
                   const Found<model::Priority>& priority) {
  const auto& feed = context.snapshot.feeds[priority.feed];
  const model::Board& board = *feed.board;
  PriorityPage page;
  Slide slide;
  std::vector<model::Rating> themes;
  for (const auto& theme : priority->themes) {
    page.themes.push_back(
        {theme.short_title.empty() ? theme.title : theme.short_title, rating_pair(theme.rag)});
    themes.push_back(page.themes.back().rag.now);
    slide.load.words += words_in(page.themes.back().title);
    slide.load.rag_cells += page.themes.back().rag.move == Move::unknown ? 1 : 2;
  }
  std::vector<Found<model::Kpi>> shown;
  for (const auto& kpi : all_kpis(context)) {
    const bool belongs = (kpi.feed == priority.feed && kpi->priority == priority->id) ||
                         (kpi.feed != priority.feed && !kpi->priority.empty() &&
                          kpi->priority == feed.status.id + "/" + priority->id);
    if (!belongs || kpi->role == model::Kpi::Role::figure) continue;
    shown.push_back(kpi);
    slide.load.words += words_in(title_of(*kpi));
    ++slide.load.numbers;
    if (kpi->role == model::Kpi::Role::measure) page.measures.push_back(measure_of(*kpi));
    if (kpi->role == model::Kpi::Role::indicator) {
      page.indicators.push_back(indicator_of(context, *kpi));
      page.indicators_rated =
          page.indicators_rated || page.indicators.back().rating != model::Rating::none;
    }
  }
  if (priority->spotlight && !priority->spotlight->text.empty()) {
    page.quote = quote_of(*priority->spotlight);
    slide.load.words += words_in(page.quote->text);
  }
  if (page.themes.empty() && page.measures.empty() && page.indicators.empty() && !page.quote) {
    return base::Failure{std::string("the priority has no themes, measures or indicators")};
  }
  page.now_label = quarter_of(board.period);
  page.before_label = quarter_of(board.previous_period);
  if (page.now_label.empty()) page.now_label = "Now";
  if (page.before_label.empty()) page.before_label = "Before";
  page.age = tile_age(context, priority.feed, board.period);

  slide.id = wanted.id;
  if (priority->number) slide.badge = std::to_string(*priority->number);
  const std::string named =
      priority->number ? "Priority " + slide.badge + ": " + priority->title : priority->title;
  slide.title = !wanted.title.empty() ? wanted.title : priority->message;
  if (slide.title.empty()) slide.title = count_ratings(themes, "theme");
  if (slide.title.empty()) {
    slide.title = priority->title;
  } else {
    slide.subtitle = named;
  }
  slide.period = whole_period(board.period);
  slide.footer = footer_of(context, priority.feed, board.period);
  add_flags_key(slide, shown);
  set_marking(slide, highest_marking(context, {board.marking, marking_of(context, shown)}));
  slide.content = std::move(page);
  return slide;
}

}  // namespace present
