#pragma once

#include <cstddef>
#include <deque>
#include <optional>
#include <string>
#include <string_view>

#include "themata/analysis/spoken_words.hpp"
#include "themata/analysis/string_ids.hpp"
#include "themata/analysis/word_terms.hpp"
#include "themata/model/source_data.hpp"

namespace themata::analysis {

/// Runs of `length` words that follow each other in one turn, with no aside between them that is
/// not speech. Numbers them from 0 in order of first sight.
class Ngrams {
 public:
  explicit Ngrams(std::size_t length) : length_(length) {}

  /// Begins a source, which must stay.
  void start(const model::SourceData& source);
  /// The next word, with its term in `terms`, or nothing if the word is left out: the run that it
  /// ends, if it ends one.
  std::optional<std::size_t> add(const SpokenWord& word, std::optional<std::size_t> term,
                                 const WordTerms& terms);
  /// The terms of a run with a space between. The view holds until the next new run.
  [[nodiscard]] std::string_view string(std::size_t run) const { return runs_.string(run); }
  [[nodiscard]] std::size_t size() const { return runs_.size(); }

 private:
  [[nodiscard]] bool follows(const SpokenWord& word) const;

  std::size_t length_;
  const model::SourceData* source_ = nullptr;
  std::optional<SpokenWord> before_;
  std::deque<std::size_t> latest_;  // the terms of the run so far
  std::string joined_;              // kept for its capacity
  StringIds runs_;
};

}  // namespace themata::analysis
