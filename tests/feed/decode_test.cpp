// What is refused whole, and what bounds a hostile document. Single faults of fields stand in
// tests/data/feeds (decode_files_test.cpp).
#include "feed/decode.h"

#include <gtest/gtest.h>

#include <string>

namespace feed {
namespace {

const std::string kHead = R"({"format": "bluelamp-board/1", )";

std::string repeat(std::string_view part, size_t times) {
  std::string text;
  text.reserve(part.size() * times);
  for (size_t i = 0; i < times; ++i) text += part;
  return text;
}

std::string joined(std::string_view item, size_t times) {
  return std::string(item) + repeat("," + std::string(item), times - 1);
}

size_t count(const base::Complaints& complaints, base::Severity severity) {
  size_t found = 0;
  for (const base::Complaint& complaint : complaints) found += complaint.severity == severity;
  return found;
}

TEST(Decode, RefusesWhatIsNotJson) {
  const std::string rows[] = {
      "",
      " \n\t",
      "[1,]",
      "{",
      "{\"format\"}",
      "{\"format\": \"bluelamp-board/1\"",
      "nul",
      "01",
      "+1",
      ".5",
      "1.",
      "0x10",
      "Infinity",
      "-Infinity",
      "NaN",
      "'text'",
      "{format: 1}",
      "{\"a\": 1 \"b\": 2}",
      "\"tab\tinside\"",
      "\"\\x\"",
      "\"\\u12\"",
      "\"\\ud800\"",
      "\"\\udc00\\ud800\"",
      "\"\xff\"",
      "\"\xc0\xaf\"",
      "\"\xed\xa0\x80\"",
      "[1e999]",
      "[-1e999]",
      "[" + std::string(400, '9') + "]",
      "{}{}",
      "{} x",
      "\xef\xbb\xbf",
      "\xff\xfe{\0}\0",
      std::string("{}\0", 3),
      std::string("{}\0garbage", 10),
      std::string("\0{}", 3),
      std::string("{\"a\": \"b\0c\"}", 12),
      "<html></html>",
      "// comment\n{}",
  };
  for (const std::string& bytes : rows) {
    const auto decoded = decode(bytes, "test");
    ASSERT_FALSE(decoded.ok()) << bytes;
    EXPECT_EQ(decoded.error().kind, Refusal::Kind::not_json) << bytes;
    EXPECT_FALSE(decoded.error().detail.empty()) << bytes;
  }
}

TEST(Decode, RefusesJsonOfAnotherFormat) {
  for (const char* bytes :
       {"null", "true", "5", "\"x\"", "[]", "{}", "{\"format\": null}", "{\"format\": \"\"}",
        "{\"format\": \"bluelamp-board/10\"}", "{\"format\": [\"bluelamp-board/1\"]}",
        "{\"Format\": \"bluelamp-board/1\"}"}) {
    const auto decoded = decode(bytes, "test");
    ASSERT_FALSE(decoded.ok()) << bytes;
    EXPECT_EQ(decoded.error().kind, Refusal::Kind::wrong_format) << bytes;
  }
}

TEST(Decode, SaysWhereJsonEnds) {
  const auto decoded = decode("{\n  \"format\": \"bluelamp-board/1\",\n  oops\n}", "test");
  ASSERT_FALSE(decoded.ok());
  EXPECT_EQ(decoded.error().detail, "line 3, column 3: not JSON near oops");
}

TEST(Decode, QuotesWholeCharacters) {
  const std::string e_acute = "\xc3\xa9";
  for (const char* shift : {"", "x"}) {
    const auto decoded =
        decode("[\"" + repeat(e_acute, 30) + shift + "\" oops" + repeat(e_acute, 30), "test");
    ASSERT_FALSE(decoded.ok());
    EXPECT_EQ(decoded.error().detail.find("\xef\xbf\xbd"), std::string::npos);
    EXPECT_NE(decoded.error().detail.find("oops" + e_acute), std::string::npos);
  }
  const auto decoded = decode("[oop" + repeat(e_acute, 30), "test");
  ASSERT_FALSE(decoded.ok());
  EXPECT_EQ(decoded.error().detail, "line 1, column 2: not JSON near [oop" + repeat(e_acute, 8));
}

// Not even in the column of an error: nobody sees it in an editor.
TEST(Decode, ByteOrderMarkDoesNotCount) {
  const auto empty = decode("\xef\xbb\xbf \n", "test");
  ASSERT_FALSE(empty.ok());
  EXPECT_EQ(empty.error().detail, "the document is empty");
  const auto wrong = decode("\xef\xbb\xbf{oops}", "test");
  ASSERT_FALSE(wrong.ok());
  EXPECT_EQ(wrong.error().detail, "line 1, column 2: not JSON near {oops}");
}

// A refusal goes into a log: a feed must not write lines of its own there.
TEST(Decode, RefusalIsOneCleanLine) {
  for (const char* bytes :
       {"{\"format\": \"a\\nb\\u202e\\u001b[31m\"}", "[\x1b[31m\r\nerror: forged"}) {
    const auto decoded = decode(bytes, "test");
    ASSERT_FALSE(decoded.ok());
    for (const char c : decoded.error().detail) EXPECT_GE(static_cast<unsigned char>(c), 0x20);
    EXPECT_EQ(decoded.error().detail.find("\xe2\x80\xae"), std::string::npos);
  }
}

TEST(Decode, SizeLimitCountsBytes) {
  const std::string document = kHead + R"("title": "T"})";
  DecodeLimits limits;
  limits.bytes = document.size();
  EXPECT_TRUE(decode(document, "test", limits).ok());
  const auto decoded = decode(document + " ", "test", limits);
  ASSERT_FALSE(decoded.ok());
  EXPECT_EQ(decoded.error().kind, Refusal::Kind::too_large);
  EXPECT_EQ(decoded.error().detail, "45 bytes, at most 44 are read");
}

TEST(Decode, RefusesNineMebibytes) {
  const std::string document = kHead + "\"title\": \"" + std::string(9u << 20, 'x') + "\"}";
  const auto decoded = decode(document, "test");
  ASSERT_FALSE(decoded.ok());
  EXPECT_EQ(decoded.error().kind, Refusal::Kind::too_large);
}

TEST(Decode, ReadsToTheSizeLimit) {
  std::string document = kHead + "\"title\": \"";
  document += std::string((8u << 20) - document.size() - 2, 'x') + "\"}";
  ASSERT_EQ(document.size(), 8u << 20);
  const auto decoded = decode(document, "test");
  ASSERT_TRUE(decoded.ok());
  EXPECT_LT(decoded.value().board.title.size(), 4100u);
}

TEST(Decode, DepthLimitIsExact) {
  const auto nested = [](size_t levels) {  // the document itself is the first
    return kHead + "\"x\": " + repeat("[", levels - 1) + repeat("]", levels - 1) + "}";
  };
  EXPECT_TRUE(decode(nested(64), "test").ok());
  const auto decoded = decode(nested(65), "test");
  ASSERT_FALSE(decoded.ok());
  EXPECT_EQ(decoded.error().kind, Refusal::Kind::not_json);
  EXPECT_EQ(decoded.error().detail, "nested more than 64 levels deep");
}

TEST(Decode, HostileDepthIsRefusedNotFollowed) {
  constexpr size_t kLevels = 500'000;
  for (const std::string& bytes :
       {repeat("[", kLevels), repeat("[", kLevels) + repeat("]", kLevels),
        kHead + "\"x\": " + repeat("{\"a\":", kLevels),
        // inside the value of a repeated key, which is skipped
        kHead + "\"x\": 1, \"x\": " + repeat("[", kLevels)}) {
    const auto decoded = decode(bytes, "test");
    ASSERT_FALSE(decoded.ok());
    EXPECT_EQ(decoded.error().detail, "nested more than 64 levels deep");
  }
}

// Brackets inside texts are no levels.
TEST(Decode, DepthKnowsTexts) {
  const auto decoded = decode(kHead + "\"title\": \"" + repeat("[{\\\"", 500) + "\"}", "test");
  ASSERT_TRUE(decoded.ok());
  EXPECT_EQ(decoded.value().board.title, repeat("[{\"", 500));
}

TEST(Decode, FirstOfRepeatedKeysCounts) {
  const auto decoded =
      decode(kHead + R"("title": "First", "title": {"a": [{}, 1]}, "title": "Third",
      "marking": "OFFICIAL"})",
             "test");
  ASSERT_TRUE(decoded.ok());
  EXPECT_EQ(decoded.value().board.title, "First");
  EXPECT_EQ(decoded.value().board.marking, "OFFICIAL");
  ASSERT_EQ(decoded.value().complaints.size(), 1u);
  EXPECT_EQ(base::to_line(decoded.value().complaints[0]),
            "test: found repeated keys /title, /title, expected each key once in its object; the "
            "first one counts");
}

