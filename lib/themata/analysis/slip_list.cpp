#include "themata/analysis/slip_list.hpp"

#include <optional>

#include "themata/analysis/speaker_names.hpp"
#include "themata/analysis/spoken_words.hpp"
#include "themata/text/offset_index.hpp"

namespace themata::analysis {

void list_slips(model::Corpus& corpus, const std::function<void(const SlipLine&)>& sink) {
  const SpeakerNames names(corpus);
  SpokenWords words;
  model::SourceData source;
  corpus.rewind();
  while (corpus.next(source)) {
    std::optional<text::OffsetIndex> offsets;  // few sources have a slip
    words.start(source, corpus.selection());
    while (const auto word = words.next()) {
      const auto slip = text::slip_at(source.text, word->range);
      if (!slip) continue;
      if (!offsets) offsets.emplace(source.text);
      const model::Turn& turn = source.turns[word->turn];
      sink({source.source.name, turn.number, names.of(source, turn),
            offsets->code_points(word->range),
            std::string(text::slice(source.text, word->range)), *slip});
    }
  }
}

}  // namespace themata::analysis
