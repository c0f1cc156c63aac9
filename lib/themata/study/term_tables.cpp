#include "themata/study/term_tables.hpp"

#include <unordered_set>
#include <utility>

#include "themata/exchange/term_list.hpp"
#include "themata/store/corpus.hpp"
#include "themata/store/sources.hpp"
#include "themata/store/speakers.hpp"
#include "themata/study/terms.hpp"

namespace themata::study {

namespace {

/// From the words that the study has counted at import, so without reading a text.
SpeechSize size_by_speakers(Project& project, const model::Selection& selection) {
  std::unordered_set<std::string> sources;
  std::unordered_set<model::ParticipantId> participants;
  SpeechSize size;
  std::unordered_set<std::string> admitted;
  for (const model::Source& source : store::sources(project.database())) {
    if (selection.admits(source)) admitted.insert(source.name);
  }
  for (const auto& summary : store::speaker_summaries(project.database())) {
    const auto& who = summary.speaker.participant;
    if (summary.speaker.role != model::SpeakerRole::participant || !who || summary.words == 0 ||
        !admitted.contains(summary.source) || !selection.admits(*who)) {
      continue;
    }
    size.words += summary.words;
    sources.insert(summary.source);
    participants.insert(*who);
  }
  size.sources = sources.size();
  size.participants = participants.size();
  return size;
}

}  // namespace

SpeechSize selected_speech(Project& project, const Filter& filter) {
  const model::Selection selection = select(project, filter);
  if (!selection.coded_text_only() && selection.speech == model::Speech::participants) {
    return size_by_speakers(project, selection);
  }
  const auto corpus = store::open_corpus(project.database(), selection);
  return analysis::speech_size(*corpus);
}

CountedTerms count_terms(Project& project, const Filter& filter, MeantTerms terms) {
  CountedTerms counted;
  counted.terms = std::move(terms);
  const auto corpus = store::open_corpus(project.database(), select(project, filter));
  counted.rows = analysis::count_families(*corpus, counted.terms.families);
  counted.counted_in = selected_speech(project, filter);
  return counted;
}

std::vector<FamilySummary> list_terms(Project& project, const Filter& filter) {
  const auto stored = term_families(project);
  const auto families = counted_families(project, stored);
  const auto corpus = store::open_corpus(project.database(), select(project, filter));
  auto counts = analysis::count_families(*corpus, families);
  std::vector<FamilySummary> summaries;
  for (std::size_t i = 0; i < stored.size(); ++i) {
    summaries.push_back({stored[i], std::move(counts[i])});
  }
  return summaries;
}

std::vector<FormSummary> list_forms(Project& project, const Filter& filter,
                                    const std::string& label) {
  const auto stored = term_families(project);
  const model::StoredFamily& family = find_family(stored, label);
  const model::TermFamily whole = counted_family(family);
  std::vector<model::TermFamily> alone;
  for (const model::TermPattern& pattern : whole.patterns) {
    alone.push_back({exchange::written_pattern(pattern), {pattern}});
    alone.back().patterns.front().excluded = false;
  }
  const auto corpus = store::open_corpus(project.database(), select(project, filter));
  const auto counts = analysis::count_families(*corpus, alone);
  std::vector<FormSummary> forms;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    forms.push_back({family.forms[i], counts[i].participants, counts[i].frequency});
  }
  return forms;
}

}  // namespace themata::study
