#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "themata/model/portable_study.hpp"

namespace themata::exchange {

/// Writes the codebook as a REFI-QDA codebook (`.qdc`, Codebook.xsd 1.0): a theme is a code that is
/// not codable, a code stands in the first of its themes, and themes that share codes are sets as
/// well. What the format has no place for goes into a processing instruction that Themata reads.
/// Returns sentences on what other programs will not see. Throws `InputError` for a study without
/// a code or theme, which the format cannot say.
std::vector<std::string> write_refi_codebook(const model::PortableStudy& study, std::ostream& out);

/// A codebook that was read.
struct RefiCodebook {
  model::PortableCodebook codebook;
  std::vector<std::string> remarks;  ///< sentences on what came otherwise than it was
};

/// Reads a `.qdc` of any program, with any of the name spaces that were ever in use; nested codes
/// become themes, sets of codes too. Throws `InputError` for what is no codebook, two codes of one
/// GUID, a GUID that is none, and codes on too many levels.
RefiCodebook read_refi_codebook(const std::string& name, std::string bytes);

}  // namespace themata::exchange
