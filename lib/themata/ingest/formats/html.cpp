#include "themata/ingest/formats/html.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "themata/error.hpp"
#include "themata/ingest/detail/characters.hpp"
#include "themata/ingest/detail/html_reader.hpp"
#include "themata/text/characters.hpp"
#include "themata/text/decode.hpp"
#include "themata/text/legacy_encoding.hpp"

namespace themata::ingest {

namespace {

constexpr std::size_t farthest_declaration = 4096;

/// What follows the first `charset=` or `encoding=` of the page's beginning, in small letters.
std::string declared_encoding(std::string_view bytes) {
  std::string head{bytes.substr(0, farthest_declaration)};
  std::transform(head.begin(), head.end(), head.begin(), detail::to_ascii_lower);
  const auto value_behind = [&](std::string_view key) -> std::string {
    std::size_t at = head.find(key);
    if (at == head.npos) return {};
    at = head.find_first_not_of(" \t\n\r=\"'", at + key.size());
    if (at == head.npos) return {};
    return head.substr(at, head.find_first_of(" \t\n\r\"'/>;?", at) - at);
  };
  std::string encoding = value_behind("charset");
  if (encoding.empty() && head.starts_with("<?xml")) encoding = value_behind("encoding");
  // Browsers read these as Windows' superset of them.
  const bool is_latin = encoding == "iso-8859-1" || encoding == "latin1" || encoding == "us-ascii";
  return is_latin ? "windows-1252" : encoding;
}

bool has_mark(std::string_view bytes) {
  return bytes.starts_with("\xEF\xBB\xBF") || bytes.starts_with("\xFF\xFE") ||
         bytes.starts_with("\xFE\xFF");
}

/// What the page says of its encoding counts, unless its bytes are UTF-8 after all.
text::Decoded decoded_page(std::string_view bytes) {
  if (!has_mark(bytes) && !text::is_valid_utf8(bytes)) {
    const std::string encoding = declared_encoding(bytes);
    if (!encoding.empty() && !encoding.starts_with("utf")) {
      if (auto page = text::from_encoding(bytes, encoding)) {
        return {std::move(*page), encoding, false};
      }
    }
  }
  return text::decode(bytes);
}

}  // namespace

Document read_html(std::string_view bytes) {
  const text::Decoded page = decoded_page(bytes);
  Document document = detail::HtmlReader(page.text).read();
  document.encoding = page.encoding;
  document.encoding_was_guessed = page.guessed;
  return document;
}

}  // namespace themata::ingest
