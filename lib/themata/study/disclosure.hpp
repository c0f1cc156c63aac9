#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "themata/analysis/disclosure.hpp"
#include "themata/study/project.hpp"

namespace themata::study {

struct DisclosureRequest {
  std::size_t k = 5;
  /// The attributes that are looked at, in all their combinations; none: all of the study's, up to
  /// three together.
  std::vector<std::string> attributes;
};

struct DisclosureRow {
  std::vector<std::string> attributes;
  std::vector<std::string> values;
  std::vector<std::string> participants;
};

struct DisclosureReport {
  std::vector<DisclosureRow> rows;
  std::vector<std::string> numeric;  ///< attributes in a row whose values are all numbers
  std::size_t participants = 0;
  std::size_t rows_left_out = 0;
  std::size_t attributes = 0;           ///< that were looked at
  std::size_t attributes_together = 0;  ///< as many at most were combined
  bool all_combined = true;             ///< false: more together could single somebody out
  bool too_many = false;                ///< then: more were to be, but there are too many
};

/// Which values of attributes, alone or together, fewer than `k` participants have (see
/// `analysis::disclosure`). Throws `NotFound` for an attribute there is not, `Conflict` if the
/// study has none.
DisclosureReport disclosure(Project& project, const DisclosureRequest& request);

}  // namespace themata::study
