// The forward plan of the 2023/24 Q1 report, notices and contacts, as present/ would hand them to
// view/. The words of the notices are placeholders.
#pragma once

#include "support/sample_plan.h"

namespace support {

inline present::ForwardPlan sample_forward_plan() {
  using State = present::MeetingCard::State;
  present::ForwardPlan plan;
  plan.meetings = {
      {.state = State::next,
       .day = "14",
       .month = "December 2023",
       .when = "in 11 weeks",
       .items = {{"", "Quarter 2 monitoring report", ""},
                 {"5", "Reduce crime", ""},
                 {"4", "Wildlife crime", ""},
                 {"", "Review of precept activity", ""}}},
      {.state = State::planned,
       .day = "1",
       .month = "February 2024",
       .when = "in 18 weeks",
       .items = {{"", "Budget precept 2024/25", ""},
                 {"", "Quarter 3 monitoring report", ""},
                 {"3", "Rehabilitation", "confirmed, Chief Constable"}}},
      {.state = State::undated,
       .month = "Date to be set",
       .title = "after Quarter 4",
       .items = {{"", "Quarter 4 monitoring report", ""},
                 {"6", "Commissioning value for money", ""},
                 {"5", "Alcohol, drug and gambling abuse", ""},
                 {"", "Annual report", ""}}},
  };
  plan.badge = "5";
  plan.badge_words = "item of priority 5";
  return plan;
}

inline present::NoticeTaken sample_notice(model::Notice::Level level, model::Notice::Style style) {
  present::NoticeTaken notice;
  notice.id = "n1";
  notice.feed = "plan";
  notice.level = level;
  notice.style = style;
  notice.marking = "OFFICIAL";
  if (style == model::Notice::Style::banner) {
    notice.text = "Fire alarm test at 15:00";
    notice.detail = "No need to leave the building. Stay at your desk.";
    notice.until = "Shown until 15:10";
    notice.sent = "sent 14:20 by Facilities";
  } else {
    notice.text = "Front counter closed today";
    notice.lines = {{"Emergency", "Call 999"},
                    {"Not urgent", "Call 101 or report online"},
                    {"Open again", "Friday 29 September, 09:00"}};
    notice.until = "Shown until 17:00";
    notice.sent = "sent 08:40 by Front Counter Services";
  }
  return notice;
}

inline std::vector<model::Line> sample_contacts() {
  return {{"Emergency?", "Call 999"}, {"Not urgent?", "Call 101 or report online"}};
}

namespace lengthening {

inline void lengthen(present::ForwardPlan& content, int times) {
  for (auto& meeting : content.meetings) {
    lengthen(meeting.title, times);
    lengthen(meeting.when, times);
    for (auto& item : meeting.items) {
      lengthen(item.title, times);
      lengthen(item.note, times);
    }
  }
  lengthen(content.badge_words, times);
  lengthen(content.age, times);
}

inline void lengthen(std::vector<model::Line>& lines, int times) {
  for (auto& line : lines) {
    lengthen(line.label, times);
    lengthen(line.text, times);
  }
}

inline void lengthen(present::NoticeTaken& notice, int times) {
  for (std::string* text : {&notice.text, &notice.detail, &notice.sent}) lengthen(*text, times);
  lengthen(notice.lines, times);
}

}  // namespace lengthening

inline present::Plan plan_with(present::Content content, std::string title,
                               std::string subtitle = "") {
  present::Plan plan;
  plan.board_name = "Dorset Police and Crime Plan";
  plan.clock = "14:32";
  plan.slides = {
      sample_slide("forward-plan", std::move(title), std::move(subtitle), std::move(content))};
  return plan;
}

}  // namespace support
