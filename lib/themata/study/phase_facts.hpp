#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "themata/study/project.hpp"

namespace themata::study {

/// What kinds of fact the record holds, each of one phase.
enum class Fact {
  source_read,               ///< 1: number: how often somebody noted it; detail: who and when
  source_not_read,           ///< 1
  source_memos,              ///< 1: number: memos on the source and its turns
  coverage,                  ///< 2: number: percent of participants' words; detail: words, codings
  uncoded_stretch,           ///< 2: subject: source; number: words; detail: turns
  code_without_description,  ///< 2
  code_used_once,            ///< 2
  code_not_used,             ///< 2
  codings_by_rule,           ///< 2: subject: code; number: codings that nobody accepted yet
  coding_flagged,            ///< 2: subject: source; number: the coding; detail: why
  code_in_no_theme,          ///< 3
  theme_without_codes,       ///< 3
  theme_of_one_participant,  ///< 3
  themes_share_excerpts,     ///< 4: subject: two themes; number: excerpts
  excerpt_under_themes,      ///< 4: subject: source; number: the coding; detail: the themes
  theme_changed,     ///< 4: since its excerpts were last read; number: commands; detail: when
  theme_never_read,  ///< 4
  theme_without_definition,  ///< 5
  theme_without_idea,        ///< 5
  renamed,               ///< 5: subject: what; number: the change in the log; detail: who and why
  chosen_excerpts,       ///< 6: subject: theme; number: excerpts chosen for the report
  theme_without_chosen,  ///< 6
  participant_quoted     ///< 6: number: excerpts chosen
};

/// "code used once", as tables print it.
std::string_view to_string(Fact fact);
int phase_of(Fact fact);
/// True for what one may want to look at, and not only for what was done.
bool is_open(Fact fact);

struct PhaseFact {
  Fact fact = Fact::source_read;
  std::string subject;
  std::optional<std::int64_t> number = std::nullopt;
  std::string detail = {};
};

/// Uncoded stretches of fewer words are not told.
inline constexpr std::size_t least_uncoded_words = 50;

/// Throws `InputError` for a number that is no phase's.
void require_phase(int phase);

/// What the record says of each phase, or of one (1 to 6), in order of phase and fact. Retired
/// codes and themes are passed over. Reads each source at most a few times. Throws `InputError` for
/// a number that is no phase's.
std::vector<PhaseFact> phase_facts(Project& project, std::optional<int> phase);

}  // namespace themata::study
