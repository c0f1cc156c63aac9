#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "themata/model/corpus.hpp"
#include "themata/text/offsets.hpp"

namespace themata::analysis {

/// One coding with all that a reader of it needs.
struct Excerpt {
  model::CodingId id;
  model::CodeId code_id;
  std::string source;
  std::vector<std::string> participants;  ///< those speaking in the segment, in order
  std::string occasion;
  text::CodePointRange range;
  std::string code;
  std::string themes;  ///< paths "A / B", joined by "; "
  std::string coder;
  std::string text;
  /// When the turn began in which it begins, if the transcript tells.
  std::optional<std::chrono::milliseconds> started = std::nullopt;
  std::string rule = {};               ///< of `autocode`, by which it was coded; empty: by a person
  text::Utf16Offset utf16_begin = {};  ///< where it begins, for a page in a browser
  std::size_t turn = 0;                ///< the number of the turn in which it begins; 0: in none
  /// What a researcher said last before that turn, without times; empty: nobody did, or the
  /// excerpt begins with a researcher.
  std::string question = {};
};

/// The codings that the corpus' selection admits, by source in the study's order, then by place,
/// handed to `sink` one at a time.
void list_excerpts(model::Corpus& corpus, const std::function<void(const Excerpt&)>& sink);

}  // namespace themata::analysis
