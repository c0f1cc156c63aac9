#include "themata/study/excerpt_groups.hpp"

#include <algorithm>
#include <set>
#include <tuple>
#include <unordered_map>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "themata/store/codebook.hpp"
#include "themata/study/analyses.hpp"
#include "themata/study/codebook.hpp"

namespace themata::study {

namespace {

using model::CodeId;
using model::ThemeId;
using ExcerptsOfCodes = std::unordered_map<CodeId, std::vector<report::Quotation>>;

ExcerptsOfCodes excerpts_of_codes(Project& project, const Filter& filter) {
  ExcerptsOfCodes excerpts;
  std::set<std::tuple<CodeId, std::string, std::size_t, std::size_t>> seen;
  list_excerpts(project, filter, [&](const Excerpt& one) {
    const auto key =
        std::tuple(one.code_id, one.source, one.range.begin.value, one.range.end.value);
    if (!seen.insert(key).second) return;
    report::Quotation& shown = excerpts[one.code_id].emplace_back();
    shown.coding = one.id.value;
    shown.text = one.text;
    shown.participant = fmt::format("{}", fmt::join(one.participants, "; "));
    shown.source = one.source;
    shown.occasion = one.occasion;
    shown.turn = one.turn;
  });
  return excerpts;
}

report::CodeExcerpts group_of(const model::Code& code, const ExcerptsOfCodes& excerpts) {
  return {code.name, code.description, excerpts.at(code.id)};
}

/// The themes to be shown: those that are asked for, with all that is below them; all, if none is.
std::vector<ThemeId> themes_shown(const model::Codebook& codebook, const Filter& filter) {
  std::vector<ThemeId> shown;
  if (filter.themes.empty()) {
    for (const model::Theme& theme : codebook.themes()) shown.push_back(theme.id);
    return shown;
  }
  std::set<ThemeId> wanted;
  for (const std::string& name : filter.themes) {
    for (const ThemeId id : codebook.with_subthemes(find_theme(codebook, name).id)) {
      wanted.insert(id);
    }
  }
  for (const model::Theme& theme : codebook.themes()) {
    if (wanted.contains(theme.id)) shown.push_back(theme.id);
  }
  return shown;
}

}  // namespace

std::vector<report::ThemeExcerpts> excerpt_groups(Project& project, const Filter& filter) {
  const model::Codebook codebook = store::codebook(project.database());
  const ExcerptsOfCodes excerpts = excerpts_of_codes(project, filter);
  const std::vector<ThemeId> shown = themes_shown(codebook, filter);
  std::size_t highest = static_cast<std::size_t>(-1);
  for (const ThemeId id : shown) highest = std::min(highest, codebook.depth(id));
  std::vector<report::ThemeExcerpts> groups;
  for (const ThemeId id : shown) {
    const auto below = codebook.codes_below(id);
    const bool has_any = std::any_of(below.begin(), below.end(),
                                     [&](CodeId code) { return excerpts.contains(code); });
    if (!has_any) continue;
    const model::Theme& theme = codebook.theme(id);
    report::ThemeExcerpts& group = groups.emplace_back();
    group.name = codebook.number(id) + ' ' + theme.name;
    group.definition = theme.definition;
    group.level = codebook.depth(id) - highest;
    for (const CodeId code : codebook.codes_of(id)) {
      if (excerpts.contains(code)) group.codes.push_back(group_of(codebook.code(code), excerpts));
    }
  }
  if (!filter.themes.empty()) return groups;
  report::ThemeExcerpts rest;
  for (const model::Code& code : codebook.codes()) {
    if (codebook.themes_of(code.id).empty() && excerpts.contains(code.id)) {
      rest.codes.push_back(group_of(code, excerpts));
    }
  }
  if (!rest.codes.empty()) groups.push_back(std::move(rest));
  return groups;
}

}  // namespace themata::study
