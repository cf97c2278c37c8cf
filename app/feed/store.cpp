// A kept document is one file: a line with the checksum and the two lengths, then lines about the
// document, then the document itself. The time of the last "unchanged" is a small file of the same
// form beside it, which names the document's checksum, so that it can never speak for another one.
#include "feed/store.h"

#include <zlib.h>

#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <utility>

#include "base/log.h"
#include "base/time.h"
#include "feed/durable_file.h"
#include "feed/read_file.h"

namespace feed {
namespace {

namespace fs = std::filesystem;
using std::chrono::minutes;

constexpr std::string_view kMark = "bluelamp-store 1 ";
constexpr std::uint64_t kLargest = 256u << 20;
constexpr size_t kLongestName = 150;  // a file name may have 255 bytes
constexpr minutes kBetweenTouches{15};

std::string checksum(std::string_view text) {
  std::array<char, 16> digits{};
  std::snprintf(digits.data(), digits.size(), "%08lx",
                crc32_z(0, reinterpret_cast<const Bytef*>(text.data()), text.size()));
  return digits.data();
}

// Letters, digits, '-' and '_' stay; every other byte becomes %XX, so that two ids never share a
// name and none leaves the folder.
std::string file_name(std::string_view id) {
  std::string name;
  for (char c : id) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '-' || c == '_';
    if (plain) {
      name.push_back(c);
    } else {
      std::array<char, 8> escape{};
      std::snprintf(escape.data(), escape.size(), "%%%02X", static_cast<unsigned char>(c));
      name += escape.data();
    }
  }
  if (name.size() > kLongestName) name = name.substr(0, kLongestName) + "%" + checksum(id);
  return name.empty() ? "%" : name;
}

struct Kept {
  std::string checksum;
  Validators validators;
  std::optional<model::Timestamp> fetched_at;
  std::string document;  // of a touch: the checksum of the document that it speaks for
  std::string body;
};

std::string one_line(std::string text) {
  for (char& c : text) {
    if (c == '\n' || c == '\r') c = ' ';
  }
  return text;
}

std::string file_text(const Kept& kept) {
  std::string about;
  const auto line = [&](std::string_view key, const std::string& value) {
    if (!value.empty()) about.append(key).append(" ").append(one_line(value)).append("\n");
  };
  line("etag", kept.validators.etag);
  line("last-modified", kept.validators.last_modified);
  if (kept.fetched_at) line("fetched-at", base::format_timestamp(*kept.fetched_at));
  line("document", kept.document);
  const std::string payload = std::to_string(about.size()) + " " +
                              std::to_string(kept.body.size()) + "\n" + about + kept.body;
  return std::string(kMark) + checksum(payload) + " " + payload;
}

std::optional<size_t> take_number(std::string_view& text, char end) {
  size_t value = 0;
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || stop == text.data() + text.size() || *stop != end) {
    return std::nullopt;
  }
  text.remove_prefix(static_cast<size_t>(stop - text.data()) + 1);
  return value;
}

// Nothing if it is damaged.
std::optional<Kept> parse(std::string_view text) {
  Kept kept;
  if (!text.starts_with(kMark) || text.size() < kMark.size() + 9) return std::nullopt;
  kept.checksum = text.substr(kMark.size(), 8);
  if (text[kMark.size() + 8] != ' ') return std::nullopt;
  text.remove_prefix(kMark.size() + 9);
  if (checksum(text) != kept.checksum) return std::nullopt;
  const auto about_size = take_number(text, ' ');
  const auto body_size = take_number(text, '\n');
  if (!about_size || !body_size || *about_size > text.size() ||
      *body_size != text.size() - *about_size) {
    return std::nullopt;
  }
  kept.body = text.substr(*about_size);
  text = text.substr(0, *about_size);
  while (!text.empty()) {
    const auto end = text.find('\n');
    const auto line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    const auto space = line.find(' ');
    if (space == std::string_view::npos) continue;
    const auto key = line.substr(0, space);
    const auto value = line.substr(space + 1);
    if (key == "etag") kept.validators.etag = value;
    if (key == "last-modified") kept.validators.last_modified = value;
    if (key == "fetched-at") kept.fetched_at = base::parse_timestamp(value);
    if (key == "document") kept.document = value;
  }
  return kept;
}

