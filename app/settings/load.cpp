#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <memory>
#include <set>
#include <system_error>

#include "settings/fields.h"
#include "settings/settings.h"

namespace settings {
namespace {

// Reads an array of objects, each by its fields and then as a whole.
template <class T>
void read_list(const Place& place, std::span<const Field<T>> fields,
               void (*check)(const T&, const Place&), std::string expected, std::vector<T>& out) {
  const Json& json = place.json();
  if (json.kind != Json::Kind::array || json.items.empty()) {
    return place.refuse(std::move(expected));
  }
  for (size_t i = 0; i < json.items.size(); ++i) {
    T& item = out.emplace_back();
    read_object(place.item(i), fields, item);
    check(item, place.item(i));
  }
}

constexpr std::string_view kFeeds = "a list of at least one feed";
constexpr std::string_view kSlides = "a list of at least one slide";

constexpr Field<Settings> kSettings[] = {
    // For editors only, which then know the keys and what they mean.
    {"$schema",
     [](Settings&, const Place& p) {
       std::string ignored;
       read_text(p, ignored);
     }},
    {"title", [](Settings& s, const Place& p) { read_text(p, s.title); }},
    {"screen", [](Settings& s, const Place& p) { read_object(p, screen_fields(), s.screen); }},
    {"fonts", [](Settings& s, const Place& p) { read_object(p, fonts_fields(), s.fonts); }},
    {"rules", [](Settings& s, const Place& p) { read_object(p, rules_fields(), s.rules); }},
    {"control_charts",
     [](Settings& s, const Place& p) { read_object(p, control_chart_fields(), s.control_charts); }},
    {"marking", [](Settings& s, const Place& p) { read_object(p, marking_fields(), s.marking); }},
    {"feeds",
     [](Settings& s, const Place& p) {
       read_list(p, feed_fields(), check_feed, std::string(kFeeds), s.feeds);
     }},
    {"slides",
     [](Settings& s, const Place& p) {
       read_list(p, slide_fields(), check_slide, std::string(kSlides), s.slides);
     }},
    {"state_directory",
     [](Settings& s, const Place& p) {
       const bool keep_none = p.json().kind == Json::Kind::text && p.json().text.empty();
       if (!keep_none) return read_path(p, s.state_directory);
       s.state_directory.clear();
     }},
};

std::filesystem::path absolute_path_in(const char* variable) {
  const char* value = std::getenv(variable);
  if (!value) return {};
  // systemd separates several state directories by colons; the first is ours.
  const std::string_view first =
      std::string_view(value).substr(0, std::string_view(value).find(':'));
  const std::filesystem::path path(first);
  return path.is_absolute() ? path : std::filesystem::path{};
}

std::filesystem::path default_state_directory() {
  if (auto path = absolute_path_in("STATE_DIRECTORY"); !path.empty()) return path;
  if (auto path = absolute_path_in("XDG_STATE_HOME"); !path.empty()) return path / "bluelamp";
  if (auto path = absolute_path_in("HOME"); !path.empty()) return path / ".local/state/bluelamp";
  return {};
}

// The second of two is wrong: the first was there when it was written.
template <class T>
void check_unique_ids(const Place& root, std::string_view list, const std::vector<T>& items) {
  std::map<std::string_view, size_t> first;
  for (size_t i = 0; i < items.size(); ++i) {
    if (items[i].id.empty()) continue;
    const auto [earlier, is_new] = first.emplace(items[i].id, i);
    if (is_new) continue;
    const Place place = *root.member(list)->item(i).member("id");
    place.refuse("an id of its own: /" + std::string(list) + "/" + std::to_string(earlier->second) +
                 " has this one");
  }
}

void give_missing_ids(std::vector<Slide>& slides) {
  std::set<model::Id> taken;
  for (const Slide& slide : slides) taken.insert(slide.id);
  std::map<Slide::Kind, int> numbers;
  for (Slide& slide : slides) {
    const int number = ++numbers[slide.kind];
    if (!slide.id.empty()) continue;
    const std::string name(word_of(slide.kind));
    slide.id = name + "-" + std::to_string(number);
    for (int next = number + 1; !taken.insert(slide.id).second; ++next) {
      slide.id = name + "-" + std::to_string(next);
    }
  }
}

// "cals/999-10s" where no feed is called "cals": perhaps an id with a slash, likely a slip.
void check_reference(const Place& place, const std::vector<Feed>& feeds) {
  if (place.json().kind != Json::Kind::text) return;
  const std::string& reference = place.json().text;
  const size_t slash = reference.find('/');
  if (slash == std::string::npos) return;
  std::vector<std::string_view> ids;
  for (const Feed& feed : feeds) {
    if (reference.compare(0, slash, feed.id) == 0) return;
    if (!feed.id.empty()) ids.push_back(feed.id);
  }
  if (!ids.empty()) {
    place.warn(describe(place.json()), "the id of a feed before the slash: " + alternatives(ids));
  }
}

void check_references(const Place& root, const Settings& settings) {
  for (size_t i = 0; i < settings.slides.size(); ++i) {
    const Place slide = root.member("slides")->item(i);
    for (std::string_view key : {"priority", "series"}) {
      if (const auto given = slide.member(key)) check_reference(*given, settings.feeds);
    }
    const auto kpis = slide.member("kpis");
    if (!kpis || kpis->json().kind != Json::Kind::array) continue;
    for (size_t k = 0; k < kpis->json().items.size(); ++k) {
      check_reference(kpis->item(k), settings.feeds);
    }
  }
}

Settings read_settings(const Json& json, Findings& findings) {
  Settings settings;
  settings.file = findings.file();
  settings.state_directory = default_state_directory();
  const Place root(json, findings);
  read_object(root, settings_fields(), settings);
  if (json.kind != Json::Kind::object) return settings;
  if (!root.has("feeds")) root.miss("feeds", std::string(kFeeds));
  if (!root.has("slides")) root.miss("slides", std::string(kSlides));
  check_unique_ids(root, "feeds", settings.feeds);
  check_unique_ids(root, "slides", settings.slides);
  check_references(root, settings);
  check_marking(settings, root);
  give_missing_ids(settings.slides);
  return settings;
}

Loaded refuse_file(const std::filesystem::path& file, std::string found) {
  return {std::nullopt,
          {{base::Severity::error, file.string(), "", std::move(found),
            "a settings file that can be read"}},
          true};
}

std::string reason_of(int number) {
  return std::generic_category().message(number);
}

}  // namespace

std::span<const Field<Settings>> settings_fields() {
  return kSettings;
}

Loaded parse(std::string_view text, const std::filesystem::path& file) {
  Findings findings(file);
  ParsedJson parsed = parse_json(text);
  for (JsonTrouble& trouble : parsed.troubles) {
    findings.add(trouble.order, base::Severity::error, std::move(trouble.pointer),
                 std::move(trouble.found), std::move(trouble.expected));
  }
  Loaded loaded;
  if (parsed.root) loaded.settings = read_settings(*parsed.root, findings);
  if (findings.has_error()) loaded.settings.reset();
  loaded.complaints = findings.in_order();
  return loaded;
}

Loaded load(const std::filesystem::path& file) {
  std::error_code error;
  const auto status = std::filesystem::status(file, error);
  if (error) return refuse_file(file, reason_of(error.value()));
  if (std::filesystem::is_directory(status)) return refuse_file(file, "a folder");
  // A pipe that nobody writes to would hold the start for ever.
  if (std::filesystem::is_fifo(status)) return refuse_file(file, "a pipe");

  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> stream(std::fopen(file.c_str(), "rb"),
                                                               &std::fclose);
  if (!stream) return refuse_file(file, reason_of(errno));
  // One byte beyond the limit is enough for parse() to see that it is too large.
  std::string text(kMaxBytes + 1, '\0');
  text.resize(std::fread(text.data(), 1, text.size(), stream.get()));
  if (std::ferror(stream.get())) return refuse_file(file, reason_of(errno));
  return parse(text, file);
}

}  // namespace settings
