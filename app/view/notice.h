// A notice that takes over: a band over the lower part of the slide, or the whole glass.
#pragma once

#include <string>

#include "present/slides.h"
#include "view/chrome.h"
#include "view/slide_kinds.h"

namespace view {

struct NoticeOver {
  const present::NoticeTaken& notice;
  const std::string& clock;          // the plan's
  const std::string& slide_marking;  // a band repeats no marking that the footer shows
};

// A banner dims the slide that was drawn before it and leaves header, contacts and footer clear; it
// grows upwards with its text. One that is full stands alone and brings clock and marking along.
void draw_notice(const NoticeOver& over, const Furniture& furniture, const Layout& layout);

}  // namespace view
