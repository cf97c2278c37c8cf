#include "view/area_cards.h"

#include <algorithm>
#include <string_view>

#include "view/area_strip.h"
#include "view/card.h"

namespace view {
namespace {

using PoliceArea = present::Exceptions::Area;

constexpr float kMargin = 32;
constexpr float kAir = 16;  // over and under what a card says
constexpr float kColumnGap = 36;
constexpr float kStrip = 595;  // with its labels
constexpr float kLeastText = 380;
constexpr float kMarkSize = 56;
constexpr float kMostPhrase = 330;  // "114 more vehicle crimes"

constexpr int kManyLines = 100;
constexpr Type kChange{Role::foot, Weight::regular};

std::string change_text(const PoliceArea& area) {
  return area.counted.empty() ? area.change : area.change + " " + area.counted;
}

std::string percent_text(const PoliceArea& area) {
  return area.percent.empty() ? area.change : area.percent;
}

// Per cent, or the change where only that is known.
Type figure_type(const PoliceArea& area, Role percent) {
  const Role change = percent == Role::big ? Role::title : percent;
  return {area.percent.empty() ? change : percent, Weight::semibold};
}

float figures_width(const present::Exceptions& content, Role percent, float card,
                    const Layout& layout) {
  float width = 0;
  for (const auto& area : content.exceptions) {
    width = std::max(width, layout.type.width(percent_text(area), figure_type(area, percent)));
    if (area.percent.empty()) continue;
    // A long phrase is not worth the room that it takes from the names.
    const float phrase = layout.type.width(change_text(area), kChange);
    const float most = std::min(kMostPhrase * layout.growth(), card * 0.3f);
    width = std::max(width, phrase <= most ? phrase : layout.type.width(area.change, kChange));
  }
  return width + 1;
}

std::vector<std::string> note_lines(const PoliceArea& area, const AreaCardForm& form,
                                    const Layout& layout, float room, float width) {
  // Beside the figures, or below them over the whole card.
  const float whole = form.stacked ? width - 2 * kMargin : room;
  auto lines = layout.type.wrap(area.note, {form.note}, whole, form.most_note);
  if (!form.strips && !area.limits_words.empty()) {
    lines.insert(lines.begin(), layout.type.fit(area.limits_words, {form.note}, whole));
  }
  return lines;
}

float text_room(const AreaCardForm& form) {
  return form.text_right - kMargin - form.mark;
}

int title_lines(const PoliceArea& area, const AreaCardForm& form, const Layout& layout) {
  const int lines =
      layout.type.line_count(area.title, {form.title, Weight::semibold}, text_room(form));
  return std::clamp(lines, 1, form.most_title);
}

float texts_height(const PoliceArea& area, const AreaCardForm& form, const Layout& layout,
                   float width) {
  const auto& metrics = layout.metrics;
  const auto notes = note_lines(area, form, layout, text_room(form), width).size();
  float title = static_cast<float>(title_lines(area, form, layout)) * metrics.pitch(form.title);
  if (form.stacked)
    title = std::max(
        title, metrics.cap(form.percent) + 14 * layout.growth() + metrics.pitch(Role::foot) + 8);
  return title + static_cast<float>(notes) * metrics.pitch(form.note);
}

float figures_height(const AreaCardForm& form, const Layout& layout) {
  return layout.metrics.cap(form.percent) + 20 * layout.growth() + layout.metrics.cap(Role::foot);
}

class CardPainter {
 public:
  CardPainter(Canvas& canvas, const Layout& layout, const PoliceArea& area,
              const present::TileAge& age, const AreaCardForm& form, const Box& box)
      : canvas_(canvas),
        layout_(layout),
        area_(area),
        age_(age),
        form_(form),
        box_(box),
        colors_(colors_of(layout.theme, age)) {}

