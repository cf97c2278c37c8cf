// Tables of money on the glass: columns that give way, pages that break where parts end.
#include <gtest/gtest.h>

#include "present/context.h"
#include "present/make_slides.h"
#include "support/sample_money.h"
#include "view/staged.h"

namespace view {
namespace {

using present::Finance;
using Form = settings::Slide::Form;

constexpr settings::PixelSize kLandscape{1920, 1080};
constexpr settings::PixelSize kPortrait{1080, 1920};

// As present/ makes it, so that both rooms are tested with the figures of the reports.
Finance finance_of(const model::Table& table, Form form = Form::automatic) {
  model::Board board = support::plan_board();
  board.tables = {table};
  model::Snapshot snapshot;
  snapshot.feeds = {support::fetched("plan", std::move(board))};
  const settings::Settings settings;
  auto wanted = support::slide(settings::Slide::Kind::finance, "money");
  wanted.table = table.id;
  wanted.form = form;
  const present::Context context(settings, snapshot, {support::noon()});
  const auto made = present::make_finance(context, wanted);
  return std::get<Finance>(made.at(0).made.value().content);
}

std::string three_times(const std::string& text) {
  return text.empty() ? text : text + " " + text + " " + text;
}

Finance lengthened(Finance content) {
  for (auto& sheet : content.sheets) {
    for (auto& column : sheet.columns) {
      column.title = three_times(column.title);
      column.group = three_times(column.group);
    }
    for (auto& row : sheet.rows) row.title = three_times(row.title);
  }
  for (auto& share : content.shares) {
    share.title = three_times(share.title);
    share.detail = three_times(share.detail);
  }
  for (auto& note : content.notes) note.text = three_times(note.text);
  content.remark = three_times(content.remark);
  if (content.callout) {
    content.callout->text = three_times(content.callout->text);
    content.callout->detail = three_times(content.callout->detail);
  }
  return content;
}

std::vector<Finance> all_contents() {
  model::Table merged = support::capital_table();
  merged.rows.insert(merged.rows.begin(), support::money_row("Vans", {0, 0, 0, 200, 0}));
  model::Table marked = support::quarter_2_table();
  marked.callout = support::revenue_table().callout;
  marked.notes = support::revenue_table().notes;
  return {finance_of(support::revenue_table()),  finance_of(support::revenue_table(), Form::rows),
          finance_of(support::reserves_table()), finance_of(marked),
          finance_of(marked, Form::rows),        finance_of(merged, Form::shares)};
}

int count_of(const std::vector<std::string>& texts, const std::string& wanted) {
  return static_cast<int>(std::ranges::count(texts, wanted));
}

TEST(FinanceSlide, TheMockUpFitsOnOnePageWithItsCallout) {
  Finance content = finance_of(support::revenue_table());
  content.notes.clear();
  Staged staged(support::plan_with(content));
  EXPECT_EQ(staged.pages(), 1);
  for (const char* text :
       {"Line", "Revised", "Forecast", "Variance", "(Adverse)", "Fav.", "Pay & employment costs",
        "R2", "(3,411)", "1,709", "–", "Total net revenue expenditure", "164,998",
        "General fund would fall to 2.36% of net revenue,", "below the 3% minimum"}) {
    EXPECT_TRUE(staged.says(text)) << text;
  }
}

TEST(FinanceSlide, NotesThatDoNotFitHaveAPageOfTheirOwn) {
  Staged staged(support::plan_with(finance_of(support::revenue_table())));
  ASSERT_EQ(staged.pages(), 2);
  staged.show(1);
  EXPECT_TRUE(staged.says("R3"));
  EXPECT_TRUE(staged.says("Business rates, equipment and body armour."));
  EXPECT_FALSE(staged.says("Net budget"));
  Finance few = finance_of(support::capital_table());
  few.notes = {{"R1", "A note"}};
  Staged beside(support::plan_with(few));
  EXPECT_EQ(beside.pages(), 1);
  EXPECT_TRUE(beside.says("A note"));
}

// Of all bars of the page shown, in order from the top: the side they lie on and their colour.
std::vector<std::pair<bool, Color>> bars_of(Staged& staged, int page) {
  const Theme& theme = theme_of(settings::Theme::dark);
  const ImDrawData& data = staged.show(page);
  const ImDrawList* list = staged.list_of(data, "finance");
  std::vector<std::pair<bool, Color>> bars;
  if (!list) return bars;
  float zero = 0;
  for (const ImDrawVert& vertex : list->VtxBuffer) {
    if (vertex.col == IM_COL32(theme.text.red, theme.text.green, theme.text.blue, 255)) {
      zero = vertex.pos.x;  // the zero line is drawn last
    }
  }
  for (int i = 0; i + 3 < list->VtxBuffer.Size; i += 4) {
    for (const Color color : {theme.red, theme.green_ring}) {
      const ImU32 packed = IM_COL32(color.red, color.green, color.blue, 255);
      const ImDrawVert* corner = &list->VtxBuffer[i];
      if (corner[0].col != packed || corner[2].col != packed) continue;
      bars.emplace_back((corner[0].pos.x + corner[2].pos.x) / 2 > zero, color);
    }
  }
  return bars;
}

TEST(FinanceSlide, ColourIsByEffectAndSideBySignInBothReports) {
  const Theme& theme = theme_of(settings::Theme::dark);
  struct Case {
    model::Table table;
    Color right;
    Color left;
  };
  for (const Case& one : {Case{support::capital_table(), theme.green_ring, theme.red},
                          Case{support::quarter_2_table(), theme.red, theme.green_ring}}) {
    Staged staged(support::plan_with(finance_of(one.table)));
    int seen = 0;
    for (int page = 0; page < staged.pages(); ++page) {
      for (const auto& [right, color] : bars_of(staged, page)) {
        EXPECT_EQ(color, right ? one.right : one.left);
        ++seen;
      }
    }
    EXPECT_GE(seen, 6);
  }
}

TEST(FinanceSlide, PagesBreakWherePartsEnd) {
  Staged staged(support::plan_with(finance_of(support::quarter_2_table())));
  ASSERT_EQ(staged.pages(), 4);
  EXPECT_TRUE(staged.says("Operational Support"));
  EXPECT_TRUE(staged.says("Year to date"));
  EXPECT_FALSE(staged.says("Support Services Total"));
  staged.show(1);
  EXPECT_TRUE(staged.says("Support Services Total"));
  EXPECT_TRUE(staged.says("Total"));
  staged.show(3);
  EXPECT_TRUE(staged.says("Year end"));
  EXPECT_TRUE(staged.says("Projection"));
  EXPECT_TRUE(staged.says("Some lines are not shown; totals include them."));
}

TEST(FinanceSlide, TheBudgetGoesFirstAndTheVarianceNever) {
  const Finance content = finance_of(support::revenue_table());
  Staged portrait(support::plan_with(content), {kPortrait});
  EXPECT_FALSE(portrait.says("Revised"));
  EXPECT_TRUE(portrait.says("Forecast"));
  for (const Look& look : all_looks()) {
    SCOPED_TRACE(name_of(look));
    Staged staged(support::plan_with(content), look);
    EXPECT_TRUE(staged.says("Variance"));
    // Only letters of twice the size leave no room for bars.
    const bool large = look.size.height > look.size.width && look.distance_metres > 3;
    EXPECT_TRUE(staged.says("Fav.") || large);
    EXPECT_EQ(count_of(staged.texts_of_all_pages(), "(3,411)"), 1);
  }
}

TEST(FinanceSlide, TransfersGoTogether) {
  Staged staged(support::plan_with(finance_of(support::reserves_table())), {kLandscape});
  EXPECT_EQ(staged.pages(), 1);
  for (const char* text : {"Budgeted", "Committed", "Actual"}) EXPECT_FALSE(staged.says(text));
  for (const char* text : {"Opening", "Closing", "Change", "2,371", "13,754"}) {
    EXPECT_TRUE(staged.says(text)) << text;
  }
}

TEST(FinanceSlide, EveryFigureOfTheRowsFormIsShownAtEverySize) {
  const Finance content = finance_of(support::quarter_2_table(), Form::rows);
  for (const Look& look : all_looks()) {
    SCOPED_TRACE(name_of(look));
    Staged staged(support::plan_with(content), look);
    const auto texts = staged.texts_of_all_pages();
    for (const auto& row : content.sheets[0].rows) {
      for (const auto& cell : row.cells) EXPECT_GE(count_of(texts, cell), 1) << cell;
    }
  }
}

TEST(FinanceSlide, EverySharesLabelIsShownAtEverySize) {
  const Finance content = finance_of(support::capital_table(), Form::shares);
  for (const Look& look : all_looks()) {
    SCOPED_TRACE(name_of(look));
    Staged staged(support::plan_with(content), look);
    const auto texts = staged.texts_of_all_pages();
    std::string all;
    for (const auto& text : texts) all += text + " ";
    for (const char* text : {"Estates works", "Vehicles", "Equipment", "Slippage 0."}) {
      EXPECT_NE(all.find(text), std::string::npos) << text << " in " << all;
    }
    for (const char* text : {"14,347", "73%", "1,026", "5%", "Total", "19,711"}) {
      EXPECT_EQ(count_of(texts, text), 1) << text;
    }
  }
}

TEST(FinanceSlide, NoTextLeavesItsBoxOrCoversAnother) {
  for (const Finance& content : all_contents()) {
    for (const Look& look : all_looks()) {
      SCOPED_TRACE(name_of(look) + " form " + std::to_string(static_cast<int>(content.form)));
      Staged staged(support::plan_with(content), look);
      expect_texts_apart(staged);
    }
  }
}

TEST(FinanceSlide, LongTextsBreakCleanly) {
  for (const Finance& content : all_contents()) {
    for (const Look& look : all_looks()) {
      SCOPED_TRACE(name_of(look) + " form " + std::to_string(static_cast<int>(content.form)));
      Staged staged(support::plan_with(lengthened(content)), look);
      expect_texts_apart(staged);
    }
  }
}

TEST(FinanceSlide, LateFiguresLoseTheirColour) {
  for (Finance content : all_contents()) {
    content.age = support::sample_late_age();
    for (const Look& look : {Look{kLandscape}, Look{kPortrait}, Look{{1280, 720}}}) {
      SCOPED_TRACE(name_of(look));
      Staged staged(support::plan_with(content), look);
      EXPECT_TRUE(staged.says("As at 31 March 2023"));
      expect_texts_apart(staged);
      const Theme& theme = theme_of(look.theme);
      const ImDrawData& data = staged.show(0);
      for (int i = 0; i < data.CmdListsCount; ++i) {
        for (const ImDrawVert& vertex : data.CmdLists[i]->VtxBuffer) {
          for (Color color : {theme.red, theme.green_ring, theme.bar_in_focus}) {
            ASSERT_NE(vertex.col & 0xFFFFFF,
                      IM_COL32(color.red, color.green, color.blue, 0) & 0xFFFFFF);
          }
        }
      }
    }
  }
}

TEST(FinanceSlide, NothingToShowIsNoCrash) {
  for (auto form : {Finance::Form::rows, Finance::Form::variance, Finance::Form::shares,
                    Finance::Form::movement}) {
    Finance content;
    content.form = form;
    EXPECT_EQ(Staged(support::plan_with(content)).pages(), 1);
    content.sheets = {{}};
    EXPECT_EQ(Staged(support::plan_with(content)).pages(), 1);
  }
}

}  // namespace
}  // namespace view
