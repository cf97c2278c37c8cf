#include "view/theme.h"

namespace view {
namespace {

constexpr Theme kDark{
    .ground = rgb(0x12202B),
    .card = rgb(0x1A2C39),
    .card_border = rgb(0x1A2C39, 0),
    .raised = rgb(0x243A49),
    .hairline = rgb(0x32495A),
    .rule = rgb(0x506A7B),
    .text = rgb(0xF0F4F6),
    .text_context = rgb(0xBECBD4),
    .text_absent = rgb(0x93A6B4),
    .bar = rgb(0x557186),
    .bar_in_focus = rgb(0x8FB7D1),
    .band_missed = rgb(0x263A48),
    .band_near = rgb(0x354C5C),
    .band_met = rgb(0x486275),
    .red = rgb(0xC64B48),
    .red_letter = rgb(0xFFFFFF),
    .red_keyline = rgb(0xF4DCDB),
    .red_row = rgb(0x43292F),
    .red_last = rgb(0xE8837F),
    .amber = rgb(0xF6CB13),
    .amber_letter = rgb(0x10181F),
    .amber_outline = rgb(0xF6CB13, 0),
    .amber_last = rgb(0xF6CB13),
    .green_ring = rgb(0x77D1C5),
    .green_fill = rgb(0x234B4E),
    .green_letter = rgb(0xA9E6DD),
    .not_rated = rgb(0x93A6B4),
    .complete = rgb(0x8FB7D1),
    .complete_letter = rgb(0x10181F),
    .improvement = rgb(0x00B0F0),
    .concern = rgb(0xE46C0A),
    .common_cause = rgb(0xA6A6A6),
    .neither = rgb(0xB79AE6),
    .late_ground = rgb(0x1B252D),
    .late_hatch = rgb(0x44525C, 178),
    .late_text = rgb(0xA3AFB7),
    .late_context = rgb(0x93A1AB),
    .late_strip = rgb(0xC9D2D8),
    .late_strip_text = rgb(0x10181F),
    .late_mark = rgb(0x93A6B4),
};

// The late tile of the light theme mirrors the dark one: text 4.5:1 on its ground, strip 7:1.
constexpr Theme kLight{
    .ground = rgb(0xEDF1F4),
    .card = rgb(0xFFFFFF),
    .card_border = rgb(0xC3CFD7),
    .raised = rgb(0xDFE7EC),
    .hairline = rgb(0xC3CFD7),
    .rule = rgb(0x8A9CA9),
    .text = rgb(0x12202B),
    .text_context = rgb(0x384B59),
    .text_absent = rgb(0x526573),
    .bar = rgb(0x8FA5B4),
    .bar_in_focus = rgb(0x2E5C7E),
    .band_missed = rgb(0x98ACBA),
    .band_near = rgb(0xBECBD4),
    .band_met = rgb(0xE1E7EB),
    .red = rgb(0xA42706),
    .red_letter = rgb(0xFFFFFF),
    .red_keyline = rgb(0x6E1A04),
    .red_row = rgb(0xF8E1DB),
    .red_last = rgb(0xA42706),
    .amber = rgb(0xFECB50),
    .amber_letter = rgb(0x10181F),
    .amber_outline = rgb(0x0B141B),
    .amber_last = rgb(0x0B141B),
    .green_ring = rgb(0x088473),
    .green_fill = rgb(0xDDF1EE),
    .green_letter = rgb(0x066558),
    .not_rated = rgb(0x526573),
    .complete = rgb(0x2E5C7E),
    .complete_letter = rgb(0xFFFFFF),
    .improvement = rgb(0x0077A8),
    .concern = rgb(0xB04E00),
    .common_cause = rgb(0x767676),
    .neither = rgb(0x490092),
    .late_ground = rgb(0xE4E9EC),
    .late_hatch = rgb(0xC2CBD2, 178),
    .late_text = rgb(0x4F5D67),
    .late_context = rgb(0x566570),
    .late_strip = rgb(0x384B59),
    .late_strip_text = rgb(0xFFFFFF),
    .late_mark = rgb(0x526573),
};

}  // namespace

const Theme& theme_of(settings::Theme theme) {
  return theme == settings::Theme::light ? kLight : kDark;
}

}  // namespace view
