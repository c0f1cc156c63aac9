#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "themata/study/project.hpp"

namespace themata::study {

/// What a codebook file brought.
struct CodebookImport {
  std::vector<std::string> new_codes;
  std::vector<std::string> new_themes;
  std::size_t assigned = 0;   ///< codes put under a theme they were not in
  std::size_t described = 0;  ///< codes and themes whose description changed
};

/// Reads codes, themes and definitions from a CSV file (`exchange::read_codebook`): all rows or
/// none. Codes and themes that the study has keep their codings; a description in the file takes
/// the place of the study's, an empty one leaves it.
CodebookImport import_codebook(Project& project, const std::string& path);

/// A row of such a file, as `exchange::codebook_rows` makes it.
struct CodebookLine {
  std::string theme;  ///< its path; empty for a code in no theme
  std::string code;   ///< empty: the row is about the theme
  std::string description;
};

/// The study's codebook as rows of such a file.
std::vector<CodebookLine> export_codebook(Project& project);

}  // namespace themata::study
