#include "soak/weather.h"

#include <array>
#include <nlohmann/json.hpp>

#include "base/utf8.h"
#include "support/scripted_source.h"

namespace soak {
namespace {

using model::FetchFailure;
using nlohmann::json;

// Letters that the editions bring one after the other, so that the glyphs in use change.
constexpr char32_t kFirstLetter = 0x0100;
constexpr int kLettersAtOnce = 3;

std::string hostile() {
  json board{{"format", "bluelamp-board/1"}, {"title", std::string(9000, 'W')}};
  for (int i = 0; i < 900; ++i) board["kpis"].push_back({{"id", i}, {"value", "many"}});
  return board.dump();
}

std::string of_one_figure() {
  return json{{"format", "bluelamp-board/1"},
              {"title", "Contact"},
              {"generated_at", "2026-03-10T09:00:00Z"},
              {"kpis", {{{"id", "calls"}, {"title", "Calls"}, {"value", 5}, {"unit", "count"}}}}}
      .dump();
}

}  // namespace

Weather::Weather(std::vector<std::string> reports) : reports_(std::move(reports)) {}

std::string Weather::edition(std::size_t report) const {
  json board = json::parse(reports_[report % reports_.size()]);
  const int number = asked_ / kCycle;
  std::string letters;
  for (int i = 0; i < kLettersAtOnce; ++i) {
    const int letter = number % kEditions * kLettersAtOnce + i;
    base::append_code_point(letters, kFirstLetter + static_cast<char32_t>(letter));
  }
  board["title"] = board.value("title", "") + " " + letters;
  if (board.contains("kpis")) {
    for (json& kpi : board["kpis"]) {
      if (kpi.contains("value") && kpi["value"].is_number()) {
        kpi["value"] = kpi["value"].get<double>() + number % kEditions;
      }
    }
  }
  return board.dump();
}

feed::Answer Weather::fetch(const feed::Validators& last, std::stop_token) {
  const int step = asked_ % kCycle;
  const auto good = [&](std::size_t report) {
    body_ = edition(report);
    return support::document(body_, {"\"" + std::to_string(asked_) + "\"", ""});
  };
  const auto answer = [&]() -> feed::Answer {
    switch (step) {
      case 0:
        return good(0);
      case 1:
      case 4:
      case 9:
        return support::unchanged(last);
      case 2:  // 200 though nothing changed
        return support::document(body_, last);
      case 3:
        return good(1);
      case 5:
        return support::failure(FetchFailure::timed_out);
      case 6:
        return support::failure(FetchFailure::name_not_found);
      case 7:
        return support::document("<html>Sign in</html>");
      case 8:
        return good(2);
      case 10:
        return support::document(body_.substr(0, body_.size() / 2));
      case 11:
        return support::document("{}");
      case 12:
        return support::document(hostile());
      case 13:
        return support::document(of_one_figure());
      case 14:
        return support::document(std::string(60'000, '['));
      case 15:
        return support::failure(FetchFailure::tls, "certificate " + std::to_string(asked_));
      case 16:
        return good(0);
      case 17:
        return support::failure(FetchFailure::busy);
      case 18:
        return support::document("");
      default:
        return support::failure(FetchFailure::server_error,
                                "HTTP " + std::to_string(500 + asked_ % 9));
    }
  }();
  ++asked_;
  return answer;
}

}  // namespace soak
