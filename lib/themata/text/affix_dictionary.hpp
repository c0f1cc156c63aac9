#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace themata::text {

/// The affix rules and the word list of a Hunspell dictionary: tells of which dictionary words a
/// form can be made. Not for sharing between threads. Loading one takes a tenth of a second.
class AffixDictionary {
 public:
  /// The dictionary of the language (a BCP 47 tag) that is installed on this machine: of the tag's
  /// region, else of the language's home, else any other of the language. Nothing if there is none.
  static std::optional<AffixDictionary> of_language(const std::string& language);

  /// From its two files (`*.aff`, `*.dic`). Throws `InputError` if one cannot be read.
  AffixDictionary(const std::filesystem::path& affixes, const std::filesystem::path& words);
  ~AffixDictionary();
  AffixDictionary(AffixDictionary&&) noexcept;
  AffixDictionary& operator=(AffixDictionary&&) noexcept;

  /// The dictionary words that a folded word is a form of, itself among them if it is one; empty
  /// for a form that the dictionary does not know. Sorted.
  std::vector<std::string> stems(const std::string& folded_word);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace themata::text
