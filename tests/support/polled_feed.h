// A feed of the poller's kind that a script speaks for.
#pragma once

#include <memory>
#include <string>
#include <utility>

#include "feed/feed_runner.h"
#include "support/scripted_source.h"

namespace support {

inline feed::PolledFeed scripted_feed(Script& script, std::string id = "calls") {
  feed::PolledFeed feed;
  feed.status.id = std::move(id);
  feed.status.title = "Contact handling";
  feed.status.origin = "https://example.org/feed.json";
  feed.status.cadence = std::chrono::seconds{60};
  feed.status.late_after = std::chrono::seconds{180};
  feed.source = std::make_unique<ScriptedSource>(script);
  return feed;
}

// A small good document with this title; `more` may spoil it: `, "marking": 1`.
inline std::string board_document(const std::string& title, const std::string& more = "") {
  return R"({"format": "bluelamp-board/1", "title": ")" + title + "\"" + more + "}";
}

}  // namespace support
