#include "program/feed_words.h"

namespace program {

std::string_view state_of(const analysis::Freshness& freshness) {
  switch (freshness.state) {
    case analysis::Freshness::State::waiting:
      return "waiting";
    case analysis::Freshness::State::fresh:
      return "fresh";
    case analysis::Freshness::State::late:
      return "late";
  }
  return "";
}

std::string_view cause_of(const analysis::Freshness& freshness) {
  switch (freshness.cause) {
    case analysis::Freshness::Cause::none:
      return "none";
    case analysis::Freshness::Cause::overdue_edition:
      return "overdue edition";
    case analysis::Freshness::Cause::frozen:
      return "frozen feed";
    case analysis::Freshness::Cause::not_answering:
      return "server not answering";
  }
  return "";
}

}  // namespace program
