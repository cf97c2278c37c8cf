#include <map>
#include <set>

#include "analysis/consistency.h"

namespace analysis {
namespace {

using model::Board;
using model::Id;

// Ids that others may refer to.
struct Known {
  std::set<Id> priorities, themes, kpis, series;
};

Known known_of(const Board& board) {
  Known known;
  for (const auto& priority : board.priorities) {
    known.priorities.insert(priority.id);
    for (const auto& theme : priority.themes) known.themes.insert(theme.id);
  }
  for (const auto& kpi : board.kpis) known.kpis.insert(kpi.id);
  for (const auto& series : board.series) known.series.insert(series.id);
  return known;
}

// An id of another feed ("calls/999-10s") cannot be judged here.
void doubt_reference(const std::string& list, const std::string& owner, const Id& id,
                     const std::set<Id>& known, const std::string& kind,
                     std::vector<Doubt>& doubts) {
  if (id.empty() || known.contains(id) || id.find('/') != id.npos) return;
  doubts.push_back({list, owner + ": " + kind + " " + id + ", which the board does not have",
                    "the id of a " + kind + " of this board"});
}

void doubt_theme_titles(const Board& board, std::vector<Doubt>& doubts) {
  std::map<std::string, Id> owners;
  for (const auto& priority : board.priorities) {
    for (const auto& theme : priority.themes) {
      const auto [owner, is_new] = owners.emplace(theme.title, theme.id);
      if (is_new) continue;
      doubts.push_back({"/priorities",
                        "themes " + owner->second + " and " + theme.id + " are both called \"" +
                            theme.title + "\"",
                        "one id and one name for each theme"});
    }
  }
}

// Without a rating for the period before nobody can say how it moved: one line for all of them.
void doubt_moves(const Board& board, std::vector<Doubt>& doubts) {
  if (board.previous_period.label.empty() && !board.previous_period.to) return;
  size_t rated = 0, without_move = 0;
  const auto count = [&](const model::NowBefore<model::Rating>& rag) {
    if (!rag.now || *rag.now == model::Rating::none) return;
    ++rated;
    if (!rag.before) ++without_move;
  };
  for (const auto& priority : board.priorities) {
    for (const auto& theme : priority.themes) count(theme.rag);
  }
  for (const auto& commitment : board.commitments) count(commitment.rag);
  if (without_move == 0) return;
  doubts.push_back({"/priorities",
                    std::to_string(without_move) + " of " + std::to_string(rated) +
                        " ratings without the one of the period before: no word for the move",
                    "\"before\" beside \"now\""});
}

}  // namespace

void doubt_names(const Board& board, std::vector<Doubt>& doubts) {
  const Known known = known_of(board);
  doubt_theme_titles(board, doubts);
  doubt_moves(board, doubts);
  for (const auto& kpi : board.kpis) {
    const std::string owner = "kpi " + kpi.id;
    doubt_reference("/kpis", owner, kpi.priority, known.priorities, "priority", doubts);
    doubt_reference("/kpis", owner, kpi.theme, known.themes, "theme", doubts);
    doubt_reference("/kpis", owner, kpi.parent, known.kpis, "kpi", doubts);
    doubt_reference("/kpis", owner, kpi.series, known.series, "series", doubts);
  }
  for (const auto& commitment : board.commitments) {
    const std::string owner = "commitment " + commitment.number;
    doubt_reference("/commitments", owner, commitment.priority, known.priorities, "priority",
                    doubts);
    doubt_reference("/commitments", owner, commitment.theme, known.themes, "theme", doubts);
  }
  for (const auto& area : board.areas) {
    doubt_reference("/areas", "area " + area.title, area.kpi, known.kpis, "kpi", doubts);
    doubt_reference("/areas", "area " + area.title, area.series, known.series, "series", doubts);
  }
  for (const auto& meeting : board.agenda) {
    for (const auto& item : meeting.items) {
      doubt_reference("/agenda", "item " + item.title, item.priority, known.priorities, "priority",
                      doubts);
    }
  }
}

}  // namespace analysis
