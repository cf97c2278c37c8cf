// A value of the settings file together with where it stands, and how each type is read from it.
//
// A reader either fills its `out` or leaves it as it was and complains; it never does both.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/complaint.h"
#include "settings/json.h"

namespace settings {

// Collects what is wrong with one file. Main thread, one load.
class Findings {
 public:
  explicit Findings(std::filesystem::path file) : file_(std::move(file)) {}

  void add(size_t order, base::Severity severity, std::string pointer, std::string found,
           std::string expected);

  const std::filesystem::path& file() const { return file_; }
  bool has_error() const;

  // In the order of the document; beyond 200 only their number.
  base::Complaints in_order();

 private:
  struct Finding {
    size_t order;
    base::Complaint complaint;
  };

  std::filesystem::path file_;
  std::vector<Finding> findings_;
};

// Borrows the document and the findings: both outlive it.
class Place {
 public:
  Place(const Json& json, Findings& findings, std::string pointer = "")
      : json_(&json), findings_(&findings), pointer_(std::move(pointer)) {}

  const Json& json() const { return *json_; }
  const std::filesystem::path& file() const { return findings_->file(); }
  const std::string& pointer() const { return pointer_; }

  std::optional<Place> member(std::string_view key) const;
  Place item(size_t index) const;                         // of an array
  Place child(std::string_view key, size_t index) const;  // of an object: its index-th member
  bool has(std::string_view key) const { return member(key).has_value(); }

  // "found <this value>, expected …"
  void refuse(std::string expected) const;
  void refuse(std::string found, std::string expected) const;
  void warn(std::string found, std::string expected) const;
  // "found nothing, expected …" at a key that is not there.
  void miss(std::string_view key, std::string expected) const;

 private:
  const Json* json_;
  Findings* findings_;
  std::string pointer_;
};

// What stands there, short enough for one line: 17, "abc", an array of 3.
std::string describe(const Json& json);

// One line of clean text; may be empty.
void read_text(const Place& place, std::string& out);
// Text that is used as it stands: no control character, not empty.
void read_exact(const Place& place, std::string& out);
void read_flag(const Place& place, bool& out);
void read_number(const Place& place, double least, double most, double& out);
// A whole number.
void read_count(const Place& place, std::int64_t least, std::int64_t most, std::int64_t& out);
void read_seconds(const Place& place, std::chrono::seconds least, std::chrono::seconds most,
                  std::chrono::seconds& out);
// Fractions allowed.
void read_milliseconds(const Place& place, std::chrono::milliseconds least,
                       std::chrono::milliseconds most, std::chrono::milliseconds& out);
// Letters, digits, - and _, at most 64: it also becomes the name of a file.
void read_own_id(const Place& place, std::string& out);
// Of a thing that a feed brings: "999-10s" or "calls/999-10s".
void read_reference(const Place& place, std::string& out);
// A relative path starts at the folder of the settings file.
void read_path(const Place& place, std::filesystem::path& out);

template <class E>
struct Word {
  std::string_view word;
  E value;
};

// `"cut" or "fade"`
std::string alternatives(std::span<const std::string_view> words);

template <class E, size_t N>
void read_word(const Place& place, const Word<E> (&words)[N], E& out) {
  std::vector<std::string_view> known;
  for (const Word<E>& word : words) {
    known.push_back(word.word);
    if (place.json().kind == Json::Kind::text && place.json().text == word.word) {
      out = word.value;
      return;
    }
  }
  place.refuse(alternatives(known));
}

// One key of an object and how it is read.
template <class T>
struct Field {
  std::string_view key;
  void (*read)(T& out, const Place& place);
};

// Complains about a key that the object does not have, and names the one that was probably meant.
void refuse_unknown_key(const Place& place, std::string_view key,
                        std::span<const std::string_view> known);

// Reads every member of an object by its field.
template <class T>
void read_object(const Place& place, std::span<const Field<T>> fields, T& out) {
  if (place.json().kind != Json::Kind::object) return place.refuse("an object");
  for (size_t i = 0; i < place.json().names.size(); ++i) {
    const std::string& key = place.json().names[i];
    const Place value = place.child(key, i);
    bool is_known = false;
    for (const Field<T>& field : fields) {
      if (field.key != key) continue;
      field.read(out, value);
      is_known = true;
      break;
    }
    if (is_known) continue;
    std::vector<std::string_view> known;
    for (const Field<T>& field : fields) known.push_back(field.key);
    refuse_unknown_key(value, key, known);
  }
}

}  // namespace settings
