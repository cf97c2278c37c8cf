#include "present/rated_things.h"

namespace present {
namespace {

Found<model::Priority> find_owner(const Context& context, size_t from, const model::Id& priority,
                                  const model::Id& theme) {
  for (const auto& owner : all_priorities(context)) {
    if (refers_to(context, priority, from, owner.feed, owner->id)) return owner;
    if (!priority.empty()) continue;
    for (const auto& of : owner->themes) {
      if (refers_to(context, theme, from, owner.feed, of.id)) return owner;
    }
  }
  return {};
}

}  // namespace

std::vector<Found<model::Commitment>> all_commitments(const Context& context) {
  std::vector<Found<model::Commitment>> found;
  for (size_t feed = 0; feed < context.snapshot.feeds.size(); ++feed) {
    const auto& board = context.snapshot.feeds[feed].board;
    if (!board) continue;
    for (const auto& commitment : board->commitments) found.push_back({&commitment, feed});
  }
  return found;
}

bool refers_to(const Context& context, const std::string& reference, size_t from, size_t of,
               const model::Id& id) {
  if (reference.empty()) return false;
  if (from == of && reference == id) return true;
  return reference == context.snapshot.feeds[of].status.id + "/" + id;
}

Found<model::Priority> priority_of(const Context& context,
                                   const Found<model::Commitment>& commitment) {
  return find_owner(context, commitment.feed, commitment->priority, commitment->theme);
}

Found<model::Priority> priority_of(const Context& context, const Found<model::Kpi>& kpi) {
  return find_owner(context, kpi.feed, kpi->priority, kpi->theme);
}

model::NowBefore<model::Rating> rag_of(const model::Commitment& commitment) {
  model::NowBefore<model::Rating> rag = commitment.rag;
  if (commitment.done) rag.now = model::Rating::complete;
  return rag;
}

std::string badge_of(const model::Priority& priority) {
  return priority.number ? std::to_string(*priority.number) : "";
}

}  // namespace present
