// Sizes of type and page for one screen: how many pixels a letter needs to be read from where
// people stand.
#pragma once

#include <array>

#include "settings/settings.h"

namespace view {

// Sizes of type. `chrome` is header and footer, the same for every audience; the rest is the
// content's and one step larger where the public reads.
enum class Role { chrome, foot, label, body, title, big, value, hero };
inline constexpr std::array kRoles = {Role::chrome, Role::foot, Role::label, Role::body,
                                      Role::title,  Role::big,  Role::value, Role::hero};

struct Metrics {
  int width = 1920;  // of the glass, pixels
  int height = 1080;
  float scale = 1;           // pixels of a design pixel; every length is multiplied by it
  float text_scale = 1;      // of all type besides; 1 to 2, on public screens to 1.3
  float page_width = 1920;   // design pixels
  float page_height = 1080;  // design pixels
  float margin = 60;
  bool portrait = false;
  bool public_look = false;

  // Size of the content's type against the design: what is written smallest grew by this factor.
  float growth() const { return em(Role::foot) / 32; }
  // Design pixels of an em, for placing things.
  float em(Role role) const;
  // Line pitch, design pixels.
  float pitch(Role role) const;
  // Height of a capital of Inter, design pixels.
  float cap(Role role) const;
  // Whole pixels of an em on the glass, for setting type.
  int em_pixels(Role role) const;
};

// `cap_height` is the font's own, of an em. Body text reaches 22 minutes of arc (times 1.4 where
// the public reads) from the settings' distance, and nothing ever gets smaller than designed.
Metrics make_metrics(const settings::Screen& screen, settings::PixelSize size, float cap_height);

// The visual angle of `pixels` on this screen, in minutes of arc.
double arcminutes(double pixels, const settings::Screen& screen, settings::PixelSize size);

}  // namespace view
