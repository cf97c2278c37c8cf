// Host names to addresses, and why an address cannot be reached.
#pragma once

#include <sys/socket.h>

#include <chrono>
#include <string>
#include <vector>

#include "base/result.h"
#include "fetch/wire.h"

namespace fetch {

struct Address {
  std::string text;  // "192.0.2.1"
  sockaddr_storage storage{};
  socklen_t size = 0;
};

struct Trouble {
  Failure failure = Failure::internal;
  std::string detail;
};

// In the order in which they should be tried, a few at most. Blocks; only the process's deadline
// bounds it.
base::Result<std::vector<Address>, Trouble> look_up(const std::string& host, int port);

// Connects once more, only to learn the reason, which httplib does not tell.
Trouble why_unreachable(const Address& address, std::chrono::milliseconds timeout);

}  // namespace fetch
