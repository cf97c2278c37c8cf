#include "view/slide_kinds.h"

namespace view {

int count_pages(const present::Content& content, const Layout& layout) {
  return std::visit([&](const auto& kind) { return page_count(kind, layout); }, content);
}

void draw_content(const present::Content& content, int page, const Layout& layout) {
  std::visit([&](const auto& kind) { draw(kind, page, layout); }, content);
}

}  // namespace view
