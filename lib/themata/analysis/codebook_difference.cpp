#include "themata/analysis/codebook_difference.hpp"

#include <string_view>
#include <unordered_map>

namespace themata::analysis {
namespace {

using Differences = std::vector<CodebookDifference>;
/// Something that is told of a code or a theme.
struct Trait {
  const char* name;
  std::string shown;
  /// What tells whether it changed: what refers to a theme means the theme, whatever its name.
  std::string meant = shown;
};
using Traits = std::vector<Trait>;

std::string guids_of_themes(const model::Codebook& codebook, model::CodeId code) {
  std::string guids;
  for (const model::ThemeId theme : codebook.themes_of(code)) {
    guids += codebook.theme(theme).guid + ' ';
  }
  return guids;
}

Traits traits_of(const CodebookState& state, const model::Code& code) {
  return {{"name", code.name},
          {"theme", state.codebook.theme_paths(code.id), guids_of_themes(state.codebook, code.id)},
          {"description", code.description},
          {"includes", code.includes},
          {"excludes", code.excludes},
          {"example", code.example},
          {"retired", code.retired},
          {"excerpts", std::to_string(state.counts.codes.at(code.id).excerpts)}};
}

Traits traits_of(const CodebookState& state, const model::Theme& theme) {
  const model::Codebook& codebook = state.codebook;
  return {{"name", theme.name},
          {"parent", theme.parent ? codebook.path(*theme.parent) : "",
           theme.parent ? codebook.theme(*theme.parent).guid : ""},
          {"definition", theme.definition},
          {"idea", theme.idea},
          {"includes", theme.includes},
          {"excludes", theme.excludes},
          {"example", theme.example},
          {"retired", theme.retired},
          {"excerpts", std::to_string(state.counts.themes.at(theme.id).excerpts)}};
}

std::string name_of(const CodebookState& /*state*/, const model::Code& code) { return code.name; }
std::string name_of(const CodebookState& state, const model::Theme& theme) {
  return state.codebook.path(theme.id);
}

/// Compares the codes, or the themes, of two states.
template <class Noun>
class Comparison {
 public:
  Comparison(const char* noun, const CodebookState& before, const std::vector<Noun>& old,
             const CodebookState& after, const std::vector<Noun>& now)
      : noun_(noun), before_(before), after_(after), old_(old), now_(now) {}

  void add_to(Differences& differences) const {
    const auto known = by_guid(old_);
    for (const Noun& one : now_) {
      const auto found = known.find(one.guid);
      if (found == known.end()) {
        differences.push_back({noun_, name_of(after_, one), "added", "", ""});
      } else {
        add_changes(*found->second, one, differences);
      }
    }
    const auto present = by_guid(now_);
    for (const Noun& one : old_) {
      if (present.contains(one.guid)) continue;
      differences.push_back({noun_, name_of(before_, one), "removed", "", ""});
    }
  }

 private:
  static std::unordered_map<std::string_view, const Noun*> by_guid(const std::vector<Noun>& all) {
    std::unordered_map<std::string_view, const Noun*> result;
    for (const Noun& one : all) result.emplace(one.guid, &one);
    return result;
  }

  void add_changes(const Noun& old, const Noun& now, Differences& differences) const {
    const Traits before = traits_of(before_, old);
    const Traits after = traits_of(after_, now);
    for (std::size_t i = 0; i < before.size(); ++i) {
      if (before[i].meant == after[i].meant) continue;
      differences.push_back(
          {noun_, name_of(after_, now), before[i].name, before[i].shown, after[i].shown});
    }
  }

  const char* noun_;
  const CodebookState& before_;
  const CodebookState& after_;
  const std::vector<Noun>& old_;
  const std::vector<Noun>& now_;
};

}  // namespace

Differences codebook_differences(const CodebookState& before, const CodebookState& after) {
  Differences differences;
  Comparison("theme", before, before.codebook.themes(), after, after.codebook.themes())
      .add_to(differences);
  Comparison("code", before, before.codebook.codes(), after, after.codebook.codes())
      .add_to(differences);
  return differences;
}

}  // namespace themata::analysis
