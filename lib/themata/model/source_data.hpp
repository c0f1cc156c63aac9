#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "themata/model/coding.hpp"
#include "themata/model/source.hpp"

namespace themata::model {

/// Everything an analysis may need to know of one source.
struct SourceData {
  Source source;
  std::string text;  ///< empty if the corpus was opened without texts
  std::vector<Speaker> speakers;
  std::vector<Turn> turns;
  std::vector<Aside> asides;    ///< their kinds as the study takes them
  std::vector<Coding> codings;  ///< in order of begin, then end, then id

  /// The speaker of a turn, or null if it is nobody's.
  [[nodiscard]] const Speaker* speaker_of(const Turn& turn) const;
  /// The participant who speaks in a turn; nobody if it is a researcher's, another's or nobody's.
  [[nodiscard]] std::optional<ParticipantId> participant_of(const Turn& turn) const;
  /// The turns that share text with `range`: [first, last) indices into `turns`. O(log n).
  [[nodiscard]] std::pair<std::size_t, std::size_t> turns_in(text::TextRange range) const;
  /// The participants who speak in `range`, each once, in order of first speaking.
  [[nodiscard]] std::vector<ParticipantId> participants_in(text::TextRange range) const;
  /// The asides that share text with `range`: [first, last) indices into `asides`. O(log n).
  [[nodiscard]] std::pair<std::size_t, std::size_t> asides_in(text::TextRange range) const;
};

}  // namespace themata::model
