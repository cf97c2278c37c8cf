// A checked reader over a JSON tree: every getter says what stood there when it is not what was
// expected, and leaves the field empty. Private to the .cpp files of app/feed: it names the JSON
// library's type, which no public header may.
#pragma once

#include <array>
#include <cstddef>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/complaint.h"
#include "base/time.h"
#include "feed/decode.h"
#include "feed/pointer_list.h"

namespace feed {

// JSON text of a value, or of its beginning, as a complaint quotes it.
std::string to_found(const nlohmann::json& value);

// Numbers beyond this are refused as a field: a total of a few thousand of them must stay finite,
// and no figure of a report has sixteen digits.
inline constexpr double kLargestNumber = 1e15;

// What one document gave cause to complain about. Hostile documents have millions of causes: from
// kMost on they are only counted, and one complaint of the worst severity stands for the rest.
class Findings {
 public:
  Findings(std::string_view source, const DecodeLimits& limits)
      : source_(source), limits_(limits) {}

  const DecodeLimits& limits() const { return limits_; }

  bool has_room() const { return complaints_.size() < kMost; }
  void add(base::Severity severity, std::string pointer, std::string found, std::string expected);
  void add_unnamed(base::Severity severity);

  PointerList& unknown_keys() { return unknown_keys_; }
  base::Complaints take();

 private:
  static constexpr size_t kMost = 500;

  std::string source_;
  const DecodeLimits& limits_;
  base::Complaints complaints_;
  size_t unnamed_ = 0;
  base::Severity worst_unnamed_ = base::Severity::note;
  PointerList unknown_keys_;
};

// A word of the format and what it means.
template <class T>
struct Word {
  std::string_view word;  // in lower case; a feed may write it in any
  T meaning;
  bool is_usual = true;  // false: understood, but not named when something else stands there
};

// A JSON value and the way to it. Borrows all three; lives while its parent does.
class Node {
 public:
  Node(const nlohmann::json& value, Findings& findings) : value_(value), findings_(findings) {}
  Node(const nlohmann::json& value, const Node& parent, std::string_view key)
      : value_(value), findings_(parent.findings_), parent_(&parent), key_(key) {}
  Node(const nlohmann::json& value, const Node& parent, size_t index)
      : value_(value), findings_(parent.findings_), parent_(&parent), index_(index) {}

  const nlohmann::json& value() const { return value_; }
  Findings& findings() const { return findings_; }
  std::string pointer() const;

  // Complains about this value. `expected` in words.
  void complain(base::Severity severity, std::string_view expected) const;
  void wrong(std::string_view expected) const { complain(base::Severity::warning, expected); }

  // Each complains with wrong() and is empty when the value is something else. A text comes out
  // clean, on one line, and within the limit.
  std::optional<std::string> text() const;
  std::optional<double> number() const;
  std::optional<base::Date> date() const;
  std::optional<base::Date> series_key() const;
  template <class T, size_t n>
  std::optional<T> word(const Word<T> (&words)[n]) const {
    std::array<Spelling, n> spellings;
    for (size_t i = 0; i < n; ++i) spellings[i] = {words[i].word, words[i].is_usual};
    const size_t at = find_spelling(spellings);
    return at < n ? std::optional(words[at].meaning) : std::nullopt;
  }

 private:
  struct Spelling {
    std::string_view word;
    bool is_usual = true;
  };

  // Which of `spellings` stands here; their number, after a complaint, if none does.
  size_t find_spelling(std::span<const Spelling> spellings) const;

  const nlohmann::json& value_;
  Findings& findings_;
  const Node* parent_ = nullptr;
  std::string_view key_;
  size_t index_ = 0;
};

// Reads the members of an object by name. Ask for every member that is known, then finish().
class Fields {
 public:
  // Complains if `node` is no object; then every member is absent and finish() says no.
  explicit Fields(const Node& node);

  const Node& node() const { return node_; }

  // Nothing if absent or null: both mean "not given".
  std::optional<Node> find(std::string_view key);

  std::string text(std::string_view key);  // empty if not given
  // A name that people write as a number as often as not: 2019, "072".
  std::string name(std::string_view key);
  std::optional<double> number(std::string_view key);
  std::optional<int> whole(std::string_view key, int least, int most);
  bool truth(std::string_view key);  // false if not given
  std::optional<base::Date> date(std::string_view key);
  std::optional<base::Date> series_key(std::string_view key);
  std::optional<base::Timestamp> timestamp(std::string_view key);
  std::vector<std::string> texts(std::string_view key);

  // Without these the whole item is left out, and finish() says no.
  std::string required_text(std::string_view key);
  // Complains that `key` is not what it must be, unless the getter has just done so.
  void require(bool is_there, std::string_view key, std::string_view expected);

  template <class T, size_t n>
  std::optional<T> word(std::string_view key, const Word<T> (&words)[n]) {
    const std::optional<Node> found = find(key);
    return found ? found->word(words) : std::nullopt;
  }

  // Reads every element with `read`, a function from const Node& to an optional of T; those that
  // it leaves out are left out. At most `limit` elements are looked at.
  template <class T, class Read>
  std::vector<T> list(std::string_view key, size_t limit, Read read) {
    std::vector<T> items;
    each(key, limit, [&](const Node& node) {
      if (std::optional<T> item = read(node)) items.push_back(*std::move(item));
    });
    return items;
  }

  template <class Visit>
  void each(std::string_view key, size_t limit, Visit visit) {
    const std::optional<Node> found = find(key);
    if (!found) return;
    const size_t count = countable(*found, limit);
    for (size_t i = 0; i < count; ++i) visit(Node(found->value()[i], *found, i));
  }

  // Notes the members that nobody asked for. False if something required is missing.
  bool finish();

 private:
  static size_t countable(const Node& list, size_t limit);

  const Node& node_;
  std::vector<std::string_view> known_;
  bool complete_ = true;
};

// Ids of one kind: the first of equal ones wins.
class UniqueIds {
 public:
  // False, with a note, if the id is taken.
  bool add(const Node& item, const std::string& id);

 private:
  std::set<std::string> taken_;
};

}  // namespace feed
