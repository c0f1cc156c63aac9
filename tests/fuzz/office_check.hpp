#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "fuzz/check.hpp"
#include "themata/error.hpp"
#include "themata/ingest/document.hpp"
#include "themata/text/characters.hpp"
#include "themata/text/decode.hpp"
#include "themata/text/utf8.hpp"

namespace themata::fuzz {

/// What must hold for the document of any file, whatever its bytes.
inline void check_document(const ingest::Document& document) {
  const std::string_view text = document.text;
  const auto is_boundary = [&](text::ByteOffset at) {
    return at.value == text.size() ||
           (at.value < text.size() && !text::is_continuation(text[at.value]));
  };
  const auto is_range = [&](text::TextRange range) {
    return range.begin <= range.end && is_boundary(range.begin) && is_boundary(range.end);
  };
  check(text::is_valid_utf8(text), "the text is UTF-8");
  check(text.empty() || text.ends_with('\n'), "it ends with a line end");
  check(text.find("\n\n\n") == text.npos, "no paragraph is empty");
  check(std::none_of(text.begin(), text.end(),
                     [](char c) { return c >= 0 && c < ' ' && c != '\t' && c != '\n'; }),
        "there are no control characters");
  text::ByteOffset at{0};
  for (const text::TextRange range : document.strong) {
    check(is_range(range) && !range.empty() && at <= range.begin, "what is strong is in order");
    at = range.end;
  }
  at = text::ByteOffset{0};
  for (const ingest::DocumentTurn& turn : document.turns) {
    check(is_range(turn.label) && is_range(turn.range), "turns lie in the text");
    check(at <= turn.label.begin && turn.label.end <= turn.range.begin, "turns are in order");
    at = turn.range.end;
  }
  at = text::ByteOffset{0};
  for (const ingest::DocumentComment& comment : document.comments) {
    check(is_range(comment.range) && at <= comment.range.begin, "comments are in order");
    const std::string_view words = text::slice(text, comment.range);
    check(!words.empty() && text::trim(words).size() == words.size(), "comments are on words");
    at = comment.range.begin;
  }
}

/// `input` divided at each `~~~`, in so many parts.
inline std::vector<std::string> parts_of(std::string_view input, std::size_t count) {
  constexpr std::string_view mark = "~~~";
  std::vector<std::string> parts(count);
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t end = i + 1 < count ? input.find(mark) : input.npos;
    parts[i] = input.substr(0, end);
    input = end == input.npos ? std::string_view{} : input.substr(end + mark.size());
  }
  return parts;
}

/// Reads by `read`, a reader of a format, and checks what comes of it.
template <class Read>
void check_reader(const Read& read, std::string_view bytes) {
  try {
    check_document(read(bytes));
  } catch (const InputError&) {
    // damaged: refused, as it should be
  }
}

}  // namespace themata::fuzz
