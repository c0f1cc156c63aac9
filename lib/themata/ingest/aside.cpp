#include "themata/ingest/aside.hpp"

#include <algorithm>
#include <cstddef>

#include "themata/ingest/detail/aside_scan.hpp"
#include "themata/ingest/detail/note_words.hpp"
#include "themata/ingest/detail/timestamp.hpp"
#include "themata/ingest/speaker_label.hpp"

namespace themata::ingest {

model::AsideKind classify_bracket(std::string_view bracket) {
  using model::AsideKind;
  if (bracket.size() < 2) return AsideKind::speech;
  const std::string_view inside = bracket.substr(1, bracket.size() - 2);
  if (bracket.front() == '(') {
    if (detail::timestamp_end(bracket, 0) == bracket.size()) return AsideKind::timestamp;
    return detail::begins_with_note_word(inside) ? AsideKind::note : AsideKind::speech;
  }
  if (bracket.front() != '[' || detail::holds_time(inside)) return AsideKind::timestamp;
  return colon_label(inside, text::byte_range(0, inside.size())) ? AsideKind::voice
                                                                 : AsideKind::insertion;
}

std::vector<model::Aside> find_asides(std::string_view text, text::TextRange range,
                                      std::vector<Diagnostic>& diagnostics) {
  std::vector<model::Aside> asides;
  std::vector<text::ByteOffset> unclosed;
  detail::scan_asides(text, range, asides, unclosed);
  std::size_t line = 1;
  text::ByteOffset counted{0};
  for (const text::ByteOffset at : unclosed) {
    const std::string_view between = text::slice(text, {counted, at});
    line += static_cast<std::size_t>(std::count(between.begin(), between.end(), '\n'));
    counted = at;
    diagnostics.push_back({line, detail::unclosed_bracket_message(text, at)});
  }
  return asides;
}

}  // namespace themata::ingest
