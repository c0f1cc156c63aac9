#pragma once

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "themata/text/offsets.hpp"
#include "themata/text/words.hpp"

namespace themata::text {

/// The smallest parts of a text that a name may begin or end with: its words (UAX #29), parted
/// besides at the apostrophes, full stops, colons and low lines inside them, and where letters and
/// digits meet. "Joanne's", "joanne.txt", "P3_Joanne" and "joanne2" so hold the part "joanne".
/// `text` must be valid UTF-8.
std::vector<TextRange> name_parts(std::string_view text, WordSegmenter& segmenter);

/// Finds names in texts, by whole parts: whatever their letter case, composed or not, with any kind
/// of apostrophe, and with spaces, a line's end or a dash between their words. Diacritics count.
class NameFinder {
 public:
  /// A name that is found; `name` is its index among those given to the constructor.
  struct Hit {
    TextRange range;
    std::size_t name = 0;
  };

  /// Names without a letter or digit are never found; of equal names the first is.
  explicit NameFinder(const std::vector<std::string>& names);

  /// From the left, the longest first, never overlapping. Time is linear in the text.
  std::vector<Hit> find(std::string_view text);
  /// The same where words are parted besides between a small letter and a capital one: "Joanne" of
  /// "InterviewJoanne". For file names and the like.
  std::vector<Hit> find_joined(std::string_view text);

  /// What two names are the same by.
  static std::string key(std::string_view name, WordSegmenter& segmenter);

 private:
  std::vector<Hit> find_parts(std::string_view text, bool joined);
  /// How many of the parts ahead are a name, the most there can be (0: none), and which.
  [[nodiscard]] std::pair<std::size_t, std::size_t> longest_name(
      std::string_view text, const std::deque<TextRange>& ahead) const;

  std::unordered_map<std::string, std::size_t> names_;  // by key
  std::unordered_set<std::string> beginnings_;          // the first part of each
  std::size_t longest_ = 0;                             // in parts
  WordSegmenter segmenter_;
};

/// True for a (folded) word of the language that is also a first name or a surname: "will", "rose",
/// "hope", "may". Of languages other than English, only their function words are known.
bool is_also_a_word(std::string_view folded, const std::string& language);

}  // namespace themata::text
