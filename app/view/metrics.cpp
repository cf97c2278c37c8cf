#include "view/metrics.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace view {
namespace {

constexpr double kBodyArcminutes = 22;
constexpr double kPublicFactor = 1.4;
constexpr double kMillimetresAnInch = 25.4;
constexpr float kInterCap = 0.727f;
// Beyond these no slide holds what it must say; letters for the public are larger to begin with.
constexpr double kLargestTextScale = 2;
constexpr double kLargestPublicTextScale = 1.3;

constexpr std::array<float, kRoles.size()> kStaffEms = {32, 32, 36, 43, 58, 78, 120, 168};
constexpr std::array<float, kRoles.size()> kPublicEms = {32, 43, 48, 58, 78, 105, 120, 168};

double pixel_pitch(const settings::Screen& screen, settings::PixelSize size) {
  return screen.diagonal_inches * kMillimetresAnInch / std::hypot(size.width, size.height);
}

}  // namespace

double arcminutes(double pixels, const settings::Screen& screen, settings::PixelSize size) {
  double height = pixels * pixel_pitch(screen, size);
  double angle = 2 * std::atan(height / (2 * screen.distance_metres * 1000));
  return angle * 180 * 60 / std::numbers::pi;
}

float Metrics::em(Role role) const {
  const auto& ems = public_look ? kPublicEms : kStaffEms;
  return ems[static_cast<size_t>(role)] * text_scale;
}

float Metrics::pitch(Role role) const {
  return em(role) * (role <= Role::label ? 1.17f : 1.25f);
}

float Metrics::cap(Role role) const {
  return em(role) * kInterCap;
}

int Metrics::em_pixels(Role role) const {
  // Body reaches its angle to the pixel; the others may stay a third of a pixel below theirs,
  // so that a hair's breadth of growth does not make all of them one pixel larger.
  float forgiven = role == Role::body ? 0.01f : 0.35f;
  return std::max(1, static_cast<int>(std::ceil(em(role) * scale - forgiven)));
}

Metrics make_metrics(const settings::Screen& screen, settings::PixelSize size, float cap_height) {
  Metrics metrics;
  metrics.width = std::max(1, size.width);
  metrics.height = std::max(1, size.height);
  metrics.scale = static_cast<float>(std::min(metrics.width, metrics.height)) / 1080.0f;
  metrics.page_width = static_cast<float>(metrics.width) / metrics.scale;
  metrics.page_height = static_cast<float>(metrics.height) / metrics.scale;
  metrics.portrait = metrics.height > metrics.width;
  metrics.margin = metrics.portrait ? 48 : 60;
  metrics.public_look = screen.audience == settings::Audience::public_screen;

  double wanted_arcminutes = kBodyArcminutes * (metrics.public_look ? kPublicFactor : 1);
  double half_angle = wanted_arcminutes / 60 * std::numbers::pi / 180 / 2;
  double wanted = 2 * screen.distance_metres * 1000 * std::tan(half_angle) /
                  pixel_pitch(screen, {metrics.width, metrics.height});
  double got = static_cast<double>(metrics.em(Role::body)) * metrics.scale * cap_height;
  double largest = metrics.public_look ? kLargestPublicTextScale : kLargestTextScale;
  metrics.text_scale = static_cast<float>(std::clamp(wanted / got, 1.0, largest));
  return metrics;
}

}  // namespace view
