#include <algorithm>
#include <cstdint>
#include <optional>

#include "base/time.h"
#include "settings/fields.h"

namespace settings {
namespace {

constexpr Word<Audience> kAudiences[] = {
    {"public", Audience::public_screen},
    {"staff", Audience::staff},
    {"restricted", Audience::restricted},
};
constexpr Word<Theme> kThemes[] = {{"dark", Theme::dark}, {"light", Theme::light}};
constexpr Word<Transition> kTransitions[] = {{"cut", Transition::cut}, {"fade", Transition::fade}};
constexpr Word<Renderer> kRenderers[] = {
    {"software", Renderer::software},
    {"gpu", Renderer::gpu},
};

std::optional<int> parse_side(std::string_view text) {
  constexpr int kLeast = 320;
  constexpr int kMost = 7680;
  if (text.size() < 3 || text.size() > 4) return std::nullopt;
  int side = 0;
  for (char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    side = side * 10 + (c - '0');
  }
  if (side < kLeast || side > kMost) return std::nullopt;
  return side;
}

void read_size(const Place& place, PixelSize& out) {
  const std::string_view text = place.json().text;
  const size_t cross = text.find('x');
  if (place.json().kind == Json::Kind::text && cross != text.npos) {
    const auto width = parse_side(text.substr(0, cross));
    const auto height = parse_side(text.substr(cross + 1));
    if (width && height) {
      out = {*width, *height};
      return;
    }
  }
  place.refuse("a size such as \"1920x1080\", each side from 320 to 7680");
}

void read_time_zone(const Place& place, std::string& out) {
  std::string name;
  read_exact(place, name);
  if (name.empty()) return;
  if (!base::is_time_zone_installed(name)) {
    return place.refuse("a time zone of this machine, such as \"Europe/London\"");
  }
  out = std::move(name);
}

constexpr Field<Screen> kScreen[] = {
    {"name", [](Screen& s, const Place& p) { read_text(p, s.name); }},
    {"diagonal_inches",
     [](Screen& s, const Place& p) { read_number(p, 5, 200, s.diagonal_inches); }},
    {"distance_metres",
     [](Screen& s, const Place& p) { read_number(p, 0.3, 50, s.distance_metres); }},
    {"audience", [](Screen& s, const Place& p) { read_word(p, kAudiences, s.audience); }},
    {"theme", [](Screen& s, const Place& p) { read_word(p, kThemes, s.theme); }},
    {"transition", [](Screen& s, const Place& p) { read_word(p, kTransitions, s.transition); }},
    {"reduced_motion", [](Screen& s, const Place& p) { read_flag(p, s.reduced_motion); }},
    {"renderer", [](Screen& s, const Place& p) { read_word(p, kRenderers, s.renderer); }},
    {"fullscreen", [](Screen& s, const Place& p) { read_flag(p, s.fullscreen); }},
    {"size", [](Screen& s, const Place& p) { read_size(p, s.size); }},
    {"keys_leave", [](Screen& s, const Place& p) { read_flag(p, s.keys_leave); }},
    {"time_zone", [](Screen& s, const Place& p) { read_time_zone(p, s.time_zone); }},
};

constexpr Field<Fonts> kFonts[] = {
    {"regular", [](Fonts& f, const Place& p) { read_path(p, f.regular); }},
    {"semibold", [](Fonts& f, const Place& p) { read_path(p, f.semibold); }},
};

// Whole numbers that fit an int.
void read_whole(const Place& place, int most, int& out) {
  std::int64_t number = out;
  read_count(place, 0, most, number);
  out = static_cast<int>(number);
}

constexpr Field<Rules> kRules[] = {
    {"amber_within_percent",
     [](Rules& r, const Place& p) { read_number(p, 0, 100, r.amber_within_percent); }},
    {"amber_within_points",
     [](Rules& r, const Place& p) {
       double points = 0;
       read_number(p, 0, 100, points);
       r.amber_within_points = points;
     }},
    {"amber_within_places",
     [](Rules& r, const Place& p) { read_whole(p, 1000, r.amber_within_places); }},
    {"amber_within_absolute",
     [](Rules& r, const Place& p) { read_number(p, 0, 1e9, r.amber_within_absolute); }},
    {"dead_band_percent",
     [](Rules& r, const Place& p) { read_number(p, 0, 100, r.dead_band_percent); }},
    {"dead_band_points",
     [](Rules& r, const Place& p) { read_number(p, 0, 100, r.dead_band_points); }},
    {"suppress_below",
     [](Rules& r, const Place& p) {
       int below = 0;
       read_whole(p, 1000, below);
       r.suppress_below = below;
     }},
};

}  // namespace

std::span<const Field<Screen>> screen_fields() {
  return kScreen;
}
std::span<const Field<Fonts>> fonts_fields() {
  return kFonts;
}
std::span<const Field<Rules>> rules_fields() {
  return kRules;
}

}  // namespace settings
