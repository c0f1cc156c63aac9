#pragma once

#include <string>
#include <string_view>

namespace themata::text {

/// How a word is written.
enum class LetterCase {
  none,   ///< no letter has a case
  lower,  ///< every letter small
  upper,  ///< every letter capital, and there are several
  mixed,  ///< Capitalised, or otherwise in between
};
LetterCase letter_case(std::string_view word);

/// The text in small or in capital letters, whatever the language, composed (NFC).
std::string lower_case(std::string_view text);
std::string upper_case(std::string_view text);
/// Composed (NFC), nothing else.
std::string composed(std::string_view text);

}  // namespace themata::text
