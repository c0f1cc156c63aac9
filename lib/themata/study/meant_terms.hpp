#pragma once

#include <string>
#include <vector>

#include "themata/model/term_family.hpp"
#include "themata/study/project.hpp"

namespace themata::study {

/// The term families that `--terms` means.
struct MeantTerms {
  std::string source;  ///< a file's name without its folders, or what the study calls them
  std::vector<model::TermFamily> families;  ///< with the hits that were left out by sense
  std::vector<std::string> not_approved;    ///< families with forms that nobody has approved yet
};

/// Those of a term list file; or, where there is no such file, the families of the study's term list
/// of that name, the one family of that label, or (`all`) every family. Throws `NotFound`, naming
/// the lists that there are, if it is none of these.
MeantTerms terms_meant(Project& project, const std::string& terms);

/// Families of the study as they are counted, with the hits that were left out by sense.
std::vector<model::TermFamily> counted_families(Project& project,
                                                const std::vector<model::StoredFamily>& stored);

}  // namespace themata::study
