#pragma once

#include <string>
#include <vector>

#include "themata/model/participant.hpp"
#include "themata/model/selection.hpp"
#include "themata/study/project.hpp"

namespace themata::study {

/// The shared filters as a person writes them. Several values of one kind widen it, different
/// kinds narrow each other.
struct Filter {
  std::vector<std::string> sources;
  std::vector<std::string> participants;
  std::vector<std::string> coders;
  std::vector<model::Attribute> where;  ///< of participants, or of sources: see `select`
  std::vector<std::string> occasions;
  std::vector<std::string> codes;
  std::vector<std::string> themes;  ///< subthemes included
  model::Speech speech = model::Speech::participants;
};

/// Looks the names up. A name in `where` that is no attribute of participants but a key of sources'
/// details ("question") narrows to the sources with that detail, whose value is found exactly
/// or by a beginning that ends with a word (see `model::find_values`), which is told;
/// `detail:KEY` always does. Throws `NotFound` with the nearest names.
model::Selection select(Project& project, const Filter& filter);

}  // namespace themata::study
