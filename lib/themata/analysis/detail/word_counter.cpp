#include "themata/analysis/detail/word_counter.hpp"

#include "themata/text/fold.hpp"
#include "themata/text/stop_words.hpp"

namespace themata::analysis::detail {

SpellingCounts::SpellingCounts(const std::string& language, const WordTableOptions& options,
                               SharedTable& table)
    : table_(table) {
  if (options.without_stop_words) stop_words_ = &text::stop_words(language);
  if (options.by_stem) stemmer_.emplace(language);
}

void SpellingCounts::set_speaker(std::optional<model::ParticipantId> who) {
  if (speaker_ != 0 && who == who_) return;
  who_ = who;
  ++speaker_;  // by turns: one who comes back is somebody new, which only repeats what is known
}

void SpellingCounts::add_spelling(std::string_view word) {
  cells_.emplace_back();
  text::fold_into(word, folded_);
  if (stop_words_ != nullptr && stop_words_->contains(folded_)) return;
  const std::string term = stemmer_ ? stemmer_->stem(folded_) : folded_;
  const std::lock_guard lock(table_.mutex);
  cells_.back().row = static_cast<std::uint32_t>(table_.terms.id(term));
}

void SpellingCounts::hand_over() {
  {
    const std::lock_guard lock(table_.mutex);
    for (const std::uint32_t spelling : counted_) {
      Cell& cell = cells_[spelling];
      if (cell.row != no_row) table_.tally.add_occurrences(cell.row, cell.count);
    }
    for (const Said& said : said_) {
      const std::uint32_t row = cells_[said.spelling].row;
      if (row != no_row) table_.tally.add_participant(row, said.who);
    }
  }
  for (const std::uint32_t spelling : counted_) {
    cells_[spelling].count = 0;
    cells_[spelling].speaker = 0;
  }
  counted_.clear();
  said_.clear();
  speaker_ = 0;
}

SpellingCounts& WordCounter::counts_of(const model::Source& source) {
  const bool any_language = !options_.without_stop_words && !options_.by_stem;
  const std::string key = any_language ? std::string{} : source.language;
  return by_language_.try_emplace(key, key, options_, table_).first->second;
}

void WordCounter::count(const model::SourceData& source, const model::Selection& selection) {
  SpellingCounts& counts = counts_of(source.source);
  SpokenWords words(segmenter_);
  words.start(source, selection);
  std::optional<std::size_t> turn;
  while (const auto word = words.next()) {
    if (turn != word->turn) {
      turn = word->turn;
      if (counts.is_full()) counts.hand_over();
      counts.set_speaker(source.participant_of(source.turns[*turn]));
    }
    counts.add(source.text, word->range);
  }
  counts.hand_over();
}

}  // namespace themata::analysis::detail
