// Slides with the figures of a real report, as present/ would hand them to view/: Dorset Police and
// Crime Plan, quarter 1 of 2023/24. Sparklines and lateness are made up.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "present/slides.h"

namespace support {

using model::Direction;
using model::Rating;
using present::Move;

inline present::OverviewCard::Theme sample_theme(std::string title, Rating now) {
  return {.title = std::move(title), .rag = {.now = now}};
}

inline present::OverviewCard::Theme sample_theme(std::string title, Rating before, Move move,
                                                 Rating now) {
  return {.title = std::move(title), .rag = {.now = now, .before = before, .move = move}};
}

inline present::Overview sample_overview() {
  constexpr Rating A = Rating::amber;
  constexpr Rating G = Rating::green;
  present::Overview overview;
  overview.before_label = "rating in Q4";
  overview.cards = {
      {.number = "1",
       .title = "Cut crime and ASB",
       .themes = {sample_theme("Crime & ASB", G), sample_theme("Burglary", A),
                  sample_theme("Fraud & Cyber", A), sample_theme("Road Safety", G),
                  sample_theme("Young People", A), sample_theme("Pet Theft", G)},
       .headlines = {"ASB down 80% in a funded area", "Burglary work with businesses"}},
      {.number = "2",
       .title = "Visible and connected",
       .themes = {sample_theme("Uplift and Visibility", G),
                  sample_theme("Connectivity and Engagement", A),
                  sample_theme("Customer Service", G)},
       .headlines = {"A front counter has reopened", "New website under watch"}},
      {.number = "3",
       .title = "Violence and high harm",
       .themes = {sample_theme("Addiction", G), sample_theme("Violence Reduction", A),
                  sample_theme("VAWG", A), sample_theme("DA & Stalking", A),
                  sample_theme("Child Abuse", G), sample_theme("Modern Slavery", G)},
       .headlines = {"Partners co-design DA services", "School drug lessons funded"}},
      {.number = "4",
       .title = "Rural crime",
       .themes = {sample_theme("Rural Resources", G), sample_theme("Country Watch", G),
                  sample_theme("Fly-tipping", A), sample_theme("Wildlife Crime", A)},
       .headlines = {"Regional rural partnership set up", "Fly-tipping fines raised"}},
      {.number = "5",
       .title = "Victims and communities",
       .themes = {sample_theme("Victims and Community", A, Move::improved, G),
                  sample_theme("CJS & RJ", A, Move::same, A),
                  sample_theme("Vulnerability", A, Move::same, A),
                  sample_theme("Hate Crime", G, Move::same, G),
                  sample_theme("Business & Retail Crime", A, Move::same, A)},
       .headlines = {"Trailblazer for immediate justice", "Business expo attended"}},
      {.number = "6",
       .title = "Every penny counts",
       .themes = {sample_theme("Funding", A), sample_theme("Efficiency", G),
                  sample_theme("Evidence Based Policing", G),
                  sample_theme("Philosophy & Co-operation", G)},
       .headlines = {"Fundraising manager recruited", "Firearms licensing separated"}},
  };
  return overview;
}

inline present::Kpis sample_kpis() {
  using Change = present::KpiCard::Change;
  present::Kpis kpis;
  kpis.cards = {
      {.id = "999",
       .title = "999 answered in 10 s",
       .period = "Apr to Jul 2023, on last year",
       .figure = {.number = "86.9", .unit = "%"},
       .change = Change{Direction::up, "6.3 points", "better"},
       .target = "Target ≥ 90%",
       .direction_words = "higher is better",
       .wanted = Direction::up,
       .rating = Rating::amber,
       .rating_words = "Near target",
       .sparkline = {{80.6, 81.2, 80.9, 81.8, 82.6, 82.3, 83.7, 84.6, 84.5, 85.4, 86.5, 86.3, 86.9},
                     90}},
      {.id = "101",
       .title = "101 average answer",
       .period = "Apr to Jul 2023, on last year",
       .figure = {.number = "13.1", .unit = "min"},
       .change = Change{Direction::down, "4.4 min", "better"},
       .target = "No target",
       .direction_words = "lower is better",
       .wanted = Direction::down,
       .rating_words = "No target set",
       .sparkline = {{17.5, 17.9, 17.2, 16.8, 16.9, 16.0, 15.4, 15.6, 15.0, 14.2, 14.0, 13.4, 13.1},
                     std::nullopt}},
      {.id = "good-job",
       .title = "Police do a good job",
       .period = "Quarter 1 survey",
       .figure = {.number = "70", .unit = "%"},
       .change = Change{std::nullopt, "No earlier figure", ""},
       .target = "Target ≥ 80%",
       .direction_words = "higher is better",
       .wanted = Direction::up,
       .rating = Rating::red,
       .rating_words = "Missed target"},
      {.id = "officers",
       .title = "Police officers",
       .period = "On 2019 baseline",
       .figure = {.number = "1,441"},
       .change = Change{Direction::up, "13.7%", "better"},
       .target = "8 above target",
       .direction_words = "higher is better",
       .wanted = Direction::up,
       .rating = Rating::green,
       .rating_words = "On target",
       .sparkline = {{1267, 1280, 1300, 1325, 1340, 1360, 1378, 1380, 1395, 1410, 1420, 1430, 1441},
                     std::nullopt}},
      {.id = "calls",
       .title = "999 calls received",
       .period = "Apr to Jul 2023, on last year",
       .figure = {.number = "53,623"},
       .change = Change{Direction::up, "13.8%", ""},
       .target = "No target",
       .direction_words = "neither good nor bad",
       .rating_words = "No target set",
       .sparkline = {{47120, 48500, 46900, 47800, 50100, 53623}, std::nullopt}},
      {.id = "asb",
       .title = "ASB incidents",
       .period = "Quarter 1, on 2019 baseline",
       .figure = {.number = "−26", .unit = "%"},
       .change = Change{Direction::down, "19%", "better this year"},
       .target = "Target: fall",
       .direction_words = "lower is better",
       .wanted = Direction::down,
       .rating = Rating::green,
       .rating_words = "On target",
       .sparkline = {{-8, -10, -11.5, -11, -14, -15.5, -17, -18.5, -20, -21, -23.5, -25, -26},
                     std::nullopt}},
  };
  return kpis;
}

// One card late, one that waits.
inline present::Kpis sample_late_kpis() {
  present::Kpis kpis = sample_kpis();
  kpis.cards[2].period = "Quarter 4 survey";
  kpis.cards[2].age = {present::TileAge::State::late, "As at 31 March 2023",
                       "6 weeks late, next try 14:47"};
  kpis.cards[4].age = {present::TileAge::State::waiting, "No data yet",
                       "Awaiting the contact feed"};
  return kpis;
}

inline present::Overview sample_late_overview() {
  present::Overview overview = sample_overview();
  overview.cards[0].age = {present::TileAge::State::late, "As at 31 March 2023",
                           "6 weeks late, next try 14:47"};
  overview.cards[4].age = overview.cards[0].age;
  overview.cards[5].age = {present::TileAge::State::waiting, "No data yet",
                           "Awaiting the plan feed"};
  return overview;
}

inline present::Waiting sample_waiting() {
  return {.feeds = {{"Plan board", "Connected, reading the reply", "now"},
                    {"Contact handling", "Host not found: contact.example", "in 40 s"},
                    {"Survey", "Refused: access token not accepted (401)", "in 5 min"}},
          .where = "Front office, left screen  ·  details on the status page"};
}

inline present::Slide sample_slide(model::Id id, std::string title, std::string subtitle,
                                   present::Content content) {
  present::Slide slide;
  slide.id = std::move(id);
  slide.title = std::move(title);
  slide.subtitle = std::move(subtitle);
  slide.period = "Quarter 1 2023/24 (Apr to Jun 2023)";
  slide.marking = "OFFICIAL";
  slide.footer = {"Figures to 30 Jun 2023", "fetched 12 min ago"};
  slide.content = std::move(content);
  return slide;
}

// An overview, six figures, the same two with late and missing tiles, and the wait for a feed.
inline present::Plan sample_plan() {
  constexpr const char* kSubtitle =
      "Dorset. Amber: within 5% of target. Sparklines illustrative, dashed line is the target.";
  present::Plan plan;
  plan.board_name = "Dorset Police and Crime Plan";
  plan.clock = "14:32";
  plan.slides = {
      sample_slide("overview", "15 themes green, 13 amber, none red", "", sample_overview()),
      sample_slide("kpis", "999 answering improves but still misses its target", kSubtitle,
                   sample_kpis()),
      sample_slide("late-kpis", "999 answering improves but still misses its target", kSubtitle,
                   sample_late_kpis()),
      sample_slide("late-overview", "15 themes green, 13 amber, none red", "",
                   sample_late_overview()),
      sample_slide("waiting", "", "", sample_waiting()),
  };
  plan.slides[1].period = plan.slides[2].period = "1 April to 31 July 2023";
  plan.slides[1].footer = {"Figures to 31 Jul 2023", "fetched 12 min ago"};
  plan.slides[2].footer = {"4 of 6 figures up to date", "1 late", "1 waiting"};
  plan.slides[2].marking = "OFFICIAL-SENSITIVE";
  plan.slides[2].marking_in_header = true;
  plan.slides[4].period = "Starting";
  plan.slides[4].footer = {"No figures yet", "first try 14:31"};
  return plan;
}

namespace lengthening {

inline void lengthen(std::string& text, int times) {
  std::string once = text;
  for (int i = 1; i < times && !once.empty(); ++i) text += " " + once;
}

inline void lengthen(present::TileAge& age, int times) {
  lengthen(age.as_at, times);
  lengthen(age.detail, times);
}

inline void lengthen(present::OverviewCard::Theme& theme, int times) {
  lengthen(theme.title, times);
}

inline void lengthen(present::Overview& content, int times) {
  lengthen(content.before_label, times);
  for (auto& card : content.cards) {
    lengthen(card.title, times);
    lengthen(card.age, times);
    for (auto& theme : card.themes) lengthen(theme, times);
    for (auto& headline : card.headlines) lengthen(headline, times);
  }
}

inline void lengthen(present::Kpis& content, int times) {
  for (auto& card : content.cards) {
    for (std::string* text :
         {&card.title, &card.period, &card.figure.number, &card.figure.unit, &card.change.amount,
          &card.change.word, &card.target, &card.direction_words, &card.rating_words}) {
      lengthen(*text, times);
    }
    lengthen(card.age, times);
  }
}

inline void lengthen(present::PriorityPage& content, int times) {
  if (content.quote) {
    lengthen(content.quote->text, times);
    lengthen(content.quote->attribution, times);
  }
  lengthen(content.now_label, times);
  lengthen(content.before_label, times);
  for (auto& theme : content.themes) lengthen(theme, times);
  for (auto& measure : content.measures) {
    lengthen(measure.title, times);
    lengthen(measure.target.text, times);
    lengthen(measure.current.text, times);
  }
  for (auto& indicator : content.indicators) {
    lengthen(indicator.title, times);
    lengthen(indicator.value, times);
    lengthen(indicator.also, times);
  }
  lengthen(content.age, times);
}

inline void lengthen(present::Trend& content, int times) {
  lengthen(content.bars_title, times);
  lengthen(content.line_title, times);
  for (auto* targets : {&content.bar_targets, &content.line_targets}) {
    for (auto& target : *targets) lengthen(target.text, times);
  }
  for (auto& event : content.events) {
    lengthen(event.label, times);
    lengthen(event.detail, times);
  }
  for (auto& figure : content.figures) {
    for (std::string* text : {&figure.caption, &figure.number, &figure.change, &figure.word,
                              &figure.change_on, &figure.target, &figure.target_note}) {
      lengthen(*text, times);
    }
  }
  lengthen(content.age, times);
}

inline void lengthen(present::Waiting& content, int times) {
  for (auto& feed : content.feeds) {
    lengthen(feed.title, times);
    lengthen(feed.last_answer, times);
    lengthen(feed.next_try, times);
  }
  lengthen(content.where, times);
}

}  // namespace lengthening

// The same plan with every text so many times as long, the clock apart.
inline present::Plan lengthened(present::Plan plan, int times) {
  using lengthening::lengthen;
  lengthen(plan.board_name, times);
  for (auto& slide : plan.slides) {
    lengthen(slide.title, times);
    lengthen(slide.subtitle, times);
    lengthen(slide.period, times);
    for (auto& part : slide.footer) lengthen(part, times);
    std::visit(
        [&](auto& content) {
          if constexpr (requires { lengthen(content, times); }) lengthen(content, times);
        },
        slide.content);
  }
  return plan;
}

}  // namespace support
