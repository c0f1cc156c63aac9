#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "themata/model/codebook.hpp"

namespace themata::exchange {

/// One row of a codebook file: a code under a theme, a code under none, or a theme.
struct CodebookRow {
  std::size_t line = 0;
  std::vector<std::string> theme_path;  ///< from the top; empty for a code in no theme
  std::string code;                     ///< empty: the row is about the theme
  std::string description;              ///< of the code, or the definition of the theme
  std::string includes = {};            ///< of either, as the following
  std::string excludes = {};
  std::string example = {};
  std::string color = {};  ///< `#RRGGBB`; empty: none
  std::string idea = {};   ///< of a theme: its central organising idea
};

/// Reads a codebook: columns `theme` or `code` or both, and optionally `subtheme`, `description`,
/// `include`, `exclude`, `example`, `colour` and `idea`; `name`, `definition` and `color` are
/// other words for `code`, `description` and `colour`.
/// `theme` is a path `A / B` (or `A` with `subtheme` `B`). A row without a code makes or defines
/// its theme; rows of one code under several themes put it in each. Throws `InputError` with file
/// and line for a row with neither, for a name that cannot be one, for what is no colour, or
/// for two different descriptions of one code or theme.
std::vector<CodebookRow> read_codebook(const std::string& name, std::string_view bytes);

/// The same, out: columns `theme,code,description,include,exclude,example,colour,idea`; themes in
/// order, each followed by its codes; codes in no theme last. Reading it back gives the same
/// codebook (order of the themes, and of the codes within each, included). Rows that
/// `read_codebook` did not make have line 0.
std::vector<CodebookRow> codebook_rows(const model::Codebook& codebook);

/// "A / B / C" <-> its names. A slash without spaces around it belongs to a name; one that stands
/// alone between spaces inside a name is written `//` (and `//` so placed `///`, and so on).
std::vector<std::string> split_theme_path(std::string_view path);
std::string join_theme_path(const std::vector<std::string>& names);

}  // namespace themata::exchange
