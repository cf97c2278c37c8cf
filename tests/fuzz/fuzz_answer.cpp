// What the fetch program answers, and what it is asked: bytes that may be anything, and a payload
// that may be anything in a message that is right as a whole.
#include <cstdint>
#include <cstdlib>

#include "fetch/wire.h"
#include "fuzz/framed.h"

namespace {

constexpr std::uint64_t kMaxBody = 4096;

void decode(std::string_view answer, std::string_view request) {
  if (const auto read = fetch::decode_answer(answer, kMaxBody)) {
    if (read.value().body.size() > kMaxBody) std::abort();
    const auto again = fetch::decode_answer(fetch::encode(read.value()), kMaxBody);
    if (!again || again.value() != read.value()) std::abort();
  }
  if (const auto read = fetch::decode_request(request)) {
    const auto again = fetch::decode_request(fetch::encode(read.value()));
    if (!again || again.value() != read.value()) std::abort();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  decode(text, text);
  decode(fuzz::message("BLa1", text), fuzz::message("BLq1", text));
  return 0;
}
