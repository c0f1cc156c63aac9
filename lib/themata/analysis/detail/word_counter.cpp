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

SpellingCount SpellingCounts::new_spelling(std::string_view word) {
  text::fold_into(word, folded_);
  if (stop_words_ != nullptr && stop_words_->contains(folded_)) return {.row = no_row};
  const std::string term = stemmer_ ? stemmer_->stem(folded_) : folded_;
  const std::lock_guard lock(table_.mutex);
  return {.row = static_cast<std::uint32_t>(table_.terms.id(term))};
}

SpellingCount& SpellingCounts::counts_of_long(std::string_view word) {
  const std::size_t id = long_.id(word);
  if (id == long_counts_.size()) long_counts_.push_back(new_spelling(word));
  return long_counts_[id];
}

inline SpellingCount& SpellingCounts::counts_of(std::string_view text, text::TextRange word) {
  if (word.size() > ShortWord::longest) return counts_of_long(text::slice(text, word));
  return short_.at(ShortWord(text, word), [&] { return new_spelling(text::slice(text, word)); });
}

void SpellingCounts::add(std::string_view text, std::span<const text::TextRange> words) {
  if (said_.size() < said_count_ + words.size()) said_.resize(2 * (said_count_ + words.size()));
  std::size_t said = said_count_;
  const model::ParticipantId who = who_.value_or(model::ParticipantId{});
  for (const text::TextRange word : words) {
    SpellingCount& counts = counts_of(text, word);
    ++counts.count;
    said_[said] = {counts.row, who};  // stays only if this is new: no branch to be guessed
    said += counts.speaker != speaker_ ? 1 : 0;
    counts.speaker = speaker_;
  }
  if (who_) said_count_ = said;
}

void SpellingCounts::hand_over_speakers() {
  const std::lock_guard lock(table_.mutex);
  for (const Said& said : std::span(said_).first(said_count_)) {
    if (said.row != no_row) table_.tally.add_participant(said.row, said.who);
  }
  said_count_ = 0;
}

void SpellingCounts::hand_over_counts() {
  const std::lock_guard lock(table_.mutex);
  const auto hand_over = [&](const SpellingCount& counts) {
    if (counts.row != no_row) table_.tally.add_occurrences(counts.row, counts.count);
  };
  for (const ShortSpellings::Slot& slot : short_.slots()) {
    if (!slot.word.empty()) hand_over(slot.counts);
  }
  for (const SpellingCount& counts : long_counts_) hand_over(counts);
}

SpellingCounts& WordCounter::counts_of(const model::Source& source) {
  const bool any_language = !options_.without_stop_words && !options_.by_stem;
  const std::string key = any_language ? std::string{} : source.language;
  return by_language_.try_emplace(key, key, options_, table_).first->second;
}

void WordCounter::count(const model::SourceData& source, const model::Selection& selection) {
  SpellingCounts& counts = counts_of(source.source);
  words_.start(source, selection);
  std::optional<std::size_t> turn;
  for (auto run = words_.next_run(); !run.empty(); run = words_.next_run()) {
    if (turn != words_.turn()) {
      turn = words_.turn();
      counts.set_speaker(source.participant_of(source.turns[*turn]));
    }
    counts.add(source.text, run);
    if (counts.is_full()) counts.hand_over_speakers();
  }
  counts.hand_over_speakers();
}

void WordCounter::finish() {
  for (auto& [language, counts] : by_language_) counts.hand_over_counts();
}

}  // namespace themata::analysis::detail
