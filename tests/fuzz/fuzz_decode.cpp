#include <cstddef>
#include <cstdint>
#include <string>

#include "fuzz/check.hpp"
#include "themata/error.hpp"
#include "themata/text/decode.hpp"

// Any bytes are decoded to clean UTF-8 or refused; what was decoded once stays as it is.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using themata::fuzz::check;
  themata::text::Decoded decoded;
  try {
    decoded = themata::text::decode(themata::fuzz::as_text(data, size));
  } catch (const themata::InputError&) {
    return 0;
  }
  const std::string& text = decoded.text;
  check(themata::text::is_valid_utf8(text), "decoded text is valid UTF-8");
  check(text.find('\r') == text.npos && text.find('\0') == text.npos,
        "decoded text has neither carriage returns nor NUL");
  // not where a second mark would go, too, or where a new beginning looks like another format
  if (decoded.encoding != "UTF-8" || text.starts_with("\xEF\xBB\xBF")) return 0;
  check(themata::text::decode(text).text == text, "decoding again changes nothing");
  return 0;
}
