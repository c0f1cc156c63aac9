#include "themata/ingest/formats/captions.hpp"

#include <string>
#include <utility>

#include "themata/error.hpp"
#include "themata/ingest/detail/caption_cues.hpp"
#include "themata/ingest/detail/caption_text.hpp"
#include "themata/ingest/detail/caption_turns.hpp"
#include "themata/text/decode.hpp"
#include "themata/text/plural.hpp"

namespace themata::ingest {

namespace {

using detail::Occurrences;

/// "3 captions, the first in line 12 of the file, "
void report(const Occurrences& found, const std::string& what, Document& document) {
  if (found.count == 0) return;
  const std::string place = found.count == 1 ? "in line " : "the first in line ";
  document.notices.push_back({0, text::plural(found.count, "caption") + " (" + place +
                                     std::to_string(found.first_line) + " of the file): " + what});
}

void report_times(const detail::CaptionFile& file, Document& document) {
  report(file.unreadable, "a time could not be read, the text was kept", document);
  report(file.arrowless, "the times were read though the arrow (-->) is missing", document);
  report(file.ended_early, "the end is before the beginning, and was left out", document);
  report(file.backwards, "it begins before the one above it; its times were left out", document);
}

void report_rolled(std::size_t lines, Document& document) {
  if (lines == 0) return;
  document.notices.push_back({0, "the captions roll up: " + text::plural(lines, "line") +
                                     " that repeated the caption above came once"});
}

/// Either format under either name.
Document read_captions(std::string_view bytes) {
  text::Decoded decoded = text::decode(bytes);
  const detail::CaptionFile file = detail::read_cues(decoded.text);
  if (file.timed_cues == 0) {
    throw InputError(
        "holds no captions: no line of it has two times with an arrow between them (00:00:01.000 "
        "--> 00:00:04.000); if it is plain text, rename it to .txt");
  }
  detail::CaptionText captions = detail::plain_captions(file.cues);
  Document document;
  document.encoding = std::move(decoded.encoding);
  document.encoding_was_guessed = decoded.guessed;
  if (!file.language.empty()) document.details.push_back({"Language", std::string{file.language}});
  report_rolled(detail::drop_rolled_lines(captions), document);
  report_times(file, document);
  detail::take_caption_turns(file.cues, captions, document);
  return document;
}

}  // namespace

Document read_srt(std::string_view bytes) { return read_captions(bytes); }

Document read_vtt(std::string_view bytes) { return read_captions(bytes); }

}  // namespace themata::ingest
