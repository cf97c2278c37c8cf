// Decoding where the n-th allocation fails, for n = 1, 2, … until a run is clean: no call may end
// the program, and each that was hit says so.
#include <gtest/gtest.h>

#include <cctype>
#include <fstream>
#include <iterator>
#include <string>
#include <tuple>

#include "exhaustion/failing_memory.h"
#include "feed/decode.h"

namespace exhaustion {
namespace {

struct Document {
  const char* path;
  std::uint64_t step = 1;
};

class Decoding : public testing::TestWithParam<std::tuple<Document, Ends>> {};

TEST_P(Decoding, RefusesWhatThereIsNoMemoryFor) {
  const auto& [document, ends] = GetParam();
  std::ifstream stream(std::string(BLUELAMP_SOURCE_DIR "/") + document.path, std::ios::binary);
  ASSERT_TRUE(stream.is_open()) << document.path;
  const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
  const auto whole = feed::decode(bytes, "feed");
  constexpr std::uint64_t kFarTooMany = 10'000'000;
  std::uint64_t refused = 0;
  for (std::uint64_t n = 1; n < kFarTooMany; n += document.step) {
    bool has_failed = false;
    const auto decoded = [&] {
      const FailingMemory memory(n, ends);
      auto result = feed::decode(bytes, "feed");
      has_failed = memory.has_failed();
      return result;
    }();
    // std::stable_sort goes on without its buffer: then nothing may be missing.
    if (decoded.ok() || !has_failed) {
      ASSERT_EQ(decoded.ok(), whole.ok()) << "allocation " << n;
      if (whole.ok()) {
        ASSERT_EQ(decoded.value().board, whole.value().board) << "allocation " << n;
      }
      if (!has_failed) break;
      continue;
    }
    ASSERT_EQ(decoded.error().kind, feed::Refusal::Kind::no_memory) << "allocation " << n;
    ++refused;
  }
  EXPECT_GT(refused, 5u);
  RecordProperty("allocations", std::to_string(refused));
}

INSTANTIATE_TEST_SUITE_P(
    , Decoding,
    testing::Combine(testing::Values(Document{"tests/data/feeds/good/byte-order-mark.json"},
                                     Document{"tests/data/feeds/good/contradiction.json"},
                                     Document{"tests/data/feeds/good/everything.json"},
                                     Document{"tests/data/feeds/good/kpi-values.json"},
                                     Document{"tests/data/feeds/good/minimal.json"},
                                     Document{"tests/data/feeds/good/nothing-given.json"},
                                     Document{"tests/data/feeds/good/same-ids.json"},
                                     Document{"tests/data/feeds/good/series-order.json"},
                                     Document{"tests/data/feeds/good/unknown-keys.json"},
                                     Document{"tests/data/feeds/bad/trailing-comma.json"},
                                     Document{"tests/data/feeds/bad/too-deep.json"},
                                     Document{"tests/data/feeds/bad/repeated-keys.json"},
                                     Document{"assets/demo/2023-24-q1.json", 37},
                                     Document{"assets/demo/2017-18-q2.json", 37},
                                     Document{"assets/demo/2013-14-q2.json", 37}),
                     testing::Values(Ends::once, Ends::for_good)),
    [](const auto& shape) {
      std::string name = std::get<0>(shape.param).path;
      name = name.substr(name.rfind('/') + 1);
      for (char& c : name) {
        if (!std::isalnum(static_cast<unsigned char>(c))) c = '_';
      }
      return name + (std::get<1>(shape.param) == Ends::once ? "_once" : "_for_good");
    });

}  // namespace
}  // namespace exhaustion
