#pragma once

#include <cstddef>
#include <iosfwd>

#include "themata/model/theme_tree.hpp"

namespace themata::report {

struct ThemeTreeOptions {
  bool counts = false;    ///< not in JSON: participants and excerpts behind each name
  std::size_t width = 0;  ///< text: wrap to a terminal of so many columns; 0: never
};

/// The tree as lines with branches, for a terminal. Excerpts are shown where the tree has them.
void write_theme_tree_text(const model::ThemeTree& tree, const ThemeTreeOptions& options,
                           std::ostream& out);
/// As nested Markdown lists, excerpts as quotations with the participant.
void write_theme_tree_markdown(const model::ThemeTree& tree, const ThemeTreeOptions& options,
                               std::ostream& out);
/// As LaTeX that compiles by itself and by `\input`: a paragraph for each, set in by its level.
void write_theme_tree_latex(const model::ThemeTree& tree, const ThemeTreeOptions& options,
                            std::ostream& out);
/// As JSON: {"title", "themes": [{"id","number","name","definition","participants","excerpts",
/// "themes": [...], "codes": [{"id","name","description","participants","excerpts"}]}],
/// "codes": [...]}; `codes` at the top are those in no theme. A code with quotations has them as
/// "quotations": [{"source","participant","start","end","text"}].
void write_theme_tree_json(const model::ThemeTree& tree, std::ostream& out);

}  // namespace themata::report
