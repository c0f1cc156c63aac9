#include <map>

#include <fmt/format.h>

#include "themata/store/codebook.hpp"
#include "themata/study/codebook.hpp"
#include "themata/study/detail/portable_import.hpp"
#include "themata/text/name_key.hpp"

namespace themata::study::detail {

using model::PortableLabel;

namespace {

/// Programs without GUIDs have none to give.
std::string guid_of(const Project& project, const PortableLabel& label) {
  return label.guid.empty() ? project.new_guid() : label.guid;
}

}  // namespace

std::string FreshNames::unique(const std::string& name) {
  std::string unique = name;
  for (int n = 2; !taken_.insert(text::name_key(unique)).second; ++n) {
    unique = fmt::format("{} ({})", name, n);
  }
  return unique;
}

CodebookMerge::CodebookMerge(Project& project, const model::PortableCodebook& codebook,
                             Prevails prevails)
    : project_(project),
      portable_(codebook),
      prevails_(prevails),
      codebook_(study::codebook(project)) {
  add_codes();
  add_themes();
}

/// Takes over what the study does not say yet. Returns true if that was anything.
template <class Noun>
bool CodebookMerge::fill_in(Noun& noun, std::string Noun::*definition, const PortableLabel& label) {
  bool changed = false;
  const auto take = [&](std::string& ours, const std::string& theirs, const char* what) {
    if (theirs.empty() || ours == theirs) return;
    if (!ours.empty() && prevails_ == Prevails::study) {
      remarks_.push_back(
          fmt::format("the file has another {} of \"{}\"; the study's was kept", what, noun.name));
      return;
    }
    ours = theirs;
    changed = true;
  };
  take(noun.*definition, label.definition, "description");
  take(noun.includes, label.includes, "note on what to include");
  take(noun.excludes, label.excludes, "note on what to exclude");
  take(noun.example, label.example, "example");
  take(noun.color, label.color, "colour");
  if constexpr (requires { noun.idea; }) take(noun.idea, label.idea, "central idea");
  if (noun.retired.empty() && !label.retired.empty()) {
    noun.retired = label.retired;
    changed = true;
  }
  return changed;
}

void CodebookMerge::add_codes() {
  std::unordered_map<std::string, const model::Code*> by_guid;
  std::unordered_map<std::string, const model::Code*> by_key;
  for (const model::Code& code : codebook_.codes()) {
    by_guid.emplace(code.guid, &code);
    by_key.emplace(text::name_key(code.name), &code);
  }
  FreshNames names;
  for (const PortableLabel& written : portable_.codes) {
    PortableLabel label = written;
    label.name = names.unique(written.name);
    const auto same = by_guid.find(label.guid);
    const auto named = by_key.find(text::name_key(label.name));
    model::Code code;
    if (same != by_guid.end()) {
      code = *same->second;
    } else if (named != by_key.end()) {
      code = *named->second;
    } else {
      code.name = label.name;
      code.id = store::add_code(project_.database(), label.name, "", guid_of(project_, label));
      new_codes_.push_back(label.name);
    }
    if (fill_in(code, &model::Code::description, label)) {
      store::describe_code(project_.database(), code);
      described_ += code.guid.empty() ? 0 : 1;  // a new one has none here
    }
    codes_.push_back(code.id);
  }
}

void CodebookMerge::add_themes() {
  using Place = std::pair<std::optional<model::ThemeId>, std::string>;
  std::unordered_map<std::string, const model::Theme*> by_guid;
  std::map<Place, const model::Theme*> by_place;
  for (const model::Theme& theme : codebook_.themes()) {
    by_guid.emplace(theme.guid, &theme);
    by_place.emplace(Place{theme.parent, text::name_key(theme.name)}, &theme);
  }
  std::vector<FreshNames> names(portable_.themes.size() + 1);  // by what they stand below
  for (const model::PortableTheme& portable : portable_.themes) {
    PortableLabel label = portable.label;
    label.name = names[portable.parent ? *portable.parent + 1 : 0].unique(label.name);
    std::optional<model::ThemeId> parent;
    if (portable.parent) parent = themes_[*portable.parent];
    const auto same = by_guid.find(label.guid);
    const auto named = by_place.find({parent, text::name_key(label.name)});
    model::Theme theme;
    if (same != by_guid.end()) {
      theme = *same->second;
    } else if (named != by_place.end()) {
      theme = *named->second;
    } else {
      theme.name = label.name;
      theme.id =
          store::add_theme(project_.database(), label.name, "", parent, guid_of(project_, label));
      new_themes_.push_back(label.name);
    }
    if (fill_in(theme, &model::Theme::definition, label)) {
      store::define_theme(project_.database(), theme);
      described_ += theme.guid.empty() ? 0 : 1;
    }
    themes_.push_back(theme.id);
    for (const std::size_t code : portable.codes) {
      assigned_ += store::assign_code(project_.database(), theme.id, codes_[code]) ? 1 : 0;
    }
  }
}

}  // namespace themata::study::detail
