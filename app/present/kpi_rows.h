// The rows of a KPI table, from figures to cells: which columns there are, what stands in them, and
// which notes belong to which row.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "present/context.h"
#include "present/slides.h"

namespace present {

// Borrows the context. Every figure that will be added must be among `kpis`: they decide the heads.
class KpiRows {
 public:
  KpiRows(const Context& context, const std::vector<Found<model::Kpi>>& kpis);

  // A child that stands apart from its parent is named after it. `parent` may be empty.
  void add(const Found<model::Kpi>& kpi, const Found<model::Kpi>& parent, bool is_child);
  void add(KpiTable::Row row_without_figure);

  // Without the columns that are empty in all rows. Call it once, when all are added.
  KpiTable table();

 private:
  std::vector<std::size_t> notes_of(const model::Kpi& kpi);
  std::size_t note(KpiTable::Note wanted);
  void drop_empty_columns();
  void head_changes();

  const Context& context_;
  KpiTable table_;
  std::optional<std::string> common_period_;  // none: a column says each row's own
};

// The change of a figure in a table's two columns: "−1,431" and "−6.8%", "" and "+4.1 points". What
// the feed prints stands as it is; what it leaves out is computed from unrounded figures. "n/a" is
// a share of nothing.
struct ChangeCells {
  std::string amount;
  std::string share;
  std::string word;  // "better", "worse" or empty; by the direction that is good, never by the sign
};
ChangeCells change_cells(const model::Kpi& kpi);

}  // namespace present
