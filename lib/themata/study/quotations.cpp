#include "themata/study/quotations.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "themata/analysis/quotation_wording.hpp"
#include "themata/error.hpp"
#include "themata/model/names.hpp"
#include "themata/store/chosen_excerpts.hpp"
#include "themata/store/codebook.hpp"
#include "themata/study/analyses.hpp"
#include "themata/study/edit.hpp"
#include "themata/study/participants.hpp"

namespace themata::study {

namespace {

using model::ThemeId;

struct Chosen {
  std::size_t position = 0;
  std::string wording;
};

std::unordered_map<model::CodingId, Chosen> chosen_by_coding(Project& project) {
  std::unordered_map<model::CodingId, Chosen> chosen;
  for (const store::ChosenExcerpt& one : store::chosen_excerpts(project.database())) {
    chosen.emplace(one.coding, Chosen{chosen.size(), one.wording});
  }
  return chosen;
}

/// The names of a theme and those above it, from the top down.
std::vector<std::string> names_down_to(const model::Codebook& codebook, ThemeId theme) {
  std::vector<std::string> names;
  for (std::optional<ThemeId> at = theme; at; at = codebook.theme(*at).parent) {
    names.push_back(codebook.theme(*at).name);
  }
  std::reverse(names.begin(), names.end());
  return names;
}

/// What stands behind each participant's name.
std::unordered_map<std::string, std::string> descriptions(
    Project& project, const std::vector<std::string>& attributes) {
  const std::vector<std::string> known = list_attributes(project);
  std::vector<std::string> wanted;
  for (const std::string& name : attributes) {
    wanted.push_back(known[model::find_name("attribute", name, known)]);
  }
  std::unordered_map<std::string, std::string> described;
  if (wanted.empty()) return described;
  for (const model::Participant& participant : list_participants(project)) {
    std::vector<std::string> values;
    for (const std::string& name : wanted) {
      const std::string value(participant.attribute(name));
      if (!value.empty()) values.push_back(value);
    }
    described.emplace(participant.name, fmt::format("{}", fmt::join(values, ", ")));
  }
  return described;
}

report::Quotation quotation_of(const Excerpt& excerpt, const std::string& wording) {
  report::Quotation quotation;
  quotation.coding = excerpt.id.value;
  quotation.text = wording.empty() ? excerpt.text : wording;
  quotation.is_stale =
      !wording.empty() && analysis::words_not_said(excerpt.text, wording).has_value();
  quotation.words = analysis::quoted_words(quotation.text);
  quotation.participant = fmt::format("{}", fmt::join(excerpt.participants, "; "));
  quotation.source = excerpt.source;
  quotation.occasion = excerpt.occasion;
  quotation.turn = excerpt.turn;
  quotation.utf16_begin = excerpt.utf16_begin.value;
  quotation.question = excerpt.question;
  quotation.code = excerpt.code;
  return quotation;
}

/// The excerpt of a chosen coding. Throws `NotFound`.
Excerpt chosen_excerpt(Project& project, std::int64_t coding) {
  const model::CodingId id{coding};
  if (!chosen_by_coding(project).contains(id)) {
    throw NotFound(
        fmt::format("the excerpt of coding {} is not chosen; \"themata excerpts "
                    "--choose {}\" chooses it",
                    coding, coding));
  }
  std::optional<Excerpt> found;
  list_excerpts(project, {}, [&](const Excerpt& excerpt) {
    if (excerpt.id == id) found = excerpt;
  });
  return found.value();
}

}  // namespace

std::vector<report::Quotation> quotations(Project& project, const Filter& filter,
                                          const std::vector<std::string>& attributes) {
  const auto chosen = chosen_by_coding(project);
  const auto described = descriptions(project, attributes);
  const model::Codebook codebook = store::codebook(project.database());
  std::unordered_map<ThemeId, std::size_t> order;
  for (const model::Theme& theme : codebook.themes()) order.emplace(theme.id, order.size());
  const std::size_t last = order.size();  // codes in no theme
  std::map<std::pair<std::size_t, std::size_t>, report::Quotation> sorted;
  list_excerpts(project, filter, [&](const Excerpt& excerpt) {
    const auto found = chosen.find(excerpt.id);
    if (found == chosen.end()) return;
    report::Quotation quotation = quotation_of(excerpt, found->second.wording);
    const auto about = described.find(quotation.participant);
    if (about != described.end()) quotation.about = about->second;
    const std::vector<ThemeId>& themes = codebook.themes_of(excerpt.code_id);
    for (const ThemeId theme : themes) {
      quotation.themes = names_down_to(codebook, theme);
      sorted.emplace(std::pair(order.at(theme), found->second.position), quotation);
    }
    if (themes.empty()) sorted.emplace(std::pair(last, found->second.position), quotation);
  });
  std::vector<report::Quotation> result;
  for (auto& [place, quotation] : sorted) result.push_back(std::move(quotation));
  return result;
}

std::vector<report::ThemeVoices> theme_voices(Project& project, const Filter& filter) {
  const auto chosen = chosen_by_coding(project);
  const model::Codebook codebook = store::codebook(project.database());
  std::unordered_map<ThemeId, std::set<std::string>> speaking;
  std::unordered_map<ThemeId, std::map<std::string, std::size_t>> quoted;
  list_excerpts(project, filter, [&](const Excerpt& excerpt) {
    std::set<ThemeId> themes;
    for (const ThemeId direct : codebook.themes_of(excerpt.code_id)) {
      for (std::optional<ThemeId> at = direct; at; at = codebook.theme(*at).parent) {
        themes.insert(*at);
      }
    }
    for (const ThemeId theme : themes) {
      for (const std::string& who : excerpt.participants) {
        speaking[theme].insert(who);
        if (chosen.contains(excerpt.id)) ++quoted[theme][who];
      }
    }
  });
  std::vector<report::ThemeVoices> voices;
  for (const model::Theme& theme : codebook.themes()) {
    const auto& people = speaking[theme.id];
    if (people.empty()) continue;
    report::ThemeVoices& one = voices.emplace_back();
    one.theme = codebook.number(theme.id) + ' ' + theme.name;
    one.participants = people.size();
    for (const std::string& who : people) {
      const auto times = quoted[theme.id].find(who);
      if (times == quoted[theme.id].end()) {
        one.not_quoted.push_back(who);
      } else {
        one.quoted.emplace_back(*times);
      }
    }
    std::stable_sort(one.quoted.begin(), one.quoted.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
  }
  return voices;
}

bool word_quotation(Project& project, std::int64_t coding, const std::string& wording) {
  Edit edit(project, "quotations set");
  const Excerpt excerpt = chosen_excerpt(project, coding);
  if (const auto words = analysis::words_not_said(excerpt.text, wording)) {
    throw InputError(fmt::format(
        "coding {}: \"{}\" does not follow so in the excerpt; write [...] for words left out and "
        "put your own in brackets",
        coding, *words));
  }
  const std::string kept = wording == excerpt.text ? std::string() : wording;
  store::word_chosen_excerpt(project.database(), excerpt.id, kept);
  return edit.commit(fmt::format("quotation {}{}", coding, kept.empty() ? " as it was said" : ""));
}

void order_quotations(Project& project, const std::vector<std::int64_t>& codings) {
  Edit edit(project, "quotations order");
  const auto chosen = chosen_by_coding(project);
  std::vector<model::CodingId> first;
  for (const std::int64_t coding : codings) {
    const model::CodingId id{coding};
    if (!chosen.contains(id)) {
      throw NotFound(fmt::format("the excerpt of coding {} is not chosen", coding));
    }
    if (std::find(first.begin(), first.end(), id) == first.end()) first.push_back(id);
  }
  store::order_chosen_excerpts(project.database(), first);
  edit.commit(fmt::format("{} quotations in another order", first.size()));
}

}  // namespace themata::study
