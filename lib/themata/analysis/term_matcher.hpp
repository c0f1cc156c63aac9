#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "themata/model/corpus.hpp"
#include "themata/model/term_family.hpp"

namespace themata::analysis {

/// One occurrence of a term family: a word, a phrase, or an excerpt.
struct TermHit {
  text::TextRange range;
  /// Index of the turn it begins in; of an excerpt, the first that shares text with it, if any
  /// does.
  std::optional<std::size_t> turn;
  std::size_t family = 0;  ///< index into the families
  bool is_excerpt = false;
};

/// Finds the occurrences of term families in one source after the other, in one walk over its words
/// for all families together. What an excluded pattern meets is taken out first, with all that
/// overlaps it; of the rest, hits of one family never overlap: they are taken from the left, the
/// longest first. Then a family's hits that are left out go. Hits of different families are
/// independent.
class TermMatcher {
 public:
  /// `code:"..."` patterns are looked up in `codebook` (throws `NotFound`).
  TermMatcher(const std::vector<model::TermFamily>& families, const model::Codebook& codebook);
  ~TermMatcher();
  TermMatcher(TermMatcher&&) noexcept;
  TermMatcher& operator=(TermMatcher&&) noexcept;

  /// The hits in `source` as far as `selection` admits them, by family, then by place. The speech
  /// scope narrows words but hides no excerpt; of a selection of participants, an excerpt counts if
  /// one of them speaks in it; where coded text is asked for, if it lies wholly inside. Throws
  /// `NotFound` if a stem is asked for in a language without a stemmer.
  std::vector<TermHit> find(const model::SourceData& source, const model::Selection& selection);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// True if the folded word has the form of `pattern`, in which `*` stands for zero or more
/// characters. O(word x pattern) at worst, no recursion.
bool matches_wildcards(std::string_view pattern, std::string_view folded_word);

}  // namespace themata::analysis
