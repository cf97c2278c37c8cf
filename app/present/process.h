// A series judged as a process by the method that the settings choose.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/xmr.h"
#include "present/context.h"
#include "present/control_slides.h"
#include "present/series_window.h"

namespace present {

analysis::XmrRule rule_of(const settings::ControlCharts& wanted);

struct ProcessQuestion {
  std::optional<model::Date> from;  // what lies before does not count
  bool recalculate = true;          // where the series says so
  const model::Kpi* kpi = nullptr;  // whose target and direction of good serve the series' own lack
};

struct Process {
  const model::Series* series = nullptr;
  std::vector<analysis::XmrPoint> points;  // of the series, from the first that counts
  analysis::XmrQuestion question;
  analysis::XmrRule rule;
  analysis::Xmr xmr;
};

// Borrows the series. Pure.
Process process_of(const Context& context, const model::Series& series,
                   const ProcessQuestion& question);

ProcessIcons icons_of(const Process& process);

// Of the series behind a KPI; none without one.
ProcessIcons icons_for(const Context& context, const Found<model::Kpi>& kpi);

// What the letters in the icons mean: "H, L: special cause, high or low. P, F, ?: ..."; the second
// sentence only where some assurance is shown, nothing without any icon.
std::string key_of(const std::vector<ProcessIcons>& icons);

// "Special cause of improving nature; target will be hit and missed"; empty without icons.
std::string sentence_of(const ProcessIcons& icons);

// What a reader must know before relying on it, each in lower case: "fewer than 13 points: mean and
// target only". In the words of `analyse`, of `check` and, with a capital, of the slide.
std::vector<std::string> doubts_about(const std::vector<analysis::XmrPoint>& points,
                                      const analysis::Xmr& xmr, const analysis::XmrRule& rule);

// The same as a sentence begins.
std::string capitalised(std::string text);

// The part of a process that a window shows.
ControlLines lines_of(const Process& process, const SeriesWindow& window);

// Limits of a process in its unit; counts have whole numbers unless they are few.
std::string limit_text(const Process& process, double value);

}  // namespace present
