// The parts of a board document, each in a .cpp of its own. Private to the .cpp files of app/feed,
// like json_reader.h. `fields` is the document; what is wrong is complained about and left out.
#pragma once

#include <vector>

#include "feed/json_reader.h"
#include "model/board.h"

namespace feed {

std::vector<model::Priority> read_priorities(Fields& fields);     // decode_plan.cpp
std::vector<model::Commitment> read_commitments(Fields& fields);  // decode_plan.cpp
std::vector<model::Meeting> read_agenda(Fields& fields);          // decode_plan.cpp
std::vector<model::Notice> read_notices(Fields& fields);          // decode_plan.cpp
std::vector<model::Line> read_contacts(Fields& fields);           // decode_plan.cpp
std::vector<model::Kpi> read_kpis(Fields& fields);                // decode_kpi.cpp
std::vector<model::Area> read_areas(Fields& fields);              // decode_kpi.cpp
std::vector<model::AreaGroup> read_area_groups(Fields& fields);   // decode_kpi.cpp
std::vector<model::Series> read_all_series(Fields& fields);       // decode_series.cpp
std::vector<model::Table> read_tables(Fields& fields);            // decode_table.cpp

}  // namespace feed
