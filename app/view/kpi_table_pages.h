// Which rows and notes of a KPI table stand on which page. A note stands on every page with a row
// that refers to it; one that leaves its row no room goes to a page behind the table, in as many
// lines as it needs.
#pragma once

#include "view/kpi_table_plan.h"

namespace view::kpi_table {

// Fills in the pages of a plan whose widths and heights of rows are known.
void break_pages(const present::KpiTable& table, Plan& plan, const Layout& layout);

}  // namespace view::kpi_table
