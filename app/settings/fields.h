// Every key that a settings file may have, one table for each object of it. The tables are what
// config/bluelamp.schema.json is compared with.
#pragma once

#include <span>

#include "settings/place.h"
#include "settings/settings.h"

namespace settings {

std::span<const Field<Settings>> settings_fields();
std::span<const Field<Screen>> screen_fields();
std::span<const Field<Fonts>> fonts_fields();
std::span<const Field<Rules>> rules_fields();
std::span<const Field<ControlCharts>> control_chart_fields();
std::span<const Field<Marking>> marking_fields();
std::span<const Field<Feed>> feed_fields();
std::span<const Field<Slide>> slide_fields();

// What one key alone cannot say: which keys need or exclude each other. Call after the fields.
void check_feed(const Feed& feed, const Place& place);
void check_slide(const Slide& slide, const Place& place);
// `place` is the file's root: the ceiling may follow from the screen.
void check_marking(const Settings& settings, const Place& place);

// "trend", as the file has it.
std::string_view word_of(Slide::Kind kind);

}  // namespace settings
