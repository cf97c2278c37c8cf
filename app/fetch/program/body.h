// A response body as it arrives: inflated where it is gzip, and never over the limit.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "fetch/program/address.h"

struct z_stream_s;

namespace fetch {

class Body {
 public:
  // `content_encoding` is the header's value; any other than gzip or none is refused at once.
  Body(std::string_view content_encoding, std::uint64_t max_bytes);
  ~Body();

  Body(const Body&) = delete;
  Body& operator=(const Body&) = delete;

  // False when no more is wanted: trouble() says why.
  bool take(std::string_view bytes);

  // After the last byte: a gzip stream must have reached its end.
  void finish();

  const Trouble& trouble() const { return trouble_; }
  // What arrived, when there is no trouble.
  std::string& bytes() { return bytes_; }

 private:
  bool fail(Failure failure, std::string detail);
  bool append(std::string_view bytes);
  bool inflate_some(std::string_view bytes);

  std::uint64_t max_bytes_;
  std::string bytes_;
  Trouble trouble_{Failure::none, {}};
  std::unique_ptr<z_stream_s> gzip_;  // null: sent as it is
  bool inside_member_ = false;
  bool any_member_ = false;
};

}  // namespace fetch
