#include "feed/json_reader.h"

#include <algorithm>
#include <cmath>

#include "base/utf8.h"

namespace feed {
namespace {

using nlohmann::json;

constexpr size_t kFoundLength = 60;  // code points of what a complaint quotes
constexpr std::string_view kNothing = "nothing";
constexpr std::string_view kLeftOut = "; without it the whole item is left out";

bool is_given(const json& object, std::string_view key) {
  const auto member = object.find(key);
  return member != object.end() && !member->is_null();
}

void append_scalar(const json& value, std::string& text) {
  if (const auto* string = value.get_ptr<const json::string_t*>()) {
    // Cut first: the rest of a text of megabytes need not be escaped to be thrown away.
    text += json(base::shorten(*string, kFoundLength)).dump();
  } else {
    text += value.dump();
  }
}

// JSON text of the beginning of a value; stops soon after kFoundLength bytes.
void append_json(const json& value, std::string& text) {
  if (!value.is_structured()) return append_scalar(value, text);
  const bool is_list = value.is_array();
  text += is_list ? '[' : '{';
  bool is_first = true;
  for (const auto& item : value.items()) {
    if (!std::exchange(is_first, false)) text += ", ";
    if (text.size() > kFoundLength) return;
    if (!is_list) append_scalar(item.key(), text), text += ": ";
    append_json(item.value(), text);
  }
  text += is_list ? ']' : '}';
}

std::string lower_case(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

}  // namespace

std::string to_found(const json& value) {
  std::string text;
  append_json(value, text);
  return base::shorten(base::clean_line(text), kFoundLength);
}

void Findings::add(base::Severity severity, std::string pointer, std::string found,
                   std::string expected) {
  if (!has_room()) return add_unnamed(severity);
  complaints_.push_back(
      {severity, source_, std::move(pointer), std::move(found), std::move(expected)});
}

void Findings::add_unnamed(base::Severity severity) {
  ++unnamed_;
  worst_unnamed_ = std::max(worst_unnamed_, severity);
}

base::Complaints Findings::take() {
  if (!unknown_keys_.empty()) {
    complaints_.push_back({base::Severity::note, source_, "",
                           "unknown keys " + unknown_keys_.to_text(),
                           "keys of bluelamp-board/1; these are ignored"});
  }
  if (unnamed_ > 0) {
    complaints_.push_back(
        {worst_unnamed_, source_, "", std::to_string(unnamed_) + " more complaints", "none"});
  }
  return std::move(complaints_);
}

std::string Node::pointer() const {
  if (!parent_) return {};
  const std::string step = parent_->value_.is_array() ? std::to_string(index_) : std::string(key_);
  return parent_->pointer() + base::pointer_step(step);
}

void Node::complain(base::Severity severity, std::string_view expected) const {
  // Not only counted by add(): pointer and quotation are the dear part.
  if (!findings_.has_room()) return findings_.add_unnamed(severity);
  findings_.add(severity, pointer(), to_found(value_), std::string(expected));
}

std::optional<std::string> Node::text() const {
  const auto* string = value_.get_ptr<const json::string_t*>();
  if (!string) return wrong("a text"), std::nullopt;
  const std::string clean = base::clean_line(*string);
  const size_t limit = findings_.limits().text;
  std::string cut = base::shorten(clean, limit);
  if (cut != clean) {
    complain(base::Severity::note,
             "at most " + std::to_string(limit) + " characters; the rest is cut off");
  }
  return cut;
}

std::optional<double> Node::number() const {
  if (!value_.is_number()) return wrong("a number"), std::nullopt;
  const double number = value_.get<double>();  // defined for each kind of JSON number
  if (!(std::abs(number) <= kLargestNumber)) {
    return wrong("a number between -1e15 and 1e15"), std::nullopt;
  }
  return number;
}

std::optional<base::Date> Node::date() const {
  const auto* string = value_.get_ptr<const json::string_t*>();
  const std::optional<base::Date> date = string ? base::parse_date(*string) : std::nullopt;
  if (!date) wrong("a date such as 2023-06-30");
  return date;
}

std::optional<base::Date> Node::series_key() const {
  const auto* string = value_.get_ptr<const json::string_t*>();
  const std::optional<base::Date> date = string ? base::parse_series_key(*string) : std::nullopt;
  if (!date) wrong("a day, month or year such as 2023-04-17, 2023-04 or 2023");
  return date;
}

size_t Node::find_spelling(std::span<const Spelling> spellings) const {
  if (const auto* string = value_.get_ptr<const json::string_t*>()) {
    const std::string word = lower_case(base::clean_line(*string));
    for (size_t i = 0; i < spellings.size(); ++i) {
      if (spellings[i].word == word) return i;
    }
  }
  std::string usual;
  for (const Spelling& spelling : spellings) {
    if (spelling.is_usual) usual += (usual.empty() ? "" : ", ") + std::string(spelling.word);
  }
  wrong("one of " + usual);
  return spellings.size();
}

Fields::Fields(const Node& node) : node_(node), complete_(node.value().is_object()) {
  if (!complete_) node.wrong("an object");
}

std::optional<Node> Fields::find(std::string_view key) {
  known_.push_back(key);
  const json& object = node_.value();
  const auto member = object.is_object() ? object.find(key) : object.end();
  if (member == object.end() || member->is_null()) return std::nullopt;
  return Node(*member, node_, key);
}

std::string Fields::text(std::string_view key) {
  const std::optional<Node> found = find(key);
  return found ? found->text().value_or("") : "";
}

std::string Fields::name(std::string_view key) {
  const std::optional<Node> found = find(key);
  if (!found) return {};
  if (found->value().is_string()) return found->text().value_or("");
  if (found->value().is_number_integer()) return found->value().dump();
  found->wrong("a text or a whole number");
  return {};
}

std::optional<double> Fields::number(std::string_view key) {
  const std::optional<Node> found = find(key);
  return found ? found->number() : std::nullopt;
}

std::optional<int> Fields::whole(std::string_view key, int least, int most) {
  const std::optional<Node> found = find(key);
  if (!found) return std::nullopt;
  const json& value = found->value();
  const double number = value.is_number() ? value.get<double>() : least - 1.0;
  if (number >= least && number <= most && number == std::floor(number)) {
    return static_cast<int>(number);
  }
  found->wrong("a whole number from " + std::to_string(least) + " to " + std::to_string(most));
  return std::nullopt;
}

bool Fields::truth(std::string_view key) {
  const std::optional<Node> found = find(key);
  if (!found) return false;
  if (const bool* truth = found->value().get_ptr<const bool*>()) return *truth;
  found->wrong("true or false");
  return false;
}

std::optional<base::Date> Fields::date(std::string_view key) {
  const std::optional<Node> found = find(key);
  return found ? found->date() : std::nullopt;
}

std::optional<base::Date> Fields::series_key(std::string_view key) {
  const std::optional<Node> found = find(key);
  return found ? found->series_key() : std::nullopt;
}

std::optional<base::Timestamp> Fields::timestamp(std::string_view key) {
  const std::optional<Node> found = find(key);
  if (!found) return std::nullopt;
  const auto* string = found->value().get_ptr<const json::string_t*>();
  const auto timestamp = string ? base::parse_timestamp(*string) : std::nullopt;
  if (!timestamp) found->wrong("a time with its zone such as 2023-09-20T09:00:00Z");
  return timestamp;
}

std::vector<std::string> Fields::texts(std::string_view key) {
  return list<std::string>(key, node_.findings().limits().items, [](const Node& node) {
    std::optional<std::string> text = node.text();
    return text && text->empty() ? std::nullopt : text;
  });
}

std::string Fields::required_text(std::string_view key) {
  const std::optional<Node> found = find(key);
  std::string text;
  if (found && found->value().is_string()) text = found->text().value_or("");
  if (found && text.empty()) found->wrong("a text that is not empty" + std::string(kLeftOut));
  require(!text.empty(), key, "a text");
  return text;
}

void Fields::require(bool is_there, std::string_view key, std::string_view expected) {
  if (is_there) return;
  complete_ = false;
  if (!node_.value().is_object() || is_given(node_.value(), key)) return;
  node_.findings().add(base::Severity::warning, node_.pointer() + base::pointer_step(key),
                       std::string(kNothing), std::string(expected) + std::string(kLeftOut));
}

bool Fields::finish() {
  if (!node_.value().is_object()) return false;
  PointerList& unknown = node_.findings().unknown_keys();
  for (const auto& member : node_.value().items()) {
    if (std::find(known_.begin(), known_.end(), member.key()) != known_.end()) continue;
    if (unknown.has_room()) {
      unknown.add(node_.pointer() + base::pointer_step(member.key()));
    } else {
      unknown.add_unnamed();
    }
  }
  return complete_;
}

size_t Fields::countable(const Node& list, size_t limit) {
  if (!list.value().is_array()) return list.wrong("a list"), 0;
  const size_t size = list.value().size();
  if (size <= limit) return size;
  list.findings().add(base::Severity::note, list.pointer(), std::to_string(size) + " items",
                      "at most " + std::to_string(limit) + "; the rest is left out");
  return limit;
}

bool UniqueIds::add(const Node& item, const std::string& id) {
  if (taken_.insert(id).second) return true;
  item.findings().add(base::Severity::note, item.pointer() + "/id", json(id).dump(),
                      "an id that is not taken; the first one counts, this one is left out");
  return false;
}

}  // namespace feed