TEST(Decode, ListsAreCapped) {
  DecodeLimits limits;
  limits.kpis = 3;
  limits.points = 4;
  limits.items = 2;
  const std::string kpis = "\"kpis\": [" + joined(R"({"id": "k", "title": "K"})", 5) + "]";
  const std::string points = joined(R"(["2013-04", 1])", 5);
  const std::string series = R"("series": [{"id": "s", "title": "S", "points": [)" + points + "]}]";
  const std::string agenda = "\"agenda\": [" + joined(R"({"title": "M"})", 3) + "]";
  const auto decoded = decode(kHead + kpis + "," + series + "," + agenda + "}", "test", limits);
  ASSERT_TRUE(decoded.ok());
  EXPECT_EQ(decoded.value().board.agenda.size(), 2u);
  std::string lines;
  for (const base::Complaint& complaint : decoded.value().complaints) {
    EXPECT_EQ(complaint.severity, base::Severity::note);
    lines += base::to_line(complaint) + '\n';
  }
  EXPECT_NE(lines.find("/kpis: found 5 items, expected at most 3; the rest is left out\n"),
            std::string::npos);
  EXPECT_NE(lines.find("/series/0/points: found 5 items, expected at most 4; the rest is left out"),
            std::string::npos);
  EXPECT_NE(lines.find("/agenda: found 3 items, expected at most 2; the rest is left out"),
            std::string::npos);
}

