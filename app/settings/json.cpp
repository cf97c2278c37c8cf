#include "settings/json.h"

#include <nlohmann/json.hpp>
#include <unordered_set>

#include "base/complaint.h"
#include "base/utf8.h"
#include "settings/json_trouble.h"

namespace settings {
namespace {

using Parser = nlohmann::json;

// Builds the tree from the parser's events, so that its own tree (recursive, unordered, last
// duplicate wins) is never made.
class Builder final : public nlohmann::json_sax<Parser> {
 public:
  Builder(std::string_view text, ParsedJson& parsed) : text_(text), parsed_(parsed) {}

  bool null() override { return add(scalar(Json::Kind::null)); }
  bool boolean(bool value) override {
    Json json = scalar(Json::Kind::boolean);
    json.boolean = value;
    return add(std::move(json));
  }
  bool number_integer(number_integer_t value) override {
    return add_number(static_cast<double>(value), std::to_string(value));
  }
  bool number_unsigned(number_unsigned_t value) override {
    return add_number(static_cast<double>(value), std::to_string(value));
  }
  bool number_float(number_float_t value, const string_t& as_written) override {
    return add_number(value, as_written);
  }
  bool string(string_t& value) override {
    Json json = scalar(Json::Kind::text);
    json.text = std::move(value);
    return add(std::move(json));
  }
  bool binary(binary_t&) override { return false; }  // not in JSON text

  bool start_object(size_t) override { return open(Json::Kind::object); }
  bool start_array(size_t) override { return open(Json::Kind::array); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }

  bool key(string_t& name) override {
    Frame& frame = frames_.back();
    frame.is_duplicate = !frame.seen.insert(name).second;
    frame.name = std::move(name);
    if (frame.is_duplicate) add_trouble("this key a second time", "each key once");
    return true;
  }

  bool parse_error(size_t read, const std::string& last_token,
                   const nlohmann::detail::exception& error) override {
    constexpr int kNumberOverflow = 406;
    if (error.id == kNumberOverflow) {
      add_trouble(base::shorten(base::clean_line(last_token), 40), "a number that is not infinite");
      return false;
    }
    // The one place that says so; were the words to change, the complaint would only be less exact.
    const bool inside_text =
        std::string_view(error.what()).find("invalid string") != std::string::npos;
    parsed_.troubles.push_back(explain_syntax_error(text_, {read, inside_text, is_whole_}));
    return false;
  }

 private:
  struct Frame {
    Json json;
    std::unordered_set<std::string> seen;
    std::string name;  // of the member that is being read
    bool is_duplicate = false;
  };

  Json scalar(Json::Kind kind) {
    Json json;
    json.kind = kind;
    json.order = count_++;
    return json;
  }

  bool add_number(double value, std::string as_written) {
    Json json = scalar(Json::Kind::number);
    json.number = value;
    json.text = std::move(as_written);
    return add(std::move(json));
  }

  bool add(Json json) {
    if (frames_.empty()) {
      parsed_.root = std::move(json);
      is_whole_ = true;
      return true;
    }
    Frame& frame = frames_.back();
    if (frame.json.kind == Json::Kind::array) {
      frame.json.items.push_back(std::move(json));
    } else if (!frame.is_duplicate) {
      frame.json.names.push_back(frame.name);
      frame.json.items.push_back(std::move(json));
    }
    return true;
  }

  bool open(Json::Kind kind) {
    if (frames_.size() == kMaxDepth) {
      add_trouble("more than " + std::to_string(kMaxDepth) + " brackets inside each other",
                  "settings, which need four");
      return false;
    }
    frames_.push_back({scalar(kind), {}, "", false});
    return true;
  }

  bool close() {
    Json json = std::move(frames_.back().json);
    frames_.pop_back();
    return add(std::move(json));
  }

  void add_trouble(std::string found, std::string expected) {
    std::string pointer;
    for (const Frame& frame : frames_) {
      pointer += frame.json.kind == Json::Kind::array
                     ? "/" + std::to_string(frame.json.items.size())
                     : base::pointer_step(frame.name);
    }
    pointer = base::shorten(pointer, 200);
    parsed_.troubles.push_back({count_, std::move(pointer), std::move(found), std::move(expected)});
  }

  std::string_view text_;
  ParsedJson& parsed_;
  std::vector<Frame> frames_;  // what is open, outermost first
  size_t count_ = 0;
  bool is_whole_ = false;
};

}  // namespace

ParsedJson parse_json(std::string_view text) {
  ParsedJson parsed;
  if (auto trouble = find_encoding_trouble(text)) {
    parsed.troubles.push_back(std::move(*trouble));
    return parsed;
  }
  Builder builder(text, parsed);
  if (!Parser::sax_parse(text.begin(), text.end(), &builder)) parsed.root.reset();
  return parsed;
}

}  // namespace settings
