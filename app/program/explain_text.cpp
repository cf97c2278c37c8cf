#include "program/explain_slide.h"

namespace program {

using nlohmann::ordered_json;

ordered_json json_of(const present::ThemePage& slide) {
  return {{"kind", "theme"}, {"age", to_json(slide.age)}};
}

ordered_json json_of(const present::Headlines& slide) {
  return {{"kind", "headlines"}, {"age", to_json(slide.age)}};
}

ordered_json json_of(const present::Spotlight& slide) {
  return {{"kind", "spotlight"}, {"age", to_json(slide.age)}};
}

}  // namespace program
