#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>

namespace themata::ingest::detail {

/// How a line goes on in the next one of its paragraph.
struct LineJoint {
  std::size_t cut = 0;       ///< bytes that its end loses: the hyphen
  std::string_view between;  ///< goes between the lines: a space or nothing
  bool was_divided = false;  ///< a word was put together
};

/// Decides what becomes of hyphens at the ends of lines, by the words of the same file:
///
/// - a soft hyphen goes, and the word is one;
/// - a hyphen between a letter and a small letter goes if the word without it is elsewhere in the
///   file, and stays if the word with it is. If neither is, it goes if one of its parts is no word
///   of the file (`conver-sation`). If both are, it goes in a file where more ends of lines are of
///   that kind than are ones with a hyphen that stays; else it stays, with a space behind it in a
///   file where words break off so (`I was- but`);
/// - any other hyphen within a word (`1990-95`, `Anglo-Saxon`) stays, and nothing comes behind it.
class HyphenRules {
 public:
  /// Learns the words of a line; not the part of a word that it ends with.
  void learn(std::string_view line);

  /// Once all words are learnt: takes account of a line and the next one of its paragraph.
  void weigh(std::string_view line, std::string_view next);

  [[nodiscard]] LineJoint joint(std::string_view line, std::string_view next) const;

 private:
  enum class Hyphen {
    none,
    soft,
    before_space,
    fixed,
    of_known_word,
    of_known_compound,
    of_parts,
    of_known_parts
  };

  [[nodiscard]] Hyphen kind_of(std::string_view line, std::string_view next) const;
  [[nodiscard]] bool knows(std::string_view word) const;

  std::unordered_map<std::string, std::size_t> words_;
  std::size_t divided_ = 0;     ///< ends of lines that divide a word
  std::size_t compounds_ = 0;   ///< ends of lines with a hyphen that stays
  std::size_t broken_off_ = 0;  ///< words within lines that end with a hyphen
};

/// True if a line ends with a hyphen that follows a letter or a number.
bool ends_with_hyphen(std::string_view line);

}  // namespace themata::ingest::detail
