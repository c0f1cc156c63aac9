#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "themata/model/codebook.hpp"
#include "themata/study/project.hpp"

namespace themata::study {

/// What is said of a code or a theme; what is not given stays as it is.
struct ScopeNotes {
  std::optional<std::string> description;  ///< of a theme its definition
  std::optional<std::string> idea;         ///< a theme's central organising idea
  std::optional<std::string> includes;
  std::optional<std::string> excludes;
  std::optional<std::string> example;
  /// As `exchange::read_color` takes it; empty: none.
  std::optional<std::string> color = std::nullopt;
};

/// Says what a code, or a theme, means. Returns its name. Throws `NotFound`, and `InputError` if
/// nothing is given, or what is no colour.
std::string describe_code(Project& project, const std::string& name, const ScopeNotes& notes);
std::string define_theme(Project& project, const std::string& name, const ScopeNotes& notes);

struct MergedCodes {
  std::vector<std::string> merged;
  std::string into;
  std::size_t codings = 0;  ///< that got the other code
  std::size_t joined = 0;   ///< of these, those that their coder had with it already
};

/// Makes one code of several: `into` gets the codings, the memos and what term families count of
/// the others, and these are removed; what was said of them is kept as a memo on it. With
/// `with_themes` it is put under their themes as well. Throws `NotFound`, `Conflict` if a code is
/// to go into itself.
MergedCodes merge_codes(Project& project, const std::vector<std::string>& names,
                        const std::string& into, bool with_themes);

struct SplitCode {
  std::string code;
  std::string into;
  std::size_t codings = 0;  ///< that moved
  std::size_t left = 0;
};

/// Gives some codings of a code, by their ids, a new code, under the same themes. Throws `NotFound`
/// for ids that are none of the code's, `Conflict` if the new name is taken.
SplitCode split_code(Project& project, const std::string& name, const std::string& into,
                     const std::vector<std::int64_t>& ids);

/// A retired code keeps its codings and is not applied any more; `back` takes it into use again. A
/// retired theme is out of use likewise. Returns the name.
std::string retire_code(Project& project, const std::string& name, bool back);
std::string retire_theme(Project& project, const std::string& name, bool back);

/// Throws `Conflict` if the code is retired.
void refuse_retired(const model::Code& code);

struct MergedThemes {
  std::vector<std::string> merged;
  std::string into;
  std::size_t codes = 0;      ///< that came under it
  std::size_t subthemes = 0;  ///< that came under it
};

/// Makes one theme of several: `into` gets the codes, subthemes and memos of the others, and these
/// are removed; their definitions are kept as memos on it. Throws `Conflict` if a theme is to go
/// into itself or below itself, or if two subthemes would have one name.
MergedThemes merge_themes(Project& project, const std::vector<std::string>& names,
                          const std::string& into);

/// Moves codes of a theme into a new theme beside it. Throws `NotFound` for codes that are not
/// under it, `Conflict` if the name is taken there. Returns how many codes moved.
std::size_t split_theme(Project& project, const std::string& name, const std::string& into,
                        const std::vector<std::string>& codes);

}  // namespace themata::study
