#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace themata::study::detail {

/// Looks for names inside of longer words, "interviewjoanne", whatever their letter case: what is
/// looked at last, when names were replaced as whole words. Names of fewer than four characters are
/// inside of too many words, and are not looked for.
class NamesInWords {
 public:
  explicit NamesInWords(const std::vector<std::string>& names);

  /// Linear in the text.
  void read(const std::string& place, std::string_view text);

  /// A sentence for each name that was found: where, how often, and in which word first.
  [[nodiscard]] std::vector<std::string> sentences() const;

 private:
  struct Place {
    std::string name;
    std::size_t count = 0;
    std::string word;  ///< the first
  };
  struct Name {
    std::string name;
    std::string folded;
    std::vector<Place> places;
  };
  void look_at(const std::string& place, std::string_view folded, std::size_t at);

  std::vector<Name> names_;
  std::unordered_map<std::string_view, std::vector<std::size_t>> by_beginning_;  // four bytes
};

}  // namespace themata::study::detail
