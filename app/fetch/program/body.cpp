#include "fetch/program/body.h"

#include <zlib.h>

#include <array>

#include "base/utf8.h"

namespace fetch {
namespace {

constexpr int kGzipOnly = 16 + MAX_WBITS;

std::string lower(std::string_view text) {
  std::string low;
  for (char c : text) {
    if (c == ' ' || c == '\t') continue;
    low.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
  }
  return low;
}

}  // namespace

Body::Body(std::string_view content_encoding, std::uint64_t max_bytes) : max_bytes_(max_bytes) {
  const std::string encoding = lower(content_encoding);
  if (encoding.empty() || encoding == "identity") return;
  if (encoding != "gzip" && encoding != "x-gzip") {
    fail(Failure::bad_encoding, "the answer is encoded as \"" +
                                    base::shorten(base::clean_line(content_encoding), 40) +
                                    "\", which was not asked for");
    return;
  }
  gzip_ = std::make_unique<z_stream_s>();
  if (inflateInit2(gzip_.get(), kGzipOnly) != Z_OK) {
    gzip_.reset();
    fail(Failure::internal, "gzip cannot be read: no memory");
  }
}

Body::~Body() {
  if (gzip_) inflateEnd(gzip_.get());
}

bool Body::take(std::string_view bytes) {
  if (trouble_.failure != Failure::none) return false;
  return gzip_ ? inflate_some(bytes) : append(bytes);
}

void Body::finish() {
  if (trouble_.failure != Failure::none || !gzip_) return;
  if (inside_member_ || !any_member_) fail(Failure::truncated, "the gzip data ends too soon");
}

bool Body::fail(Failure failure, std::string detail) {
  trouble_ = {failure, std::move(detail)};
  bytes_ = {};
  return false;
}

bool Body::append(std::string_view bytes) {
  if (bytes.size() > max_bytes_ - bytes_.size()) {
    return fail(Failure::too_large,
                "the document is over the limit of " + std::to_string(max_bytes_) + " bytes");
  }
  bytes_ += bytes;
  return true;
}

// A file of several gzip members is their contents one after the other (RFC 1952, 2.2).
bool Body::inflate_some(std::string_view bytes) {
  std::array<char, 16384> out;
  // zlib's interface takes its input without const and does not write to it.
  gzip_->next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  gzip_->avail_in = static_cast<uInt>(bytes.size());
  bool more_output = false;
  while (gzip_->avail_in > 0 || more_output) {
    if (!inside_member_) {
      inflateReset(gzip_.get());
      inside_member_ = true;
    }
    gzip_->next_out = reinterpret_cast<Bytef*>(out.data());
    gzip_->avail_out = static_cast<uInt>(out.size());
    const int state = inflate(gzip_.get(), Z_NO_FLUSH);
    if (state != Z_OK && state != Z_STREAM_END && state != Z_BUF_ERROR) {
      return fail(Failure::bad_encoding, "the gzip data is damaged");
    }
    if (!append({out.data(), out.size() - gzip_->avail_out})) return false;
    more_output = state == Z_OK && gzip_->avail_out == 0;
    if (state == Z_STREAM_END) {
      inside_member_ = false;
      any_member_ = true;
    }
    if (state == Z_BUF_ERROR) break;
  }
  return true;
}

}  // namespace fetch
