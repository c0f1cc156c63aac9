#pragma once

#include <string>
#include <string_view>

namespace themata::text {

/// True if `text` has a letter of a script that is written from right to left.
bool has_right_to_left(std::string_view text);

/// A line whose characters are in the order in which they stand on paper, from left to right, in
/// the order in which they are read and stored. `is_right_to_left`: the line as a whole is read so.
/// Brackets that only then stand in pairs are turned round. A line without right-to-left letters
/// stays as it is. `line` must be valid UTF-8.
std::string logical_order(std::string_view line, bool is_right_to_left);

/// Characters that stand for the shape of others, as those others: the ligatures (`fi`) of Latin,
/// Armenian and Hebrew, and the forms that Arabic letters have within words. `text` must be valid
/// UTF-8.
std::string without_presentation_forms(std::string_view text);

}  // namespace themata::text
