#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "themata/analysis/detail/short_spellings.hpp"
#include "themata/analysis/spoken_words.hpp"
#include "themata/analysis/string_ids.hpp"
#include "themata/analysis/tally.hpp"
#include "themata/analysis/word_table.hpp"
#include "themata/text/stem.hpp"

namespace themata::analysis::detail {

/// The table that all counters add to, under its lock.
struct SharedTable {
  std::mutex mutex;
  StringIds terms;
  Tally tally;
};

/// The words of one language: which row of the table each spelling is counted in, and what has been
/// counted. Each spelling is folded, stopped and stemmed once; after that a word costs one look-up.
class SpellingCounts {
 public:
  SpellingCounts(const std::string& language, const WordTableOptions& options, SharedTable& table);

  /// Who says the words to come.
  void set_speaker(std::optional<model::ParticipantId> who);
  /// Counts `words` of `text`.
  void add(std::string_view text, std::span<const text::TextRange> words);
  /// Tells the shared table who said what since the last time.
  void hand_over_speakers();
  /// Adds all counts to the shared table; once, at the end.
  void hand_over_counts();
  /// True if so much was said that it should be handed over, however long the text.
  [[nodiscard]] bool is_full() const { return said_count_ >= 65'536; }

 private:
  static constexpr std::uint32_t no_row = std::numeric_limits<std::uint32_t>::max();
  struct Said {
    std::uint32_t row = 0;
    model::ParticipantId who;
  };
  SpellingCount& counts_of(std::string_view text, text::TextRange word);
  SpellingCount& counts_of_long(std::string_view word);
  SpellingCount new_spelling(std::string_view word);

  SharedTable& table_;
  const std::unordered_set<std::string_view>* stop_words_ = nullptr;
  std::optional<text::Stemmer> stemmer_;
  ShortSpellings short_;
  StringIds long_;
  std::vector<SpellingCount> long_counts_;
  std::vector<Said> said_;  // with room for more than the `said_count_` that are meant
  std::size_t said_count_ = 0;
  std::optional<model::ParticipantId> who_;
  std::uint32_t speaker_ = 0;
  std::string folded_;
};

/// Counts the words of one source after another into a shared table. One for each thread.
class WordCounter {
 public:
  WordCounter(const WordTableOptions& options, SharedTable& table)
      : options_(options), table_(table) {}

  void count(const model::SourceData& source, const model::Selection& selection);
  /// Adds what was counted to the shared table. No source may come after it.
  void finish();

 private:
  SpellingCounts& counts_of(const model::Source& source);

  const WordTableOptions& options_;
  SharedTable& table_;
  SpokenWords words_;
  std::unordered_map<std::string, SpellingCounts> by_language_;
};

}  // namespace themata::analysis::detail
