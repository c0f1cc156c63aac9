#include "themata/study/term_tables.hpp"

#include <algorithm>
#include <filesystem>
#include <unordered_set>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "themata/error.hpp"
#include "themata/exchange/term_list.hpp"
#include "themata/store/corpus.hpp"
#include "themata/store/sources.hpp"
#include "themata/store/speakers.hpp"
#include "themata/store/terms.hpp"
#include "themata/study/files.hpp"
#include "themata/study/terms.hpp"
#include "themata/text/name_key.hpp"

namespace themata::study {

namespace {

using model::FormState;
using model::StoredFamily;

bool is_file(const std::string& path) {
  std::error_code ignored;  // then it is none
  return path == "-" || std::filesystem::exists(path, ignored);
}

/// The names of the study's term lists, each once.
std::vector<std::string> list_names(const std::vector<StoredFamily>& families) {
  std::vector<std::string> names;
  for (const StoredFamily& family : families) {
    if (family.list.empty() || std::find(names.begin(), names.end(), family.list) != names.end()) {
      continue;
    }
    names.push_back(family.list);
  }
  return names;
}

/// The families that a name means: a list's, one by its label, or all.
std::vector<StoredFamily> families_called(const std::vector<StoredFamily>& all,
                                          const std::string& name) {
  const std::string key = text::name_key(name);
  std::vector<StoredFamily> meant;
  std::copy_if(all.begin(), all.end(), std::back_inserter(meant),
               [&](const StoredFamily& family) { return text::name_key(family.list) == key; });
  if (!meant.empty() && !name.empty()) return meant;
  for (const StoredFamily& family : all) {
    if (text::name_key(family.name) == key) return {family};
  }
  if (key == "all" && !all.empty()) return all;
  const std::vector<std::string> names = list_names(all);
  throw NotFound(
      fmt::format("{}: there is no such file, and no such term list or family in the study{}", name,
                  names.empty() ? "" : fmt::format("; its lists are {}", fmt::join(names, ", "))),
      text::nearest_names(name, names));
}

analysis::LeftOutHits left_out_hits(Project& project, const StoredFamily& family) {
  analysis::LeftOutHits hits;
  for (const auto& decision : store::hit_decisions(project.database(), family.id)) {
    if (decision.left_out) hits.push_back(decision.segment);
  }
  return hits;
}

/// The rows of families that are kept in the study.
std::vector<FamilyCount> count_stored(Project& project, const Filter& filter,
                                      const std::vector<StoredFamily>& stored) {
  std::vector<model::TermFamily> families;
  std::vector<analysis::LeftOutHits> left_out;
  for (const StoredFamily& family : stored) {
    families.push_back(counted_family(family));
    left_out.push_back(left_out_hits(project, family));
  }
  const auto corpus = store::open_corpus(project.database(), select(project, filter));
  return analysis::count_families(*corpus, families, left_out);
}

CountedTerms count_list_file(Project& project, const Filter& filter, const std::string& path) {
  CountedTerms counted;
  counted.source = std::filesystem::path(path).filename().string();
  counted.families = exchange::read_term_list(path, read_file(path));
  const auto corpus = store::open_corpus(project.database(), select(project, filter));
  counted.rows = analysis::count_families(*corpus, counted.families);
  return counted;
}

CountedTerms count_kept_terms(Project& project, const Filter& filter, const std::string& name) {
  const auto stored = families_called(term_families(project), name);
  CountedTerms counted;
  counted.source = name;
  counted.rows = count_stored(project, filter, stored);
  for (const StoredFamily& family : stored) {
    counted.families.push_back(counted_family(family));
    if (family.count(FormState::proposed) > 0) counted.not_approved.push_back(family.name);
  }
  return counted;
}

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

CountedTerms count_terms(Project& project, const Filter& filter, const std::string& terms) {
  CountedTerms counted = is_file(terms) ? count_list_file(project, filter, terms)
                                        : count_kept_terms(project, filter, terms);
  counted.counted_in = selected_speech(project, filter);
  return counted;
}

std::vector<FamilySummary> list_terms(Project& project, const Filter& filter) {
  const auto stored = term_families(project);
  auto counts = count_stored(project, filter, stored);
  std::vector<FamilySummary> summaries;
  for (std::size_t i = 0; i < stored.size(); ++i) {
    summaries.push_back({stored[i], std::move(counts[i])});
  }
  return summaries;
}

std::vector<FormSummary> list_forms(Project& project, const Filter& filter,
                                    const std::string& label) {
  const auto stored = term_families(project);
  const StoredFamily& family = find_family(stored, label);
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
