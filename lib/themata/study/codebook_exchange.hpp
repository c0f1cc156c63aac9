#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>
#include <vector>

#include "themata/study/project.hpp"

namespace themata::study {

/// What a codebook file brought.
struct CodebookImport {
  std::vector<std::string> new_codes;
  std::vector<std::string> new_themes;
  std::size_t assigned = 0;          ///< codes put under a theme they were not in
  std::size_t described = 0;         ///< codes and themes of which something else is said now
  std::vector<std::string> remarks;  ///< sentences on what came otherwise than it was
};

/// Reads codes, themes and all that is said of them from a file: a REFI-QDA codebook (`.qdc`), a
/// theme tree (`.xml`), or else a table (`exchange::read_codebook`): all of it or nothing. Codes
/// and themes that the study has keep their codings; what the file says of them takes the place of
/// what the study does, where the file says nothing the study's stays.
CodebookImport import_codebook(Project& project, const std::string& path);

/// A row of such a table, as `exchange::codebook_rows` makes it.
struct CodebookLine {
  std::string theme;  ///< its path; empty for a code in no theme
  std::string code;   ///< empty: the row is about the theme
  std::string description;
  std::string includes;
  std::string excludes;
  std::string example;
  std::string color;
  std::string idea;
};

/// The study's codebook as rows of such a table.
std::vector<CodebookLine> export_codebook(Project& project);

/// The study's codebook for other programs (`exchange::write_refi_codebook`), without memos.
/// `origin`: this program and its version. Returns sentences on what they will not see.
std::vector<std::string> export_refi_codebook(Project& project, std::ostream& out,
                                              const std::string& origin);

}  // namespace themata::study
