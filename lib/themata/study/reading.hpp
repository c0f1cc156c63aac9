#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "themata/model/source.hpp"
#include "themata/study/project.hpp"

namespace themata::study {

/// A coding as it is shown beside the turn it begins in or runs through.
struct CodingBeside {
  std::string code;
  std::string coder;
  text::CodePointRange range;  ///< of the whole segment
  std::string excerpt;         ///< the part of it in this turn
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
};

/// The turns of a source, from the first to the last of `turns` (from 1, both included) or all
/// with what stands above them. Throws `InputError` for turns there are not.
std::vector<ReadTurn> read_turns(Project& project, const model::Source& source,
                                 const std::optional<std::pair<std::size_t, std::size_t>>& turns);

}  // namespace themata::study
