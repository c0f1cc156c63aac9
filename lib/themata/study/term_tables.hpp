#pragma once

#include <string>
#include <vector>

#include "themata/analysis/family_counts.hpp"
#include "themata/analysis/speech_size.hpp"
#include "themata/model/term_family.hpp"
#include "themata/study/filter.hpp"
#include "themata/study/project.hpp"

namespace themata::study {

using analysis::FamilyCount;
using analysis::FormCount;
using analysis::SpeechSize;

/// A term table with all that its footnote says.
struct CountedTerms {
  std::string source;  ///< which terms: a file's name without its folders, or a list of the study
  std::vector<model::TermFamily> families;
  std::vector<FamilyCount> rows;  ///< one for each family
  std::vector<std::string> not_approved;  ///< families with forms that nobody has approved yet
  SpeechSize counted_in;
};

/// `freq --terms`: of a term list file; or, where there is no such file, of the families of the
/// study's term list of that name, of the one family of that label, or (`all`) of every family.
/// What was decided of the hits of the study's families is heeded. Throws `NotFound`, naming the
/// lists that there are, if it is none of these.
CountedTerms count_terms(Project& project, const Filter& filter, const std::string& terms);

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
