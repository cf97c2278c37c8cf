#include "program/explain_slide.h"

namespace program {

using nlohmann::ordered_json;

ordered_json json_of(const present::Response& slide) {
  return {{"kind", "response"}, {"age", to_json(slide.age)}};
}

ordered_json json_of(const present::Ranks& slide) {
  return {{"kind", "rank"}, {"age", to_json(slide.age)}};
}

}  // namespace program
