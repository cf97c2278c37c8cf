#include "view/slide_kinds.h"

namespace view {

int page_count(const present::ThemePage&, const Layout&) {
  return 1;
}

void draw(const present::ThemePage&, int, const Layout&) {}

}  // namespace view
