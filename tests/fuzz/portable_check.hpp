#pragma once

#include <cstddef>

#include "fuzz/check.hpp"
#include "themata/model/portable_study.hpp"
#include "themata/text/decode.hpp"
#include "themata/text/graphemes.hpp"

namespace themata::fuzz {

/// What must hold for the codebook of any file.
inline void check_codebook(const model::PortableCodebook& codebook) {
  for (std::size_t i = 0; i < codebook.themes.size(); ++i) {
    const model::PortableTheme& theme = codebook.themes[i];
    check(!theme.parent || *theme.parent < i, "a theme stands behind the one it is below");
    check(!theme.label.name.empty(), "a theme has a name");
    for (const std::size_t code : theme.codes) {
      check(code < codebook.codes.size(), "a theme has codes that are there");
    }
  }
  for (const model::PortableLabel& code : codebook.codes) {
    check(!code.name.empty(), "a code has a name");
  }
}

/// What must hold for any source of any file.
inline void check_source(const model::PortableStudy& study, const model::PortableSource& source) {
  check(text::is_valid_utf8(source.text), "a text is UTF-8");
  check(source.text.find('\r') == std::string::npos, "line ends are LF");
  for (const model::PortableCoding& coding : source.codings) {
    check(coding.code < study.codebook.codes.size(), "a coding has a code that is there");
    check(!coding.coder || *coding.coder < study.coders.size(), "and a coder");
    check(!coding.range.empty() && coding.range.end.value <= source.text.size(),
          "a coding is on words of the text");
    check(text::is_grapheme_boundary(source.text, coding.range.begin) &&
              text::is_grapheme_boundary(source.text, coding.range.end),
          "a coding is on whole characters");
  }
  for (const std::size_t participant : source.participants) {
    check(participant < study.participants.size(), "a source is of participants who are there");
  }
}

}  // namespace themata::fuzz
