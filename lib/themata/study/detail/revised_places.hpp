#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "themata/model/source_data.hpp"
#include "themata/store/coding_flags.hpp"
#include "themata/store/revise_source.hpp"
#include "themata/study/import.hpp"
#include "themata/text/alignment.hpp"

namespace themata::study::detail {

/// Finds for each coding of a source the place in its corrected text, on grapheme boundaries, and
/// says why to look at it again.
class RevisedPlaces {
 public:
  /// `before` is the source with the text before it, and `after` the corrected one, both of which
  /// must outlive it; `turns` and `speakers` are those of the corrected one, `flags` the study's.
  RevisedPlaces(const model::SourceData& before, const std::string& after,
                const std::vector<model::Turn>& turns, const std::vector<FoundSpeaker>& speakers,
                const std::vector<store::CodingFlag>& flags);

  /// Without a flag if the coding is on the very same words, or on those again that its coder
  /// chose. Else the flag has the words that its
  /// coder chose: those of a flag that nobody has settled, if there is one, or else its present
  /// ones. A coding that has no place any more goes to the nearest line that its speaker says, or,
  /// if that one speaks no more, somebody.
  [[nodiscard]] store::MovedCoding place(const model::Coding& coding) const;

  /// True if the coding has a flag, and `range` has the words again that its coder chose.
  [[nodiscard]] bool is_chosen(model::CodingId coding, text::TextRange range) const;

  [[nodiscard]] text::Placement place(text::TextRange range) const {
    return alignment_.place(range);
  }

 private:
  using Ranges = std::vector<text::TextRange>;  // of turns with words, in order
  /// The turns of who spoke in the range; null if nobody did, or does so no more.
  [[nodiscard]] const Ranges* turns_of_speaker(text::TextRange before) const;
  [[nodiscard]] text::TextRange nearest_line(const Ranges& turns, text::ByteOffset at) const;
  [[nodiscard]] text::TextRange nearest_turn(const Ranges& turns, text::ByteOffset at) const;

  const model::SourceData& before_;
  const std::string& after_;
  Ranges turns_;
  std::unordered_map<std::string, Ranges> turns_by_speaker_;  // by the label's key
  std::unordered_map<model::CodingId, std::string> chosen_;   // the words of flagged codings
  text::Alignment alignment_;
};

}  // namespace themata::study::detail
