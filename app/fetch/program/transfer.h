// One fetch with its policy: redirects, who may see the credentials, what is read from the answer.
#pragma once

#include "fetch/wire.h"

namespace fetch {

// Never throws for anything that a server does, except std::bad_alloc at the memory limit.
Answer transfer(const Request& request);

}  // namespace fetch