  void draw() {
    if (age_.state == present::TileAge::State::late) {
      canvas_.outline(box_, layout_.theme.late_mark, 2, kCardRadius);
    } else {
      draw_card(canvas_, layout_.theme, box_, age_, area_.rating);
    }
    const float air = kAir * layout_.growth();
    const float texts = texts_height(area_, form_, layout_, box_.width());
    if (form_.stacked) {
      draw_texts(box_.top + air);
      draw_figures(box_.top + air + 8 * layout_.growth());
      if (!form_.strips) return;
      draw_area_strip(canvas_, layout_, area_, age_,
                      {box_.left + kMargin, box_.top + air + texts + 10 * layout_.growth(),
                       box_.right - kMargin, box_.bottom - air});
      return;
    }
    draw_texts(box_.centre().y - texts / 2);
    draw_figures(box_.centre().y - figures_height(form_, layout_) / 2);
    if (!form_.strips) return;
    draw_area_strip(
        canvas_, layout_, area_, age_,
        {box_.left + form_.strip_left, box_.top + air, box_.right - kMargin, box_.bottom - air});
  }

 private:
  void draw_texts(float top) {
    const auto& metrics = layout_.metrics;
    const float left = box_.left + kMargin + form_.mark;
    const float room = text_room(form_);
    const float pitch = metrics.pitch(form_.title);
    float baseline = top + (pitch + metrics.cap(form_.title)) / 2;
    if (area_.rating != model::Rating::none) {
      const float size = kMarkSize * layout_.growth();
      draw_mark(canvas_, layout_.theme,
                {box_.left + kMargin + size * 0.6f, baseline - metrics.cap(form_.title) / 2}, size,
                area_.rating, look_of(age_));
    }
    const int lines =
        canvas_.paragraph({left, baseline}, area_.title, {form_.title, Weight::semibold},
                          colors_.strong, room + 0.5f, title_lines(area_, form_, layout_));
    const auto notes = note_lines(area_, form_, layout_, room, box_.width());
    float below = top + static_cast<float>(lines) * pitch;
    if (form_.stacked) {
      below = top + texts_height(area_, form_, layout_, box_.width()) -
              static_cast<float>(notes.size()) * metrics.pitch(form_.note);
    }
    const float x = form_.stacked ? box_.left + kMargin : left;
    baseline = below + (metrics.pitch(form_.note) + metrics.cap(form_.note)) / 2;
    for (const auto& line : notes) {
      if (baseline > box_.bottom - 8) break;
      canvas_.text({x, baseline}, line, {form_.note}, colors_.context,
                   form_.stacked ? box_.width() - 2 * kMargin + 0.5f : room + 0.5f);
      baseline += metrics.pitch(form_.note);
    }
  }

  void draw_figures(float top) {
    const float right = box_.left + form_.percent_right;
    const float room = form_.percent_right - form_.text_right;
    float baseline = top + layout_.metrics.cap(form_.percent);
    canvas_.text({right, baseline}, percent_text(area_), figure_type(area_, form_.percent),
                 colors_.strong, room, Align::right);
    if (area_.percent.empty() || area_.change.empty()) return;
    baseline += 20 * layout_.growth() + layout_.metrics.cap(Role::foot);
    const std::string whole = change_text(area_);
    const bool fits =
        layout_.type.width(whole, kChange) <= room - kColumnGap * layout_.growth() + 1;
    canvas_.text({right, baseline}, fits ? whole : area_.change, kChange, colors_.context, room,
                 Align::right);
  }

