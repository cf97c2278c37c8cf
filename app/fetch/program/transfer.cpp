#include "fetch/program/transfer.h"

#include <openssl/evp.h>

#include <algorithm>

#include "base/url.h"
#include "fetch/program/address.h"
#include "fetch/program/deadline.h"
#include "fetch/program/headers.h"
#include "fetch/program/http_request.h"

namespace fetch {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr int kMostRedirects = 3;

milliseconds since(Clock::time_point start) {
  return std::chrono::duration_cast<milliseconds>(Clock::now() - start);
}

bool is_redirect(int status) {
  return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

bool is_plain(const std::string& value) {
  return std::none_of(value.begin(), value.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x20 || static_cast<unsigned char>(c) == 0x7F;
  });
}

bool is_token(const std::string& name) {
  return std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' ||
           c == '_';
  });
}

std::string base64(const std::string& text) {
  std::string encoded(4 * ((text.size() + 2) / 3) + 1, '\0');
  const int size = EVP_EncodeBlock(reinterpret_cast<unsigned char*>(encoded.data()),
                                   reinterpret_cast<const unsigned char*>(text.data()),
                                   static_cast<int>(text.size()));
  encoded.resize(static_cast<size_t>(size));
  return encoded;
}

Get prepare(const Request& request, const base::Url& first, const base::Url& url) {
  Get get;
  get.url = url;
  get.headers = {{"Host", base::authority(url)},
                 {"Accept", "application/json"},
                 {"Accept-Encoding", "gzip"},
                 {"User-Agent", "bluelamp-fetch"}};
  const auto etag = usable_validator(request.etag);
  const auto last_modified = usable_validator(request.last_modified);
  if (!etag.empty()) get.headers.emplace_back("If-None-Match", etag);
  if (!last_modified.empty()) get.headers.emplace_back("If-Modified-Since", last_modified);
  if (base::same_origin(first, url)) {
    if (!request.header_name.empty()) {
      get.headers.emplace_back(request.header_name, request.header_value);
    } else if (!first.user_info.empty()) {
      get.headers.emplace_back("Authorization", "Basic " + base64(first.user_info));
    }
  }
  get.ca_file = request.ca_file;
  get.connect_timeout = std::min(request.connect_timeout, request.deadline);
  // Longer than the process has to live: at_deadline ends it first, and knows what to say.
  get.read_timeout = request.deadline + std::chrono::seconds{5};
  get.max_bytes = request.max_bytes;
  return get;
}

// Where to go on, or why not.
base::Result<base::Url, Trouble> next_hop(const base::Url& from, const std::string& location,
                                          int hops) {
  const auto refuse = [](std::string detail) {
    return base::Failure{Trouble{Failure::redirect, std::move(detail)}};
  };
  if (hops >= kMostRedirects) {
    return refuse("more than " + std::to_string(kMostRedirects) + " redirects");
  }
  if (location.empty()) return refuse("a redirect that does not say where to");
  auto to = base::resolve(from, location);
  if (!to) return refuse("a redirect to an address that cannot be used");
  if (from.scheme == "https" && to->scheme != "https") {
    return refuse("a redirect from https to http, to " + base::display(*to));
  }
  return *to;
}

Answer answer_from(Reply reply) {
  Answer answer;
  answer.failure = reply.trouble.failure;
  answer.detail = reply.trouble.detail;
  answer.http_status = reply.status;
  answer.etag = usable_validator(reply.etag);
  answer.last_modified = usable_validator(reply.last_modified);
  answer.max_age = max_age(reply.cache_control);
  answer.retry_after =
      retry_after(reply.retry_after, reply.date,
                  std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()));
  answer.body = std::move(reply.body);
  return answer;
}

Answer failed(Trouble trouble) {
  Answer answer;
  answer.failure = trouble.failure;
  answer.detail = std::move(trouble.detail);
  return answer;
}

}  // namespace

Answer transfer(const Request& request) {
  const auto start = Clock::now();
  milliseconds looked_up{0};
  const auto finished = [&](Answer answer) {
    answer.looked_up = looked_up;
    answer.took = since(start);
    return answer;
  };
  const auto first = base::parse_url(request.url);
  if (!first) return failed({Failure::bad_request, "the feed's address cannot be used"});
  if (!is_token(request.header_name) || !is_plain(request.header_value)) {
    return failed({Failure::bad_request, "the access token holds a character that cannot be sent"});
  }
  base::Url url = *first;
  for (int hops = 0;; ++hops) {
    enter(Stage::looking_up);
    auto addresses = look_up(url.host, url.port);
    if (hops == 0) looked_up = since(start);
    if (!addresses) return finished(failed(addresses.error()));
    enter(Stage::asking);
    Get get = prepare(request, *first, url);
    get.addresses = std::move(addresses).value();
    Reply reply = http_get(get);
    if (reply.trouble.failure != Failure::none || !is_redirect(reply.status)) {
      return finished(answer_from(std::move(reply)));
    }
    auto to = next_hop(url, reply.location, hops);
    if (!to) {
      Answer answer = failed(to.error());
      answer.http_status = reply.status;
      return finished(std::move(answer));
    }
    url = std::move(to).value();
  }
}

}  // namespace fetch
