#include "settings/json.h"

#include <gtest/gtest.h>

#include "small_board.h"

namespace settings {
namespace {

struct Case {
  std::string text;
  std::string line;
};

std::string nested(size_t depth) {
  return std::string(depth, '[') + std::string(depth, ']');
}

TEST(NotJson, SaysWhereAndWhatWasExpected) {
  const std::string nul("{}\0{}", 5);
  const Case cases[] = {
      {"", "found the end of the file at line 1, column 1, expected an object in braces"},
      {" \n\t ", "found the end of the file at line 2, column 3, expected an object in braces"},
      {"{\n  // the plan\n}",
       "found '/' at line 2, column 3, expected JSON, which has no comments"},
      {"{\"a\": 1} # note", "found '#' at line 1, column 10, expected JSON, which has no comments"},
      {"{\"a\": 1,\n}",
       "found '}' at line 2, column 1, expected no comma before a closing bracket"},
      {"[1, 2,]", "found ']' at line 1, column 7, expected no comma before a closing bracket"},
      {"{\"a\": }", "found '}' at line 1, column 7, expected a value after the colon"},
      {"{'a': 1}", "found ''' at line 1, column 2, expected double quotes around keys and texts"},
      {"{\"é\": 1 \"title\": 2}",
       "found the text \"title\" at line 1, column 9, expected a comma or a colon before it"},
      {"{\"a\" {}}", "found '{' at line 1, column 6, expected a comma or a colon before it"},
      {"{title: 1}",
       "found 'title' at line 1, column 2, expected a key or a value as JSON writes it"},
      {"{\"a\": yes}", "found 'yes' at line 1, column 7, expected JSON"},
      {"{\"a\": tru}", "found 'tru' at line 1, column 7, expected JSON"},
      {"{\"a\": 1.}", "found '1.' at line 1, column 7, expected JSON"},
      {"{\"a\": 0123}", "found '0123' at line 1, column 7, expected JSON"},
      {"[true}", "found '}' at line 1, column 6, expected JSON"},
      {"[\"a\\\"b\" \"c\\\"d\"]",
       "found the text \"c\\\"d\" at line 1, column 9, expected a comma or a colon before it"},
      {R"(["\u12"])",
       R"(found '"' inside a text at line 1, column 7, expected an escape that JSON has: \" \\ )"
       R"(\/ \b \f \n \r \t or \u and four digits)"},
      {"{\"a\": NaN}", "found 'NaN' at line 1, column 7, expected JSON"},
      {"{\"a\": 1",
       "found the end of the file at line 1, column 8, expected the rest: a quote or a bracket is "
       "not closed"},
      {"{\"a",
       "found the end of the file at line 1, column 4, expected the rest: a quote or a bracket is "
       "not closed"},
      {"{\"a\": \"b\n\"}",
       "found a line break or control character inside a text at line 1, column 9, expected the "
       "closing quote before it"},
      {R"({"a": "C:\plan"})",
       R"(found 'plan' inside a text at line 1, column 11, expected an escape that JSON has: \" \\ )"
       R"(\/ \b \f \n \r \t or \u and four digits)"},
      {"{} {}",
       "found '{' at line 1, column 4, expected nothing after the document's last bracket"},
      {nul, "found a NUL character at line 1, column 3, expected text"},
      {"{\"a\": \"\xE9\"}",
       "found a byte that is not UTF-8 at line 1, column 8, expected a file saved as UTF-8"},
      {"\xFF\xFE{\0", "found UTF-16, expected a file saved as UTF-8"},
      {std::string(kMaxBytes + 1, ' '),
       "found more than 1 MiB, expected settings of at most 1 MiB"},
  };
  for (const Case& c : cases) {
    const Loaded loaded = parse(c.text, "board.json");
    EXPECT_FALSE(loaded.settings) << c.text;
    EXPECT_EQ(lines(loaded.complaints), std::vector{"board.json: " + c.line}) << c.text;
  }
}

TEST(NotJson, NamesThePlaceOfANumberBeyondReach) {
  const Loaded loaded = parse(R"({"screen": {"distance_metres": 1e999}})", "board.json");
  EXPECT_FALSE(loaded.settings);
  EXPECT_EQ(lines(loaded.complaints),
            std::vector<std::string>{"board.json: /screen/distance_metres: found 1e999, expected a "
                                     "number that is not infinite"});
}

TEST(ParseJson, HoldsDepthAtSixtyFour) {
  EXPECT_TRUE(parse_json(nested(64)).root);
  const ParsedJson deeper = parse_json(nested(65));
  EXPECT_FALSE(deeper.root);
  ASSERT_EQ(deeper.troubles.size(), 1u);
  EXPECT_EQ(deeper.troubles[0].found, "more than 64 brackets inside each other");
  EXPECT_FALSE(parse_json(std::string(500'000, '[')).root);
  EXPECT_FALSE(parse_json(std::string(500'000, '{')).root);
}

TEST(ParseJson, KeepsTheFirstOfTwoKeysAndComplains) {
  const ParsedJson parsed = parse_json(R"({"a": [{"b/c": 1, "b/c": {"d": [2]}, "e": 3}], "a": 4})");
  ASSERT_TRUE(parsed.root);
  ASSERT_EQ(parsed.troubles.size(), 2u);
  EXPECT_EQ(parsed.troubles[0].pointer, "/a/0/b~1c");
  EXPECT_EQ(parsed.troubles[1].pointer, "/a");
  EXPECT_EQ(parsed.root->names, std::vector<std::string>{"a"});
  const Json& inner = parsed.root->items[0].items[0];
  EXPECT_EQ(inner.names, (std::vector<std::string>{"b/c", "e"}));
  EXPECT_EQ(inner.items[0].number, 1);
  EXPECT_EQ(inner.items[1].number, 3);
}

TEST(ParseJson, KeepsEveryKindInOrder) {
  const ParsedJson parsed = parse_json(
      "\xEF\xBB\xBF{\"z\": null, \"y\": true, \"x\": -7, \"w\": 2.50, \"v\": \"\\u00e9\"}");
  ASSERT_TRUE(parsed.root);
  const Json& root = *parsed.root;
  EXPECT_EQ(root.names, (std::vector<std::string>{"z", "y", "x", "w", "v"}));
  EXPECT_EQ(root.items[0].kind, Json::Kind::null);
  EXPECT_TRUE(root.items[1].boolean);
  EXPECT_EQ(root.items[2].number, -7);
  EXPECT_EQ(root.items[3].text, "2.50");
  EXPECT_EQ(root.items[4].text, "é");
  for (size_t i = 1; i < root.items.size(); ++i) {
    EXPECT_LT(root.items[i - 1].order, root.items[i].order);
  }
}

TEST(ParseJson, RefusesLoneSurrogates) {
  EXPECT_FALSE(parse_json(R"("\ud800")").root);
  EXPECT_FALSE(parse_json(R"("\udc00\ud800")").root);
  EXPECT_TRUE(parse_json(R"("\ud83d\ude93")").root);
}

// Cut anywhere, a file is refused with one complaint, never with a crash.
TEST(NotJson, SurvivesEveryCut) {
  const std::string text = with("screen", R"({"name": "caf\u00e9 é", "size": "1920x1080"})");
  ASSERT_TRUE(parse(text, "board.json").settings);
  for (size_t length = 0; length < text.size(); ++length) {
    const Loaded loaded = parse(text.substr(0, length), "board.json");
    EXPECT_FALSE(loaded.settings) << length;
    EXPECT_EQ(loaded.complaints.size(), 1u) << length;
  }
}

}  // namespace
}  // namespace settings
