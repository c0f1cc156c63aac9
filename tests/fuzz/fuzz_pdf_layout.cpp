#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "fuzz/check.hpp"
#include "themata/error.hpp"
#include "themata/ingest/detail/pdf_layout.hpp"
#include "themata/text/decode.hpp"

namespace {

using themata::fuzz::check;
using themata::ingest::Document;

void check_document(const Document& document) {
  const std::string_view text = document.text;
  check(themata::text::is_valid_utf8(text), "the text of a PDF file is UTF-8");
  check(text.empty() || text.ends_with('\n'), "it ends with a line end");
  check(text.find("\n\n\n") == text.npos, "paragraphs are parted by one blank line");
  std::size_t at = 0;
  for (const auto& turn : document.turns) {
    check(at <= turn.label.begin.value && turn.label.end <= turn.range.begin,
          "turns are in order, labels before what is said");
    check(turn.range.begin <= turn.range.end && turn.range.end.value <= text.size(),
          "turns are in the text");
    at = turn.range.end.value;
  }
}

}  // namespace

// The layout of a PDF file, as pdftotext describes it or does not: text, or an error. The bytes are
// read as they are, and as the words of a page: four bytes say where a word is, up to ten what.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = themata::fuzz::as_text(data, size);
  try {
    check_document(themata::ingest::detail::document_of_pdf_layout(bytes));
  } catch (const themata::InputError&) {
    // is no description of pages
  }
  constexpr std::size_t longest_word = 10;
  std::string page = "<page width=\"600\" height=\"800\"><flow><block><line>";
  const std::string next_page = "</line></block></flow></page>" + page;
  for (std::size_t i = 0; i + 5 < size;) {
    const int left = data[i] * 2;
    const int top = data[i + 1] * 3;
    const int width = data[i + 2] / 4;
    const int height = data[i + 3] % 16;
    const std::size_t length = data[i + 3] / 16 % longest_word + 1;
    page += "<word xMin=\"" + std::to_string(left) + "\" yMin=\"" + std::to_string(top) +
            "\" xMax=\"" + std::to_string(left + width) + "\" yMax=\"" +
            std::to_string(top + height) + "\">";
    for (const char c : bytes.substr(i + 4, length)) {
      if (c != '<' && c != '&' && c != '\0') page += c;
    }
    page += "</word>";
    if (data[i] == 0xFF) page += next_page;
    i += 4 + length;
  }
  page += "</line></block></flow></page>";
  check_document(themata::ingest::detail::document_of_pdf_layout(page));
  return 0;
}
