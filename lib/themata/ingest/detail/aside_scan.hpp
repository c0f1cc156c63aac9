#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "themata/model/source.hpp"
#include "themata/text/offsets.hpp"

namespace themata::ingest::detail {

/// Appends the asides of one turn, as `find_asides` describes them, and to `unclosed` where in each
/// paragraph the first bracket stands that is not closed in it.
void scan_asides(std::string_view text, text::TextRange range, std::vector<model::Aside>& asides,
                 std::vector<text::ByteOffset>& unclosed);

/// What to tell a person about such a bracket.
std::string unclosed_bracket_message(std::string_view text, text::ByteOffset at);

}  // namespace themata::ingest::detail
