#include "feed/json_document.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/complaint.h"
#include "base/utf8.h"

namespace feed {
namespace {

using nlohmann::json;

// "line 3, column 7: " of the byte at `at`, both counted from 1; columns are bytes.
std::string place(std::string_view bytes, size_t at) {
  const std::string_view before = bytes.substr(0, std::min(at, bytes.size()));
  const auto line = std::count(before.begin(), before.end(), '\n') + 1;
  const size_t line_start = before.rfind('\n') + 1;  // npos + 1 is 0
  return "line " + std::to_string(line) + ", column " +
         std::to_string(before.size() - line_start + 1) + ": ";
}

// What stands on both sides of the byte at `at`, on its line.
std::string around(std::string_view bytes, size_t at) {
  constexpr size_t kBefore = 20, kAfter = 20;  // bytes
  size_t first = std::max(at - std::min(at, kBefore), bytes.substr(0, at).rfind('\n') + 1);
  const auto is_inside_character = [&](size_t i) {
    return i < bytes.size() && (static_cast<unsigned char>(bytes[i]) & 0xC0) == 0x80;
  };
  while (first < at && is_inside_character(first)) ++first;
  size_t last = std::min({at + kAfter, bytes.size(), bytes.find('\n', at)});
  while (last > at && is_inside_character(last)) --last;
  return base::clean_line(bytes.substr(first, last - first));
}

// Leaves an empty container, which nlohmann destroys without allocating. Recursion is as deep as
// the document, for which parse_json has a limit.
void take_apart(json& value) noexcept {
  if (auto* list = value.get_ptr<json::array_t*>()) {
    for (json& item : *list) take_apart(item);
    list->clear();
  } else if (auto* object = value.get_ptr<json::object_t*>()) {
    for (auto& [key, member] : *object) take_apart(member);
    object->clear();
  }
}

// Receives the parser's events, each false of which ends the parse. Pointers into the tree stay
// good: while a container is open, nothing is added to those around it.
class TreeBuilder final : public nlohmann::json_sax<json> {
 public:
  TreeBuilder(std::string_view bytes, size_t depth) : bytes_(bytes), depth_(depth) {}

  bool null() override { return add(nullptr), true; }
  bool boolean(bool value) override { return add(value), true; }
  bool number_integer(number_integer_t value) override { return add(value), true; }
  bool number_unsigned(number_unsigned_t value) override { return add(value), true; }
  bool number_float(number_float_t value, const string_t&) override { return add(value), true; }
  bool string(string_t& value) override { return add(std::move(value)), true; }
  bool binary(binary_t&) override { return false; }  // not in JSON text
  bool start_object(std::size_t) override { return open(json::object()); }
  bool start_array(std::size_t) override { return open(json::array()); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }

  bool key(string_t& key) override {
    if (skipped_levels_ > 0) return true;
    Level& level = levels_.back();
    level.key = std::move(key);
    skip_next_ = level.container->contains(level.key);
    if (!skip_next_) return true;
    if (document_.repeated_keys.has_room()) {
      document_.repeated_keys.add(pointer());
    } else {
      document_.repeated_keys.add_unnamed();
    }
    return true;
  }

  bool parse_error(std::size_t position, const std::string& last_token,
                   const nlohmann::detail::exception& error) override {
    constexpr int kNumberOverflow = 406;
    if (position > bytes_.size()) {
      refusal_ = place(bytes_, bytes_.size()) + "the document ends too early";
    } else if (error.id == kNumberOverflow) {
      refusal_ = place(bytes_, position - 1) + "the number " +
                 base::shorten(base::clean_line(last_token), 40) + " is too large";
    } else {
      refusal_ = place(bytes_, position - 1) + "not JSON near " + around(bytes_, position - 1);
    }
    return false;
  }

  JsonDocument take_document() { return std::move(document_); }
  const std::string& refusal() const { return refusal_; }

 private:
  struct Level {
    json* container;
    std::string key;  // of the member being read, if it is an object
  };

  json* add(json value) {
    if (skipped_levels_ > 0 || std::exchange(skip_next_, false)) return nullptr;
    if (levels_.empty()) return &(document_.root = std::move(value));
    const Level& level = levels_.back();
    json& slot = level.container->is_array() ? level.container->emplace_back()
                                             : (*level.container)[level.key];
    slot = std::move(value);
    return &slot;
  }

  bool open(json container) {
    if (levels_.size() + skipped_levels_ >= depth_) {
      refusal_ = "nested more than " + std::to_string(depth_) + " levels deep";
      return false;
    }
    json* const added = add(std::move(container));
    if (added) {
      levels_.push_back({added, {}});
    } else {
      ++skipped_levels_;
    }
    return true;
  }

  bool close() {
    if (skipped_levels_ > 0) {
      --skipped_levels_;
    } else {
      levels_.pop_back();
    }
    return true;
  }

  std::string pointer() const {
    std::string text;
    for (const Level& level : levels_) {
      text += level.container->is_array()
                  ? base::pointer_step(std::to_string(level.container->size() - 1))
                  : base::pointer_step(level.key);
    }
    return text;
  }

  std::string_view bytes_;
  size_t depth_;
  JsonDocument document_;
  std::vector<Level> levels_;
  bool skip_next_ = false;     // the coming value belongs to a repeated key
  size_t skipped_levels_ = 0;  // open inside such a value
  std::string refusal_;
};

}  // namespace

JsonDocument::~JsonDocument() {
  take_apart(root);
}

base::Result<JsonDocument, Refusal> parse_json(std::string_view bytes, size_t depth) {
  const auto refuse = [](std::string detail) {
    return base::Failure{Refusal{Refusal::Kind::not_json, std::move(detail)}};
  };
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (bytes.starts_with(kByteOrderMark)) bytes.remove_prefix(kByteOrderMark.size());
  if (bytes.find_first_not_of(" \t\r\n") == bytes.npos) return refuse("the document is empty");
  // nlohmann's lexer takes a NUL for the end of the input and never sees what stands after it.
  if (const size_t nul = bytes.find('\0'); nul != bytes.npos) {
    return refuse(place(bytes, nul) + "a NUL byte");
  }
  TreeBuilder builder(bytes, depth);
  if (!json::sax_parse(bytes.begin(), bytes.end(), &builder)) return refuse(builder.refusal());
  return builder.take_document();
}

}  // namespace feed
