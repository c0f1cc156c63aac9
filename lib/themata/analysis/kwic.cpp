#include "themata/analysis/kwic.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

#include "themata/analysis/speaker_names.hpp"
#include "themata/analysis/term_matcher.hpp"
#include "themata/text/characters.hpp"
#include "themata/text/offset_index.hpp"
#include "themata/text/words.hpp"

namespace themata::analysis {

namespace {

using text::ByteOffset;
using text::TextRange;

/// The words said in the turn at hand. Hits come in order, so each turn that has one is
/// taken apart once.
class TurnWords {
 public:
  explicit TurnWords(const model::SourceData& source) : source_(source) {}

  void open(std::size_t turn) {
    if (turn_ == turn) return;
    turn_ = turn;
    words_.clear();
    const TextRange range = source_.turns[turn].range;
    aside_ = source_.asides_in(range).first;
    segmenter_.start(text::slice(source_.text, range));
    while (const auto word = segmenter_.next()) {
      const TextRange place{word->begin + range.begin.value, word->end + range.begin.value};
      if (!is_unspoken(place)) words_.push_back(place);
    }
  }

  /// Where the `count`th word before `at` begins; the turn's beginning if there are fewer.
  [[nodiscard]] ByteOffset back(ByteOffset at, std::size_t count) const {
    const auto after = std::partition_point(words_.begin(), words_.end(),
                                            [&](const TextRange& word) { return word.end <= at; });
    const auto there_are = static_cast<std::size_t>(after - words_.begin());
    if (there_are < count) return std::min(at, source_.turns[*turn_].range.begin);
    return count == 0 ? at : words_[there_are - count].begin;
  }

  /// Where the `count`th word after `at` ends; the turn's end if there are fewer.
  [[nodiscard]] ByteOffset forth(ByteOffset at, std::size_t count) const {
    const auto first = std::partition_point(words_.begin(), words_.end(),
                                            [&](const TextRange& word) { return word.begin < at; });
    const auto there_are = static_cast<std::size_t>(words_.end() - first);
    if (there_are < count) return std::max(at, source_.turns[*turn_].range.end);
    return count == 0 ? at : first[static_cast<std::ptrdiff_t>(count) - 1].end;
  }

 private:
  /// Of the words of a turn in their order.
  [[nodiscard]] bool is_unspoken(TextRange word) {
    const auto& asides = source_.asides;
    while (aside_ < asides.size() && asides[aside_].range.end <= word.begin) ++aside_;
    return aside_ < asides.size() && asides[aside_].range.begin < word.end &&
           asides[aside_].kind != model::AsideKind::speech;
  }

  const model::SourceData& source_;
  text::WordSegmenter segmenter_;
  std::optional<std::size_t> turn_;
  std::vector<TextRange> words_;
  std::size_t aside_ = 0;  // the first that does not end before the word at hand
};

/// Without white space at the left, or at the right.
std::string trimmed_left(std::string_view text) {
  const std::string_view kept = text::trim(text);
  return kept.empty() ? std::string{} : std::string(kept.data(), text.data() + text.size());
}

std::string trimmed_right(std::string_view text) {
  const std::string_view kept = text::trim(text);
  return kept.empty() ? std::string{} : std::string(text.data(), kept.data() + kept.size());
}

void render(const model::SourceData& source, const std::vector<TermHit>& hits, std::size_t window,
            const SpeakerNames& names, const std::function<void(const KwicLine&)>& sink) {
  const text::OffsetIndex offsets(source.text);
  TurnWords words(source);
  for (const TermHit& hit : hits) {
    KwicLine line;
    line.source = source.source.name;
    line.range = offsets.code_points(hit.range);
    line.keyword = text::slice(source.text, hit.range);
    if (hit.turn) {
      words.open(*hit.turn);
      line.started = source.turns[*hit.turn].started;
      line.participant = names.of(source, source.turns[*hit.turn]);
      const TextRange before{words.back(hit.range.begin, window), hit.range.begin};
      const TextRange after{hit.range.end, words.forth(hit.range.end, window)};
      line.before = trimmed_left(text::slice(source.text, before));
      line.after = trimmed_right(text::slice(source.text, after));
    }
    sink(line);
  }
}

}  // namespace

void kwic(model::Corpus& corpus, const model::TermFamily& family, std::size_t window,
          const std::function<void(const KwicLine&)>& sink) {
  TermMatcher matcher({family}, corpus.codebook());
  const SpeakerNames names(corpus);
  model::SourceData source;
  corpus.rewind();
  while (corpus.next(source)) {
    const auto hits = matcher.find(source, corpus.selection());
    if (!hits.empty()) render(source, hits, window, names, sink);
  }
}

}  // namespace themata::analysis
