#include "analysis/release.h"

#include <algorithm>
#include <cctype>
#include <utility>

#include "analysis/suppress.h"

namespace analysis {

using model::Board;
using model::Withheld;
using Thing = model::Withheld::Thing;

namespace {

// A marking as a level of this screen, or why what bears it is withheld.
struct Judged {
  std::string level;
  std::string why;  // empty: it may be shown

  bool may_be_shown() const { return why.empty(); }
};

Judged judge(const std::string& marking, const ReleaseRule& rule) {
  std::string level = canonical_marking(marking);
  if (const auto alias = rule.aliases.find(level); alias != rule.aliases.end()) {
    level = alias->second;
  }
  if (level.empty()) return {"", "not marked"};
  const auto height = level_of(level, rule.levels);
  if (!height) return {"", "marked " + level + ", which this screen does not know"};
  const auto ceiling = level_of(rule.ceiling, rule.levels);
  if (!ceiling || *height > *ceiling) {
    return {"", "marked " + level + ", above " + rule.ceiling};
  }
  return {level, ""};
}

class Release {
 public:
  Release(Board board, const ReleaseRule& rule)
      : board_(std::move(board)), rule_(rule), document_(judge(board_.marking, rule)) {}

  model::Released run() {
    // The areas first: they follow KPIs that are still there.
    drop_areas();
    drop(board_.kpis, Thing::kpi);
    drop(board_.series, Thing::series);
    drop(board_.tables, Thing::table);
    if (document_.may_be_shown()) {
      board_.marking = document_.level;
    } else {
      drop_document();
    }
    auto suppressed = suppress_small(board_, rule_.suppress_below);
    withheld_.insert(withheld_.end(), std::make_move_iterator(suppressed.begin()),
                     std::make_move_iterator(suppressed.end()));
    return {std::move(board_), std::move(withheld_)};
  }

 private:
  Judged judge_figure(const std::string& own) const {
    return canonical_marking(own).empty() ? document_ : judge(own, rule_);
  }

  template <class Figure>
  void drop(std::vector<Figure>& figures, Thing thing) {
    std::erase_if(figures, [&](Figure& figure) {
      Judged judged = judge_figure(figure.marking);
      if (!judged.may_be_shown()) {
        withheld_.push_back({thing, figure.id, "", judged.why});
        return true;
      }
      figure.marking = std::move(judged.level);
      return false;
    });
  }

  Judged judge_areas_of(const std::string& reference) const {
    for (const model::Kpi& kpi : board_.kpis) {
      if (names(reference, kpi.id)) return judge_figure(kpi.marking);
    }
    return document_;
  }

  void drop_areas() {
    std::erase_if(board_.areas, [&](const model::Area& area) {
      const Judged judged = judge_areas_of(area.kpi);
      if (judged.may_be_shown()) return false;
      withheld_.push_back({Thing::area, area.title, "", judged.why});
      return true;
    });
    std::erase_if(board_.area_groups, [&](const model::AreaGroup& group) {
      return !judge_areas_of(group.kpi).may_be_shown();
    });
  }

  // A new board with what stays, not the old one without what goes: a part that somebody adds to
  // the model is withheld until it is named here.
  void drop_document() {
    withheld_.insert(withheld_.begin(), {Thing::document, "", "", document_.why});
    Board left;
    left.period = board_.period;
    left.previous_period = board_.previous_period;
    left.generated_at = board_.generated_at;
    left.next_due = board_.next_due;
    left.kpis = std::move(board_.kpis);
    left.series = std::move(board_.series);
    left.tables = std::move(board_.tables);
    left.areas = std::move(board_.areas);
    left.area_groups = std::move(board_.area_groups);
    left.contacts = std::move(board_.contacts);
    for (const auto& kpi : left.kpis) raise(left.marking, kpi.marking);
    for (const auto& series : left.series) raise(left.marking, series.marking);
    for (const auto& table : left.tables) raise(left.marking, table.marking);
    board_ = std::move(left);
  }

  void raise(std::string& marking, const std::string& to) const {
    if (marking.empty() || level_of(to, rule_.levels) > level_of(marking, rule_.levels)) {
      marking = to;
    }
  }

  Board board_;
  const ReleaseRule& rule_;
  const Judged document_;
  std::vector<Withheld> withheld_;
};

}  // namespace

std::string canonical_marking(std::string_view marking) {
  std::string text;
  for (const char c : marking) {
    text += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  }
  const size_t first = text.find_first_not_of(' ');
  if (first == std::string::npos) return "";
  return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

std::optional<size_t> level_of(std::string_view marking, const std::vector<std::string>& levels) {
  const auto level = std::find(levels.begin(), levels.end(), marking);
  if (level == levels.end()) return std::nullopt;
  return static_cast<size_t>(level - levels.begin());
}

model::Released release(Board board, const ReleaseRule& rule) {
  return Release(std::move(board), rule).run();
}

}  // namespace analysis
