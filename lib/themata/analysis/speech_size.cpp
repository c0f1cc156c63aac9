#include "themata/analysis/speech_size.hpp"

#include <unordered_set>

#include "themata/analysis/spoken_words.hpp"

namespace themata::analysis {

SpeechSize speech_size(model::Corpus& corpus) {
  SpeechSize size;
  std::unordered_set<model::ParticipantId> participants;
  SpokenWords words;
  model::SourceData source;
  corpus.rewind();
  while (corpus.next(source)) {
    const std::size_t before = size.words;
    words.start(source, corpus.selection());
    while (const auto word = words.next()) {
      ++size.words;
      if (const auto who = source.participant_of(source.turns[word->turn])) {
        participants.insert(*who);
      }
    }
    if (size.words > before) ++size.sources;
  }
  size.participants = participants.size();
  return size;
}

}  // namespace themata::analysis
