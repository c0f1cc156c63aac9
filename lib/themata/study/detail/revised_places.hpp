#pragma once

#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "themata/model/source_data.hpp"
#include "themata/store/coding_flags.hpp"
#include "themata/store/revise_source.hpp"
#include "themata/store/sources.hpp"
#include "themata/text/alignment.hpp"

namespace themata::study::detail {

/// Finds for each coding of a source the place in its corrected text, on grapheme boundaries, and
/// says why to look at it again.
class RevisedPlaces {
 public:
  /// `before` is the source with the text before it, and `after` the corrected one with its text,
  /// turns and speakers; both must outlive it. `flags` are the study's.
  RevisedPlaces(const model::SourceData& before, const store::NewSource& after,
                const std::vector<store::CodingFlag>& flags);

  /// Without a flag if the coding is on the very same words, or on those again that its coder
  /// chose, and they are said by the same participants (where there are none, in the same roles).
  /// Else the flag has the words that its coder chose: those of a flag that nobody has settled, if
  /// there is one, or else its present ones. A coding that has no place any more goes to the
  /// nearest line that its speaker says, or, if that one speaks no more, somebody. One that has
  /// gone there before goes back to the words that its coder chose, where they stand again, once.
  [[nodiscard]] store::MovedCoding place(const model::Coding& coding) const;

  /// True if the coding has a flag for its words, and `range` has those again that its coder chose.
  [[nodiscard]] bool is_chosen(model::CodingId coding, text::TextRange range) const;

  [[nodiscard]] text::Placement place(text::TextRange range) const {
    return alignment_.place(range);
  }

  /// The turn that has the words of a turn before, or the nearest to where they were.
  [[nodiscard]] text::TextRange turn_of(text::TextRange turn_before) const;

  /// How many bytes of the text before are in the corrected one, in stretches of 16 and more.
  [[nodiscard]] std::size_t kept_bytes() const;

 private:
  using Ranges = std::vector<text::TextRange>;  // of turns with words, in order
  /// Who says something: the participants, or the roles where none of them is one.
  struct Voices {
    std::set<model::ParticipantId> participants;
    std::set<model::SpeakerRole> roles;
    void add(model::SpeakerRole role, std::optional<model::ParticipantId> participant);
    [[nodiscard]] bool is_same_as(const Voices& other) const;
  };
  [[nodiscard]] Voices voices_before(text::TextRange range) const;
  [[nodiscard]] Voices voices_after(text::TextRange range) const;
  [[nodiscard]] std::string reason(const model::Coding& coding, const text::Placement& place,
                                   text::TextRange now) const;
  /// The turns of who spoke in the range; null if nobody did, or does so no more.
  [[nodiscard]] const Ranges* turns_of_speaker(text::TextRange before) const;
  [[nodiscard]] text::TextRange nearest_line(const Ranges& turns, text::ByteOffset at) const;
  [[nodiscard]] text::TextRange nearest_turn(const Ranges& turns, text::ByteOffset at) const;

  void find_returned();

  const model::SourceData& before_;
  const store::NewSource& after_;
  Ranges turns_;
  std::unordered_map<std::string, Ranges> turns_by_speaker_;  // by the label's key
  std::unordered_map<model::CodingId, store::CodingFlag> flags_;
  std::unordered_map<model::CodingId, text::TextRange> returned_;  ///< words that were gone
  text::Alignment alignment_;
};

}  // namespace themata::study::detail
