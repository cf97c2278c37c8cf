// What the program may use of the machine, so that no server can make it take more.
#pragma once

#include "fetch/wire.h"

namespace fetch {

// Address space for a document of max_bytes, CPU time, no core dump, and death together with the
// board. A limit that the system refuses to set is passed over: the others still hold.
void limit_process(const Request& request);

}  // namespace fetch
