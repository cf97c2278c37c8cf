#include "view/kpi_parts.h"

#include <algorithm>
#include <array>
#include <vector>

#include "view/marks.h"

namespace view {
namespace {

constexpr std::string_view kSeparator = "  ·  ";
constexpr std::array kFigureRoles = {Role::hero,  Role::value, Role::big,
                                     Role::title, Role::body,  Role::foot};

Role role_of_unit(Role number) {
  return number > Role::title ? Role::title : Role::foot;
}

// A word stands off its number, a sign hardly.
float unit_gap(const Layout& layout, const std::string& unit, Role number) {
  bool is_word = (unit[0] >= 'a' && unit[0] <= 'z') || (unit[0] >= 'A' && unit[0] <= 'Z');
  return layout.metrics.em(number) * (is_word ? 0.145f : 0.02f);
}

}  // namespace

float figure_width(const Layout& layout, const present::Figure& figure, Role role) {
  float width = layout.type.width(figure.number, {role, Weight::semibold});
  if (figure.unit.empty()) return width;
  return width + unit_gap(layout, figure.unit, role) +
         layout.type.width(figure.unit, {role_of_unit(role), Weight::semibold});
}

float draw_figure(Canvas& canvas, const Layout& layout, const present::KpiCard& card, Point at,
                  float room, Role largest) {
  const present::Figure& figure = card.figure;
  Role role = Role::foot;
  for (Role candidate : kFigureRoles) {
    if (candidate > largest) continue;
    role = candidate;
    if (figure_width(layout, figure, role) <= room) break;
  }
  TileColors colors = colors_of(layout.theme, card.age);
  float unit_width = figure.unit.empty()
                         ? 0
                         : figure_width(layout, figure, role) -
                               layout.type.width(figure.number, {role, Weight::semibold});
  float number_room = std::max(room - unit_width, room / 2);
  float width =
      canvas.text(at, figure.number, {role, Weight::semibold}, colors.strong, number_room);
  if (figure.unit.empty()) return width;
  width += unit_gap(layout, figure.unit, role);
  width += canvas.text({at.x + width, at.y}, figure.unit, {role_of_unit(role), Weight::semibold},
                       colors.context, room - width);
  return width;
}

bool has_sparkline(const present::Sparkline& line) {
  return std::ranges::count_if(line.values, [](auto value) { return value.has_value(); }) >= 2;
}

void draw_sparkline(Canvas& canvas, const Theme& theme, const Box& box,
                    const present::Sparkline& line) {
  if (!has_sparkline(line)) return;
  std::vector<double> known;
  for (const auto& value : line.values) {
    if (value) known.push_back(*value);
  }
  if (line.target) known.push_back(*line.target);
  auto [low, high] = std::ranges::minmax(known);
  auto y_of = [&, low = low, high = high](double value) {
    double share = high > low ? (value - low) / (high - low) : 0.5;
    return box.bottom - box.height() * static_cast<float>(share);
  };
  if (line.target) {
    float y = y_of(*line.target);
    canvas.dashed_line({box.left, y}, {box.right, y}, theme.text_absent, 2, 8, 7);
  }
  std::vector<Point> run;
  float step = box.width() / static_cast<float>(std::max<size_t>(2, line.values.size()) - 1);
  for (size_t i = 0; i < line.values.size(); ++i) {
    if (line.values[i]) {
      run.push_back({box.left + step * static_cast<float>(i), y_of(*line.values[i])});
      if (i + 1 < line.values.size()) continue;
    }
    if (run.size() > 1) canvas.polyline(run, theme.bar_in_focus, 4);
    if (!run.empty() && i + 1 == line.values.size() && line.values[i]) {
      canvas.circle(run.back(), 8, theme.text);
    }
    run.clear();
  }
}

void draw_change_line(Canvas& canvas, const Layout& layout, const present::KpiCard::Change& change,
                      Point at, float room, Role largest) {
  const Theme& theme = layout.theme;
  float growth = layout.growth();
  if (!change.direction) {
    Role role = layout.type.largest(change.amount, Weight::regular, room, {largest, Role::foot});
    canvas.text(at, change.amount, {role}, theme.text_absent, room);
    return;
  }
  float sign = 30 * growth;
  float gap = 16 * growth;
  float words_room = room - sign - gap;
  std::string both = change.amount + (change.word.empty() ? "" : "  " + change.word);
  Role role = layout.type.largest(both, Weight::semibold, words_room,
                                  {largest, std::min(largest, Role::label), Role::foot});
  Point centre{at.x + sign / 2, at.y - layout.metrics.cap(role) / 2 + 1.5f * growth};
  draw_change(canvas, centre, sign, *change.direction, theme.text);
  float x = at.x + sign + gap;
  x += canvas.text({x, at.y}, change.amount, {role, Weight::semibold}, theme.text, words_room);
  x += layout.metrics.em(role) * 0.31f;
  float word_room = at.x + room - x;
  if (layout.type.width(change.word, {role}) > word_room) return;
  canvas.text({x, at.y}, change.word, {role}, theme.text_context, word_room);
}

void draw_target_line(Canvas& canvas, const Layout& layout, const present::KpiCard& card, Point at,
                      float room) {
  const Theme& theme = layout.theme;
  Type strong{Role::foot, Weight::semibold};
  Type plain{Role::foot};
  bool is_public = layout.metrics.public_look;
  bool arrow = layout.metrics.portrait && !is_public && card.wanted.has_value();
  std::string first = card.target;
  std::string words = card.direction_words;
  if (is_public) {
    // The public reads the verdict first.
    first = card.rating_words.empty() ? card.target : card.rating_words;
    words = card.rating == model::Rating::none || first == card.target ? "" : card.target;
  } else if (layout.metrics.portrait && !words.empty()) {
    words = arrow ? "wanted" : "for context";
  }
  float x = at.x;
  float end = at.x + room;
  if (!first.empty()) x += canvas.text(at, first, strong, theme.text, room);
  if (words.empty()) return;
  std::string between = first.empty() ? "" : std::string(kSeparator);
  float length = arrow ? 30 * layout.growth() : 0;
  float side = arrow && *card.wanted != model::Direction::level ? length * 0.66f : length;
  float gap = arrow ? 10 * layout.growth() : 0;
  float needed = layout.type.width(between, plain) + side + gap + layout.type.width(words, plain);
  if (x + needed > end) return;
  canvas.text({x, at.y}, between, plain, theme.text_context, end - x);
  x += layout.type.width(between, plain);
  if (arrow) {
    draw_arrow(canvas, {x + side / 2, at.y - layout.metrics.cap(Role::foot) / 2}, length,
               *card.wanted, theme.text_context);
    x += side + gap;
  }
  canvas.text({x, at.y}, words, plain, theme.text_context, end - x + 1);
}

}  // namespace view
