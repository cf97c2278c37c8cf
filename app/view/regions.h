// The parts of a picture that change on their own: each has its draw list, so that what did not
// change need not be painted again.
#pragma once

#include <imgui.h>

#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "view/canvas.h"

namespace view {

// Pixels of the glass; top-left corner and size.
struct Area {
  int x = 0;
  int y = 0;
  int width = 0;
  int height = 0;

  bool operator==(const Area&) const = default;
};

// Only what is the slide's takes part in the fade from slide to slide.
enum class Part { chrome, slide, notice };

enum class Drawing {
  noting,  // nothing is drawn, only the glyphs are asked for
  real,    // needs an ImGui frame
};

// UI thread.
class Regions {
 public:
  Regions(Fonts& fonts, const Metrics& metrics) : fonts_(fonts), metrics_(metrics) {}
  ~Regions();
  Regions(const Regions&) = delete;
  Regions& operator=(const Regions&) = delete;

  void begin(Drawing drawing);

  // A new region; the name is unique in a build and keeps its meaning between builds. The canvas
  // is good until the next begin(). `bounds` is where its texts must stay, design pixels.
  Canvas& add(std::string name, const Box& bounds, Part part = Part::slide);

  // Ends a real build. `opacity` of what is the slide's, 0 to 1. Returns where the picture differs
  // from the last one: everything after forget().
  std::vector<Area> finish(float opacity);

  // What stands on the glass is not known any more.
  void forget() { last_.clear(), everything_ = true; }

  const ImDrawData& data() const { return data_; }

  struct View {
    const std::string& name;
    const Box& bounds;
    const std::vector<SetText>& texts;
  };
  std::vector<View> views() const;

 private:
  struct Region {
    std::string name;
    Box bounds;
    Part part;
    std::vector<SetText> texts;
    std::unique_ptr<Canvas> canvas;
  };
  struct Print {
    std::size_t hash = 0;
    Area area;
  };

  Fonts& fonts_;
  const Metrics& metrics_;
  Drawing drawing_ = Drawing::noting;
  std::deque<Region> regions_;
  std::vector<std::unique_ptr<ImDrawList>> lists_;  // kept between builds for their memory
  std::vector<ImDrawList*> shown_;
  ImDrawData data_;
  std::map<std::string, Print> last_;
  bool everything_ = true;
};

}  // namespace view
