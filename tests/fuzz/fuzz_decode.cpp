#include <cstddef>
#include <cstdint>
#include <string>

#include "fuzz/check.hpp"
#include "themata/error.hpp"
#include "themata/text/decode.hpp"

// Any bytes are decoded to clean UTF-8 or refused; what was decoded once stays as it is.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using themata::fuzz::check;
  std::string text;
  try {
    text = themata::text::decode(themata::fuzz::as_text(data, size)).text;
  } catch (const themata::InputError&) {
    return 0;
  }
  check(themata::text::is_valid_utf8(text), "decoded text is valid UTF-8");
  check(text.find('\r') == text.npos && text.find('\0') == text.npos,
        "decoded text has neither carriage returns nor NUL");
  if (text.starts_with("\xEF\xBB\xBF")) return 0;  // a second mark would go, too
  check(themata::text::decode(text).text == text, "decoding again changes nothing");
  return 0;
}
