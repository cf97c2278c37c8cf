#include "present/kpi_rows.h"

#include <algorithm>
#include <map>

#include "analysis/change.h"
#include "present/dates.h"
#include "present/kpi_text.h"
#include "present/numbers.h"

namespace present {
namespace {

using model::Unit;
using Kind = KpiTable::Kind;

constexpr size_t kLongestHead = 12;  // letters; a longer label would widen its column
constexpr const char* kMissing = "–";

bool is_share(Unit unit) {
  return unit == Unit::percent || unit == Unit::points;
}

std::string signed_text(model::Quantity change) {
  if (change.unit == Unit::rank) {
    const double* places = std::get_if<double>(&change.value);
    if (!places) return text_of(change);
    if (*places == 0) return "same";
    return amount_of(*places, Unit::rank, {}) + (*places < 0 ? " up" : " down");
  }
  change.is_signed = true;
  std::string text = text_of(change);
  if (text == "+1 points" || text == "−1 points") text.pop_back();
  return text;
}

std::string word_for(double change, std::optional<model::Good> good) {
  switch (analysis::effect_of(change, good)) {
    case analysis::Effect::better:
      return "better";
    case analysis::Effect::worse:
      return "worse";
    case analysis::Effect::neither:
      break;
  }
  return "";
}

// A number's own decimals, so that a difference has as many as the two figures that it lies
// between.
std::optional<int> decimals_of(const model::Quantity& now, const model::Quantity& before) {
  if (!now.decimals || !before.decimals) return std::nullopt;
  return std::max(*now.decimals, *before.decimals);
}

// What follows from the figure and the one before.
void add_computed(ChangeCells& cells, const model::Kpi& kpi) {
  if (!kpi.previous) return;
  const auto& now = kpi.quantity;
  const auto& before = kpi.previous->quantity;
  const double* to = std::get_if<double>(&now.value);
  const double* from = std::get_if<double>(&before.value);
  if (!to || !from || now.unit != before.unit) return;
  const double difference = *to - *from;
  const auto change = analysis::change_between(now, before);
  const bool by_share = is_share(now.unit);
  if (!by_share && cells.amount.empty()) {
    cells.amount =
        signed_text({.value = difference, .unit = now.unit, .decimals = decimals_of(now, before)});
  }
  if (cells.share.empty()) {
    if (change && is_share(change->unit)) {
      cells.share = signed_text({.value = change->amount, .unit = change->unit, .decimals = 1});
    } else if (!change) {
      cells.share = "n/a";
    }
  }
  if (cells.word.empty()) cells.word = word_for(difference, kpi.good);
}

void add_printed(ChangeCells& cells, const model::Quantity& printed, const model::Kpi& kpi) {
  std::string& cell = is_share(printed.unit) ? cells.share : cells.amount;
  if (!cell.empty()) return;
  cell = signed_text(printed);
  const double* number = std::get_if<double>(&printed.value);
  if (number && cells.word.empty()) cells.word = word_for(*number, kpi.good);
}

Cell target_of_row(const model::Kpi& kpi) {
  if (kpi.target || !kpi.rank || !kpi.rank->target) return target_cell(kpi);
  std::string text = "≥ " + ordinal(*kpi.rank->target);
  if (!kpi.rank->group.empty()) text += " " + kpi.rank->group;
  return {std::nullopt, text};
}

Cell now_cell(const model::Kpi& kpi, model::Rating rating, bool is_change) {
  Cell cell{std::nullopt, text_of(told_from_target(kpi, rating))};
  if (cell.text.empty()) cell.arrow = kpi.direction.now;
  if (cell.text.empty() && !cell.arrow) cell.text = kMissing;
  if (is_change && kpi.also) cell.text += " (" + text_of(*kpi.also) + ")";
  const std::string flags = flags_of(kpi.flags);
  if (!flags.empty()) cell.text += (cell.text.empty() ? "" : " ") + flags;
  return cell;
}

std::string words_of(model::Flag flag) {
  switch (flag) {
    case model::Flag::provisional:
      return "provisional";
    case model::Flag::revised:
      return "revised";
    case model::Flag::estimated:
      return "estimated";
    case model::Flag::break_in_series:
      return "break in series";
    case model::Flag::confidential:
      return "confidential";
    case model::Flag::low:
      return "low";
    case model::Flag::not_available:
      return "not available";
    case model::Flag::not_applicable:
      return "not applicable";
    case model::Flag::ghost:
      return "left out of the limits";
  }
  return "";
}

const model::Period& period_of(const Context& context, const Found<model::Kpi>& kpi) {
  const model::Period& own = kpi->period;
  const bool is_given = !own.label.empty() || own.from || own.to;
  return is_given ? own : context.snapshot.feeds[kpi.feed].board->period;
}

// What most of them are for, where that is said: by the slide's own period, or short enough for a
// head. The others name theirs in their titles. None: each row needs its own.
std::optional<std::string> common_period(const Context& context,
                                         const std::vector<Found<model::Kpi>>& kpis) {
  std::map<std::string, size_t> counts;
  for (const auto& kpi : kpis) ++counts[brief_period(period_of(context, kpi))];
  const auto most =
      std::max_element(counts.begin(), counts.end(),
                       [](const auto& a, const auto& b) { return a.second < b.second; });
  if (most->second == kpis.size()) return most->first;
  const auto& board = *context.snapshot.feeds[kpis.front().feed].board;
  const bool is_said =
      most->first == brief_period(board.period) || most->first.size() <= kLongestHead;
  return is_said && 2 * most->second > kpis.size() ? std::optional(most->first) : std::nullopt;
}

// Whether a title has every word of a period: "KSI, Jan to Sep 2013" says "Jan–Sep 2013".
bool is_said_in(const std::string& title, const std::string& period) {
  const auto lower = [](std::string text) {
    for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return text;
  };
  const std::string where = lower(title);
  std::string word;
  for (const char c : lower(period) + ' ') {
    const bool is_letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (is_letter) {
      word += c;
    } else if (!word.empty()) {
      if (where.find(word) == where.npos) return false;
      word.clear();
    }
  }
  return true;
}

// The label that all share, if it is short enough for a head.
template <class LabelOf>
std::string shared_head(const std::vector<Found<model::Kpi>>& kpis, LabelOf label_of,
                        const std::string& otherwise) {
  std::string shared;
  for (const auto& kpi : kpis) {
    const std::string label = label_of(kpi);
    if (label.empty()) continue;
    if (!shared.empty() && label != shared) return otherwise;
    shared = label;
  }
  if (shared.empty() || shared.size() > kLongestHead) return otherwise;
  if (shared[0] >= 'a' && shared[0] <= 'z') shared[0] = static_cast<char>(shared[0] - 'a' + 'A');
  return shared;
}

}  // namespace

ChangeCells change_cells(const model::Kpi& kpi) {
  ChangeCells cells;
  if (kpi.change) add_printed(cells, *kpi.change, kpi);
  if (kpi.also && !kpi.quantity.is_signed) {
    // Beside a figure that is no change itself, only a second change can stand in brackets.
    if (kpi.also->is_signed || is_share(kpi.also->unit)) add_printed(cells, *kpi.also, kpi);
  }
  if (!kpi.quantity.is_signed) {
    add_computed(cells, kpi);
  } else if (const double* number = std::get_if<double>(&kpi.quantity.value)) {
    if (cells.word.empty()) cells.word = word_for(*number, kpi.good);
  }
  return cells;
}

KpiRows::KpiRows(const Context& context, const std::vector<Found<model::Kpi>>& kpis)
    : context_(context) {
  common_period_ = common_period(context, kpis);
  const std::string before = shared_head(
      kpis, [](const auto& kpi) { return kpi->previous ? kpi->previous->label : ""; }, "Previous");
  const std::string now = shared_head(
      kpis,
      [&](const auto& kpi) {
        const model::Period& period = period_of(context, kpi);
        return !common_period_ || brief_period(period) == *common_period_ ? period.label : "";
      },
      "Current");
  table_.columns = {{Kind::period, "Period"}, {Kind::target, "Target"}, {Kind::before, before},
                    {Kind::now, now},         {Kind::change, "Change"}, {Kind::share, "%"}};
}

void KpiRows::add(const Found<model::Kpi>& kpi, const Found<model::Kpi>& parent, bool is_child) {
  KpiTable::Row row;
  row.id = context_.snapshot.feeds[kpi.feed].status.id + "/" + kpi->id;
  const bool spelt_out = context_.settings.screen.audience == settings::Audience::public_screen;
  const auto name = [&](const model::Kpi& of) { return spelt_out ? of.title : title_of(of); };
  row.title = name(*kpi);
  if (parent && !is_child) row.title = name(*parent) + ": " + row.title;
  row.is_child = is_child;
  const auto rated = analysis::rate(*kpi, context_.rule);
  row.rating = rated.rating;
  row.rated_by_rule = rated.from == analysis::Rated::From::rule;
  row.has_target = kpi->target || (kpi->rank && kpi->rank->target);
  const ChangeCells change = change_cells(*kpi);
  row.word = change.word;
  Cell before;
  if (kpi->previous) before.text = text_of(kpi->previous->quantity);
  if (before.text.empty()) before.text = kMissing;
  std::string period = brief_period(period_of(context_, kpi));
  if (common_period_) {
    // "Quarter 1" among rows of "Quarter 1 2023/24" is the same.
    if (!common_period_->starts_with(period) && !is_said_in(row.title, period)) {
      row.title += " (" + period + ")";
    }
    period.clear();
  }
  row.cells = {{std::nullopt, period},
               target_of_row(*kpi),
               before,
               now_cell(*kpi, row.rating, kpi->quantity.is_signed),
               {std::nullopt, change.amount},
               {std::nullopt, change.share}};
  row.notes = notes_of(*kpi);
  row.age = tile_age(context_, kpi.feed, kpi->period);
  const Cell& now = row.cells[3];
  const bool says_nothing = !now.arrow && (now.text.empty() || now.text == kMissing) &&
                            change.amount.empty() && change.share.empty() &&
                            row.rating == model::Rating::none;
  if (says_nothing) row.age = not_given(context_, kpi.feed, std::move(row.age));
  table_.rated = table_.rated || row.rating != model::Rating::none;
  table_.rows.push_back(std::move(row));
}

void KpiRows::add(KpiTable::Row row_without_figure) {
  row_without_figure.cells.resize(table_.columns.size());
  table_.rows.push_back(std::move(row_without_figure));
}

std::size_t KpiRows::note(KpiTable::Note wanted) {
  auto& notes = table_.notes;
  const auto known = std::find_if(notes.begin(), notes.end(), [&](const auto& note) {
    return note.text == wanted.text && note.is_flag == wanted.is_flag;
  });
  if (known != notes.end()) return static_cast<std::size_t>(known - notes.begin());
  if (!wanted.is_flag) {
    const auto numbered =
        std::count_if(notes.begin(), notes.end(), [](const auto& note) { return !note.is_flag; });
    wanted.mark = std::to_string(numbered + 1);
  }
  notes.push_back(std::move(wanted));
  return notes.size() - 1;
}

std::vector<std::size_t> KpiRows::notes_of(const model::Kpi& kpi) {
  std::vector<std::size_t> indices;
  if (!kpi.note.empty()) indices.push_back(note({"", kpi.note, false}));
  if (!kpi.source.empty()) indices.push_back(note({"", "Source: " + kpi.source, false}));
  for (const model::Flag flag : kpi.flags) {
    indices.push_back(note({flags_of({flag}), words_of(flag), true}));
  }
  return indices;
}

void KpiRows::drop_empty_columns() {
  for (size_t column = table_.columns.size(); column-- > 0;) {
    const bool is_empty = std::all_of(table_.rows.begin(), table_.rows.end(), [&](const auto& row) {
      const Cell& cell = row.cells[column];
      return !cell.arrow && (cell.text.empty() || cell.text == kMissing);
    });
    if (!is_empty) continue;
    const auto at = static_cast<std::ptrdiff_t>(column);
    table_.columns.erase(table_.columns.begin() + at);
    for (auto& row : table_.rows) row.cells.erase(row.cells.begin() + at);
  }
}

// The share is "%" beside a count and "Change" alone.
void KpiRows::head_changes() {
  const bool has_amount =
      std::any_of(table_.columns.begin(), table_.columns.end(),
                  [](const auto& column) { return column.kind == Kind::change; });
  for (auto& column : table_.columns) {
    if (column.kind == Kind::share && !has_amount) column.head = "Change";
  }
}

KpiTable KpiRows::table() {
  drop_empty_columns();
  head_changes();
  return std::move(table_);
}

}  // namespace present
