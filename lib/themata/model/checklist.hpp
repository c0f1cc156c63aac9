#pragma once

#include <span>
#include <string_view>

namespace themata::model {

/// What a study's record can say of a point of the checklist.
enum class PointKind {
  shown,     ///< the record shows it
  evidence,  ///< the record has what a person needs to judge it
  yours      ///< only the researchers can say it
};
std::string_view to_string(PointKind kind);  ///< "shown", "evidence", "yours"

/// A point of a good thematic analysis, in our words.
struct ChecklistPoint {
  int number = 1;
  std::string_view area;
  std::string_view criterion;
  PointKind kind = PointKind::yours;
};

/// The fifteen points of Braun and Clarke (2006), Qualitative Research in Psychology 3(2), table 2,
/// p. 96.
std::span<const ChecklistPoint> checklist_points();

}  // namespace themata::model
