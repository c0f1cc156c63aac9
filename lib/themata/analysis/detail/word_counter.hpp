#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

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
/// counted since the last `hand_over`. Each spelling is folded, stopped and stemmed once; after
/// that a word costs one look-up.
class SpellingCounts {
 public:
  SpellingCounts(const std::string& language, const WordTableOptions& options, SharedTable& table);

  /// Who says the words to come.
  void set_speaker(std::optional<model::ParticipantId> who);
  void add(std::string_view text, text::TextRange word) {
    const std::size_t spelling = spellings_.id(text, word.begin.value, word.size());
    if (spelling == cells_.size()) add_spelling(text::slice(text, word));
    Cell& cell = cells_[spelling];
    if (cell.count++ == 0) counted_.push_back(static_cast<std::uint32_t>(spelling));
    if (cell.speaker == speaker_) return;
    cell.speaker = speaker_;
    if (who_) said_.push_back({static_cast<std::uint32_t>(spelling), *who_});
  }
  /// Adds what was counted to the shared table.
  void hand_over();
  /// True if so much has been counted that it should be handed over, however long the text.
  [[nodiscard]] bool is_full() const { return said_.size() >= 65'536; }

 private:
  static constexpr std::uint32_t no_row = std::numeric_limits<std::uint32_t>::max();
  struct Cell {
    std::uint32_t count = 0;
    std::uint32_t speaker = 0;  // who said it last, in the numbering of `set_speaker`
    std::uint32_t row = no_row;
  };
  struct Said {
    std::uint32_t spelling = 0;
    model::ParticipantId who;
  };
  void add_spelling(std::string_view word);

  SharedTable& table_;
  const std::unordered_set<std::string_view>* stop_words_ = nullptr;
  std::optional<text::Stemmer> stemmer_;
  StringIds spellings_;
  std::vector<Cell> cells_;  // of each spelling
  std::vector<std::uint32_t> counted_;
  std::vector<Said> said_;
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

 private:
  SpellingCounts& counts_of(const model::Source& source);

  const WordTableOptions& options_;
  SharedTable& table_;
  text::WordSegmenter segmenter_;
  std::unordered_map<std::string, SpellingCounts> by_language_;
};

}  // namespace themata::analysis::detail
