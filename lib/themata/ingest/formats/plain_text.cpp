#include "themata/ingest/formats/plain_text.hpp"

#include <utility>

#include "themata/ingest/detail/plain_markdown.hpp"
#include "themata/text/decode.hpp"

namespace themata::ingest {

Document read_plain_text(std::string_view bytes) {
  text::Decoded decoded = text::decode(bytes);
  Document document;
  document.text = std::move(decoded.text);
  document.encoding = std::move(decoded.encoding);
  document.encoding_was_guessed = decoded.guessed;
  return document;
}

Document read_markdown(std::string_view bytes) {
  Document document = read_plain_text(bytes);
  detail::PlainMarkdown plain = detail::plain_markdown(document.text);
  document.text = std::move(plain.text);
  document.emphasised_colons = std::move(plain.emphasised_colons);
  return document;
}

}  // namespace themata::ingest
