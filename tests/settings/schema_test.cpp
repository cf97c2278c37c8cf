// config/bluelamp.schema.json and the loader must not drift apart: same keys, same words, same
// ranges, same defaults.
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "settings/fields.h"
#include "small_board.h"

namespace settings {
namespace {

using nlohmann::json;
using Keys = std::set<std::string>;

const json& schema() {
  static const json document =
      json::parse(std::ifstream(std::string(BLUELAMP_SOURCE_DIR) + "/config/bluelamp.schema.json"));
  return document;
}

const json& object_of(const std::string& key) {
  const json& found = schema().at("properties").at(key);
  return found.at("type") == "array" ? found.at("items") : found;
}

Keys keys_of(const json& object) {
  Keys keys;
  for (const auto& [key, ignored] : object.at("properties").items()) keys.insert(key);
  return keys;
}

template <class T>
Keys keys_of(std::span<const Field<T>> fields) {
  Keys keys;
  for (const Field<T>& field : fields) keys.insert(std::string(field.key));
  EXPECT_EQ(keys.size(), fields.size()) << "a key stands twice";
  return keys;
}

const char* const kObjects[] = {"screen",  "fonts", "rules", "control_charts",
                                "marking", "feeds", "slides"};

TEST(Schema, HasTheKeysOfTheLoader) {
  EXPECT_EQ(keys_of(schema()), keys_of(settings_fields()));
  EXPECT_EQ(keys_of(object_of("screen")), keys_of(screen_fields()));
  EXPECT_EQ(keys_of(object_of("fonts")), keys_of(fonts_fields()));
  EXPECT_EQ(keys_of(object_of("rules")), keys_of(rules_fields()));
  EXPECT_EQ(keys_of(object_of("control_charts")), keys_of(control_chart_fields()));
  EXPECT_EQ(keys_of(object_of("marking")), keys_of(marking_fields()));
  EXPECT_EQ(keys_of(object_of("feeds")), keys_of(feed_fields()));
  EXPECT_EQ(keys_of(object_of("slides")), keys_of(slide_fields()));
}

TEST(Schema, ClosesEveryObjectAndDescribesEveryKey) {
  EXPECT_EQ(schema().at("additionalProperties"), false);
  for (const char* object : kObjects) {
    EXPECT_EQ(object_of(object).at("additionalProperties"), false) << object;
    for (const auto& [key, value] : object_of(object).at("properties").items()) {
      EXPECT_TRUE(value.contains("description")) << object << "/" << key;
    }
  }
}

// The kind of slide that has this key, where not every kind has it.
std::string kind_with(const std::string& key) {
  static const std::map<std::string, std::string> kinds = {{"kpis", "kpis"},
                                                           {"priority", "priority"},
                                                           {"series", "trend"},
                                                           {"from", "trend"},
                                                           {"months", "trend"},
                                                           {"theme", "theme"},
                                                           {"rows", "rag-grid"},
                                                           {"columns", "rag-grid"},
                                                           {"kpi", "exceptions"},
                                                           {"table", "finance"},
                                                           {"form", "finance"},
                                                           {"bars", "chart"},
                                                           {"lines", "chart"},
                                                           {"style", "chart"},
                                                           {"rolling", "chart"},
                                                           {"icons", "kpis"},
                                                           {"recalculate", "control-chart"},
                                                           {"axes", "trend"}};
  const auto found = kinds.find(key);
  return found == kinds.end() ? "" : found->second;
}

// Settings in which `key` of `object` is `value` and all else is as it must be around it.
std::string text_with(const std::string& object, const std::string& key, const json& value) {
  json feed = {{"id", "plan"}, {"url", "https://feeds.example/"}};
  json slide = {{"kind", "overview"}};
  json whole = json::object();
  if (object == "feeds") {
    if (key == "file") feed.erase("url");
    if (key.starts_with("token_") && key != "token_environment") feed["token_file"] = "token";
    // A minute suits every limit that another key sets.
    if (key == "connect_timeout_seconds") feed["timeout_seconds"] = 60;
    if (key == "timeout_seconds") feed["connect_timeout_seconds"] = 1;
    feed[key] = value;
  } else if (object == "slides") {
    const std::string kind = kind_with(key);
    if (!kind.empty()) slide["kind"] = kind;
    slide[key] = value;
    if (slide["kind"] == "trend" || slide["kind"] == "control-chart")
      slide.emplace("series", "ksi");
    if (slide["kind"] == "chart") slide.emplace("bars", json::array({"ksi"}));
    // A grid crosses two different dimensions.
    if (key == "rows") slide["columns"] = value == "periods" ? "themes" : "periods";
    if (key == "columns") slide["rows"] = value == "themes" ? "kpis" : "themes";
  } else {
    whole[object][key] = value;
  }
  whole["feeds"] = {feed};
  whole["slides"] = {slide};
  return whole.dump();
}

bool takes(const std::string& object, const std::string& key, const json& value) {
  return parse(text_with(object, key, value), "board.json").settings.has_value();
}

void compare_value(const std::string& object, const std::string& key, const json& rule) {
  const std::string where = object + "/" + key;
  if (rule.contains("anyOf")) {
    for (json one : rule.at("anyOf")) compare_value(object, key, one);
    return;
  }
  if (rule.contains("const")) {
    EXPECT_TRUE(takes(object, key, rule.at("const"))) << where;
    return;
  }
  if (rule.contains("enum")) {
    for (const json& word : rule.at("enum")) EXPECT_TRUE(takes(object, key, word)) << where << word;
    // The loader names the words that it knows; the schema has no fewer.
    const auto words = rule.at("enum").get<std::vector<std::string>>();
    const Loaded loaded = parse(text_with(object, key, "another word"), "board.json");
    ASSERT_EQ(loaded.complaints.size(), 1u) << where;
    EXPECT_EQ(loaded.complaints[0].expected,
              alternatives(std::vector<std::string_view>(words.begin(), words.end())))
        << where;
    return;
  }
  const std::string type = rule.at("type");
  EXPECT_EQ(takes(object, key, true), type == "boolean") << where;
  EXPECT_EQ(takes(object, key, json::object()), type == "object") << where;
  EXPECT_FALSE(takes(object, key, nullptr)) << where;
  if (type == "integer" || type == "number") {
    ASSERT_TRUE(rule.contains("minimum") && rule.contains("maximum")) << where;
    const double least = rule.at("minimum");
    const double most = rule.at("maximum");
    EXPECT_TRUE(takes(object, key, least)) << where;
    EXPECT_TRUE(takes(object, key, most)) << where;
    const double step = type == "integer" ? 1 : 0.01;
    EXPECT_FALSE(takes(object, key, least - step)) << where;
    EXPECT_FALSE(takes(object, key, most + step)) << where;
    EXPECT_EQ(takes(object, key, most - 0.5), type == "number") << where;
  }
  if (type == "string") {
    const bool has_rule = rule.contains("minLength") || rule.contains("pattern");
    const bool may_be_empty = !has_rule || rule.value("pattern", "").starts_with("^[ -~]*");
    EXPECT_EQ(takes(object, key, ""), may_be_empty) << where;
  }
  if (type == "array") {
    EXPECT_FALSE(takes(object, key, json::array())) << where;
  }
}

TEST(Schema, HasTheWordsAndRangesOfTheLoader) {
  for (const char* object : kObjects) {
    for (const auto& [key, rule] : object_of(object).at("properties").items()) {
      compare_value(object, key, rule);
    }
  }
}

// A default written out changes nothing.
TEST(Schema, HasTheDefaultsOfTheLoader) {
  int compared = 0;
  for (const char* object : kObjects) {
    for (const auto& [key, rule] : object_of(object).at("properties").items()) {
      if (!rule.contains("default")) continue;
      const Loaded written = parse(text_with(object, key, rule.at("default")), "board.json");
      json left_out = json::parse(text_with(object, key, rule.at("default")));
      json& owner = left_out.at(object);
      (owner.is_array() ? owner.at(0) : owner).erase(key);
      const Loaded silent = parse(left_out.dump(), "board.json");
      ASSERT_TRUE(written.settings && silent.settings) << object << "/" << key;
      EXPECT_EQ(*written.settings, *silent.settings) << object << "/" << key;
      ++compared;
    }
  }
  EXPECT_GE(compared, 20);
}

}  // namespace
}  // namespace settings
