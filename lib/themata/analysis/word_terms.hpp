#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace themata::analysis {

/// Which words are terms, and what they are called.
struct WordTermOptions {
  bool without_function_words = false;  ///< those of each source's language (`text::stop_words`)
  bool without_fillers = false;         ///< those of its speech (`text::filler_words`)
  std::vector<std::string> stop_words;  ///< further words to leave out, folded
  bool by_stem = false;                 ///< words of the same stem are one term, the stem
};

/// Numbers the terms that words stand for, from 0 in order of first sight. Words are left out
/// before they are stemmed. Each spelling is folded and judged once; then a word costs a look-up.
class WordTerms {
 public:
  explicit WordTerms(const WordTermOptions& options);
  ~WordTerms();
  WordTerms(WordTerms&&) noexcept;
  WordTerms& operator=(WordTerms&&) noexcept;

  /// Chooses the language of the words to come. Throws `NotFound` if a list or a stemmer is wanted
  /// and there is none for it.
  void set_language(const std::string& language);
  /// The number of the word's term; nothing for a word left out. `set_language` must have been
  /// called.
  std::optional<std::size_t> term_of(std::string_view word);
  /// The term of that number; the view holds until the next new term.
  [[nodiscard]] std::string_view term(std::size_t number) const;
  [[nodiscard]] std::size_t size() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace themata::analysis
