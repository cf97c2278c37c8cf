#include "present/slides.h"

namespace present {

bool needs_attention(model::Rating rating) {
  switch (rating) {
    case model::Rating::red:
    case model::Rating::amber_red:
    case model::Rating::amber:
    case model::Rating::amber_green:
      return true;
    case model::Rating::green:
    case model::Rating::complete:
    case model::Rating::none:
      break;
  }
  return false;
}

}  // namespace present
