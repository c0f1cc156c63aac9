#include "themata/analysis/coverage.hpp"

#include "themata/analysis/spoken_words.hpp"
#include "themata/analysis/stretches.hpp"

namespace themata::analysis {

namespace {

/// Counts the words of one source in order.
class CoverageCounter {
 public:
  CoverageCounter(const model::SourceData& source, const model::Selection& selection,
                  std::size_t least)
      : source_(source), coded_(coded_stretches(source, selection)), least_(least) {
    coverage_.source = source.source.name;
    coverage_.codings = source.codings.size();
  }

  void add(const SpokenWord& word) {
    ++coverage_.words;
    while (next_ < coded_.size() && coded_[next_].end <= word.range.begin) {
      ++next_;  // a coding, if only on silence, parts what is before it from what follows
      end_stretch();
    }
    const std::size_t turn = source_.turns[word.turn].number;
    if (next_ < coded_.size() && coded_[next_].begin < word.range.end) {
      ++coverage_.coded_words;
      end_stretch();
    } else {
      if (stretch_.words == 0) stretch_.first_turn = turn;
      stretch_.last_turn = turn;
      ++stretch_.words;
    }
  }

  SourceCoverage finish() {
    end_stretch();
    return std::move(coverage_);
  }

 private:
  void end_stretch() {
    if (stretch_.words >= least_ && stretch_.words > 0) coverage_.uncoded.push_back(stretch_);
    stretch_ = {};
  }

  const model::SourceData& source_;
  std::vector<text::TextRange> coded_;
  std::size_t next_ = 0;  // the first coded stretch that does not end before the walk
  std::size_t least_;
  UncodedStretch stretch_;
  SourceCoverage coverage_;
};

}  // namespace

void measure_coverage(model::Corpus& corpus, std::size_t least,
                      const std::function<void(const SourceCoverage&)>& sink) {
  SpokenWords words;
  model::SourceData source;
  corpus.rewind();
  while (corpus.next(source)) {
    CoverageCounter counter(source, corpus.selection(), least);
    words.start(source, corpus.selection());
    while (const auto word = words.next()) counter.add(*word);
    sink(counter.finish());
  }
}

}  // namespace themata::analysis
