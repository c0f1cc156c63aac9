#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace themata::exchange {

/// A text of another program's project: as a study stores it, with what its file had besides, by
/// which that program may have counted.
struct ExchangedText {
  std::string text;       ///< UTF-8, no byte order mark, line ends LF
  bool had_mark = false;  ///< a byte order mark stood before it
  std::vector<std::size_t>
      crlf;  ///< bytes of those line feeds that were CRLF in the file, in order
  std::string encoding = "UTF-8";
  std::size_t replaced = 0;  ///< control characters, which are U+FFFD now
};

/// Decodes a text file, as `text::decode` does, but for control characters, which a transcript may
/// not have and a project's text may. Throws `InputError` for what is no text at all.
ExchangedText read_exchanged_text(std::string_view bytes);

}  // namespace themata::exchange
