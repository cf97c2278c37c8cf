// The work of suppress_small, over one board. Private to the files suppress*.cpp.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/suppress.h"
#include "analysis/ties.h"

namespace analysis {

class Suppression {
 public:
  Suppression(model::Board& board, int below) : board_(board), below_(below) {}

  std::vector<model::Withheld> run();

 private:
  using Thing = model::Withheld::Thing;

  // Which part of a KPI a number is.
  static constexpr size_t kNow = 0;
  static constexpr size_t kBefore = 1;

  // Where a number of the ties stands: `row` is one of the above for a KPI, a point of a series, a
  // row of a table.
  struct Where {
    Thing thing = Thing::kpi;
    size_t index = 0;
    size_t row = 0;
    size_t column = 0;
  };

  // suppress.cpp
  bool is_small(double count) const;
  size_t add(const Where& where, double value, bool hidden);
  void hide_numbers();
  void hide(const Where& where, bool for_itself);
  void clear_message(Thing thing, const model::Id& id, std::string& message);
  const model::Id& id_of(const Where& where) const;
  std::string part_of(const Where& where) const;
  std::string name_of(const Where& where) const;  // with its part
  void withhold(Thing thing, const model::Id& id, std::string part, std::string why);

  // suppress_kpis.cpp
  void add_kpis();
  void tie_families();
  void hide_what_follows();
  void hide_beside(size_t index);
  void hide_changes(size_t index);
  void hide_rate(size_t rate, size_t parent);
  void hide_areas();
  std::optional<size_t> kpi_called(const std::string& reference) const;
  bool is_hidden(const std::optional<size_t>& number) const;
  bool implies_small(const model::Quantity& figure, const model::Quantity& change) const;

  // suppress_series.cpp
  void add_series();
  void tie_periods();
  void tie_period(size_t kpi, size_t series);
  void hide_rates_of_points(const model::Kpi& rate, const model::Kpi& parent);
  void hide_points_of(const model::Kpi& kpi);
  void hide_point(size_t series, size_t point, const std::string& gives_away);
  bool lacks_points(const model::Id& reference) const;
  std::optional<size_t> series_called(const std::string& reference) const;
  std::vector<size_t> numbers_within(size_t series, const model::Period& period,
                                     int years_ago) const;
  double sum_of(const std::vector<size_t>& numbers) const;

  // suppress_tables.cpp
  void add_tables();
  void tie_rows(size_t table);
  void tie_columns(size_t table);

  model::Board& board_;
  int below_;
  Ties ties_;
  std::vector<Where> where_;    // of each number of the ties
  std::vector<double> values_;  // as they were
  // The numbers of each thing, where it has any.
  struct KpiNumbers {
    std::optional<size_t> now, before;
  };
  std::vector<KpiNumbers> of_kpi_;
  std::vector<std::vector<std::optional<size_t>>> of_series_;              // by point
  std::vector<std::vector<std::vector<std::optional<size_t>>>> of_table_;  // by row and column
  std::vector<model::Withheld> withheld_;
};

bool is_same(double left, double right);

std::string would_give_away(const std::string& what);

}  // namespace analysis
