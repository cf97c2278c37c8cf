// The words of a notice, broken into lines: as large as they can be, never below body.
#pragma once

#include <string>
#include <vector>

#include "present/slides.h"
#include "view/slide_kinds.h"

namespace view {

// A label and what belongs to it; beside each other, or the label above.
struct NoticePair {
  std::vector<std::string> label;
  std::vector<std::string> text;
};

struct NoticeText {
  Role title_role = Role::body;
  Role text_role = Role::body;  // of detail and pairs
  std::vector<std::string> title;
  std::vector<std::string> detail;
  std::vector<NoticePair> pairs;
  float text_left = 0;             // of a pair's text, from its label; 0: the label stands above
  std::vector<std::string> until;  // semibold
  std::vector<std::string> sent;   // on the line of `until` if they have one line together
  bool one_foot_line = true;

  bool has_body() const { return !detail.empty() || !pairs.empty(); }
};

struct NoticeRoom {
  float title = 0;  // widths, design pixels
  float body = 0;
  float foot = 0;
  float base_height = 0;  // of everything; not left if smaller type fits into it
  float most_height = 0;
};

struct NoticeGaps {
  float above_title = 0;
  float above_body = 0;   // from the title
  float between = 0;      // detail and pairs
  float around_rule = 0;  // from the last line to the rule, and on to the capitals below
  float below_foot = 0;
};

// The largest type with which everything stays in the base height, else the smallest that needs no
// more than the most; what is longer even then ends in an ellipsis.
NoticeText break_notice(const present::NoticeTaken& notice, const Layout& layout,
                        const NoticeRoom& room, const NoticeGaps& gaps);

// From capitals to baseline.
float title_height(const NoticeText& text, const Metrics& metrics);
float body_height(const NoticeText& text, const Metrics& metrics, float between);
float foot_height(const NoticeText& text, const Metrics& metrics);
float notice_height(const NoticeText& text, const Metrics& metrics, const NoticeGaps& gaps);

Role notice_foot_role(const Metrics& metrics);
float notice_foot_gap(const Metrics& metrics);  // on each side of the dot between end and sender

}  // namespace view
