#pragma once

#include <cstddef>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

namespace themata::bench {

/// Interviews in made-up words that are as frequent as words are (Zipf's law), some of them
/// accented or with an apostrophe. The same seed gives the same bytes everywhere.
class SyntheticTranscripts {
 public:
  explicit SyntheticTranscripts(std::uint64_t seed = 1);

  /// The words, the most frequent first.
  [[nodiscard]] const std::vector<std::string>& vocabulary() const { return vocabulary_; }

  /// An interview of `I` and `P` of at least that many bytes, with a few notes and insertions.
  std::string interview(std::size_t bytes);

  /// Writes that many interviews, as `0001.txt`, ...
  void write(const std::filesystem::path& folder, std::size_t files, std::size_t bytes_each);

 private:
  std::size_t below(std::size_t limit) { return static_cast<std::size_t>(random_() % limit); }
  std::string new_word();
  const std::string& word();
  void add_turn(std::string& text, const char* label, std::size_t words);

  std::mt19937_64 random_;
  std::vector<std::string> vocabulary_;
};

/// A term list of so many families, four patterns each: a word, a beginning, a stem, two words.
std::string synthetic_term_list(const std::vector<std::string>& vocabulary, std::size_t families);

}  // namespace themata::bench
