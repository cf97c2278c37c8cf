// Headlines: what happened on the left, what goes with it on the right or below.
#include <algorithm>
#include <limits>
#include <span>

#include "view/sheet.h"
#include "view/statement.h"
#include "view/whole_tile.h"

namespace view {
namespace {

constexpr int kMostOnPage = 5;
constexpr int kFewEnoughForLargeType = 3;
constexpr int kAnyNumber = std::numeric_limits<int>::max();
constexpr float kBar = 8;
constexpr float kIndent = 44;     // of a text behind its bar
constexpr float kRowAir = 40;     // least, above and below the texts
constexpr float kBarAir = 19;     // by which the bar is longer than the texts
constexpr float kColumnGap = 24;  // between the two columns of texts
constexpr float kBelowLead = 34;  // from its last baseline to the capitals of a detail below it

// Larger letters leave two columns too narrow.
constexpr float kMostGrowthOfColumns = 1.3f;

constexpr Type kDetail{Role::body, Weight::regular};

struct Form {
  Type lead{Role::title, Weight::semibold};
  bool beside = true;  // the detail is on the right of the lead, else below it
  float left = 0;      // of a lead, from the row's left edge
  float detail_left = 0;
  float width = 0;  // of the row
};

// A headline, or as much of one as a page holds if the whole is longer than a page.
struct Piece {
  std::vector<std::string> lead;
  std::vector<std::string> detail;
};

struct Plan {
  Form form;
  Box room;
  std::vector<Piece> pieces;
  std::vector<float> heights;  // the least of each
  std::vector<PageRows> pages;
};

float texts_height(const Piece& piece, const Form& form, const Layout& layout) {
  const float lead = statement_height(layout, form.lead.role, piece.lead.size());
  const float detail = statement_height(layout, kDetail.role, piece.detail.size());
  if (form.beside) return std::max(lead, detail);
  const bool both = !piece.lead.empty() && !piece.detail.empty();
  return lead + detail + (both ? kBelowLead * layout.growth() : 0);
}

Form form_of(const present::Headlines& content, const Layout& layout, float width) {
  const float g = layout.growth();
  Form form;
  form.width = width;
  form.left = kIndent * g;
  form.beside = !layout.metrics.portrait && g <= kMostGrowthOfColumns &&
                std::ranges::any_of(content.items, [](auto& item) { return !item.detail.empty(); });
  form.detail_left = form.beside ? (width + kColumnGap) / 2 : form.left;
  return form;
}

float lead_room(const present::Statement& item, const Form& form) {
  const bool shares_row = form.beside && !item.detail.empty();
  return (shares_row ? form.detail_left - 2 * kColumnGap : form.width) - form.left;
}

Piece whole_piece(const present::Statement& item, const Form& form, const Layout& layout) {
  return {wrap_evenly(item.text, form.lead, lead_room(item, form), layout.type),
          layout.type.wrap(item.detail, kDetail, form.width - form.detail_left, kAnyNumber)};
}

std::size_t lines_within(float height, Role role, const Layout& layout) {
  const float more = height - layout.metrics.cap(role);
  return more < 0 ? 0 : 1 + static_cast<std::size_t>(more / layout.metrics.pitch(role));
}

std::vector<std::string> take(std::vector<std::string>& from, std::size_t most) {
  const auto end = from.begin() + static_cast<std::ptrdiff_t>(std::min(most, from.size()));
  std::vector<std::string> taken(from.begin(), end);
  from.erase(from.begin(), end);
  return taken;
}

// As it is, or in pieces that a page holds.
void add_parted(std::vector<Piece>& pieces, Piece rest, const Form& form, const Layout& layout,
                float room) {
  while (texts_height(rest, form, layout) > room) {
    Piece piece;
    const auto leads = std::max<std::size_t>(1, lines_within(room, form.lead.role, layout));
    piece.lead = take(rest.lead, leads);
    float left = room;
    if (!form.beside && !piece.lead.empty()) {
      left -= statement_height(layout, form.lead.role, piece.lead.size()) +
              kBelowLead * layout.growth();
    }
    std::size_t details = lines_within(left, kDetail.role, layout);
    if (piece.lead.empty()) details = std::max<std::size_t>(1, details);
    if (form.beside || rest.lead.empty()) piece.detail = take(rest.detail, details);
    pieces.push_back(std::move(piece));
  }
  if (!rest.lead.empty() || !rest.detail.empty()) pieces.push_back(std::move(rest));
}

void set_rows(Plan& plan, const present::Headlines& content, const Layout& layout) {
  const float air = 2 * kRowAir * layout.growth();
  plan.pieces.clear();
  plan.heights.clear();
  for (const auto& item : content.items) {
    add_parted(plan.pieces, whole_piece(item, plan.form, layout), plan.form, layout,
               plan.room.height() - air);
  }
  std::vector<RowHeight> rows;
  // A hair less than a fifth: five of them fit whatever the rounding.
  const float least = plan.room.height() / kMostOnPage - 0.01f;
  for (const auto& piece : plan.pieces) {
    plan.heights.push_back(std::max(least, texts_height(piece, plan.form, layout) + air));
    rows.push_back({plan.heights.back()});
  }
  plan.pages = break_rows(rows, plan.room.height());
}

// Added to every row of a page: what the rows leave free, up to a third of the page for each where
// there is but one page; those of several are to look alike.
float stretch_of(const Plan& plan, const PageRows& page) {
  const float room = plan.room.height();
  float used = 0;
  for (std::size_t i = page.first; i < page.last; ++i) used += plan.heights[i];
  const auto rows = static_cast<float>(std::max<std::size_t>(1, page.last - page.first));
  const float most = plan.pages.size() > 1 ? room * 0.07f : room / 3 - room / kMostOnPage;
  return std::clamp((room - used) / rows, 0.0f, most);
}

bool words_fit(const present::Headlines& content, const Form& form, const Layout& layout) {
  return std::ranges::all_of(content.items, [&](const auto& item) {
    return widest_word(item.text, form.lead, layout.type) <= lead_room(item, form);
  });
}

bool fits_large(const Plan& plan) {
  return plan.pages.size() == 1 && std::ranges::all_of(plan.pieces, [](const Piece& piece) {
           return piece.lead.size() <= 2;
         });
}

Plan plan_of(const present::Headlines& content, const Layout& layout) {
  Plan plan;
  plan.room = whole_tile_room(layout, content.age);
  plan.form = form_of(content, layout, plan.room.width());
  if (content.items.size() <= kFewEnoughForLargeType) {
    plan.form.lead.role = Role::big;
    set_rows(plan, content, layout);
    if (words_fit(content, plan.form, layout) && fits_large(plan)) return plan;
  }
  plan.form.lead.role = Role::title;
  if (!words_fit(content, plan.form, layout)) plan.form.lead.role = Role::body;
  set_rows(plan, content, layout);
  return plan;
}

class RowPainter {
 public:
  RowPainter(const Plan& plan, const present::TileAge& age, const Layout& layout, Canvas& canvas)
      : form_(plan.form),
        layout_(layout),
        canvas_(canvas),
        colors_(colors_of(layout.theme, age)),
        late_(age.state == present::TileAge::State::late) {}

