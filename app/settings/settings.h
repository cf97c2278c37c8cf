// What a site engineer decides about one screen: config/*.json.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/complaint.h"
#include "base/result.h"
#include "model/board.h"

namespace settings {

enum class Theme { dark, light };
enum class Transition { cut, fade };
enum class Renderer { software, gpu };
enum class Audience { public_screen, staff, restricted };

struct PixelSize {
  int width = 1920;
  int height = 1080;

  bool operator==(const PixelSize&) const = default;
};

struct Screen {
  std::string name;             // where it hangs: "Front office, left screen"; empty: not said
  double diagonal_inches = 55;  // 5 to 200
  double distance_metres = 3;   // 0.3 to 50, from the glass to the farthest usual reader
  Audience audience = Audience::staff;  // a public screen has 1.4 times the capital height
  Theme theme = Theme::dark;
  Transition transition = Transition::cut;
  bool reduced_motion = false;  // never a fade, whatever the transition
  Renderer renderer = Renderer::software;
  bool fullscreen = true;
  // Of a window on a desk, and of `render` unless told otherwise; each side 320 to 7680.
  PixelSize size;
  bool keys_leave = true;  // Esc and Q end the program
  std::string time_zone;   // "Europe/London"; empty: the machine's

  bool operator==(const Screen&) const = default;
};

struct Fonts {
  std::filesystem::path regular;  // empty: Debian's fonts-inter
  std::filesystem::path semibold;

  bool operator==(const Fonts&) const = default;
};

struct Feed {
  model::Id id;       // 1 to 64 letters, digits, - and _: it names the feed's file on disk, too
  std::string title;  // for people; the id serves when empty
  std::string url;    // exactly one of url and file; no user, password or fragment
  std::filesystem::path file;
  std::chrono::seconds every{300};  // cadence, 5 s to 7 days
  // Since the last answer, more than `every`, at most 1000 days; 0: three times the cadence.
  std::chrono::seconds late_after{0};
  // Since the feed was generated, 5 s to 1000 days; none: its own due date alone decides.
  std::optional<std::chrono::seconds> generated_late_after;
  std::chrono::milliseconds connect_timeout{2000};  // 0.1 to 60 s, not above `timeout`
  std::chrono::milliseconds timeout{15000};         // for the whole request, 1 to 300 s
  std::uint64_t max_bytes = 8u << 20;               // of the document, inflated; 1 KiB to 64 MiB
  std::filesystem::path ca_file;                    // trusted instead of the system's
  // At most one of the next two; only beside https or a loopback host.
  std::filesystem::path token_file;
  std::string token_environment;  // name of a variable
  std::string token_header = "Authorization";
  std::string token_prefix = "Bearer ";
  std::optional<std::chrono::seconds> first_after;  // start offset at most this; none: chosen so
                                                    // that many screens spread out

  bool operator==(const Feed&) const = default;
};

// How ratings are made where the feed gives none, and which counts are too small to be shown;
// printed in the legend.
struct Rules {
  double amber_within_percent = 5;            // of the target, 0 to 100
  std::optional<double> amber_within_points;  // of percentages, instead of a share; 0 to 100
  int amber_within_places = 0;                // of ranks, 0 to 1000
  double amber_within_absolute = 0;           // of a target of 0, 0 to 1e9
  double dead_band_percent = 0;               // a change that counts as none, 0 to 100
  double dead_band_points = 0;                // the same of percentages, 0 to 100
  std::optional<int> suppress_below;  // 0 to 1000, 0: none; none: 5 on a public screen, else 0

  bool operator==(const Rules&) const = default;
};

// The method of control charts: a profile, and what this board does otherwise.
struct ControlCharts {
  enum class Profile { mdc, nhsr };  // Making Data Count; the R package NHSRplotthedots
  enum class Conflict { improvement, concern, ranked };

  Profile profile = Profile::mdc;
  // None: as the profile has it.
  std::optional<int> shift_points;   // 6 to 8
  std::optional<int> trend_points;   // 5 to 8
  std::optional<int> min_points;     // for limits, flags and icons, 8 to 50
  std::optional<Conflict> conflict;  // what a point means whose flags mean both
  std::optional<bool> rules_cross_recalculation;
  std::optional<bool> two_sigma_counts_beyond_limit;

