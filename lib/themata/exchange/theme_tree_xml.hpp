#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>

#include "themata/model/portable_study.hpp"
#include "themata/model/theme_tree.hpp"

namespace themata::exchange {

/// Writes the theme tree as XML (`docs/theme-tree.xsd`, namespace urn:themata:theme-tree:1), UTF-8.
/// Characters that XML 1.0 forbids become U+FFFD; returns how many did.
std::size_t write_theme_tree_xml(const model::ThemeTree& tree, std::ostream& out);

/// The themes, subthemes, codes and all that is said of them, out of such a file; `name` is for
/// messages. Counts, excerpts, memos and the journal are passed over. Throws `InputError` for what
/// is no theme tree, for two codes or themes of one `id`, and for themes on too many levels.
model::PortableCodebook read_theme_tree_xml(const std::string& name, std::string bytes);

}  // namespace themata::exchange
