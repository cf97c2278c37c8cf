// A slide for each priority that has something to show, or for the one that is wanted.
#pragma once

#include <string>

#include "present/make_slides.h"

namespace present {

using MakeOne = Made (*)(const Context& context, const settings::Slide& wanted,
                         const Found<model::Priority>& priority);

// Of the one by name also why there is no slide; of all of them only those that have one, and
// `nothing` ("no feed has headlines") if none has.
ManyMade make_for_priorities(const Context& context, const settings::Slide& wanted, MakeOne make,
                             const std::string& nothing);

}  // namespace present