  bool operator==(const ControlCharts&) const = default;
};

// Which markings there are, and which may be shown here. In capitals and trimmed.
struct Marking {
  std::vector<std::string> levels{"PUBLIC", "OFFICIAL", "OFFICIAL-SENSITIVE"};  // lowest first
  std::string ceiling;  // a level; empty: by the audience, of the three above
  // What other words of documents stand for: "NOT PROTECTIVELY MARKED" -> "OFFICIAL".
  std::map<std::string, std::string> aliases;

  bool operator==(const Marking&) const = default;
};

struct Slide {
  enum class Kind {
    overview,
    kpis,
    priority,
    trend,
    theme,
    headlines,
    spotlight,
    kpi_table,
    commitments,
    rag_grid,
    exceptions,
    finance,
    response,
    chart,
    rank,
    forward_plan,
    control_chart,
    control_charts,
  };
  // What a grid of ratings crosses. Periods: the one before and this one. Ratings: how many of
  // each.
  enum class Dimension { priorities, themes, commitments, kpis, areas, periods, ratings };
  // What is made of a table: its rows; its rows with variance bars; one bar of shares; from opening
  // to closing. Automatic: by the kinds of its columns.
  enum class Form { automatic, rows, variance, shares, movement };
  enum class Bars { grouped, stacked };
  // Where a trend has its rolling total: below the bars, or on a second axis over them, as the
  // reports have it.
  enum class Axes { two_panels, dual };

  model::Id id;  // unique; given by kind and number when the file names none
  Kind kind = Kind::overview;
  std::optional<std::chrono::seconds> dwell;  // 2 s to a day; none: by reading time
  std::string title;                          // overrides the board's
  // kpis, kpi_table, response, rank, control_charts: which, in this order; empty: all of role
  // figure, of the priority or of all of them, that have a target, that have a rank, that have a
  // series.
  std::vector<model::Id> kpis;
  model::Id priority;  // priority, theme, headlines, spotlight, kpi_table, commitments: which;
                       // empty: all, a slide for each but for the two last
  model::Id theme;     // theme: which; empty: one slide for each that has something to say
  model::Id series;    // trend, control_chart
  // trend, chart, control_chart: first month, up to the newest; none: the last `months`, 12 to 240.
  // Of a control chart nothing before `from` counts, and all that `months` leaves out does.
  std::optional<model::Date> from;
  int months = 72;
  bool recalculate =
      true;            // control_chart: new limits where the feed says that the process changed
  bool icons = false;  // kpis, kpi_table: with variation and assurance of each KPI's series
  Dimension rows = Dimension::themes;      // rag_grid
  Dimension columns = Dimension::periods;  // rag_grid
  model::Id kpi;                           // exceptions: of which KPI; empty: a slide for each
  model::Id table;                         // finance: which; empty: a slide for each
  Form form = Form::automatic;             // finance
  std::vector<model::Id> series_as_bars;   // chart: one to four series
  std::vector<model::Id> series_as_lines;  // chart: up to two
  Bars bars = Bars::grouped;               // chart
  std::vector<int> rolling;      // chart: lengths of rolling totals of the bars, in intervals
  Axes axes = Axes::two_panels;  // trend

  bool operator==(const Slide&) const = default;
};

struct Settings {
  std::filesystem::path file;  // where it was read from; relative paths inside start at its folder
  std::string title;           // board name in the header; empty: the first feed's
  Screen screen;
  Fonts fonts;
  Rules rules;
  ControlCharts control_charts;
  Marking marking;
  std::vector<Feed> feeds;    // at least one
  std::vector<Slide> slides;  // at least one
  // Where last good documents live; empty: none are kept. Default $STATE_DIRECTORY, else
  // $XDG_STATE_HOME/bluelamp, else ~/.local/state/bluelamp.
  std::filesystem::path state_directory;

  bool operator==(const Settings&) const = default;
};

struct Loaded {
  std::optional<Settings> settings;  // none if any complaint is an error
  base::Complaints complaints;       // in order of the document
  bool is_unread = false;            // the file could not be read; its content may be right
};

// The ceiling of a screen: its own, else the audience's.
std::string ceiling_of(const Settings& settings);

// The counts below this are suppressed: as set, else by the audience. 0: none.
int suppress_below(const Settings& settings);

// Reads and checks a file. Unknown key, wrong type and impossible value are errors: a board must
// not start with a setting that somebody believes in and nobody obeys. Never throws.
Loaded load(const std::filesystem::path& file);

// The same for text that is already in memory; `file` names it in complaints and anchors relative
// paths.
Loaded parse(std::string_view text, const std::filesystem::path& file);

}  // namespace settings
