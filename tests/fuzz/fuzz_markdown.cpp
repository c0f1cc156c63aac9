#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "fuzz/check.hpp"
#include "themata/ingest/markdown.hpp"
#include "themata/text/decode.hpp"

// Undoing Markdown's mark-up: nothing grows, no line is lost, text stays text.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using themata::fuzz::check;
  const std::string_view markdown = themata::fuzz::as_text(data, size);
  if (!themata::text::is_valid_utf8(markdown)) return 0;
  const std::string plain = themata::ingest::plain_from_markdown(markdown);
  check(plain.size() <= markdown.size(), "taking mark-up away adds nothing");
  check(themata::text::is_valid_utf8(plain), "text stays text");
  const auto lines = [](std::string_view text) {
    return std::count(text.begin(), text.end(), '\n');
  };
  check(lines(plain) >= lines(markdown), "no line is lost");
  if (markdown.find_first_of("\\&*_") == markdown.npos) {
    check(plain == markdown, "text without mark-up is not changed");
  }
  return 0;
}
