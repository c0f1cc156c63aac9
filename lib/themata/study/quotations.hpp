#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "themata/report/quotations.hpp"
#include "themata/study/filter.hpp"
#include "themata/study/project.hpp"

namespace themata::study {

/// The excerpts that are chosen for the report, under each theme right over their code, by themes
/// in the tree's order, then in the order of choice. `attributes` are those that stand behind a
/// participant's name. Throws `NotFound` for an attribute that is not there.
std::vector<report::Quotation> quotations(Project& project, const Filter& filter,
                                          const std::vector<std::string>& attributes);

/// For each theme with excerpts, all that lies below it counted: who speaks in it, and who is
/// quoted how often.
std::vector<report::ThemeVoices> theme_voices(Project& project, const Filter& filter);

/// Sets how a chosen excerpt is printed: its words with `[...]` for what is left out and what is
/// put in in brackets (see `analysis::words_not_said`); empty: as it is. False if it was so
/// already. Throws `NotFound` for a coding that is not there or not chosen, `InputError` for words
/// that the excerpt has not.
bool word_quotation(Project& project, std::int64_t coding, const std::string& wording);

/// Puts chosen excerpts first, in this order. Throws `NotFound` as `word_quotation` does.
void order_quotations(Project& project, const std::vector<std::int64_t>& codings);

}  // namespace themata::study
