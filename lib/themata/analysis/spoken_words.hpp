#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "themata/model/selection.hpp"
#include "themata/model/source_data.hpp"
#include "themata/text/words.hpp"

namespace themata::analysis {

/// A word that somebody said and that counts.
struct SpokenWord {
  text::TextRange range;
  std::size_t turn = 0;      ///< index into the source's turns
  std::size_t position = 0;  ///< among the words said in the turn, from 0; neighbours differ by one
};

/// Walks the words of one source that a selection admits: said in turns of the speech scope, by
/// the selected participants, outside of every aside that is not speech; if the selection asks for
/// coded text, wholly inside it. Every word count of Themata goes through here.
/// Words are those of the whole turn (`text::WordSegmenter`), so a bracket or a coding never makes
/// two of one. Notes do not part neighbours: in "calm (laughs) down" the positions are 0 and 1.
class SpokenWords {
 public:
  /// Whether a turn with this text is worth a walk.
  using TurnTest = std::function<bool(std::string_view)>;

  /// Begins at the source's first turn. Both must outlive the walk. Turns whose text fails
  /// `wanted` are passed over; in the others nothing changes by that.
  void start(const model::SourceData& source, const model::Selection& selection,
             TurnTest wanted = {});
  std::optional<SpokenWord> next() {
    do {
      while (const auto word = segmenter_.next()) {
        if (in_aside(*word)) continue;
        const std::size_t position = position_++;
        if (in_coded_text(*word)) return SpokenWord{*word, turn_, position};
      }
    } while (next_turn());
    return std::nullopt;
  }
  /// The next words, as many of one turn as are found at once; none at the source's end. The view
  /// holds until the walk goes on. For those who do not ask for positions: use one of the two.
  std::span<const text::TextRange> next_run();
  /// The turn of what was given last, as an index into the source's turns.
  [[nodiscard]] std::size_t turn() const { return turn_; }

 private:
  bool next_turn();
  bool in_aside(text::TextRange word) { return next_aside_ < word.end && lies_in_aside(word); }
  bool lies_in_aside(text::TextRange word);
  bool shares_coded_text(text::TextRange range);
  bool in_coded_text(text::TextRange word) {
    return !narrowed_to_coded_text_ || lies_in_coded_text(word);
  }
  bool lies_in_coded_text(text::TextRange word);

  text::WordSegmenter segmenter_;
  const model::SourceData* source_ = nullptr;
  TurnTest wanted_;
  std::vector<bool> counts_speaker_;  // for each of the source's speakers: in the selection?
  bool counts_nobody_ = false;        // what is said in turns without a speaker
  bool narrowed_to_coded_text_ = false;
  std::vector<text::TextRange> coded_;
  std::vector<text::TextRange> run_;
  std::size_t turn_ = 0;
  std::size_t next_turn_ = 0;
  std::size_t position_ = 0;
  std::size_t aside_ = 0;        // the first aside that does not end before the walk
  text::ByteOffset next_aside_;  // where that begins
  std::size_t coded_at_ = 0;     // the same for coded text
};

/// True if the words of `turn` are in the selection's speech scope and by a participant it admits.
/// A turn of nobody is in the scope `all` only; where participants are selected, nobody else's
/// turns count, whatever the scope.
bool is_counted(const model::SourceData& source, const model::Turn& turn,
                const model::Selection& selection);

}  // namespace themata::analysis
