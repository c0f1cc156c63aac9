#pragma once

#include <string_view>

namespace themata::exchange::detail {

/// What stands around the text of an annotation file. The text is what is between the line break
/// behind `text_begins` and the one before the last `text_ends`.
inline constexpr std::string_view annotation_title = "# Themata annotation 1";
inline constexpr std::string_view text_begins = "# ---- the text begins below this line ----";
inline constexpr std::string_view text_ends = "# ---- the text ends above this line ----";

inline constexpr std::string_view mark_begins = "{{";
inline constexpr std::string_view mark_ends = "}}";
inline constexpr char escape = '\\';
inline constexpr char closing_sign = '/';
inline constexpr char number_sign = '#';

inline constexpr std::string_view digits = "0123456789";
inline constexpr std::size_t most_digits = 6;  ///< of the number of a mark

}  // namespace themata::exchange::detail
