// The three reports that the demos show, and feeds made larger from one of them, for measuring.
#pragma once

#include <cstddef>
#include <string>

#include "model/snapshot.h"
#include "settings/settings.h"

namespace bench {

struct Report {
  const char* config;  // in config/
  const char* feed;    // in assets/demo/
};

inline constexpr Report kReports[] = {{"demo-2013-14.json", "2013-14-q2.json"},
                                      {"demo-2017-18.json", "2017-18-q2.json"},
                                      {"demo-2023-24.json", "2023-24-q1.json"}};

// The time that every picture shows.
model::Timestamp now();

// Ends the program with words if a file of the repository cannot be read.
std::string read_feed(const Report& report);
settings::Settings load_settings(const Report& report);

// A document of `kpis` KPIs and a `series` of `points` months, as long as it comes out.
std::string made_feed(int kpis, int series, int points);

// A document of at least `bytes` bytes, by as many series as that takes.
std::string made_feed_of(std::size_t bytes);

// `bytes` decoded, as if fetched twelve minutes before now().
model::FeedSnapshot fetched(const std::string& bytes, const std::string& id);

}  // namespace bench