  Canvas& canvas_;
  const Layout& layout_;
  const PoliceArea& area_;
  const present::TileAge& age_;
  const AreaCardForm& form_;
  Box box_;
  TileColors colors_;
};

bool words_fit(std::string_view text, Type type, float room, const Layout& layout) {
  while (!text.empty()) {
    const std::size_t space = std::min(text.find(' '), text.size());
    if (layout.type.width(text.substr(0, space), type) > room) return false;
    text.remove_prefix(std::min(space + 1, text.size()));
  }
  return true;
}

// On one line in large letters, else the largest in which no word is broken.
Role title_role(const std::vector<std::string>& titles, float room, const Layout& layout) {
  const auto all = [&](Role role, int lines) {
    const Type type{role, Weight::semibold};
    return std::ranges::all_of(titles, [&](const auto& title) {
      return words_fit(title, type, room, layout) &&
             layout.type.line_count(title, type, room) <= lines;
    });
  };
  for (Role role : {Role::title, Role::body}) {
    if (all(role, 1)) return role;
  }
  for (int lines : {2, kManyLines}) {
    for (Role role : {Role::title, Role::body, Role::label, Role::foot}) {
      if (all(role, lines)) return role;
    }
  }
  return Role::foot;
}

AreaCardForm form_in(const present::Exceptions& content, const Layout& layout, float width,
                     bool strips) {
  const float g = layout.growth();
  AreaCardForm form;
  form.strips = strips;
  for (const auto& area : content.exceptions) {
    if (area.rating != model::Rating::none) form.mark = (kMarkSize * 1.2f + 16) * g;
  }
  // Figures get smaller before they leave the names no room.
  float figures = 0;
  for (Role role : {Role::big, Role::title, Role::body}) {
    form.percent = role;
    figures = figures_width(content, role, width, layout);
    if (figures <= (width - form.mark) * 0.45f) break;
  }
  const float strip = strips ? kStrip * std::max(1.0f, g * 0.85f) : 0;
  form.strip_left = width - kMargin - strip;
  form.percent_right = form.strip_left - (strips ? 1.6f * kColumnGap * g : 0);
  form.text_right = form.percent_right - figures - kColumnGap * g;
  form.stacked = form.text_right - kMargin - form.mark < kLeastText * g;
  if (form.stacked) {
    form.percent_right = width - kMargin;
    form.text_right = form.percent_right - figures - kColumnGap * g;
    form.strip_left = kMargin;
  }
  std::vector<std::string> titles;
  std::vector<std::string> notes;
  for (const auto& area : content.exceptions) {
    titles.push_back(area.title);
    notes.push_back(area.note);
  }
  form.title = title_role(titles, text_room(form), layout);
  // Two lines of the larger letters, else as many of the smaller ones as it takes.
  const bool short_notes = std::ranges::all_of(notes, [&](const auto& note) {
    const float room = form.stacked ? width - 2 * kMargin : text_room(form);
    return layout.type.line_count(note, {Role::body}, room) <= 2;
  });
  form.note = short_notes ? Role::body : Role::foot;
  return form;
}

bool all_fit(const present::Exceptions& content, const AreaCardForm& form, const Layout& layout,
             const Box& room) {
  return std::ranges::all_of(content.exceptions, [&](const auto& area) {
    return area_card_height(area, form, layout, room.width()) <= room.height();
  });
}

}  // namespace

AreaCardForm area_card_form(const present::Exceptions& content, const Layout& layout,
                            const Box& room) {
  AreaCardForm form;
  for (const bool strips : {true, false}) {
    form = form_in(content, layout, room.width(), strips);
    if (all_fit(content, form, layout, room)) return form;
  }
  form.title = form.note = Role::foot;
  // What is left of the page for texts, less the line of the limits.
  float lines = (room.height() - 2 * kAir * layout.growth()) / layout.metrics.pitch(Role::foot) - 1;
  if (form.stacked) lines -= figures_height(form, layout) / layout.metrics.pitch(Role::foot);
  form.most_title = std::max(1, static_cast<int>(lines * 0.4f));
  form.most_note = std::max(0, static_cast<int>(lines) - form.most_title);
  return form;
}

float area_card_height(const PoliceArea& area, const AreaCardForm& form, const Layout& layout,
                       float width) {
  const float air = 2 * kAir * layout.growth();
  const float texts = texts_height(area, form, layout, width);
  if (!form.strips) return air + std::max(texts, figures_height(form, layout));
  const float strip = area_strip_height(area, layout);
  if (form.stacked) return air + texts + 10 * layout.growth() + strip;
  return air + std::max({texts, figures_height(form, layout), strip});
}

float area_card_natural(const Layout& layout, const AreaCardForm& form) {
  return (form.stacked && form.strips ? 430.0f : 250.0f) * layout.growth();
}

void draw_area_card(Canvas& canvas, const Layout& layout, const PoliceArea& area,
                    const present::TileAge& age, const AreaCardForm& form, const Box& box) {
  CardPainter(canvas, layout, area, age, form, box).draw();
}

}  // namespace view
