#pragma once

#include <string>
#include <vector>

#include "themata/report/document.hpp"
#include "themata/report/quotations.hpp"

namespace themata::report {

/// The excerpts of a code, each once.
struct CodeExcerpts {
  std::string code;
  std::string description;  ///< may be empty
  std::vector<Quotation> excerpts;
};

/// A theme with what lies right under it.
struct ThemeExcerpts {
  std::string name;        ///< with its number; empty: of codes in no theme
  std::string definition;  ///< may be empty
  std::size_t level = 0;   ///< 0: as high as any that is shown
  std::vector<CodeExcerpts> codes;
};

/// For reading and discussing: each theme with its definition, its codes, and their excerpts with
/// the speaker's name, source and turn.
Document excerpt_document(const std::string& title, const std::vector<ThemeExcerpts>& themes);

}  // namespace themata::report