  void draw(const Piece& piece, const Box& row) {
    const float lead = statement_height(layout_, form_.lead.role, piece.lead.size());
    const float height = texts_height(piece, form_, layout_);
    const float top = row.centre().y - height / 2;
    const float bar = (form_.beside && lead > 0 ? lead : height) / 2 + kBarAir * layout_.growth();
    canvas_.fill({row.left, row.centre().y - bar, row.left + kBar, row.centre().y + bar},
                 late_ ? colors_.context : layout_.theme.bar_in_focus, kBar / 2);
    const float lead_top = form_.beside ? row.centre().y - lead / 2 : top;
    set(piece.lead, {row.left + form_.left, lead_top}, form_.lead, colors_.strong, row.right);
    const float detail = statement_height(layout_, kDetail.role, piece.detail.size());
    const float detail_top = form_.beside ? row.centre().y - detail / 2 : top + height - detail;
    set(piece.detail, {row.left + form_.detail_left, detail_top}, kDetail, colors_.context,
        row.right);
  }

  void draw_line(const Box& row) {
    canvas_.line({row.left, row.bottom}, {row.right, row.bottom},
                 late_ ? layout_.theme.late_hatch : layout_.theme.hairline, 2);
  }

 private:
  void set(const std::vector<std::string>& lines, Point at, Type type, Color color, float right) {
    draw_statement(canvas_, layout_, at, lines, type, color, right - at.x);
  }

  const Form& form_;
  const Layout& layout_;
  Canvas& canvas_;
  TileColors colors_;
  bool late_;
};

}  // namespace

int page_count(const present::Headlines& content, const Layout& layout) {
  return static_cast<int>(plan_of(content, layout).pages.size());
}

void draw(const present::Headlines& content, int page, const Layout& layout) {
  const Plan plan = plan_of(content, layout);
  const auto& rows = plan.pages[std::min(static_cast<std::size_t>(page), plan.pages.size() - 1)];
  draw_whole_tile(layout, content.age);
  Canvas& canvas = layout.region("headlines", plan.room);
  RowPainter painter(plan, content.age, layout, canvas);
  const float stretch = stretch_of(plan, rows);
  Box row = plan.room;
  for (std::size_t i = rows.first; i < rows.last; ++i) {
    row.bottom = row.top + plan.heights[i] + stretch;
    painter.draw(plan.pieces[i], row);
    if (i + 1 < rows.last) painter.draw_line(row);
    row.top = row.bottom;
  }
}

}  // namespace view
