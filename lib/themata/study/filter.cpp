#include "themata/study/filter.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "themata/error.hpp"
#include "themata/model/names.hpp"
#include "themata/store/coders.hpp"
#include "themata/store/participants.hpp"
#include "themata/store/sources.hpp"
#include "themata/study/codebook.hpp"
#include "themata/text/name_key.hpp"

namespace themata::study {

namespace {

template <class Thing, class Id>
std::optional<std::vector<Id>> ids_of(std::string_view noun, const std::vector<std::string>& names,
                                      const std::vector<Thing>& things, Id Thing::*id) {
  if (names.empty()) return std::nullopt;
  std::vector<Id> ids;
  for (const std::string& name : names) {
    ids.push_back(model::find_named(noun, name, things).*id);
  }
  return ids;
}

/// The values asked for, by the study's name of the attribute.
using Conditions = std::map<std::string, std::vector<std::string>>;

Conditions conditions(Project& project, const std::vector<model::Attribute>& where) {
  const std::vector<std::string> attributes = store::attribute_names(project.database());
  Conditions wanted;
  for (const model::Attribute& condition : where) {
    wanted[attributes[model::find_name("attribute", condition.name, attributes)]].push_back(
        text::name_key(condition.value));
  }
  return wanted;
}

std::vector<std::string> written(const std::vector<model::Attribute>& where) {
  std::vector<std::string> conditions;
  for (const model::Attribute& condition : where) {
    conditions.push_back(condition.name + '=' + condition.value);
  }
  return conditions;
}

bool fits(const model::Participant& participant, const Conditions& wanted) {
  return std::all_of(wanted.begin(), wanted.end(), [&](const auto& condition) {
    const auto& [attribute, values] = condition;
    return std::find(values.begin(), values.end(),
                     text::name_key(participant.attribute(attribute))) != values.end();
  });
}

std::optional<std::vector<model::ParticipantId>> participants(Project& project,
                                                              const Filter& filter) {
  const std::vector<model::Participant> all = store::participants(project.database());
  auto named = ids_of("participant", filter.participants, all, &model::Participant::id);
  if (filter.where.empty()) return named;
  const Conditions wanted = conditions(project, filter.where);
  std::vector<model::ParticipantId> fitting;
  bool somebody = false;
  for (const model::Participant& participant : all) {
    if (!fits(participant, wanted)) continue;
    somebody = true;
    if (!named || std::find(named->begin(), named->end(), participant.id) != named->end()) {
      fitting.push_back(participant.id);
    }
  }
  if (!somebody) {
    throw NotFound(fmt::format("no participant has {}; see \"themata participant list\"",
                               fmt::join(written(filter.where), ", ")));
  }
  return fitting;
}

std::optional<std::vector<std::string>> occasions(Project& project, const Filter& filter) {
  if (filter.occasions.empty()) return std::nullopt;
  std::vector<std::string> known;
  for (const model::Source& source : store::sources(project.database())) {
    const bool has_one = !source.occasion.empty();
    if (has_one && std::find(known.begin(), known.end(), source.occasion) == known.end()) {
      known.push_back(source.occasion);
    }
  }
  std::vector<std::string> meant;
  for (const std::string& occasion : filter.occasions) {
    meant.push_back(known[model::find_name("occasion", occasion, known)]);
  }
  return meant;
}

std::optional<std::vector<model::CodeId>> codes(Project& project, const Filter& filter) {
  if (filter.codes.empty() && filter.themes.empty()) return std::nullopt;
  const model::Codebook book = codebook(project);
  std::vector<model::CodeId> named;
  for (const std::string& name : filter.codes) named.push_back(find_code(book, name).id);
  if (filter.themes.empty()) return named;
  std::vector<model::CodeId> below;
  for (const std::string& name : filter.themes) {
    for (const model::CodeId code : book.codes_below(find_theme(book, name).id)) {
      const bool wanted =
          filter.codes.empty() || std::find(named.begin(), named.end(), code) != named.end();
      if (wanted) below.push_back(code);
    }
  }
  return below;
}

}  // namespace

model::Selection select(Project& project, const Filter& filter) {
  store::Database& database = project.database();
  model::Selection selection;
  if (!filter.sources.empty()) {
    selection.sources =
        ids_of("source", filter.sources, store::sources(database), &model::Source::id);
  }
  if (!filter.coders.empty()) {
    selection.coders = ids_of("coder", filter.coders, store::coders(database), &model::Coder::id);
  }
  if (!filter.participants.empty() || !filter.where.empty()) {
    selection.participants = participants(project, filter);
  }
  selection.occasions = occasions(project, filter);
  selection.codes = codes(project, filter);
  selection.speech = filter.speech;
  return selection;
}

}  // namespace themata::study
