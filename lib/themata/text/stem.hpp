#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace themata::text {

/// Snowball stemming by libstemmer. Not for sharing between threads.
class Stemmer {
 public:
  /// `language` is a BCP 47 tag ("en", "de-AT"); throws `NotFound`, naming those there are, if
  /// Snowball has no algorithm for it.
  explicit Stemmer(const std::string& language);
  ~Stemmer();
  Stemmer(Stemmer&&) noexcept;
  Stemmer& operator=(Stemmer&&) noexcept;

  /// The stem of a folded word (see `fold`). An English possessive ending is taken off.
  std::string stem(std::string_view folded_word);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace themata::text
