// Tables of money: which of them, in which form, and what stands around the sheets.
#include <algorithm>
#include <cctype>
#include <utility>

#include "present/dates.h"
#include "present/finance_parts.h"
#include "present/make_slides.h"

namespace present {
namespace {

using Form = settings::Slide::Form;
using Kind = model::Column::Kind;

std::vector<Found<model::Table>> wanted_tables(const Context& context,
                                               const std::string& reference) {
  std::vector<Found<model::Table>> found;
  for (size_t feed = 0; feed < context.snapshot.feeds.size(); ++feed) {
    const auto& from = context.snapshot.feeds[feed];
    if (!from.board) continue;
    for (const auto& table : from.board->tables) {
      if (!reference.empty() && !model::matches(reference, from.status.id, table.id)) continue;
      found.push_back({&table, feed});
      if (!reference.empty()) return found;
    }
  }
  return found;
}

bool has(const model::Table& table, Kind kind) {
  return last_column(table, kind).has_value();
}

Form form_of(const model::Table& table, Form wanted) {
  if (wanted != Form::automatic) return wanted;
  if (has(table, Kind::variance)) return Form::variance;
  if (has(table, Kind::opening) && has(table, Kind::closing)) return Form::movement;
  return Form::rows;
}

// Heads of the bars: the side whose amounts stand in brackets says so.
void name_sides(Finance& content, const model::Table& table) {
  const auto column = last_column(table, Kind::variance);
  if (!column) return;
  const auto bracketed = [](const char* word) { return "(" + std::string(word) + ")"; };
  switch (table.variance) {
    case model::Table::Variance::none:
      content.below_zero = bracketed("−");
      content.above_zero = "+";
      break;
    case model::Table::Variance::favourable_positive:
      content.below_zero = bracketed("Adverse");
      content.below_zero_brief = bracketed("Adv.");
      content.above_zero = "Fav.";
      break;
    case model::Table::Variance::adverse_positive: {
      const bool by_effect = table.columns[*column].brackets == model::Column::Brackets::adverse;
      content.below_zero = by_effect ? "Under" : bracketed("Under");
      content.above_zero = by_effect ? bracketed("Over") : "Over";
      break;
    }
  }
  if (content.below_zero_brief.empty()) content.below_zero_brief = content.below_zero;
}

bool has_figures(const model::Table& table) {
  return std::ranges::any_of(table.rows, [](const model::Row& row) {
    return std::ranges::any_of(row.cells, [](const model::Value& cell) {
      return !std::holds_alternative<std::monostate>(cell);
    });
  });
}

// The reason why it cannot be made; empty if it was.
std::string fill(Finance& content, const model::Table& table, Form form) {
  const auto lacks = [&](const char* what) { return "table " + table.id + " has " + what; };
  if (table.rows.empty() || table.columns.empty()) return lacks("no rows or no columns");
  if (!has_figures(table)) return lacks("no figures");
  switch (form) {
    case Form::automatic:
    case Form::rows:
      content.form = Finance::Form::rows;
      content.sheets = {sheet_of_rows(table)};
      break;
    case Form::variance:
      if (!has(table, Kind::variance)) return lacks("no variance column");
      content.form = Finance::Form::variance;
      for (const auto& columns : variance_columns(table)) {
        content.sheets.push_back(sheet_of_variance(table, columns));
      }
      name_sides(content, table);
      break;
    case Form::movement: {
      const auto opening = last_column(table, Kind::opening);
      const auto closing = last_column(table, Kind::closing);
      if (!opening || !closing) return lacks("no opening or no closing column");
      content.form = Finance::Form::movement;
      content.sheets = {sheet_of_movement(table, *opening, *closing)};
      content.opening = "Opening";
      content.closing = "Closing";
      break;
    }
    case Form::shares:
      content.form = Finance::Form::shares;
      if (!add_shares(content, table)) return lacks("no amounts above zero to share out");
      return "";
  }
  if (table.lines_left_out) content.remark = "Some lines are not shown; totals include them.";
  return "";
}

std::optional<Finance::Callout> callout_of(const model::Table& table) {
  if (!table.callout) return std::nullopt;
  Finance::Callout callout{table.callout->rating, table.callout->text, table.callout->detail};
  const bool goes_on =
      !callout.detail.empty() && std::islower(static_cast<unsigned char>(callout.detail[0]));
  const bool ended = callout.text.ends_with('.') || callout.text.ends_with(',');
  if (goes_on && !ended) callout.text += ',';
  return callout;
}

ReadingLoad load_of(const Finance& content) {
  ReadingLoad load;
  for (const auto& sheet : content.sheets) {
    for (const auto& row : sheet.rows) {
      load.words += words_in(row.title);
      load.numbers += static_cast<int>(std::count_if(
          row.cells.begin(), row.cells.end(), [](const auto& cell) { return !cell.empty(); }));
    }
    load.charts += content.form != Finance::Form::rows;
  }
  for (const auto& share : content.shares) {
    load.words += words_in(share.title) + words_in(share.detail);
    load.numbers += 2;
  }
  load.charts += !content.shares.empty();
  for (const auto& note : content.notes) load.words += words_in(note.text);
  load.words += words_in(content.remark);
  if (content.callout) {
    load.words += words_in(content.callout->text) + words_in(content.callout->detail);
    ++load.rag_cells;
  }
  return load;
}

Made make_one(const Context& context, const settings::Slide& wanted, model::Id id,
              const Found<model::Table>& table) {
  Finance content;
  const std::string trouble = fill(content, *table, form_of(*table, wanted.form));
  if (!trouble.empty()) return base::Failure{trouble};
  for (const auto& note : table->notes) content.notes.push_back({note.ref, note.text});
  content.callout = callout_of(*table);

  const model::Board& board = *context.snapshot.feeds[table.feed].board;
  content.age = tile_age(context, table.feed, board.period);
  Slide slide;
  slide.id = std::move(id);
  slide.title = !wanted.title.empty() ? wanted.title : table->message;
  if (slide.title.empty()) slide.title = finance_message(*table, content);
  const bool named = !slide.title.empty() && slide.title != table->title;
  if (!named) slide.title = table->title;
  slide.subtitle = finance_subtitle(*table, content, named);
  slide.period = whole_period(board.period);
  slide.footer = footer_of(context, table.feed, board.period);
  slide.load = load_of(content);
  set_marking(slide, marking_of(context, table.feed, table->marking));
  slide.content = std::move(content);
  return slide;
}

}  // namespace

ManyMade make_finance(const Context& context, const settings::Slide& wanted) {
  const auto tables = wanted_tables(context, wanted.table);
  if (tables.empty()) {
    return {{wanted.id, base::Failure{wanted.table.empty() ? std::string("no feed has tables")
                                                           : "no feed has table " + wanted.table}}};
  }
  ManyMade made;
  for (const auto& table : tables) {
    model::Id id = wanted.table.empty() ? wanted.id + "/" + table->id : wanted.id;
    made.push_back({id, make_one(context, wanted, id, table)});
  }
  return made;
}

}  // namespace present