TEST(Decode, DefaultCapsAreThoseOfTheFormat) {
  const DecodeLimits limits;
  EXPECT_EQ(limits.bytes, 8u << 20);
  EXPECT_EQ(limits.points, 10'000u);
  EXPECT_EQ(limits.kpis, 2'000u);
  std::string points;
  for (int i = 0; i < 10'001; ++i) {
    char key[16];
    std::snprintf(key, sizeof key, "%04d-%02d", 1000 + i / 12, 1 + i % 12);
    points += (i ? "," : "") + std::string("[\"") + key + "\", 1]";
  }
  const auto decoded = decode(
      kHead + R"("series": [{"id": "s", "title": "S", "points": [)" + points + "]}]}", "test");
  ASSERT_TRUE(decoded.ok());
  ASSERT_EQ(decoded.value().board.series.size(), 1u);
  EXPECT_EQ(decoded.value().board.series[0].points.size(), 10'000u);
  EXPECT_EQ(decoded.value().complaints.size(), 1u);
}

// A million faults do not become a million complaints, and the worst is not hidden by the first.
TEST(Decode, ComplaintsAreBounded) {
  const std::string notes = joined(R"({"id": "k", "title": "K"})", 1'999);
  const std::string points = joined("0", 9'000);
  const auto decoded =
      decode(kHead + "\"kpis\": [" + notes +
                 R"(], "series": [{"id": "s", "title": "S", "points": [)" + points + "]}]}",
             "test");
  ASSERT_TRUE(decoded.ok());
  const base::Complaints& complaints = decoded.value().complaints;
  ASSERT_EQ(complaints.size(), 501u);
  EXPECT_EQ(count(complaints, base::Severity::note), 500u);
  EXPECT_EQ(complaints.back().severity, base::Severity::warning);
  EXPECT_EQ(complaints.back().found, "10498 more complaints");
}

TEST(Decode, LongTextsAreCutAtACharacter) {
  const std::string pound = "\xc2\xa3";
  const auto decoded = decode(kHead + "\"title\": \"" + repeat(pound, 100'000) + "\"}", "test");
  ASSERT_TRUE(decoded.ok());
  EXPECT_EQ(decoded.value().board.title, repeat(pound, 3'999) + "\xe2\x80\xa6");
  ASSERT_EQ(decoded.value().complaints.size(), 1u);
  EXPECT_EQ(decoded.value().complaints[0].severity, base::Severity::note);
  EXPECT_EQ(decoded.value().complaints[0].pointer, "/title");
}

TEST(Decode, TextsAreCleaned) {
  const auto decoded =
      decode(kHead + R"("title": " a\u0000b\n\t c\u202e\u200bd\ufeff\u001b[31m "})", "test");
  ASSERT_TRUE(decoded.ok());
  EXPECT_EQ(decoded.value().board.title, "a b cd [31m");
  EXPECT_TRUE(decoded.value().complaints.empty());
}

// Every beginning of a good document: none is taken for a whole one, none does harm.
TEST(Decode, EveryTruncationIsRefused) {
  const std::string document =
      kHead + R"("kpis": [{"id": "k", "title": "\u00a3 é", "value": -1.5e2, "flags": ["p"]}]})";
  ASSERT_TRUE(decode(document, "test").ok());
  for (size_t size = 0; size < document.size(); ++size) {
    const auto decoded = decode(std::string_view(document).substr(0, size), "test");
    ASSERT_FALSE(decoded.ok()) << size;
    EXPECT_EQ(decoded.error().kind, Refusal::Kind::not_json) << size;
  }
}

}  // namespace
}  // namespace feed
