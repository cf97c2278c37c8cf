#include "fetch/wire.h"

#include <zlib.h>

#include <limits>

namespace fetch {
namespace {

constexpr std::string_view kRequestMagic = "BLq1";
constexpr std::string_view kAnswerMagic = "BLa1";
constexpr size_t kFrame = 12;  // magic, length and checksum

void put_number(std::string& out, std::uint64_t value, int bytes) {
  for (int i = 0; i < bytes; ++i) out.push_back(static_cast<char>((value >> (8 * i)) & 0xFF));
}

std::uint64_t number_at(std::string_view text, size_t at, int bytes) {
  std::uint64_t value = 0;
  for (int i = 0; i < bytes; ++i) {
    value |= std::uint64_t{static_cast<unsigned char>(text[at + static_cast<size_t>(i)])}
             << (8 * i);
  }
  return value;
}

std::uint64_t checksum(std::string_view text) {
  return crc32_z(0, reinterpret_cast<const Bytef*>(text.data()), text.size());
}

class Writer {
 public:
  void number(std::uint64_t value) { put_number(payload_, value, 8); }
  void text(std::string_view value) {
    number(value.size());
    payload_ += value;
  }
  void time(std::chrono::milliseconds value) {
    number(value.count() < 0 ? 0 : static_cast<std::uint64_t>(value.count()));
  }
  // One more than the value, so that zero says "none".
  void wait(std::optional<std::chrono::seconds> value) {
    number(value && value->count() >= 0 ? static_cast<std::uint64_t>(value->count()) + 1 : 0);
  }

  std::string framed(std::string_view magic) const {
    std::string message(magic);
    put_number(message, payload_.size(), 4);
    message += payload_;
    put_number(message, checksum(payload_), 4);
    return message;
  }

 private:
  std::string payload_;
};

// Reads fields until one does not fit; from then on every field is empty and `whole` is false.
class Reader {
 public:
  explicit Reader(std::string_view payload) : left_(payload) {}

  std::uint64_t number() {
    if (left_.size() < 8) return fail();
    const auto value = number_at(left_, 0, 8);
    left_.remove_prefix(8);
    return value;
  }
  std::string text(std::uint64_t limit) {
    const auto size = number();
    if (size > limit || size > left_.size()) {
      fail();
      return {};
    }
    std::string value(left_.substr(0, static_cast<size_t>(size)));
    left_.remove_prefix(static_cast<size_t>(size));
    return value;
  }
  std::uint64_t number_up_to(std::uint64_t limit) {
    const auto value = number();
    return value <= limit ? value : fail();
  }
  std::chrono::milliseconds time() {
    return std::chrono::milliseconds(static_cast<std::int64_t>(number_up_to(kLongest)));
  }
  std::optional<std::chrono::seconds> wait() {
    const auto value = number_up_to(kLongest);
    if (value == 0) return std::nullopt;
    return std::chrono::seconds(static_cast<std::int64_t>(value - 1));
  }

  bool whole() const { return good_ && left_.empty(); }

 private:
  static constexpr std::uint64_t kLongest = 1ull << 40;

  std::uint64_t fail() {
    good_ = false;
    left_ = {};
    return 0;
  }

  std::string_view left_;
  bool good_ = true;
};

base::Result<std::string_view, WireError> payload_of(std::string_view message,
                                                     std::string_view magic, std::uint64_t limit) {
  const auto refuse = [](std::string detail) { return base::Failure{WireError{detail}}; };
  if (message.empty()) return refuse("nothing was sent");
  if (!message.starts_with(magic.substr(0, std::min(magic.size(), message.size())))) {
    return refuse("not a message of this program");
  }
  if (message.size() < kFrame) return refuse("message cut short");
  const auto length = number_at(message, magic.size(), 4);
  if (length > limit) return refuse("message too large");
  if (message.size() < kFrame + length) return refuse("message cut short");
  if (message.size() > kFrame + length) return refuse("something follows the message");
  const auto payload = message.substr(8, static_cast<size_t>(length));
  if (number_at(message, 8 + payload.size(), 4) != checksum(payload)) {
    return refuse("message damaged");
  }
  return payload;
}

constexpr std::uint64_t kText = 16u << 10;

}  // namespace

std::string encode(const Request& request) {
  Writer out;
  out.text(request.url);
  out.text(request.etag);
  out.text(request.last_modified);
  out.time(request.connect_timeout);
  out.time(request.deadline);
  out.number(request.max_bytes);
  out.text(request.ca_file);
  out.text(request.header_name);
  out.text(request.header_value);
  return out.framed(kRequestMagic);
}

std::string encode(const Answer& answer) {
  Writer out;
  out.number(static_cast<std::uint64_t>(answer.failure));
  out.text(answer.detail);
  out.number(static_cast<std::uint64_t>(answer.http_status));
  out.text(answer.etag);
  out.text(answer.last_modified);
  out.wait(answer.max_age);
  out.wait(answer.retry_after);
  out.text(answer.body);
  out.time(answer.looked_up);
  out.time(answer.took);
  return out.framed(kAnswerMagic);
}

base::Result<Request, WireError> decode_request(std::string_view message) {
  const auto payload = payload_of(message, kRequestMagic, kOverhead);
  if (!payload) return base::Failure{payload.error()};
  Reader in(payload.value());
  Request request;
  request.url = in.text(kText);
  request.etag = in.text(kText);
  request.last_modified = in.text(kText);
  request.connect_timeout = in.time();
  request.deadline = in.time();
  request.max_bytes = in.number_up_to(std::numeric_limits<std::uint32_t>::max() - kOverhead);
  request.ca_file = in.text(kText);
  request.header_name = in.text(kText);
  request.header_value = in.text(kText);
  if (!in.whole()) return base::Failure{WireError{"fields do not fit the message"}};
  return request;
}

base::Result<Answer, WireError> decode_answer(std::string_view message, std::uint64_t max_body) {
  const auto payload = payload_of(message, kAnswerMagic, max_body + kOverhead);
  if (!payload) return base::Failure{payload.error()};
  Reader in(payload.value());
  Answer answer;
  answer.failure = static_cast<Failure>(in.number_up_to(static_cast<std::uint64_t>(kLastFailure)));
  answer.detail = in.text(kText);
  answer.http_status = static_cast<int>(in.number_up_to(999));
  answer.etag = in.text(kText);
  answer.last_modified = in.text(kText);
  answer.max_age = in.wait();
  answer.retry_after = in.wait();
  answer.body = in.text(max_body);
  answer.looked_up = in.time();
  answer.took = in.time();
  if (!in.whole()) return base::Failure{WireError{"fields do not fit the message"}};
  return answer;
}

}  // namespace fetch
