// One maker for each kind of slide. Each gives a whole slide, or the reason why it is skipped.
#pragma once

#include <string>

#include "base/result.h"
#include "present/context.h"
#include "present/slides.h"

namespace present {

using Made = base::Result<Slide, std::string>;  // the error is the reason, for the status

Made make_overview(const Context& context, const settings::Slide& wanted);
Made make_kpis(const Context& context, const settings::Slide& wanted);
Made make_priority(const Context& context, const settings::Slide& wanted,
                   const Found<model::Priority>& priority);
Made make_trend(const Context& context, const settings::Slide& wanted);

// What the screen says while no slide has anything to show.
Slide make_waiting(const Context& context);

// Shared by the makers.
int words_in(std::string_view text);
RatingPair rating_pair(const model::NowBefore<model::Rating>& rag);

}  // namespace present
