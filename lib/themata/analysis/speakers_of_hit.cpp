#include "themata/analysis/speakers_of_hit.hpp"

namespace themata::analysis {

std::vector<model::ParticipantId> speakers_of(const model::SourceData& source, const TermHit& hit,
                                              const model::Selection& selection) {
  if (!hit.turn) return {};
  std::vector<model::ParticipantId> speakers;
  const model::Turn& turn = source.turns[*hit.turn];
  if (turn.range.contains(hit.range)) {
    const auto who = source.participant_of(turn);
    if (who && selection.admits(*who)) speakers.push_back(*who);
    return speakers;
  }
  for (const model::ParticipantId who : source.participants_in(hit.range)) {
    if (selection.admits(who)) speakers.push_back(who);
  }
  return speakers;
}

}  // namespace themata::analysis
