#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace themata::ingest::detail {

/// If a character reference (`&amp;`, `&#39;`, `&#x27;`) begins at byte `at` of `text`, appends
/// what it stands for to `out` and returns its end; else returns `at`. Known names are those of
/// HTML 4 and HTML's other names of Latin letters and punctuation. A number that no text may hold
/// (NUL, a control character other than tab and line feed, a surrogate) gives U+FFFD.
std::size_t read_character_reference(std::string_view text, std::size_t at, std::string& out);

}  // namespace themata::ingest::detail
