#pragma once

#include <cstddef>
#include <string>

#include "themata/model/theme_tree.hpp"

/// What the trees for people, text and Markdown, say in the same words.
namespace themata::report::detail {

inline constexpr const char* codes_in_no_theme = "Codes in no theme";

/// " (1 participant, 2 excerpts)"
std::string counts_label(std::size_t participants, std::size_t excerpts);

/// Who said the excerpt; its source if no participant did.
const std::string& speaker_of(const model::ThemeTree::Excerpt& excerpt);

}  // namespace themata::report::detail
