#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace themata::text {

/// Text that was converted from an encoding older than Unicode.
struct Legacy {
  std::string text;         ///< UTF-8
  std::string encoding;     ///< IANA name
  bool single_byte = true;  ///< each byte was one character
};

/// Converts bytes that are no Unicode to UTF-8: from the encoding that ICU's detector finds
/// likeliest by the lines that are not ASCII, else from windows-1252, for which every byte has a
/// character (the five that it does not define become C1 controls).
Legacy from_legacy_encoding(std::string_view bytes);

/// Converts bytes to UTF-8 from the encoding of that name, as IANA or a usual alias has it
/// (`windows-1250`, `cp437`, `macintosh`, `Shift_JIS`). Nothing if no encoding is known by that
/// name, or if some bytes are no character in it.
std::optional<std::string> from_encoding(std::string_view bytes, const std::string& encoding);

}  // namespace themata::text
