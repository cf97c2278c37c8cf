#include "present/make_slides.h"

namespace present {

Made make_rag_grid(const Context&, const settings::Slide&) {
  return base::Failure{std::string("not built yet")};
}

}  // namespace present
