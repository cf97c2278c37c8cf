#include "program/explain_slide.h"

namespace program {

using nlohmann::ordered_json;

namespace {

using present::Exceptions;
using present::Finance;

const char* word_for(Finance::Form form) {
  switch (form) {
    case Finance::Form::rows:
      return "rows";
    case Finance::Form::variance:
      return "variance";
    case Finance::Form::shares:
      return "shares";
    case Finance::Form::movement:
      return "movement";
  }
  return "";
}

const char* word_for(Finance::Weight weight) {
  switch (weight) {
    case Finance::Weight::line:
      return "line";
    case Finance::Weight::subtotal:
      return "subtotal";
    case Finance::Weight::total:
      return "total";
  }
  return "";
}

const char* word_for(Finance::Effect effect) {
  switch (effect) {
    case Finance::Effect::none:
      return "none";
    case Finance::Effect::favourable:
      return "favourable";
    case Finance::Effect::adverse:
      return "adverse";
  }
  return "";
}

ordered_json number_or_null(const std::optional<double>& number) {
  return number ? ordered_json(*number) : ordered_json(nullptr);
}

ordered_json json_of(const Finance::Row& row, Finance::Form form) {
  ordered_json json{{"title", row.title},
                    {"ref", row.ref},
                    {"weight", word_for(row.weight)},
                    {"cells", row.cells}};
  if (form == Finance::Form::variance) {
    json["variance"] = number_or_null(row.variance);
    json["effect"] = word_for(row.effect);
  }
  if (form == Finance::Form::movement) {
    json["opening"] = number_or_null(row.opening);
    json["closing"] = number_or_null(row.closing);
  }
  return json;
}

ordered_json json_of(const Finance::Sheet& sheet, Finance::Form form) {
  return {
      {"columns", list_of(sheet.columns,
                          [](const auto& column) {
                            return ordered_json{{"title", column.title}, {"group", column.group}};
                          })},
      {"rows", list_of(sheet.rows, [&](const auto& row) { return json_of(row, form); })}};
}

ordered_json json_of(const Finance::Share& share) {
  return {{"title", share.title},
          {"detail", share.detail},
          {"amount", share.amount},
          {"percent", share.percent}};
}

ordered_json json_of(const std::optional<Exceptions::Months>& months) {
  if (!months) return nullptr;
  return {{"upper", months->upper},
          {"mean", number_or_null(months->mean)},
          {"lower", months->lower},
          {"points", list_of(months->points, [](const auto& point) {
             return ordered_json{{"label", point.label},
                                 {"value", number_or_null(point.value)},
                                 {"stands_out", point.stands_out}};
           })}};
}

ordered_json json_of(const Exceptions::Area& area) {
  return {{"title", area.title},
          {"note", area.note},
          {"percent", area.percent},
          {"change", area.change},
          {"counted", area.counted},
          {"limits", area.limits_words},
          {"rating", name_of(area.rating)},
          {"months", json_of(area.months)}};
}

}  // namespace

ordered_json json_of(const present::Finance& slide) {
  ordered_json json{{"kind", "finance"}, {"form", word_for(slide.form)}};
  json["sheets"] =
      list_of(slide.sheets, [&](const auto& sheet) { return json_of(sheet, slide.form); });
  if (slide.form == Finance::Form::variance) {
    json["sides"] = {{"below_zero", slide.below_zero}, {"above_zero", slide.above_zero}};
  }
  if (slide.form == Finance::Form::shares) {
    json["shares"] = list_of(slide.shares, [](const auto& share) { return json_of(share); });
    json["whole"] = {{"title", slide.whole}, {"amount", slide.whole_amount}};
  }
  json["remark"] = slide.remark;
  json["notes"] = list_of(slide.notes, [](const auto& note) {
    return ordered_json{{"ref", note.ref}, {"text", note.text}};
  });
  json["callout"] = nullptr;
  if (slide.callout) {
    json["callout"] = {{"rating", name_of(slide.callout->rating)},
                       {"text", slide.callout->text},
                       {"detail", slide.callout->detail}};
  }
  json["age"] = to_json(slide.age);
  return json;
}

ordered_json json_of(const present::Exceptions& slide) {
  const auto area = [](const Exceptions::Area& one) { return json_of(one); };
  return {{"kind", "exceptions"},
          {"areas", slide.areas},
          {"exceptions", list_of(slide.exceptions, area)},
          {"others_line", slide.others_line},
          {"others", list_of(slide.others, area)},
          {"age", to_json(slide.age)}};
}

}  // namespace program
