#include "present/each_priority.h"

#include <utility>

namespace present {

ManyMade make_for_priorities(const Context& context, const settings::Slide& wanted, MakeOne make,
                             const std::string& nothing) {
  if (!wanted.priority.empty()) {
    const auto priority = find_priority(context, wanted.priority);
    if (priority) return {{wanted.id, make(context, wanted, priority)}};
    return {{wanted.id, base::Failure{"no feed has priority " + wanted.priority}}};
  }
  ManyMade made;
  for (const auto& priority : all_priorities(context)) {
    settings::Slide one = wanted;
    one.id = wanted.id + "/" + priority->id;
    Made slide = make(context, one, priority);
    if (slide) made.push_back({one.id, std::move(slide)});
  }
  if (made.empty()) made.push_back({wanted.id, base::Failure{nothing}});
  return made;
}

}  // namespace present
