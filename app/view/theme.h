// Colour tokens of the two themes. Red and amber are the only saturated areas of a normal slide.
#pragma once

#include <cstdint>

#include "settings/settings.h"

namespace view {

struct Color {
  std::uint8_t red = 0;
  std::uint8_t green = 0;
  std::uint8_t blue = 0;
  std::uint8_t alpha = 255;

  bool operator==(const Color&) const = default;
};

constexpr Color rgb(std::uint32_t hex, std::uint8_t alpha = 255) {
  return {static_cast<std::uint8_t>(hex >> 16), static_cast<std::uint8_t>(hex >> 8 & 0xFF),
          static_cast<std::uint8_t>(hex & 0xFF), alpha};
}

struct Theme {
  Color ground;
  Color card;
  Color card_border;  // alpha 0: cards have none
  Color raised;       // highlighted row, badge, rest of the dwell bar
  Color hairline;
  Color rule;
  Color text;
  Color text_context;  // text 2
  Color text_absent;   // text 3: marks, what is not there
  Color bar;
  Color bar_in_focus;
  // Steps of the bar's hue behind a bullet bar; the lightest meets the target.
  Color band_missed, band_near, band_met;
  Color red, red_letter, red_keyline, red_row, red_last;
  Color amber, amber_letter, amber_outline, amber_last;  // outline: alpha 0 where none is needed
  Color green_ring, green_fill, green_letter;
  Color not_rated;
  Color complete, complete_letter;
  Color improvement, concern, common_cause, neither;
  Color late_ground, late_hatch, late_text, late_context, late_strip, late_strip_text, late_mark;
};

const Theme& theme_of(settings::Theme theme);

}  // namespace view
