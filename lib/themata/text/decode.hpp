#pragma once

#include <string>
#include <string_view>

namespace themata::text {

/// The outcome of decoding a file's bytes.
struct Decoded {
  std::string text;      ///< UTF-8, no byte order mark, line ends LF, all else as it was
  std::string encoding;  ///< IANA name of what the bytes were: "UTF-8", "UTF-16LE", "windows-1252"
  bool guessed = false;  ///< the encoding was told from statistics: a person should look
};

/// Decodes the bytes of a text file: UTF-8 (with or without a byte order mark), UTF-16 (by its
/// mark, or by its zero bytes), else the single-byte encoding that ICU's detector finds likeliest
/// (a Latin-1 finding is read as windows-1252). CRLF and CR become LF.
/// Throws `InputError` for bytes that are no text: NUL or control characters other than tab and
/// line ends after decoding (says which, its line, and its offset), or a broken UTF-16 sequence.
Decoded decode(std::string_view bytes);

/// True if `text` is well-formed UTF-8 (no surrogates, no overlong forms).
bool is_valid_utf8(std::string_view text);

}  // namespace themata::text
