#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "themata/study/filter.hpp"
#include "themata/study/project.hpp"
#include "themata/text/offsets.hpp"

namespace themata::study {

/// What a rule codes of each hit: the hit itself, the sentence it stands in, or the whole turn.
enum class AutocodeUnit { match, sentence, turn };
std::optional<AutocodeUnit> parse_autocode_unit(std::string_view word);

/// A code and where it is to be applied: at what a pattern, or term families, meet.
struct AutocodeRequest {
  std::string code;
  std::optional<std::string> pattern;  ///< as in a term list
  std::optional<std::string> terms;    ///< as `terms_meant` takes it; one of the two
  AutocodeUnit unit = AutocodeUnit::match;
  Filter filter;
  bool create = false;  ///< make the code if the study has none of the name
};

/// A stretch of text that a rule means.
struct AutocodePlace {
  std::string source;
  std::string participant;  ///< who says the hit
  text::CodePointRange range;
  std::string text;
  std::string keyword;  ///< the first hit in it
  bool coded = false;   ///< the coder has the code there already
};

/// What a rule comes to.
struct Autocoding {
  std::string code;
  std::string rule;  ///< in words: "breath* by sentence"
  std::vector<AutocodePlace> places;
  std::size_t added = 0;  ///< codings made; those that were there are left alone
};

/// What `autocode` would do; nothing is changed. Throws `NotFound` for a code that is not there
/// (without `create`), `Conflict` for a retired one, `InputError` for a pattern that is none.
Autocoding preview_autocode(Project& project, const AutocodeRequest& request);

/// Applies the code at every place, marked with the rule, as one command. Throws as the preview,
/// and `NotFound` if the rule meets nothing.
Autocoding autocode(Project& project, const AutocodeRequest& request);

}  // namespace themata::study
