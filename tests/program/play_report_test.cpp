#include "program/play_report.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "support/boards.h"
#include "support/manual_clock.h"

namespace program {
namespace {

using nlohmann::json;
using settings::Slide;
using std::chrono::milliseconds;
using std::chrono::minutes;

class PlayReportTest : public testing::Test {
 protected:
  PlayReportTest() {
    settings_.slides = {support::slide(Slide::Kind::overview, "overview"),
                        support::slide(Slide::Kind::kpis, "figures")};
    settings_.screen.name = "Front office";
    publish(support::fetched("plan", support::plan_board(), minutes{0}));
  }

  void publish(model::FeedSnapshot feed) {
    auto next = std::make_shared<model::Snapshot>();
    next->feeds.push_back(std::move(feed));
    snapshot_ = next;
    plan_ = present::make_plan(settings_, *snapshot_, {clock_.now(), true});
  }

  void draw(std::size_t slide, std::optional<milliseconds> late, bool after_key = false) {
    report_.drawn({.plan = plan_,
                   .snapshot = snapshot_,
                   .position = {slide, 0},
                   .pages = 1,
                   .late = late,
                   .after_key = after_key});
  }

  settings::Settings settings_;
  support::ManualClock clock_{support::noon()};
  std::shared_ptr<const model::Snapshot> snapshot_;
  present::Plan plan_;
  std::vector<json> lines_;
  PlayReport report_{settings_, clock_, [this](const std::string& line) {
                       EXPECT_EQ(line.find('\n'), std::string::npos);
                       lines_.push_back(json::parse(line));
                     }};
};

TEST_F(PlayReportTest, SaysWhichSlideCameWhenAndWhy) {
  report_.begin();
  draw(0, {});
  clock_.advance(milliseconds{8004});
  draw(1, milliseconds{4});
  draw(0, {}, true);
  ASSERT_EQ(lines_.size(), 4u);
  EXPECT_EQ(lines_[0]["event"], "start");
  EXPECT_EQ(lines_[0]["screen"], "Front office");
  EXPECT_EQ(lines_[1]["event"], "slide");
  EXPECT_EQ(lines_[1]["slide"], "overview");
  EXPECT_EQ(lines_[1]["because"], "first");
  EXPECT_EQ(lines_[1]["late_ms"], nullptr);
  EXPECT_EQ(lines_[1]["at"], base::format_timestamp(support::noon()));
  EXPECT_EQ(lines_[1]["feeds"][0]["state"], "fresh");
  EXPECT_EQ(lines_[2]["slide"], "figures");
  EXPECT_EQ(lines_[2]["because"], "dwell");
  EXPECT_EQ(lines_[2]["late_ms"], 4);
  EXPECT_EQ(lines_[2]["monotonic_ms"].get<int>() - lines_[1]["monotonic_ms"].get<int>(), 8004);
  EXPECT_EQ(lines_[3]["because"], "key");
}

TEST_F(PlayReportTest, AFrameThatShowsTheSameSlideSaysNothingButCounts) {
  draw(0, {});
  draw(0, milliseconds{70});
  draw(0, milliseconds{9});
  ASSERT_EQ(lines_.size(), 1u);
  draw(1, milliseconds{2});
  EXPECT_EQ(lines_[1]["late_ms"], 2);
  EXPECT_EQ(lines_[1]["worst_late_ms"], 70);
  draw(0, milliseconds{3});
  EXPECT_EQ(lines_[2]["worst_late_ms"], 3);
  report_.end();
  EXPECT_EQ(lines_[3]["event"], "end");
  EXPECT_EQ(lines_[3]["worst_late_ms"], 70);
}

TEST_F(PlayReportTest, ARoundSaysWhatCameOfItAndWhatIsShown) {
  draw(0, {});
  auto feed = support::fetched("plan", support::plan_board(), minutes{0});
  feed.status.failures_in_a_row = 1;
  feed.status.last_attempt = {.at = clock_.now(),
                              .failure = model::FetchFailure::not_found,
                              .detail = "HTTP 404 from http://feeds.example/",
                              .http_status = 404,
                              .took = milliseconds{12}};
  publish(feed);
  draw(0, {});
  ASSERT_EQ(lines_.size(), 2u);
  const json& round = lines_[1];
  EXPECT_EQ(round["event"], "feeds");
  EXPECT_EQ(round["slides"], json({"overview", "figures"}));
  ASSERT_EQ(round["feeds"].size(), 1u);
  EXPECT_EQ(round["feeds"][0]["outcome"], "Feed not found (404)");
  EXPECT_EQ(round["feeds"][0]["detail"], "HTTP 404 from http://feeds.example/");
  EXPECT_EQ(round["feeds"][0]["failures_in_a_row"], 1);
  EXPECT_EQ(round["feeds"][0]["state"], "fresh");

  clock_.advance(minutes{60 * 24});
  feed.status.failures_in_a_row = 2;
  publish(feed);
  draw(0, {});
  EXPECT_EQ(lines_[2]["feeds"][0]["state"], "late");
  EXPECT_EQ(lines_[2]["feeds"][0]["because"], "server not answering");
}

TEST_F(PlayReportTest, SaysWhenAPlanTookTheSlideAway) {
  draw(1, {});
  publish({snapshot_->feeds[0].status, nullptr, {}});
  draw(0, {});
  ASSERT_EQ(lines_.size(), 3u);
  EXPECT_EQ(lines_[1]["event"], "feeds");
  EXPECT_EQ(lines_[1]["slides"], json({"waiting"}));
  EXPECT_EQ(lines_[2]["slide"], "waiting");
  EXPECT_EQ(lines_[2]["because"], "plan");
  EXPECT_EQ(lines_[2]["feeds"][0]["state"], "waiting");
}

}  // namespace
}  // namespace program
