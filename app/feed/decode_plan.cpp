#include <optional>
#include <string>
#include <utility>

#include "feed/decode_parts.h"
#include "feed/decode_values.h"

namespace feed {
namespace {

using model::AgendaItem;
using model::Commitment;
using model::Meeting;
using model::Notice;
using model::Priority;
using model::Theme;

constexpr Word<AgendaItem::Status> kStatuses[] = {
    {"proposed", AgendaItem::Status::proposed},
    {"confirmed", AgendaItem::Status::confirmed},
};

constexpr Word<Notice::Level> kLevels[] = {
    {"information", Notice::Level::information},
    {"warning", Notice::Level::warning},
    {"urgent", Notice::Level::urgent},
};

constexpr Word<Notice::Style> kStyles[] = {
    {"banner", Notice::Style::banner},
    {"full", Notice::Style::full},
};

// A text alone, or a text with its detail.
std::optional<model::Headline> read_headline(const Node& node) {
  if (!node.value().is_object()) {
    const auto text = node.text();
    return text && !text->empty() ? std::optional(model::Headline{*text, ""}) : std::nullopt;
  }
  Fields fields(node);
  model::Headline headline;
  headline.text = fields.required_text("text");
  headline.detail = fields.text("detail");
  return fields.finish() ? std::optional(headline) : std::nullopt;
}

std::vector<model::Headline> read_headlines(Fields& fields) {
  return fields.list<model::Headline>("headlines", fields.node().findings().limits().items,
                                      read_headline);
}

std::optional<model::Line> read_line(const Node& node) {
  Fields fields(node);
  model::Line line;
  line.label = fields.required_text("label");
  line.text = fields.required_text("text");
  return fields.finish() ? std::optional(line) : std::nullopt;
}

std::optional<Theme> read_theme(const Node& node, UniqueIds& ids) {
  Fields fields(node);
  Theme theme;
  theme.id = fields.required_text("id");
  theme.title = fields.required_text("title");
  theme.short_title = fields.text("short");
  theme.rag = read_rag(fields);
  theme.detail = fields.text("detail");
  theme.headlines = read_headlines(fields);
  theme.activities = fields.texts("activities");
  theme.indicators = fields.texts("indicators");
  theme.risks = fields.texts("risks");
  theme.commitments = fields.texts("commitments");
  if (!fields.finish() || !ids.add(node, theme.id)) return std::nullopt;
  return theme;
}

std::optional<model::Spotlight> read_spotlight(Fields& priority) {
  const auto node = priority.find("spotlight");
  if (!node) return std::nullopt;
  Fields fields(*node);
  model::Spotlight spotlight;
  spotlight.text = fields.required_text("text");
  spotlight.by = fields.text("by");
  spotlight.on = fields.date("on");
  return fields.finish() ? std::optional(spotlight) : std::nullopt;
}

std::optional<Priority> read_priority(const Node& node, UniqueIds& ids, UniqueIds& theme_ids) {
  constexpr int kMostPriorities = 999;
  Fields fields(node);
  Priority priority;
  priority.id = fields.required_text("id");
  priority.title = fields.required_text("title");
  priority.number = fields.whole("number", 0, kMostPriorities);
  priority.short_title = fields.text("short");
  priority.lead = fields.text("lead");
  priority.message = fields.text("message");
  priority.headlines = read_headlines(fields);
  priority.spotlight = read_spotlight(fields);
  priority.outcomes = fields.texts("outcomes");
  priority.risks = fields.texts("risks");
  priority.themes =
      fields.list<Theme>("themes", node.findings().limits().items,
                         [&](const Node& item) { return read_theme(item, theme_ids); });
  if (!fields.finish() || !ids.add(node, priority.id)) return std::nullopt;
  return priority;
}

// Known by its number or by its title.
std::optional<Commitment> read_commitment(const Node& node) {
  Fields fields(node);
  Commitment commitment;
  commitment.number = fields.name("number");
  commitment.title = fields.text("title");
  if (commitment.number.empty()) {
    fields.require(!commitment.title.empty(), "title", R"(a text, or a "number")");
  }
  commitment.priority = fields.text("priority");
  commitment.theme = fields.text("theme");
  commitment.rag = read_rag(fields);
  commitment.done = fields.truth("done");
  return fields.finish() ? std::optional(commitment) : std::nullopt;
}

std::optional<AgendaItem> read_agenda_item(const Node& node) {
  Fields fields(node);
  AgendaItem item;
  item.title = fields.required_text("title");
  item.priority = fields.text("priority");
  item.status = fields.word("status", kStatuses).value_or(AgendaItem::Status::unknown);
  item.lead = fields.text("lead");
  return fields.finish() ? std::optional(item) : std::nullopt;
}

std::optional<Meeting> read_meeting(const Node& node) {
  Fields fields(node);
  Meeting meeting;
  meeting.on = fields.date("on");
  meeting.title = fields.text("title");
  if (!meeting.on) fields.require(!meeting.title.empty(), "title", R"(a text, or a date "on")");
  meeting.items =
      fields.list<AgendaItem>("items", node.findings().limits().items, read_agenda_item);
  return fields.finish() ? std::optional(meeting) : std::nullopt;
}

std::optional<Notice> read_notice(const Node& node, UniqueIds& ids) {
  Fields fields(node);
  Notice notice;
  notice.id = fields.required_text("id");
  notice.text = fields.required_text("text");
  notice.level = fields.word("level", kLevels).value_or(Notice::Level::information);
  notice.style = fields.word("style", kStyles).value_or(Notice::Style::banner);
  notice.detail = fields.text("detail");
  notice.lines = fields.list<model::Line>("lines", node.findings().limits().items, read_line);
  notice.by = fields.text("by");
  notice.from = fields.timestamp("from");
  const auto until = fields.timestamp("until");
  fields.require(until.has_value(), "until", "a time with its zone");
  notice.until = until.value_or(model::Timestamp{});
  if (!fields.finish() || !ids.add(node, notice.id)) return std::nullopt;
  return notice;
}

size_t items(const Fields& fields) {
  return fields.node().findings().limits().items;
}

}  // namespace

std::vector<Priority> read_priorities(Fields& fields) {
  UniqueIds ids;
  UniqueIds theme_ids;  // of the whole board: a KPI names a theme without its priority
  return fields.list<Priority>("priorities", items(fields), [&](const Node& node) {
    return read_priority(node, ids, theme_ids);
  });
}

std::vector<Commitment> read_commitments(Fields& fields) {
  return fields.list<Commitment>("commitments", items(fields), read_commitment);
}

std::vector<Meeting> read_agenda(Fields& fields) {
  return fields.list<Meeting>("agenda", items(fields), read_meeting);
}

std::vector<model::Line> read_contacts(Fields& fields) {
  return fields.list<model::Line>("contacts", items(fields), read_line);
}

std::vector<Notice> read_notices(Fields& fields) {
  UniqueIds ids;
  return fields.list<Notice>("notices", items(fields),
                             [&](const Node& node) { return read_notice(node, ids); });
}

}  // namespace feed
