#include "analysis/change.h"

namespace analysis {

using model::Unit;

std::optional<Change> change_between(const model::Quantity& now, const model::Quantity& previous) {
  const double* to = std::get_if<double>(&now.value);
  const double* from = std::get_if<double>(&previous.value);
  if (!to || !from || now.unit != previous.unit) return std::nullopt;
  const double difference = *to - *from;
  switch (now.unit) {
    case Unit::percent:
    case Unit::points:
      return Change{difference, Unit::points};
    case Unit::rank:
      return Change{difference, Unit::rank};
    case Unit::seconds:
    case Unit::minutes:
    case Unit::hours:
    case Unit::days:
      return Change{difference, now.unit};
    default:
      break;
  }
  if (*from == 0) return std::nullopt;
  return Change{difference / (*from < 0 ? -*from : *from) * 100, Unit::percent};
}

Effect effect_of(double change, std::optional<model::Good> good) {
  if (!good || *good == model::Good::neither || change == 0) return Effect::neither;
  return (change > 0) == (*good == model::Good::up) ? Effect::better : Effect::worse;
}

}  // namespace analysis
