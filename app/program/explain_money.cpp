#include "program/explain_slide.h"

namespace program {

using nlohmann::ordered_json;

ordered_json json_of(const present::Finance& slide) {
  return {{"kind", "finance"}, {"age", to_json(slide.age)}};
}

ordered_json json_of(const present::Exceptions& slide) {
  return {{"kind", "exceptions"}, {"age", to_json(slide.age)}};
}

}  // namespace program
