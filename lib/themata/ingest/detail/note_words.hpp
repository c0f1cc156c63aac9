#pragma once

#include <string_view>

namespace themata::ingest::detail {

/// True if the inside of a parenthesis begins with a word for a sound, a silence, a gesture or a
/// state of the recording: `laughs`, `long pause`, `3 second pause`, `both laugh`, `takes a deep
/// breath`, `phone rings`. Reads no more than the first few words.
bool begins_with_note_word(std::string_view inside);

}  // namespace themata::ingest::detail
