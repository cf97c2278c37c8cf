#include "program/check.h"

#include <algorithm>
#include <cstdio>

#include "analysis/consistency.h"
#include "feed/file_source.h"
#include "model/snapshot.h"
#include "present/plan.h"
#include "program/board_parts.h"

namespace program {
namespace {

using base::Complaint;
using base::Complaints;
using base::Severity;

void check_settings(const std::filesystem::path& file, Complaints& complaints,
                    std::optional<settings::Settings>& settings) {
  settings::Loaded loaded = settings::load(file);
  complaints.insert(complaints.end(), loaded.complaints.begin(), loaded.complaints.end());
  settings = std::move(loaded.settings);
}

void check_answer(const std::string& source, const model::FetchAttempt& attempt,
                  Complaints& complaints) {
  if (attempt.failure == model::FetchFailure::none) return;
  std::string found(model::to_words(attempt.failure));
  if (!attempt.detail.empty()) found += " (" + attempt.detail + ")";
  complaints.push_back({Severity::error, source, "", found, "a board feed"});
}

// What this screen would show of the documents. That figures are withheld is what markings are for;
// a document that is withheld for want of one is likely a slip.
model::Snapshot released(const settings::Settings& settings, model::Snapshot snapshot,
                         Complaints& complaints) {
  const feed::Release release = release_for(settings);
  for (auto& fetched : snapshot.feeds) {
    model::Released left = release(*fetched.board);
    for (const auto& withheld : left.withheld) {
      if (withheld.thing != model::Withheld::Thing::document) continue;
      complaints.push_back({Severity::warning, fetched.status.id, "/marking",
                            "what the document says is withheld from this screen: " + withheld.why,
                            "a marking up to " + settings::ceiling_of(settings)});
    }
    fetched.board = std::make_shared<const model::Board>(std::move(left.board));
    fetched.withheld = std::move(left.withheld);
  }
  return snapshot;
}

// A slide that would be skipped is worth a warning: somebody expects to see it. So is a control
// chart that has to say why it shows less than one.
void check_slides(const settings::Settings& settings, const model::Snapshot& snapshot,
                  Complaints& complaints) {
  const base::SystemClock clock;
  const present::Plan plan = present::make_plan(settings, snapshot, {clock.now(), true});
  for (const auto& skipped : plan.skipped) {
    complaints.push_back({Severity::warning, settings.file.string(), "/slides",
                          "slide " + skipped.id + " would be skipped: " + skipped.reason,
                          "something for it to show"});
  }
  for (const auto& slide : plan.slides) {
    const auto* chart = std::get_if<present::ControlChart>(&slide.content);
    if (!chart) continue;
    for (const auto& note : chart->notes) {
      complaints.push_back({Severity::warning, settings.file.string(), "/slides",
                            "slide " + slide.id + " says: " + note,
                            "a series that can be judged as a process"});
    }
  }
}

// What a careful analyst would see; the board shows it as it stands.
void check_consistency(const model::Snapshot& snapshot, Complaints& complaints) {
  for (const auto& fetched : snapshot.feeds) {
    if (!fetched.board) continue;
    for (const auto& doubt : analysis::doubts_about(*fetched.board)) {
      complaints.push_back(
          {Severity::warning, fetched.status.id, doubt.where, doubt.found, doubt.expected});
    }
  }
}

model::Snapshot fetch_all(std::vector<feed::PolledFeed>& feeds, Complaints& complaints) {
  const base::SystemClock clock;
  model::Snapshot snapshot = feed::fetch_once(feeds, feed::Store{{}}, clock, complaints);
  for (const auto& fetched : snapshot.feeds) {
    if (fetched.status.last_attempt) {
      check_answer(fetched.status.id, *fetched.status.last_attempt, complaints);
    }
  }
  return snapshot;
}

std::vector<feed::PolledFeed> one_file(const std::filesystem::path& file) {
  std::vector<feed::PolledFeed> feeds(1);
  feeds[0].status.id = file.string();
  feeds[0].status.title = file.string();
  feeds[0].source = std::make_unique<feed::FileSource>(file, feeds[0].limits.bytes);
  return feeds;
}

const char* word_for(Severity severity) {
  switch (severity) {
    case Severity::note:
      return "note";
    case Severity::warning:
      return "warning";
    case Severity::error:
      return "error";
  }
  return "";
}

}  // namespace

ExitCode check(const CheckOptions& options) {
  Complaints complaints;
  std::optional<settings::Settings> settings;
  if (!options.config.empty()) check_settings(options.config, complaints, settings);

  std::vector<feed::PolledFeed> feeds;
  if (!options.feed.empty()) {
    feeds = one_file(options.feed);
  } else if (settings) {
    feeds = make_unreleased_feeds(settings->feeds);
  }
  const model::Snapshot snapshot = fetch_all(feeds, complaints);
  const bool all_read = std::all_of(snapshot.feeds.begin(), snapshot.feeds.end(),
                                    [](const auto& fetched) { return fetched.board != nullptr; });
  check_consistency(snapshot, complaints);
  if (settings && all_read) {
    check_slides(*settings, released(*settings, snapshot, complaints), complaints);
  }

  std::stable_sort(complaints.begin(), complaints.end(),
                   [](const Complaint& a, const Complaint& b) { return a.severity > b.severity; });
  const auto count = [&](Severity severity) {
    return std::count_if(complaints.begin(), complaints.end(), [&](const Complaint& complaint) {
      return complaint.severity == severity;
    });
  };
  for (const auto& complaint : complaints) {
    std::printf("%s: %s\n", word_for(complaint.severity), base::to_line(complaint).c_str());
  }
  std::printf("%ld errors, %ld warnings, %ld notes\n", static_cast<long>(count(Severity::error)),
              static_cast<long>(count(Severity::warning)),
              static_cast<long>(count(Severity::note)));
  if (count(Severity::error)) return ExitCode::errors;
  return options.strict && count(Severity::warning) ? ExitCode::warnings : ExitCode::ok;
}

}  // namespace program
