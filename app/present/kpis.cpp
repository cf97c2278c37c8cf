#include <algorithm>

#include "present/dates.h"
#include "present/kpi_text.h"
#include "present/make_slides.h"
#include "present/messages.h"
#include "present/process.h"
#include "present/wanted_kpis.h"
#include "present/withheld.h"

namespace present {
namespace {

std::string subtitle_of(const Context& context, const std::vector<Found<model::Kpi>>& kpis,
                        const std::vector<KpiCard>& cards) {
  std::string text = how_rated(context, kpis);
  const bool any_line = std::any_of(cards.begin(), cards.end(), [](const KpiCard& card) {
    return card.sparkline.values.size() > 1 && card.sparkline.target;
  });
  if (any_line) text += std::string(text.empty() ? "" : " ") + "Dashed line: target.";
  return text;
}

}  // namespace

Made make_kpis(const Context& context, const settings::Slide& wanted) {
  Kpis content;
  std::vector<Found<model::Kpi>> found;
  const auto shown = [&](const Found<model::Kpi>& kpi) {
    KpiCard card = card_of(context, kpi);
    if (wanted.icons) card.icons = icons_for(context, kpi);
    return card;
  };
  if (wanted.kpis.empty()) {
    for (const auto& kpi : all_kpis(context)) {
      if (kpi->role == model::Kpi::Role::figure) found.push_back(kpi);
    }
    for (const auto& kpi : found) content.cards.push_back(shown(kpi));
  } else {
    for (const auto& reference : wanted.kpis) {
      if (const auto kpi = find_kpi(context, reference)) {
        found.push_back(kpi);
        content.cards.push_back(shown(kpi));
        continue;
      }
      // Of what the screen may not show not even the place is kept.
      if (!why_withheld(context, model::Withheld::Thing::kpi, reference).empty()) continue;
      content.cards.push_back(missing_card(context, reference));
    }
  }
  if (found.empty()) return base::Failure{std::string("no feed has any of its figures")};

  Slide slide;
  slide.id = wanted.id;
  std::vector<model::Rating> ratings;
  std::vector<TileAge> ages;
  std::vector<ProcessIcons> icons;
  for (const auto& card : content.cards) {
    icons.push_back(card.icons);
    ratings.push_back(card.rating);
    ages.push_back(card.age);
    slide.load.words += words_in(card.title) + words_in(card.period) + words_in(card.target);
    slide.load.numbers += 2;
    slide.load.rag_cells += card.rating != model::Rating::none;
  }
  const size_t feed = found.front().feed;
  const model::Period& period = shared_period(context, found);
  slide.title = !wanted.title.empty() ? wanted.title : count_met(ratings);
  if (slide.title.empty()) slide.title = "Key figures";
  slide.subtitle = subtitle_of(context, found, content.cards);
  const std::string key = key_of(icons);
  if (!key.empty()) slide.subtitle += (slide.subtitle.empty() ? "" : " ") + key;
  slide.period = whole_period(period);
  slide.footer = footer_of_tiles(ages);
  if (slide.footer.empty()) slide.footer = footer_of(context, feed, period);
  add_flags_key(slide, found);
  set_marking(slide, marking_of(context, found));
  slide.content = std::move(content);
  return slide;
}

}  // namespace present
