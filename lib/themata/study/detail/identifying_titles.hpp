#pragma once

#include <string_view>

namespace themata::study::detail {

/// True if a column of that title tells who people are: a word of it, in any case and also in
/// `FirstName` or `home_phone`, is one for names, telephones, addresses or dates of birth. A title
/// of more than three words is a question, which may be about something else: `in_question` tells
/// if those count too.
bool is_identifying_title(std::string_view title, bool in_question);

}  // namespace themata::study::detail
