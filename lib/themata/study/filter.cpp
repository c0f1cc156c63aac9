#include "themata/study/filter.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <unordered_set>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "themata/error.hpp"
#include "themata/model/names.hpp"
#include "themata/store/coders.hpp"
#include "themata/store/participants.hpp"
#include "themata/store/sources.hpp"
#include "themata/study/codebook.hpp"
#include "themata/study/detail/source_details.hpp"
#include "themata/text/name_key.hpp"

namespace themata::study {

namespace {

using detail::detail_keys;
using detail::has_name;

/// As a selection has its ids: each once, in order.
template <class Id>
std::vector<Id> sorted(std::vector<Id> ids) {
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  return ids;
}

template <class Thing, class Id>
std::optional<std::vector<Id>> ids_of(std::string_view noun, const std::vector<std::string>& names,
                                      const std::vector<Thing>& things, Id Thing::*id) {
  if (names.empty()) return std::nullopt;
  std::vector<Id> ids;
  for (const std::string& name : names) {
    ids.push_back(model::find_named(noun, name, things).*id);
  }
  return sorted(std::move(ids));
}

/// The values asked for, by the study's name of the attribute.
using Conditions = std::map<std::string, std::vector<std::string>>;

/// What `--where` says of participants and of sources.
struct Where {
  std::vector<model::Attribute> participants;
  std::vector<model::Attribute> sources;  ///< names are the keys of details
};

/// A name that is no attribute's may be a detail's; `detail:NAME` is always one's. An attribute
/// goes before a detail of the same name, which is told.
Where sorted_out(Project& project, const std::vector<model::Attribute>& where) {
  constexpr std::string_view detail_mark = "detail:";
  Where result;
  std::vector<std::string> attributes;
  std::vector<std::string> details;
  if (!where.empty()) {
    attributes = store::attribute_names(project.database());
    details = detail_keys(store::sources(project.database()));
  }
  for (const model::Attribute& condition : where) {
    if (condition.name.starts_with(detail_mark)) {
      result.sources.push_back({condition.name.substr(detail_mark.size()), condition.value});
      continue;
    }
    const bool is_detail = has_name(details, condition.name);
    const bool is_attribute = has_name(attributes, condition.name);
    if (is_detail && is_attribute) {
      project.notice(fmt::format(
          "\"{0}\" is taken as the attribute of participants; sources have a detail of that name, "
          "too: --where \"detail:{0}=...\"",
          condition.name));
    }
    (is_detail && !is_attribute ? result.sources : result.participants).push_back(condition);
  }
  return result;
}

/// Those of the values of a detail that a condition means. One that is taken by its beginning is
/// told.
std::vector<std::string> values_meant(Project& project, const model::Attribute& condition,
                                      const std::vector<std::string>& values) {
  std::vector<std::string> meant;
  for (const std::size_t value : model::find_values(condition.name, condition.value, values)) {
    meant.push_back(values[value]);
  }
  if (text::name_key(meant.front()) != text::name_key(condition.value)) {
    project.notice(fmt::format("{}=\"{}\" is taken as \"{}\"", condition.name, condition.value,
                               meant.front()));
  }
  return meant;
}

/// The sources that have all the details asked for; several values of one key widen it.
std::vector<model::SourceId> sources_with(Project& project,
                                          const std::vector<model::Attribute>& where) {
  const std::vector<model::Source> all = store::sources(project.database());
  const std::vector<std::string> keys = detail_keys(all);
  std::map<std::string, std::unordered_set<std::string>> wanted;  // values by key of a detail
  for (const model::Attribute& condition : where) {
    const std::string key = text::name_key(keys[model::find_name("detail", condition.name, keys)]);
    std::vector<std::string> values;
    std::unordered_set<std::string_view> known;
    for (const model::Source& source : all) {
      for (const model::SourceDetail& detail : source.details) {
        if (text::name_key(detail.key) != key) continue;
        if (known.insert(detail.value).second) values.push_back(detail.value);
      }
    }
    for (std::string& value : values_meant(project, condition, values)) {
      wanted[key].insert(std::move(value));
    }
  }
  std::vector<model::SourceId> ids;
  for (const model::Source& source : all) {
    const bool fits = std::all_of(wanted.begin(), wanted.end(), [&](const auto& condition) {
      return std::any_of(source.details.begin(), source.details.end(), [&](const auto& detail) {
        return text::name_key(detail.key) == condition.first &&
               condition.second.contains(detail.value);
      });
    });
    if (fits) ids.push_back(source.id);
  }
  return ids;
}

/// The sources named, those with the details asked for, or those that are both.
std::optional<std::vector<model::SourceId>> sources(Project& project, const Filter& filter,
                                                    const Where& where) {
  auto named = ids_of(
      "source", filter.sources,
      filter.sources.empty() ? std::vector<model::Source>{} : store::sources(project.database()),
      &model::Source::id);
  if (where.sources.empty()) return named;
  std::vector<model::SourceId> fitting = sorted(sources_with(project, where.sources));
  if (!named) return fitting;
  std::vector<model::SourceId> both;
  std::set_intersection(named->begin(), named->end(), fitting.begin(), fitting.end(),
                        std::back_inserter(both));
  return both;
}

/// The index of the attribute. A slip of the pen may have meant a detail: that is offered, too.
std::size_t attribute_meant(Project& project, const std::string& name,
                            const std::vector<std::string>& attributes) {
  try {
    return model::find_name("attribute", name, attributes);
  } catch (const NotFound& error) {
    const std::vector<std::string> details =
        text::nearest_names(name, detail_keys(store::sources(project.database())));
    if (details.empty() || !error.nearest().empty()) throw;
    throw NotFound(
        fmt::format("no attribute is named \"{}\"; did you mean \"{}\", a detail of sources?", name,
                    details.front()),
        details);
  }
}

Conditions conditions(Project& project, const std::vector<model::Attribute>& where) {
  const std::vector<std::string> attributes = store::attribute_names(project.database());
  Conditions wanted;
  for (const model::Attribute& condition : where) {
    wanted[attributes[attribute_meant(project, condition.name, attributes)]].push_back(
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
                                                              const Filter& filter,
                                                              const Where& where) {
  if (filter.participants.empty() && where.participants.empty()) return std::nullopt;
  const std::vector<model::Participant> all = store::participants(project.database());
  auto named = ids_of("participant", filter.participants, all, &model::Participant::id);
  if (where.participants.empty()) return named;
  const Conditions wanted = conditions(project, where.participants);
  std::vector<model::ParticipantId> fitting;
  bool somebody = false;
  for (const model::Participant& participant : all) {
    if (!fits(participant, wanted)) continue;
    somebody = true;
    if (!named || std::binary_search(named->begin(), named->end(), participant.id)) {
      fitting.push_back(participant.id);
    }
  }
  if (!somebody) {
    throw NotFound(fmt::format("no participant has {}; see \"themata participant list\"",
                               fmt::join(written(where.participants), ", ")));
  }
  return sorted(std::move(fitting));
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
  if (filter.themes.empty()) return sorted(std::move(named));
  std::vector<model::CodeId> below;
  for (const std::string& name : filter.themes) {
    for (const model::CodeId code : book.codes_below(find_theme(book, name).id)) {
      const bool wanted =
          filter.codes.empty() || std::find(named.begin(), named.end(), code) != named.end();
      if (wanted) below.push_back(code);
    }
  }
  return sorted(std::move(below));
}

}  // namespace

model::Selection select(Project& project, const Filter& filter) {
  store::Database& database = project.database();
  model::Selection selection;
  const Where where = sorted_out(project, filter.where);
  selection.sources = sources(project, filter, where);
  if (!filter.coders.empty()) {
    selection.coders = ids_of("coder", filter.coders, store::coders(database), &model::Coder::id);
  }
  selection.participants = participants(project, filter, where);
  selection.occasions = occasions(project, filter);
  selection.codes = codes(project, filter);
  selection.speech = filter.speech;
  return selection;
}

}  // namespace themata::study
