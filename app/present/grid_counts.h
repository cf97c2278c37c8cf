// The grids that count ratings, and the one of areas.
#pragma once

#include "present/grid_cells.h"

namespace present {

// How many themes have each rating: of each priority, and in each period.
Gathered themes_counted(const Context& context);
Gathered periods_counted(const Context& context);

// How the areas of each KPI are rated, and the KPIs of each area.
Gathered kpis_counted_by_areas(const Context& context);
Gathered areas_counted_by_kpis(const Context& context);

// The rating of each area for each KPI.
Gathered areas_by_kpis(const Context& context);

}  // namespace present
