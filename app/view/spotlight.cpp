#include "view/slide_kinds.h"

namespace view {

int page_count(const present::Spotlight&, const Layout&) {
  return 1;
}

void draw(const present::Spotlight&, int, const Layout&) {}

}  // namespace view
