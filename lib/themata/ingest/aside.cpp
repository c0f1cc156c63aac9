#include "themata/ingest/aside.hpp"

#include "themata/ingest/detail/aside_scan.hpp"
#include "themata/ingest/detail/note_words.hpp"
#include "themata/ingest/detail/timestamp.hpp"
#include "themata/ingest/speaker_label.hpp"
#include "themata/text/offset_index.hpp"

namespace themata::ingest {

model::AsideKind classify_bracket(std::string_view bracket) {
  using model::AsideKind;
  if (bracket.size() < 2) return AsideKind::speech;
  const std::string_view inside = bracket.substr(1, bracket.size() - 2);
  if (bracket.front() == '(') {
    return detail::begins_with_note_word(inside) ? AsideKind::note : AsideKind::speech;
  }
  if (bracket.front() != '[' || detail::holds_time(inside)) return AsideKind::timestamp;
  return colon_label(inside, text::byte_range(0, inside.size())) ? AsideKind::voice
                                                                 : AsideKind::insertion;
}

std::vector<model::Aside> find_asides(std::string_view text, text::TextRange range,
                                      std::vector<Diagnostic>& diagnostics) {
  std::vector<model::Aside> asides;
  if (const auto unclosed = detail::scan_asides(text, range, asides)) {
    diagnostics.push_back(
        {text::line_number(text, *unclosed), detail::unclosed_bracket_message(text, *unclosed)});
  }
  return asides;
}

}  // namespace themata::ingest
