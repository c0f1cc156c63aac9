#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "themata/report/document.hpp"
#include "themata/text/offsets.hpp"

namespace themata::report {

/// A turn with its codings, of a transcript that goes to Word.
struct CodedTurn {
  struct Coding {
    std::int64_t id = 0;  ///< the same in each turn that the coding runs through
    std::string code;
    std::string coder;
    text::TextRange here;  ///< its part of this turn's text
  };
  std::string speaker;  ///< the label; empty if there is none
  std::string text;
  std::vector<Coding> codings;
};

/// A transcript with a comment for each coding, of its coder and with its code's name, on the words
/// that are coded.
Document coded_transcript(const std::string& title, const std::vector<CodedTurn>& turns);

}  // namespace themata::report
