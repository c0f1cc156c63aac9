#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "themata/study/pseudonymise.hpp"
#include "themata/text/words.hpp"

namespace themata::study::detail {

/// A line for people: the text around a place of it, on one line.
std::string line_around(std::string_view text, text::TextRange place);

/// Reads texts and remembers which of their words may be names.
class LeftoverNames {
 public:
  /// `known` words (folded) are none that anybody need look at.
  LeftoverNames(std::unordered_set<std::string> known, std::string language);

  void read(const std::string& source, std::string_view text);

  /// Those found, the most frequent first, then by word.
  [[nodiscard]] std::vector<LeftoverName> list() const;

 private:
  struct Word {
    std::size_t lower = 0;
    std::size_t in_sentence = 0;  ///< with a capital, not at a sentence's beginning
    LeftoverName name;
  };
  [[nodiscard]] bool is_ordinary(const std::string& folded) const;

  std::unordered_set<std::string> known_;
  std::string language_;
  std::unordered_map<std::string, Word> words_;  // by folded word
  text::WordSegmenter segmenter_;
};

}  // namespace themata::study::detail
