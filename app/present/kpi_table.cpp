#include <algorithm>
#include <utility>

#include "present/dates.h"
#include "present/kpi_rows.h"
#include "present/kpi_text.h"
#include "present/make_slides.h"
#include "present/messages.h"
#include "present/numbers.h"
#include "present/process.h"
#include "present/rated_things.h"
#include "present/wanted_kpis.h"

namespace present {
namespace {

// What stands in a row: a figure, or the name of one that no feed has.
struct Wanted {
  Found<model::Kpi> kpi;
  std::string reference;
  Found<model::Kpi> parent;  // of a child
  bool is_child = false;     // stands below its parent
};

bool is_parent(const Context& context, const Found<model::Kpi>& parent,
               const Found<model::Kpi>& child) {
  return parent.thing != child.thing &&
         refers_to(context, child->parent, child.feed, parent.feed, parent->id);
}

Found<model::Kpi> parent_of(const Context& context, const Found<model::Kpi>& child) {
  for (const auto& kpi : all_kpis(context)) {
    if (is_parent(context, kpi, child)) return kpi;
  }
  return {};
}

// Parents in order of the document, each with its children below it.
std::vector<Wanted> families(const Context& context, const std::vector<Found<model::Kpi>>& kpis) {
  std::vector<Wanted> rows;
  for (const auto& kpi : kpis) {
    const auto parent = parent_of(context, kpi);
    const bool has_parent = parent && std::any_of(kpis.begin(), kpis.end(), [&](const auto& other) {
                              return other.thing == parent.thing;
                            });
    if (has_parent && parent->parent.empty()) continue;
    rows.push_back({kpi, "", parent, false});
    for (const auto& child : kpis) {
      if (is_parent(context, kpi, child) && kpi->parent.empty()) {
        rows.push_back({child, "", kpi, true});
      }
    }
  }
  return rows;
}

std::vector<Wanted> as_listed(const Context& context, const settings::Slide& wanted) {
  std::vector<Wanted> rows;
  Found<model::Kpi> last;  // that is no child
  for (const auto& reference : wanted.kpis) {
    Wanted row{find_kpi(context, reference), reference, {}, false};
    if (row.kpi) {
      row.parent = parent_of(context, row.kpi);
      row.is_child = last && row.parent && row.parent.thing == last.thing;
    }
    if (!row.is_child) last = row.kpi;
    rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<Wanted> wanted_rows(const Context& context, const settings::Slide& wanted,
                                const Found<model::Priority>& priority) {
  if (!wanted.kpis.empty()) return as_listed(context, wanted);
  std::vector<Found<model::Kpi>> kpis;
  for (const auto& kpi : all_kpis(context)) {
    const bool compared = kpi->previous || kpi->target || (kpi->rank && kpi->rank->target);
    if (priority ? priority_of(context, kpi).thing == priority.thing : compared)
      kpis.push_back(kpi);
  }
  return families(context, kpis);
}

KpiTable::Row row_without_figure(const Context& context, const std::string& reference) {
  const KpiCard card = missing_card(context, reference);
  KpiTable::Row row;
  row.id = reference;
  row.title = card.title;
  row.age = card.age;
  return row;
}

// "9 of 12 figures better, 2 worse"; empty where no direction is good.
std::string count_moves(const std::vector<KpiTable::Row>& rows) {
  const auto count = [&](std::string_view word) {
    return std::count_if(rows.begin(), rows.end(),
                         [&](const auto& row) { return row.word == word; });
  };
  const auto number = [](auto value) { return format_number(static_cast<double>(value)); };
  const auto better = count("better");
  const auto worse = count("worse");
  if (better + worse == 0) return "";
  const auto all = static_cast<long>(rows.size());
  const std::string of = " of " + number(all) + (all == 1 ? " figure" : " figures");
  if (better == all && all > 1) return "All " + number(all) + " figures better than before";
  if (worse == 0) return number(better) + of + " better, none worse";
  if (better == 0) return number(worse) + of + " worse, none better";
  return number(better) + of + " better, " + number(worse) + " worse";
}

std::string title_of_table(const KpiTable& table) {
  std::vector<model::Rating> ratings;
  for (const auto& row : table.rows) ratings.push_back(row.rating);
  const auto rated = std::count_if(ratings.begin(), ratings.end(), [](model::Rating rating) {
    return rating != model::Rating::none;
  });
  // Ratings are the message where most rows have one; else the changes are.
  if (2 * static_cast<size_t>(rated) >= ratings.size()) return count_met(ratings);
  const std::string moves = count_moves(table.rows);
  return moves.empty() ? count_met(ratings) : moves;
}

std::string subtitle_of(const std::vector<std::string>& sentences) {
  std::string text;
  for (const auto& sentence : sentences) {
    if (sentence.empty()) continue;
    text += (text.empty() ? "" : " ") + sentence + (sentence.back() == '.' ? "" : ".");
  }
  return text;
}

ReadingLoad load_of(const KpiTable& table) {
  ReadingLoad load;
  for (const auto& row : table.rows) {
    load.words += words_in(row.title) + words_in(row.word);
    load.rag_cells += row.rating != model::Rating::none;
    for (const auto& cell : row.cells) load.numbers += !cell.text.empty() || cell.arrow;
  }
  for (const auto& note : table.notes) load.words += words_in(note.text);
  return load;
}

}  // namespace

Made make_kpi_table(const Context& context, const settings::Slide& wanted) {
  Found<model::Priority> priority;
  if (!wanted.priority.empty()) {
    priority = find_priority(context, wanted.priority);
    if (!priority) return base::Failure{"no feed has priority " + wanted.priority};
  }
  const auto rows = wanted_rows(context, wanted, priority);
  std::vector<Found<model::Kpi>> found;
  for (const auto& row : rows) {
    if (row.kpi) found.push_back(row.kpi);
  }
  if (found.empty() && priority && wanted.kpis.empty()) {
    return base::Failure{std::string("the priority has no KPIs")};
  }
  if (found.empty()) return base::Failure{std::string("no feed has any of its figures")};

  KpiRows maker(context, found);
  for (const auto& row : rows) {
    if (!row.kpi) {
      maker.add(row_without_figure(context, row.reference));
    } else {
      maker.add(row.kpi, row.parent, row.is_child);
    }
  }
  KpiTable table = maker.table();
  std::vector<ProcessIcons> icons;
  for (std::size_t i = 0; wanted.icons && i < rows.size(); ++i) {
    if (rows[i].kpi) table.rows[i].icons = icons_for(context, rows[i].kpi);
    icons.push_back(table.rows[i].icons);
  }

  const model::Period& period = shared_period(context, found);
  Slide slide;
  slide.id = wanted.id;
  std::string named;
  if (priority) {
    slide.badge = badge_of(*priority);
    named = priority->title;
  }
  slide.title = !wanted.title.empty() ? wanted.title : title_of_table(table);
  if (slide.title.empty()) slide.title = !named.empty() ? std::exchange(named, "") : "Key figures";
  const bool own_periods =
      std::any_of(table.columns.begin(), table.columns.end(),
                  [](auto& column) { return column.kind == KpiTable::Kind::period; });
  const std::string when = range(period).empty() ? period.label : range(period);
  slide.subtitle =
      subtitle_of({named, own_periods ? "" : when, how_rated(context, found), key_of(icons)});
  slide.period = whole_period(period);
  std::vector<TileAge> ages;
  for (const auto& row : table.rows) ages.push_back(row.age);
  table.age = shared_lateness(context, ages, found);
  slide.footer = footer_of_tiles(ages);
  if (slide.footer.empty() || table.age.state == TileAge::State::late) {
    slide.footer = footer_of(context, found.front().feed, period);
  }
  set_marking(slide,
              highest_marking(context, {priority ? marking_of(context, priority.feed, "") : "",
                                        marking_of(context, found)}));
  slide.load = load_of(table);
  slide.content = std::move(table);
  return slide;
}

}  // namespace present
