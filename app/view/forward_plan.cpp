#include "view/slide_kinds.h"

namespace view {

int page_count(const present::ForwardPlan&, const Layout&) {
  return 1;
}

void draw(const present::ForwardPlan&, int, const Layout&) {}

}  // namespace view
