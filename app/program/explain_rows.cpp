#include "program/explain_slide.h"

namespace program {

using nlohmann::ordered_json;

ordered_json json_of(const present::KpiTable& slide) {
  return {{"kind", "kpi-table"}, {"age", to_json(slide.age)}};
}

ordered_json json_of(const present::Commitments& slide) {
  return {{"kind", "commitments"}, {"age", to_json(slide.age)}};
}

ordered_json json_of(const present::RagGrid& slide) {
  return {{"kind", "rag-grid"}, {"age", to_json(slide.age)}};
}

}  // namespace program
