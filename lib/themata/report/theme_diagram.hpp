#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "themata/model/theme_tree.hpp"
#include "themata/report/diagram.hpp"

namespace themata::report {

struct ThemeDiagramOptions {
  std::size_t depth = 2;  ///< levels of themes that are shown
  bool codes = false;     ///< with the codes right under the themes that are shown
  bool counts = false;    ///< participants and excerpts in each box
};

/// The tree of themes as boxes in columns.
Diagram theme_tree_diagram(const model::ThemeTree& tree, const ThemeDiagramOptions& options);

/// Two themes and how many excerpts lie under both.
struct ThemeLink {
  std::string first;  ///< their GUIDs
  std::string second;
  std::size_t excerpts = 0;
};
/// The thematic map: themes as boxes, with their subthemes, and dashed lines between those that
/// share excerpts, the thicker the more. Links of themes that are not shown are left out, and of
/// more than `most_links` the weakest, which the note tells.
inline constexpr std::size_t most_links = 150;
Diagram thematic_map(const model::ThemeTree& tree, const std::vector<ThemeLink>& links,
                     const ThemeDiagramOptions& options);

}  // namespace themata::report
