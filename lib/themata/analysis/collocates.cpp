#include "themata/analysis/collocates.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <deque>
#include <optional>

#include "themata/analysis/spoken_words.hpp"
#include "themata/analysis/tally.hpp"
#include "themata/analysis/term_matcher.hpp"
#include "themata/error.hpp"

namespace themata::analysis {

namespace {

/// A word that was said, and its term unless it is left out.
struct Said {
  SpokenWord word;
  std::optional<std::size_t> term;
};

class Neighbourhood {
 public:
  explicit Neighbourhood(const CollocateOptions& options)
      : window_(options.window), terms_(options.words) {}

  /// `hits` are those of the node in the source, in order.
  void add(const model::SourceData& source, const model::Selection& selection,
           const std::vector<TermHit>& hits) {
    source_ = &source;
    terms_.set_language(source.source.language);
    before_.clear();
    behind_.clear();
    occurrences_ += hits.size();
    auto hit = hits.begin();
    words_.start(source, selection);
    while (const auto word = words_.next()) {
      const Said said = count(*word);
      forget_what_is_out_of(*word);
      for (std::size_t i = 0; i < behind_.size(); ++i) meet(said);
      if (hit != hits.end() && hit->range.contains(word->range)) {
        if (hit->range.begin == word->range.begin) {
          for (const Said& near : before_) meet(near);
        }
        if (hit->range.end == word->range.end) {
          behind_.push_back(*word);
          ++hit;
        }
      }
      before_.push_back(said);
    }
  }

  std::vector<Collocate> table() const {
    std::vector<Collocate> rows;
    for (std::size_t term = 0; term < together_.rows(); ++term) {
      if (together_.frequency(term) > 0) rows.push_back(row(term));
    }
    std::sort(rows.begin(), rows.end(), comes_first);
    return rows;
  }

 private:
  Said count(const SpokenWord& word) {
    ++in_all_;
    const auto term = terms_.term_of(text::slice(source_->text, word.range));
    if (term && *term >= frequencies_.size()) frequencies_.resize(*term + 1);
    if (term) ++frequencies_[*term];
    return {word, term};
  }

  [[nodiscard]] bool is_near(const SpokenWord& earlier, const SpokenWord& word) const {
    return earlier.turn == word.turn && word.position - earlier.position <= window_;
  }

  void forget_what_is_out_of(const SpokenWord& word) {
    while (!before_.empty() && !is_near(before_.front().word, word)) before_.pop_front();
    while (!behind_.empty() && !is_near(behind_.front(), word)) behind_.pop_front();
  }

  void meet(const Said& said) {
    if (!said.term) return;
    together_.add_occurrence(*said.term);
    const model::Turn& turn = source_->turns[said.word.turn];
    if (const auto who = source_->participant_of(turn)) {
      together_.add_participant(*said.term, *who);
    }
  }

  [[nodiscard]] Collocate row(std::size_t term) const {
    Collocate row;
    row.term = terms_.term(term);
    row.participants = together_.participants(term);
    row.meeting = {together_.frequency(term), occurrences_, frequencies_[term], in_all_,
                   2 * window_};
    return row;
  }

  /// To a millionth: equal is what only differs by the order of operations.
  static std::int64_t rounded(const Collocate& row) {
    return std::llround(log_dice(row.meeting).value_or(0) * 1e6);
  }

  static bool comes_first(const Collocate& a, const Collocate& b) {
    if (rounded(a) != rounded(b)) return rounded(a) > rounded(b);
    if (a.meeting.together != b.meeting.together) return a.meeting.together > b.meeting.together;
    return a.term < b.term;
  }

  std::size_t window_;
  WordTerms terms_;
  SpokenWords words_;
  const model::SourceData* source_ = nullptr;
  std::deque<Said> before_;               // the words in whose window the word at hand is
  std::deque<SpokenWord> behind_;         // the last words of the hits in whose window it is
  std::vector<std::size_t> frequencies_;  // of each term, anywhere
  std::size_t occurrences_ = 0;           // of the node
  std::size_t in_all_ = 0;                // words
  Tally together_;                        // of each term, near the node
};

}  // namespace

std::vector<Collocate> collocates(model::Corpus& corpus, const model::TermFamily& node,
                                  const CollocateOptions& options) {
  for (const model::TermPattern& pattern : node.patterns) {
    if (pattern.kind == model::TermPattern::Kind::code) {
      throw InputError(
          "collocates are words near a word or phrase; a code's excerpts have no window around "
          "them");
    }
  }
  TermMatcher matcher({node}, corpus.codebook());
  Neighbourhood near(options);
  model::SourceData source;
  corpus.rewind();
  while (corpus.next(source)) {
    near.add(source, corpus.selection(), matcher.find(source, corpus.selection()));
  }
  return near.table();
}

}  // namespace themata::analysis
