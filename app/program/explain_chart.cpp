#include "program/explain_slide.h"

namespace program {

using nlohmann::ordered_json;

ordered_json json_of(const present::Chart& slide) {
  return {{"kind", "chart"}, {"age", to_json(slide.age)}};
}

}  // namespace program
