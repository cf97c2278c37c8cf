// One GET on one connection. The only file that knows cpp-httplib's client; no redirect is followed
// here and no policy decided.
#pragma once

#include <chrono>
#include <string>
#include <utility>
#include <vector>

#include "base/url.h"
#include "fetch/program/address.h"
#include "fetch/wire.h"

namespace fetch {

struct Get {
  base::Url url;
  std::vector<Address> addresses;  // of url.host, tried in order until one connects
  std::vector<std::pair<std::string, std::string>> headers;
  std::string ca_file;  // empty: the system's authorities
  std::chrono::milliseconds connect_timeout{0};
  std::chrono::milliseconds read_timeout{0};
  std::uint64_t max_bytes = 0;
};

// Header values are as the server sent them and empty where it sent none.
struct Reply {
  Trouble trouble{Failure::none, {}};
  int status = 0;  // 0: no answer
  std::string location;
  std::string etag;
  std::string last_modified;
  std::string cache_control;
  std::string retry_after;
  std::string date;
  std::string body;  // read with status 200 alone
};

Reply http_get(const Get& get);

}  // namespace fetch
