#include "themata/analysis/term_table.hpp"

#include "themata/analysis/tally.hpp"
#include "themata/analysis/term_matcher.hpp"

namespace themata::analysis {

namespace {

/// Adds those who speak in `hit`, as far as the selection admits them.
void add_speakers(const model::SourceData& source, const TermHit& hit,
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

}  // namespace

std::vector<TermCount> term_table(model::Corpus& corpus,
                                  const std::vector<model::TermFamily>& families) {
  TermMatcher matcher(families, corpus.codebook());
  Tally tally(families.size());
  model::SourceData source;
  corpus.rewind();
  while (corpus.next(source)) {
    for (const TermHit& hit : matcher.find(source, corpus.selection())) {
      tally.add_occurrence(hit.family);
      add_speakers(source, hit, corpus.selection(), tally);
    }
  }

  std::vector<TermCount> table;
  for (std::size_t i = 0; i < families.size(); ++i) {
    table.push_back({families[i].label, tally.participants(i), tally.frequency(i)});
  }
  return table;
}

}  // namespace themata::analysis
