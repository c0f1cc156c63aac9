#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "themata/analysis/string_ids.hpp"
#include "themata/text/stem.hpp"

namespace themata::analysis {

/// Patterns for single words, and which of them a word meets. Every pattern stands for a *slot*, a
/// number that its user gives it. Each spelling is judged once per language and remembered, so that
/// a text costs one look-up per word however many patterns there are.
class WordPatterns {
 public:
  /// A form, with `*` for zero or more characters.
  void add_form(std::string_view form, std::size_t slot);
  /// Every form with the same stem as `word`, in the language of the text.
  void add_stem(std::string_view word, std::size_t slot);

  [[nodiscard]] bool empty() const {
    return exact_.empty() && wildcards_.empty() && stems_.empty();
  }

  /// Chooses the language of the words to come. Throws `NotFound` if there are stems and no
  /// stemmer for it.
  void set_language(const std::string& language);
  /// The slots that `word` meets, in descending order. The reference holds until the next call.
  /// `set_language` must have been called.
  const std::vector<std::size_t>& slots_of(std::string_view word);

 private:
  /// What is known of the spellings of one language.
  struct Known {
    StringIds spellings;
    std::vector<std::uint32_t> answers;  // of each spelling, an index into `answers_`
    std::vector<text::Stemmer> stemmer;  // one if there are stems to look for
    std::unordered_map<std::string, std::vector<std::size_t>> slots_by_stem;
  };
  Known make_known(const std::string& language) const;
  std::uint32_t judge(std::string_view word);

  std::unordered_map<std::string, std::vector<std::size_t>> exact_;
  std::vector<std::pair<std::string, std::size_t>> wildcards_;
  std::vector<std::pair<std::string, std::size_t>> stems_;
  std::unordered_map<std::string, Known> known_;
  Known* current_ = nullptr;
  std::vector<std::vector<std::size_t>> answers_{{}};  // the first: no slot, which most words meet
  std::string folded_;
};

}  // namespace themata::analysis
