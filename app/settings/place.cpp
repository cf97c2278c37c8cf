#include "settings/place.h"

#include <algorithm>

#include "base/utf8.h"

namespace settings {

void Findings::add(size_t order, base::Severity severity, std::string pointer, std::string found,
                   std::string expected) {
  findings_.push_back(
      {order,
       {severity, file_.string(), std::move(pointer), std::move(found), std::move(expected)}});
}

bool Findings::has_error() const {
  return std::any_of(findings_.begin(), findings_.end(), [](const Finding& finding) {
    return finding.complaint.severity == base::Severity::error;
  });
}

base::Complaints Findings::in_order() {
  // A person mends what stands first, first; and a file of another program has thousands.
  constexpr size_t kMost = 200;
  std::stable_sort(findings_.begin(), findings_.end(),
                   [](const Finding& a, const Finding& b) { return a.order < b.order; });
  base::Complaints complaints;
  for (Finding& finding : findings_) {
    if (complaints.size() == kMost) {
      complaints.push_back({base::Severity::error, file_.string(), "",
                            std::to_string(findings_.size() - kMost) + " more complaints",
                            "those above mended first"});
      break;
    }
    complaints.push_back(std::move(finding.complaint));
  }
  return complaints;
}

std::optional<Place> Place::member(std::string_view key) const {
  if (json_->kind != Json::Kind::object) return std::nullopt;
  const auto name = std::find(json_->names.begin(), json_->names.end(), key);
  if (name == json_->names.end()) return std::nullopt;
  return child(key, static_cast<size_t>(name - json_->names.begin()));
}

Place Place::item(size_t index) const {
  return Place(json_->items[index], *findings_, pointer_ + "/" + std::to_string(index));
}

Place Place::child(std::string_view key, size_t index) const {
  return Place(json_->items[index], *findings_, pointer_ + base::pointer_step(key));
}

void Place::refuse(std::string expected) const {
  refuse(describe(*json_), std::move(expected));
}

void Place::refuse(std::string found, std::string expected) const {
  findings_->add(json_->order, base::Severity::error, pointer_, std::move(found),
                 std::move(expected));
}

void Place::warn(std::string found, std::string expected) const {
  findings_->add(json_->order, base::Severity::warning, pointer_, std::move(found),
                 std::move(expected));
}

void Place::miss(std::string_view key, std::string expected) const {
  findings_->add(json_->order, base::Severity::error, pointer_ + base::pointer_step(key), "nothing",
                 std::move(expected));
}

std::string describe(const Json& json) {
  switch (json.kind) {
    case Json::Kind::null:
      return "null";
    case Json::Kind::boolean:
      return json.boolean ? "true" : "false";
    case Json::Kind::number:
      return base::shorten(json.text, 40);
    case Json::Kind::text:
      return "\"" + base::shorten(base::clean_line(json.text), 60) + "\"";
    case Json::Kind::array:
      return "an array of " + std::to_string(json.items.size());
    case Json::Kind::object:
      return "an object";
  }
  return "";
}

std::string alternatives(std::span<const std::string_view> words) {
  std::string text;
  for (size_t i = 0; i < words.size(); ++i) {
    if (i > 0) text += i + 1 == words.size() ? " or " : ", ";
    text += "\"" + std::string(words[i]) + "\"";
  }
  return text;
}

namespace {

// Levenshtein, in bytes: keys are ASCII.
size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<size_t> row(b.size() + 1);
  for (size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (size_t i = 1; i <= a.size(); ++i) {
    size_t diagonal = row[0];
    row[0] = i;
    for (size_t j = 1; j <= b.size(); ++j) {
      const size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, replaced});
    }
  }
  return row.back();
}

}  // namespace

void refuse_unknown_key(const Place& place, std::string_view key,
                        std::span<const std::string_view> known) {
  constexpr size_t kNear = 2;
  std::string_view nearest;
  size_t least = kNear + 1;
  for (std::string_view candidate : known) {
    if (key.size() > candidate.size() + kNear || candidate.size() > key.size() + kNear) continue;
    const size_t distance = edit_distance(key, candidate);
    // Two edits of a word of two letters would be any word.
    if (distance < least && distance < candidate.size()) {
      least = distance;
      nearest = candidate;
    }
  }
  place.refuse("an unknown key",
               nearest.empty() ? alternatives(known)
                               : "a known key; did you mean \"" + std::string(nearest) + "\"?");
}

}  // namespace settings
