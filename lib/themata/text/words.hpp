#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string_view>

#include "themata/text/offsets.hpp"

namespace themata::text {

/// Finds the words of a text: the segments of Unicode Standard Annex #29 (ICU's root locale) that
/// contain a letter (general category L*) or a number (N*). Memory does not grow with the text,
/// unless a single line does. Reuse one segmenter for many texts; it is not for sharing between
/// threads.
class WordSegmenter {
 public:
  WordSegmenter();
  ~WordSegmenter();
  WordSegmenter(WordSegmenter&&) noexcept;
  WordSegmenter& operator=(WordSegmenter&&) noexcept;

  /// Begins at the start of `text`: valid UTF-8, which must outlive the walk.
  void start(std::string_view text);
  /// The next word as a byte range of the text given to `start`, or nothing at its end.
  std::optional<TextRange> next();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// How many words `text` has.
std::size_t count_words(std::string_view text, WordSegmenter& segmenter);

}  // namespace themata::text
