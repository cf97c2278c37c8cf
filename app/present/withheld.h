// Why a slide, or a part of one, is not there: the screen may not show it.
#pragma once

#include <string>

#include "present/context.h"

namespace present {

// "withheld: marked OFFICIAL-SENSITIVE, above PUBLIC"; empty if no feed withholds the thing.
std::string why_withheld(const Context& context, model::Withheld::Thing thing,
                         const std::string& reference);

// The same for a slide that found nothing to show: of what it names, else of what its kind shows.
std::string why_withheld(const Context& context, const settings::Slide& wanted);

// The same for all that a feed says; empty if something of it may be shown.
std::string why_withheld(const model::FeedSnapshot& feed);

}  // namespace present
