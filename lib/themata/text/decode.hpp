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
/// mark; without one only where nearly every other byte is zero, as in Latin letters), else the
/// encoding that ICU's detector finds likeliest (a Latin-1 finding is read as windows-1252; a
/// multi-byte one counts only if it is sure). CRLF and CR become
/// LF. Throws `InputError`, which says the line and the byte, for what is no text: NUL or control
/// characters other than tab and line ends after decoding, a broken UTF-16 sequence, a file that
/// is UTF-8 but for a few bytes, and files of other kinds (PDF, ZIP, pictures, recordings), which
/// it names. The caller knows the file's name and adds it.
Decoded decode(std::string_view bytes);

/// True if `text` is well-formed UTF-8 (no surrogates, no overlong forms).
bool is_valid_utf8(std::string_view text);

}  // namespace themata::text
