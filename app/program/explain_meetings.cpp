#include "program/explain_slide.h"

namespace program {

using nlohmann::ordered_json;

ordered_json json_of(const present::ForwardPlan& slide) {
  return {{"kind", "forward-plan"}, {"age", to_json(slide.age)}};
}

ordered_json to_json(const present::NoticeTaken& notice) {
  return {{"id", notice.id}, {"text", notice.text}, {"until", notice.until}};
}

}  // namespace program
