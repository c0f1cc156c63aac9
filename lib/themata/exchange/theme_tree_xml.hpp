#pragma once

#include <cstddef>
#include <iosfwd>

#include "themata/model/theme_tree.hpp"

namespace themata::exchange {

/// Writes the theme tree as XML (`docs/theme-tree.xsd`, namespace urn:themata:theme-tree:1), UTF-8.
/// Characters that XML 1.0 forbids become U+FFFD; returns how many did.
std::size_t write_theme_tree_xml(const model::ThemeTree& tree, std::ostream& out);

}  // namespace themata::exchange
