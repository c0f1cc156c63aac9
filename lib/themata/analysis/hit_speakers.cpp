#include "themata/analysis/detail/hit_speakers.hpp"

namespace themata::analysis {

void add_hit_speakers(const model::SourceData& source, const TermHit& hit,
                      const model::Selection& selection, Tally& tally) {
  if (!hit.turn) return;
  const model::Turn& turn = source.turns[*hit.turn];
  if (turn.range.contains(hit.range)) {
    const auto who = source.participant_of(turn);
    if (who && selection.admits(*who)) tally.add_participant(hit.family, *who);
    return;
  }
  for (const model::ParticipantId who : source.participants_in(hit.range)) {
    if (selection.admits(who)) tally.add_participant(hit.family, who);
  }
}

}  // namespace themata::analysis
