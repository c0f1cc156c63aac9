#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace themata::text {

/// Finds for a word of a text the one of a few wanted words that it may be a misspelling of: within
/// one edit (see `edit_distance`) of a word of four letters or more, two of one of eight or more.
/// Looks at each distinct word once, and closely only at wanted words of about the same letters; in
/// a text where that is needed too often to be quick, at last no more.
class NearWords {
 public:
  /// The next wanted word, folded. They are numbered from 0.
  void add(std::string_view word);

  /// The number of the nearest wanted word, the first of those as near; nothing if none is near.
  std::optional<std::size_t> find(const std::string& folded);

 private:
  struct Wanted {
    std::string word;
    std::size_t length;     ///< in code points
    std::uint64_t letters;  ///< see `letters_of`
    std::size_t number;
  };

  std::optional<std::size_t> look_for(const std::string& folded);

  std::vector<Wanted> wanted_;  ///< those long enough
  std::size_t count_ = 0;
  std::size_t close_looks_ = 0;
  std::unordered_map<std::string, std::optional<std::size_t>> known_;
};

}  // namespace themata::text
