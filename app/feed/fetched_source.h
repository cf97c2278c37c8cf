// A feed behind http or https, fetched by the program of app/fetch.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "feed/source.h"

namespace feed {

struct FetchOptions {
  std::string url;
  std::chrono::milliseconds connect_timeout{2000};
  std::chrono::milliseconds timeout{15000};  // for the whole request
  std::uint64_t max_bytes = 8u << 20;        // of the document, inflated
  std::filesystem::path ca_file;             // trusted instead of the system's; empty: the system's
  // Where the access token stands; at most one of the two. Read again for each request, so that one
  // that was replaced after a 401 is used without a restart.
  std::filesystem::path token_file;
  std::string token_environment;
  std::string token_header = "Authorization";
  std::string token_prefix = "Bearer ";
  std::filesystem::path fetch_program;  // bluelamp-fetch

  bool operator==(const FetchOptions&) const = default;
};

class FetchedSource final : public Source {
 public:
  explicit FetchedSource(FetchOptions options);

  Answer fetch(const Validators& last, std::stop_token stop) override;

 private:
  FetchOptions options_;
};

// The URL as a status or a log may show it: without credentials, a query only hinted at.
std::string origin_for_display(std::string_view url);

}  // namespace feed
