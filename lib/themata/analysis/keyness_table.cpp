#include "themata/analysis/keyness_table.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "themata/analysis/spoken_words.hpp"
#include "themata/analysis/tally.hpp"

namespace themata::analysis {

namespace {

/// The words of one part of one source, in order.
class PartWords {
 public:
  void start(const model::SourceData& source, const model::Selection& selection) {
    at_.reset();
    if (!selection.admits(source.source)) return;
    words_.start(source, selection);
    at_ = words_.next();
  }
  [[nodiscard]] const std::optional<SpokenWord>& at() const { return at_; }
  void advance() { at_ = words_.next(); }

 private:
  SpokenWords words_;
  std::optional<SpokenWord> at_;
};

class Comparison {
 public:
  Comparison(const WordTermOptions& options, bool with_the_rest)
      : terms_(options), with_the_rest_(with_the_rest) {}

  void add(const model::SourceData& source, const model::Selection& part,
           const model::Selection& other) {
    source_ = &source;
    terms_.set_language(source.source.language);
    part_.start(source, part);
    other_.start(source, other);
    while (part_.at() || other_.at()) add_next();
  }

  KeynessTable table() const {
    KeynessTable table = totals_;
    for (std::size_t term = 0; term < terms_.size(); ++term) table.rows.push_back(row(term));
    std::sort(table.rows.begin(), table.rows.end(), comes_first);
    return table;
  }

 private:
  /// The word that comes next in either walk, or in both.
  void add_next() {
    const auto& in_part = part_.at();
    const auto& in_other = other_.at();
    const bool is_in_part = in_part && (!in_other || in_part->range.begin <= in_other->range.begin);
    const bool is_in_other =
        in_other && (!in_part || in_other->range.begin <= in_part->range.begin);
    const SpokenWord word = is_in_part ? *in_part : *in_other;
    const auto term = terms_.term_of(text::slice(source_->text, word.range));
    const bool counts_in_other = is_in_other && !(with_the_rest_ && is_in_part);
    if (is_in_part) count(word, term, totals_.words, tally_);
    if (counts_in_other) count(word, term, totals_.other_words, other_tally_);
    if (is_in_part && counts_in_other) ++totals_.in_both;
    if (is_in_part) part_.advance();
    if (is_in_other) other_.advance();
  }

  void count(const SpokenWord& word, std::optional<std::size_t> term, std::size_t& words,
             Tally& tally) {
    ++words;
    if (!term) return;
    tally.add_occurrence(*term);
    if (const auto who = source_->participant_of(source_->turns[word.turn])) {
      tally.add_participant(*term, *who);
    }
  }

  [[nodiscard]] KeynessRow row(std::size_t term) const {
    KeynessRow row;
    row.term = terms_.term(term);
    row.contrast.c = totals_.words;
    row.contrast.d = totals_.other_words;
    if (term < tally_.rows()) {
      row.participants = tally_.participants(term);
      row.contrast.a = tally_.frequency(term);
    }
    if (term < other_tally_.rows()) {
      row.other_participants = other_tally_.participants(term);
      row.contrast.b = other_tally_.frequency(term);
    }
    row.g2 = log_likelihood(row.contrast);
    return row;
  }

  /// G2 to a millionth: what only differs by the order of additions is equal.
  static std::int64_t rounded(const std::optional<double>& g2) {
    return g2 ? std::llround(*g2 * 1e6) : -1;
  }

  static bool comes_first(const KeynessRow& a, const KeynessRow& b) {
    if (rounded(a.g2) != rounded(b.g2)) return rounded(a.g2) > rounded(b.g2);
    if (a.contrast.a != b.contrast.a) return a.contrast.a > b.contrast.a;
    return a.term < b.term;
  }

  WordTerms terms_;
  bool with_the_rest_;
  const model::SourceData* source_ = nullptr;
  PartWords part_;
  PartWords other_;
  KeynessTable totals_;  // without rows
  Tally tally_;
  Tally other_tally_;
};

}  // namespace

KeynessTable keyness_table(model::Corpus& corpus, const model::Selection& part,
                           const std::optional<model::Selection>& against,
                           const WordTermOptions& options) {
  model::Selection everything;
  everything.speech = part.speech;
  Comparison comparison(options, !against);
  model::SourceData source;
  corpus.rewind();
  while (corpus.next(source)) comparison.add(source, part, against ? *against : everything);
  return comparison.table();
}

}  // namespace themata::analysis
