#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string_view>

#include "themata/text/offsets.hpp"

namespace themata::text {

/// Finds the words of a text: the segments of Unicode Standard Annex #29 (ICU's root locale) that
/// contain a letter (general category L*) or a number (N*). Memory does not grow with the text,
/// unless a single line does; some megabytes at most serve to remember words that only ICU's
/// dictionaries tell. Reuse one segmenter for many texts; it is not for sharing between
/// threads.
class WordSegmenter {
 public:
  WordSegmenter();
  ~WordSegmenter();
  WordSegmenter(WordSegmenter&&) noexcept;
  WordSegmenter& operator=(WordSegmenter&&) noexcept;

  /// A segmenter that follows no rule by itself that another version of ICU might have changed. It
  /// finds the same words, at the speed of ICU. (What the constructor makes where the ICU that
  /// runs is not of the version whose rules are built in.)
  static WordSegmenter cautious();

  /// Begins at the start of `text`: valid UTF-8, which must outlive the walk.
  void start(std::string_view text) { start(text, byte_range(0, text.size())); }
  /// The same for the part `range` of `text`, as if nothing stood around it. Words are given as
  /// ranges of the whole text.
  void start(std::string_view text, TextRange range);
  /// The next word as a byte range of the text given to `start`, or nothing at its end.
  std::optional<TextRange> next() {
    if (given_ == found_) look_further();
    if (given_ == found_) return std::nullopt;
    return words_[given_++];
  }
  /// The next words, as many as are found at once; none at the text's end. The view holds until
  /// the segmenter is used again.
  std::span<const TextRange> next_run();

 private:
  struct Impl;
  explicit WordSegmenter(std::unique_ptr<Impl> impl);
  void look_further();
  void look_for(std::size_t limit);

  std::unique_ptr<Impl> impl_;
  std::array<TextRange, 256> words_;  // found ahead of `next`: a few at first, then more
  std::size_t found_ = 0;
  std::size_t given_ = 0;
};

/// How many words `text` has.
std::size_t count_words(std::string_view text, WordSegmenter& segmenter);

}  // namespace themata::text
