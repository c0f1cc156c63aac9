#include <cstddef>
#include <cstdint>
#include <string_view>

#include "fuzz/check.hpp"
#include "themata/error.hpp"
#include "themata/ingest/transcript.hpp"
#include "themata/text/characters.hpp"
#include "themata/text/utf8.hpp"

namespace {

using namespace themata;
using fuzz::check;

bool is_boundary(std::string_view text, text::ByteOffset at) {
  if (at.value >= text.size()) return at.value == text.size();
  return !text::is_continuation(text[at.value]);
}

bool is_range(std::string_view text, text::TextRange range) {
  return range.begin <= range.end && is_boundary(text, range.begin) && is_boundary(text, range.end);
}

bool is_white_space(std::string_view text, text::ByteOffset begin, text::ByteOffset end) {
  return text::trim(text::slice(text, {begin, end})).empty();
}

void check_turns(const ingest::Transcript& transcript) {
  const std::string_view text = transcript.text;
  check(!transcript.turns.empty(), "a text has a turn");
  text::ByteOffset at = transcript.turns.front().label.begin;
  for (const model::Turn& turn : transcript.turns) {
    check(is_range(text, turn.label) && is_range(text, turn.range), "ranges lie in the text");
    check(at <= turn.label.begin && turn.label.end <= turn.range.begin, "turns are in order");
    check(is_white_space(text, at, turn.label.begin), "no character lies between turns");
    check(is_white_space(text, turn.label.end, turn.range.begin), "nor behind a label");
    check(!turn.speaker || *turn.speaker < transcript.speakers.size(), "speakers are listed");
    at = turn.range.end;
  }
  check(is_white_space(text, at, text::ByteOffset{text.size()}), "the last turn ends the text");
}

void check_asides(const ingest::Transcript& transcript) {
  std::size_t turn = 0;
  text::ByteOffset at{0};
  for (const model::Aside& aside : transcript.asides) {
    check(is_range(transcript.text, aside.range) && at <= aside.range.begin, "asides are in order");
    at = aside.range.end;
    while (turn < transcript.turns.size() &&
           transcript.turns[turn].range.end <= aside.range.begin) {
      ++turn;
    }
    check(turn < transcript.turns.size() && transcript.turns[turn].range.contains(aside.range),
          "an aside lies in one turn");
  }
}

void read(std::string_view bytes, bool markdown) {
  ingest::ReadOptions options;
  options.format = markdown ? ingest::FileFormat::markdown : ingest::FileFormat::plain_text;
  options.known_speakers = {"anna", "ben"};
  try {
    const ingest::Transcript transcript = ingest::read_transcript(bytes, options);
    check_turns(transcript);
    check_asides(transcript);
  } catch (const InputError&) {
    // no text: refused, as it should be
  }
}

}  // namespace

// Any bytes as a plain text and as a Markdown file.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  read(themata::fuzz::as_text(data, size), false);
  read(themata::fuzz::as_text(data, size), true);
  return 0;
}
