#pragma once

#include <string>
#include <vector>

#include "themata/store/brackets.hpp"
#include "themata/study/project.hpp"

namespace themata::study {

using store::BracketSummary;

/// Every distinct bracketed text with its count and how it is taken, the most frequent first.
std::vector<BracketSummary> list_brackets(Project& project);

/// Takes every bracket with the text so from now on; the brackets themselves may be left out if
/// only one fits, and case is ignored. Returns those that were set. Throws `NotFound`.
std::vector<BracketSummary> set_bracket(Project& project, const std::string& text,
                                        model::AsideKind kind);

}  // namespace themata::study
