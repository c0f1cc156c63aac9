#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "themata/model/term_family.hpp"
#include "themata/study/analyses.hpp"
#include "themata/study/filter.hpp"
#include "themata/study/project.hpp"

namespace themata::study {

/// A form that occurs in the study and may be a derivative of a word.
struct Suggestion {
  std::string form;  ///< folded
  /// Which found it: "stem" (Snowball), "affixes" (Hunspell), "wildcard" (the word's beginning,
  /// anywhere in the form), "near FORM" (one letter away from a form that the others found).
  std::vector<std::string> found_by;
  std::optional<model::FormState> state;  ///< in the family asked for
  std::size_t participants = 0;
  std::size_t frequency = 0;
  KwicLine example;  ///< the first place
};

/// `terms suggest`: the forms in the selected speech that may belong to `word` by any of the four
/// ways, the most frequent first. None of the ways can be trusted alone: what is counted is for the
/// researcher to say. `family` is a label, for `state`. A way that the study's language has no means
/// for is passed over with a notice. Throws `InputError` if `word` is not one word.
std::vector<Suggestion> suggest_forms(Project& project, const Filter& filter,
                                      const std::string& word,
                                      const std::optional<std::string>& family);

}  // namespace themata::study