// Nothing if there is none. A damaged file is put aside, where somebody may look at it.
std::optional<Kept> read_kept(const fs::path& file) {
  std::error_code ignored;
  fs::remove(temporary_of(file), ignored);
  auto contents = read_file(file, kLargest);
  if (!contents) {
    if (contents.error().kind != FileError::Kind::missing) {
      base::log_warning("last good document: " + contents.error().detail);
    }
    return std::nullopt;
  }
  auto kept = parse(contents.value().bytes);
  if (!kept) {
    const fs::path aside = file.string() + ".damaged";
    fs::rename(file, aside, ignored);
    base::log_warning("last good document: " + file.string() + " is damaged and put aside as " +
                      aside.filename().string());
  }
  return kept;
}

std::optional<std::string> make_folder(const fs::path& folder) {
  std::error_code error;
  if (fs::create_directories(folder, error)) {
    std::error_code ignored;
    fs::permissions(folder, fs::perms::owner_all, ignored);
  }
  if (error) return folder.string() + ": " + error.message();
  return std::nullopt;
}

base::Result<std::monostate, StoreError> result(std::optional<std::string> trouble) {
  if (trouble) return base::Failure{StoreError{std::move(*trouble)}};
  return std::monostate{};
}

}  // namespace

Store::Store(fs::path folder) : folder_(std::move(folder)) {}

fs::path Store::document(const model::Id& feed) const {
  return folder_ / (file_name(feed) + ".feed");
}

fs::path Store::note(const model::Id& feed) const {
  return folder_ / (file_name(feed) + ".fetched");
}

std::optional<Stored> Store::load(const model::Id& feed) const {
  if (folder_.empty()) return std::nullopt;
  auto kept = read_kept(document(feed));
  const auto touched = read_kept(note(feed));
  if (!kept) return std::nullopt;
  if (touched && touched->document == kept->checksum) {
    kept->validators = touched->validators;
    kept->fetched_at = touched->fetched_at;
  }
  return Stored{std::move(kept->body), std::move(kept->validators), kept->fetched_at};
}

base::Result<std::monostate, StoreError> Store::save(const model::Id& feed,
                                                     const Stored& stored) const {
  if (folder_.empty()) return std::monostate{};
  if (auto trouble = make_folder(folder_)) return result(std::move(trouble));
  Kept kept;
  kept.validators = stored.validators;
  kept.fetched_at = stored.fetched_at;
  kept.body = stored.body;
  if (auto trouble = write_durably(document(feed), file_text(kept))) {
    return result(std::move(trouble));
  }
  std::error_code ignored;
  fs::remove(note(feed), ignored);
  return std::monostate{};
}

base::Result<std::monostate, StoreError> Store::touch(const model::Id& feed,
                                                      model::Timestamp fetched_at,
                                                      const Validators& validators) const {
  if (folder_.empty()) return std::monostate{};
  const auto last = read_kept(note(feed));
  // A clock that was set moves the times apart in either direction.
  const bool recent = last && last->fetched_at && last->validators == validators &&
                      std::chrono::abs(fetched_at - *last->fetched_at) < kBetweenTouches;
  if (recent) return std::monostate{};
  const auto kept = read_kept(document(feed));
  if (!kept) return base::Failure{StoreError{document(feed).string() + ": no document is kept"}};
  const bool fresh = kept->fetched_at && kept->validators == validators && !last &&
                     std::chrono::abs(fetched_at - *kept->fetched_at) < kBetweenTouches;
  if (fresh) return std::monostate{};
  Kept touched;
  touched.validators = validators;
  touched.fetched_at = fetched_at;
  touched.document = kept->checksum;
  return result(write_durably(note(feed), file_text(touched)));
}

}  // namespace feed
