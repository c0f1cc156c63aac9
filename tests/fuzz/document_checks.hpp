#pragma once

#include <string>
#include <string_view>

#include "fuzz/check.hpp"
#include "themata/error.hpp"
#include "themata/ingest/transcript.hpp"
#include "themata/text/decode.hpp"
#include "themata/text/utf8.hpp"

namespace themata::fuzz {

inline bool is_boundary(std::string_view text, text::ByteOffset at) {
  if (at.value >= text.size()) return at.value == text.size();
  return !text::is_continuation(text[at.value]);
}

inline void check_range(std::string_view text, text::TextRange range) {
  check(range.begin <= range.end, "ranges run forwards");
  check(is_boundary(text, range.begin) && is_boundary(text, range.end), "ranges lie in the text");
}

/// What `Document` promises of any file.
inline void check_document(const ingest::Document& document) {
  const std::string_view text = document.text;
  check(text::is_valid_utf8(text), "the text is UTF-8");
  check(text.find('\r') == text.npos && text.find('\0') == text.npos, "its line ends are LF");
  check(text.empty() || text.ends_with('\n'), "the text ends with a line end");
  text::ByteOffset at{0};
  for (const text::TextRange& strong : document.strong) {
    check_range(text, strong);
    check(at <= strong.begin, "what is strong is in order");
    at = strong.end;
  }
  at = text::ByteOffset{0};
  for (const ingest::DocumentTurn& turn : document.turns) {
    check_range(text, turn.label);
    check_range(text, turn.range);
    check(at <= turn.label.begin && turn.label.end <= turn.range.begin, "turns are in order");
    check(!turn.started || !turn.ended || *turn.started <= *turn.ended,
          "turns end after they began");
    at = turn.range.end;
  }
  for (const ingest::DocumentComment& comment : document.comments) {
    check_range(text, comment.range);
    check(!comment.range.empty(), "a comment is on something");
  }
}

/// Reads the bytes as a document and as a transcript. Refusals are answers too.
inline void check_format(std::string_view bytes, ingest::FileFormat format) {
  try {
    check_document(ingest::read_document(bytes, format));
    ingest::ReadOptions options;
    options.format = format;
    const ingest::Transcript transcript = ingest::read_transcript(bytes, options);
    check(!transcript.turns.empty(), "a text has a turn");
    for (const model::Turn& turn : transcript.turns) {
      check(!turn.speaker || *turn.speaker < transcript.speakers.size(), "speakers are listed");
    }
  } catch (const InputError& error) {
    check(error.what()[0] != '\0', "a refusal says why");
  }
}

}  // namespace themata::fuzz
