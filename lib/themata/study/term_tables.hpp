#pragma once

#include <string>
#include <vector>

#include "themata/analysis/family_counts.hpp"
#include "themata/analysis/speech_size.hpp"
#include "themata/model/term_family.hpp"
#include "themata/study/filter.hpp"
#include "themata/study/meant_terms.hpp"
#include "themata/study/project.hpp"

namespace themata::study {

using analysis::FamilyCount;
using analysis::FormCount;
using analysis::SpeechSize;

/// A term table with all that its footnote says.
struct CountedTerms {
  MeantTerms terms;
  std::vector<FamilyCount> rows;  ///< one for each family
  SpeechSize counted_in;
};

/// `freq --terms`
CountedTerms count_terms(Project& project, const Filter& filter, MeantTerms terms);

/// How much speech a filter selects.
SpeechSize selected_speech(Project& project, const Filter& filter);

/// The footnote: what was counted, in whose speech, what was taken out, what nobody has approved,
/// and by which program ("Themata 0.1.0"). Sentences without line breaks.
std::vector<std::string> term_note(const CountedTerms& counted, const Filter& filter,
                                   const std::string& program);

/// A family of the study with its counts.
struct FamilySummary {
  model::StoredFamily family;
  FamilyCount count;
};
/// `terms list`
std::vector<FamilySummary> list_terms(Project& project, const Filter& filter);

/// A form of a family with its counts: of the others that count or of what it takes out.
struct FormSummary {
  model::TermForm form;
  std::size_t participants = 0;
  std::size_t frequency = 0;
};
/// `terms show`. A hit of two forms counts for both here.
std::vector<FormSummary> list_forms(Project& project, const Filter& filter,
                                    const std::string& label);

}  // namespace themata::study
