#include "view/figure_places.h"

#include <algorithm>
#include <optional>

#include "view/card.h"

namespace view {
namespace {

constexpr float kFiguresWidth = 364;
constexpr float kMostFiguresShare = 0.34f;  // of the width
constexpr float kFiguresGap = 46;
constexpr float kMostFiguresHeight = 0.42f;  // of the height, where they stand below the chart
constexpr int kMostBeside = 3;
constexpr float kBetweenFigures = 34;
constexpr float kUnderHeading = 34;

constexpr Type kHeading{Role::foot, Weight::semibold};

void set_heading(FigurePlaces& places, const FigureWishes& wishes, const Layout& layout,
                 const Box& box) {
  if (wishes.heading.empty()) return;
  places.heading_lines = layout.type.wrap(wishes.heading, kHeading, box.width(), 3);
  float below =
      layout.metrics.pitch(Role::foot) * static_cast<float>(places.heading_lines.size() - 1);
  float cap = layout.metrics.cap(Role::foot);
  places.heading = {box.left, box.top, box.right, box.top + cap + below};
}

Thrift with_one_size(Figures figures, const Layout& layout, float width, Thrift thrift) {
  auto differ = [&] {
    return std::ranges::any_of(figures, [&](const auto& figure) {
      return number_role(figure, layout, width, thrift) !=
             number_role(figures.front(), layout, width, thrift);
    });
  };
  while (thrift < Thrift::single_lines && differ()) {
    thrift = static_cast<Thrift>(static_cast<int>(thrift) + 1);
  }
  return thrift;
}

// Side by side below the chart; none if they do not fit.
std::optional<FigurePlaces> places_below(const FigureWishes& wishes, Figures figures,
                                         const Layout& layout, const Box& room) {
  float g = layout.growth();
  auto count = static_cast<int>(figures.size());
  int rows = count > kMostBeside ? 2 : 1;
  int columns = (count + rows - 1) / rows;
  float gaps = kFiguresGap * static_cast<float>(columns - 1);
  float between = kBetweenFigures * g * static_cast<float>(rows - 1);
  float width = (room.width() - gaps) / static_cast<float>(columns);
  FigurePlaces places{room, figures};
  set_heading(places, wishes, layout, room);
  float over = wishes.heading.empty() ? 0 : places.heading.height() + kUnderHeading * g;
  float most = (room.height() * kMostFiguresHeight - over - between) / static_cast<float>(rows);
  auto thrift = thrift_beside(figures, layout, width, most);
  if (!thrift) return std::nullopt;
  places.thrift = wishes.one_size ? with_one_size(figures, layout, width, *thrift) : *thrift;
  float height = 0;
  for (const auto& figure : figures) {
    height = std::max(height, figure_height(figure, layout, width, places.thrift));
  }
  Box row{room.left, room.bottom - height, room.right, room.bottom};
  for (int i = 0; i < count; ++i) {
    Box cell = grid_cell(row, columns, 1, kFiguresGap, i % columns);
    float up = i / columns + 1 < rows ? height + between : 0;
    places.figures.push_back({cell.left, cell.top - up, cell.right, cell.bottom - up});
  }
  float top = places.figures.front().top - over;
  places.heading = {places.heading.left, top, places.heading.right, top + places.heading.height()};
  places.chart.bottom = top - 36 * g;
  return places;
}

// Below each other, each beside its panel as far as the others leave it room.
std::optional<FigurePlaces> places_beside(const FigureWishes& wishes, Figures figures,
                                          const Layout& layout, const Box& room) {
  float g = layout.growth();
  float width = std::min(kFiguresWidth * g, room.width() * kMostFiguresShare);
  float gap = kBetweenFigures * g;
  FigurePlaces places{room, figures};
  Box column{room.right - width, room.top + 5 * g, room.right, room.bottom};
  set_heading(places, wishes, layout, column);
  float top =
      wishes.heading.empty() ? room.top + 49 * g : places.heading.bottom + kUnderHeading * g;
  float height = wishes.heading.empty() ? room.height() : room.bottom - top;
  auto thrift = thrift_below(figures, layout, width, gap, height);
  if (!thrift) return std::nullopt;
  places.thrift = wishes.one_size ? with_one_size(figures, layout, width, *thrift) : *thrift;
  places.chart.right = room.right - width - kFiguresGap;
  float second = wishes.second_top ? wishes.second_top(places.chart) : 0;
  for (const auto& figure : figures) {
    float tall = figure_height(figure, layout, width, places.thrift);
    places.figures.push_back({room.right - width, top, room.right, top + tall});
    top = std::max(places.figures.back().bottom + gap, second);
    second = 0;
  }
  // From the bottom up what stands too low moves up; the thrift has seen to it that all fit.
  float bottom = room.bottom;
  for (auto box = places.figures.rbegin(); box != places.figures.rend(); ++box) {
    float by = std::max(0.0f, box->bottom - bottom);
    *box = {box->left, box->top - by, box->right, box->bottom - by};
    bottom = box->top - gap;
  }
  return places;
}

}  // namespace

FigurePlaces places_of(const FigureWishes& wishes, const Layout& layout, const Box& room) {
  for (std::size_t count = wishes.figures.size(); count > 0; --count) {
    Figures figures =
        wishes.keep == Keep::first ? wishes.figures.first(count) : wishes.figures.last(count);
    auto places = layout.metrics.portrait ? places_below(wishes, figures, layout, room)
                                          : places_beside(wishes, figures, layout, room);
    if (places) return *places;
  }
  return {room};
}

void draw_figures(const FigurePlaces& places, const Layout& layout, const present::TileAge& age) {
  if (!places.heading_lines.empty()) {
    float em = layout.metrics.em(Role::foot);
    Box bounds{places.heading.left, places.heading.top - 0.1f * em, places.heading.right,
               places.heading.bottom + 0.3f * em};
    Canvas& canvas = layout.region("figures", bounds);
    Point at{places.heading.left, places.heading.top + layout.metrics.cap(Role::foot)};
    for (const auto& line : places.heading_lines) {
      canvas.text(at, line, kHeading, colors_of(layout.theme, age).strong,
                  places.heading.width() + 0.5f);
      at.y += layout.metrics.pitch(Role::foot);
    }
  }
  for (std::size_t i = 0; i < places.figures.size(); ++i) {
    const Box& box = places.figures[i];
    Canvas& canvas = layout.region("figure " + std::to_string(i + 1), text_bounds(box, layout));
    draw_figure(canvas, places.shown[i], layout, age, box, places.thrift);
  }
}

Box text_bounds(const Box& box, const Layout& layout) {
  return {box.left, box.top - 8 * layout.growth(), box.right, box.bottom};
}

}  // namespace view
