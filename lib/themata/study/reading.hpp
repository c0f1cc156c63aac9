#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "themata/model/coding.hpp"
#include "themata/model/source.hpp"
#include "themata/study/project.hpp"

namespace themata::study {

/// A coding as it is shown beside the turn it begins in or runs through.
struct CodingBeside {
  model::CodingId id;
  model::CodeId code_id;
  std::string code;
  std::string coder;
  text::CodePointRange range;  ///< of the whole segment
  text::TextRange here;        ///< the part of it in this turn, from the turn's beginning
  std::string excerpt;         ///< the words of that part
  bool flagged = false;        ///< to be looked at again
};

/// A turn as `read` prints it.
struct ReadTurn {
  std::size_t number = 0;  ///< 0: text above the first turn
  std::string speaker;     ///< the label; empty if there is none
  model::SpeakerRole role = model::SpeakerRole::participant;
  text::CodePointOffset begin;
  std::string text;
  std::vector<CodingBeside> codings;
  std::optional<std::chrono::milliseconds> started = std::nullopt;
  std::vector<text::TextRange> hits = {};  ///< of the pattern, in `text`
};

/// Which turns are read; what is not set asks for all.
struct ReadRequest {
  std::optional<std::size_t> first;    ///< from 1
  std::optional<std::size_t> last;     ///< included
  std::optional<std::string> pattern;  ///< as of `kwic`: only turns, anybody's, that it is met in
};

/// The turns of a source; where all are asked for, with what stands above the first. Throws
/// `InputError` for turns there are not, and for a pattern that is none.
std::vector<ReadTurn> read_turns(Project& project, const model::Source& source,
                                 const ReadRequest& request);

}  // namespace themata::study
