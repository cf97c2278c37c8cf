#include "view/notice.h"

namespace view {

void draw_notice(const present::NoticeTaken&, const std::string&, const Layout&) {}

}  // namespace view
