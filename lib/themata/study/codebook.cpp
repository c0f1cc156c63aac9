#include "themata/study/codebook.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "themata/error.hpp"
#include "themata/exchange/codebook_csv.hpp"
#include "themata/model/names.hpp"
#include "themata/store/codebook.hpp"
#include "themata/store/codings.hpp"
#include "themata/study/detail/taken_names.hpp"
#include "themata/study/edit.hpp"
#include "themata/study/terms.hpp"
#include "themata/text/name_key.hpp"
#include "themata/text/plural.hpp"

namespace themata::study {

using detail::refuse_taken_code;
using detail::refuse_taken_theme;

namespace {

/// The theme whose path fits, else the one whose name does; null if there is none. Themes may share
/// a name under different parents: then the path must say which is meant.
template <class Fits>
const model::Theme* the_only_theme(const model::Codebook& codebook, const std::string& name,
                                   Fits fits) {
  std::vector<const model::Theme*> found;
  for (const model::Theme& theme : codebook.themes()) {
    if (fits(codebook.path(theme.id))) return &theme;
    if (fits(theme.name)) found.push_back(&theme);
  }
  if (found.size() < 2) return found.empty() ? nullptr : found.front();
  std::string paths;
  for (const model::Theme* theme : found) {
    paths += fmt::format("{}\"{}\" ({})", paths.empty() ? "" : ", ", codebook.path(theme->id),
                         codebook.number(theme->id));
  }
  throw Conflict(fmt::format("several themes are named \"{}\": {}; write the path or the number",
                             name, paths));
}

std::optional<model::ThemeId> theme_id(const model::Codebook& codebook,
                                       const std::optional<std::string>& name) {
  if (!name) return std::nullopt;
  return find_theme(codebook, *name).id;
}

std::vector<model::ThemeId> siblings(const model::Codebook& codebook,
                                     std::optional<model::ThemeId> parent) {
  return parent ? codebook.subthemes(*parent) : codebook.top_level();
}

}  // namespace

model::Codebook codebook(Project& project) { return store::codebook(project.database()); }

const model::Code& find_code(const model::Codebook& codebook, const std::string& name) {
  return model::find_named("code", name, codebook.codes());
}

const model::Theme& find_theme(const model::Codebook& codebook, const std::string& name) {
  const auto exact = [&](const std::string& candidate) { return candidate == name; };
  if (const model::Theme* theme = the_only_theme(codebook, name, exact)) return *theme;
  for (const model::Theme& theme : codebook.themes()) {
    if (codebook.number(theme.id) == name) return theme;
  }
  const std::string key = text::name_key(name);
  const auto alike = [&](const std::string& candidate) { return text::name_key(candidate) == key; };
  if (const model::Theme* theme = the_only_theme(codebook, name, alike)) return *theme;
  const bool is_path = exchange::split_theme_path(name).size() > 1;
  std::vector<std::string> names;
  for (const model::Theme& theme : codebook.themes()) {
    names.push_back(is_path ? codebook.path(theme.id) : theme.name);
  }
  return codebook.themes()[model::find_name("theme", name, names)];
}

std::string add_code(Project& project, const std::string& name, const std::string& description,
                     const std::optional<std::string>& theme) {
  Edit edit(project, "code add");
  const model::Codebook before = codebook(project);
  const std::string checked = model::checked_name("code", name);
  refuse_taken_code(before, checked);
  const auto parent = theme_id(before, theme);
  const auto id = store::add_code(project.database(), checked, description, project.new_guid());
  if (parent) store::assign_code(project.database(), *parent, id);
  edit.commit(checked);
  return checked;
}

Renamed rename_code(Project& project, const std::string& name, const std::string& new_name) {
  Edit edit(project, "code rename");
  const model::Codebook before = codebook(project);
  const model::Code& code = find_code(before, name);
  const std::string checked = model::checked_name("code", new_name);
  refuse_taken_code(before, checked, code.id);
  store::rename_code(project.database(), code.id, checked);
  follow_code_in_terms(project, code.name, checked);
  edit.commit(fmt::format("{} is now {}", code.name, checked));
  return {code.name, checked};
}

std::string describe_code(Project& project, const std::string& name,
                          const std::string& description) {
  Edit edit(project, "code describe");
  const model::Codebook before = codebook(project);
  const model::Code& code = find_code(before, name);
  store::describe_code(project.database(), code.id, description);
  edit.commit(code.name);
  return code.name;
}

std::string move_code(Project& project, const std::string& name,
                      const std::optional<std::string>& theme) {
  Edit edit(project, "code move");
  const model::Codebook before = codebook(project);
  const model::Code& code = find_code(before, name);
  const auto target = theme_id(before, theme);
  for (const model::ThemeId old : before.themes_of(code.id)) {
    if (old != target) store::unassign_code(project.database(), old, code.id);
  }
  if (target) store::assign_code(project.database(), *target, code.id);
  edit.commit(fmt::format("{} to {}", code.name, target ? before.path(*target) : "no theme"));
  return code.name;
}

RemovedCode remove_code(Project& project, const std::string& name, bool with_codings) {
  Edit edit(project, "code remove");
  const model::Codebook before = codebook(project);
  const model::Code& code = find_code(before, name);
  RemovedCode removed{code.name, store::coding_count(project.database(), code.id)};
  if (removed.codings > 0 && !with_codings) {
    throw Conflict(fmt::format(
        "the code \"{}\" has {}, which would go with it; say --with-codings if that is wanted",
        code.name, text::plural(removed.codings, "coding")));
  }
  store::remove_code(project.database(), code.id);
  follow_code_in_terms(project, code.name, std::nullopt);
  edit.commit(fmt::format("{} with {}", code.name, text::plural(removed.codings, "coding")));
  return removed;
}

std::string add_theme(Project& project, const std::string& name, const std::string& definition,
                      const std::optional<std::string>& parent) {
  Edit edit(project, "theme add");
  const model::Codebook before = codebook(project);
  const std::string checked = model::checked_name("theme", name);
  const auto above = theme_id(before, parent);
  refuse_taken_theme(before, checked, above);
  store::add_theme(project.database(), checked, definition, above, project.new_guid());
  edit.commit(above ? before.path(*above) + " / " + checked : checked);
  return checked;
}

Renamed rename_theme(Project& project, const std::string& name, const std::string& new_name) {
  Edit edit(project, "theme rename");
  const model::Codebook before = codebook(project);
  const model::Theme& theme = find_theme(before, name);
  const std::string checked = model::checked_name("theme", new_name);
  refuse_taken_theme(before, checked, theme.parent, theme.id);
  store::rename_theme(project.database(), theme.id, checked);
  edit.commit(fmt::format("{} is now {}", theme.name, checked));
  return {theme.name, checked};
}

std::string define_theme(Project& project, const std::string& name, const std::string& definition) {
  Edit edit(project, "theme define");
  const model::Codebook before = codebook(project);
  const model::Theme& theme = find_theme(before, name);
  store::define_theme(project.database(), theme.id, definition);
  edit.commit(theme.name);
  return theme.name;
}

std::string move_theme(Project& project, const std::string& name,
                       const std::optional<std::string>& parent) {
  Edit edit(project, "theme move");
  const model::Codebook before = codebook(project);
  const model::Theme& theme = find_theme(before, name);
  const auto above = theme_id(before, parent);
  refuse_taken_theme(before, theme.name, above, theme.id);
  if (above != theme.parent) store::move_theme(project.database(), theme.id, above);
  edit.commit(fmt::format("{} to {}", theme.name, above ? before.path(*above) : "the top"));
  return theme.name;
}

void order_themes(Project& project, const std::vector<std::string>& names) {
  Edit edit(project, "theme order");
  const model::Codebook before = codebook(project);
  std::vector<model::ThemeId> ordered;
  std::optional<model::ThemeId> parent;
  for (const std::string& name : names) {
    const model::Theme& theme = find_theme(before, name);
    if (ordered.empty()) parent = theme.parent;
    if (theme.parent != parent) {
      throw Conflict(fmt::format("\"{}\" and \"{}\" do not stand under the same theme",
                                 before.theme(ordered.front()).name, theme.name));
    }
    if (std::find(ordered.begin(), ordered.end(), theme.id) != ordered.end()) {
      throw InputError(fmt::format("the theme \"{}\" is named twice", theme.name));
    }
    ordered.push_back(theme.id);
  }
  for (const model::ThemeId sibling : siblings(before, parent)) {
    if (std::find(ordered.begin(), ordered.end(), sibling) == ordered.end()) {
      ordered.push_back(sibling);
    }
  }
  store::order_themes(project.database(), ordered);
  edit.commit(fmt::format("under {}", parent ? before.path(*parent) : "the top"));
}

std::string remove_theme(Project& project, const std::string& name) {
  Edit edit(project, "theme remove");
  const model::Codebook before = codebook(project);
  const model::Theme& theme = find_theme(before, name);
  for (const model::ThemeId below : before.subthemes(theme.id)) {
    refuse_taken_theme(before, before.theme(below).name, theme.parent, theme.id);
  }
  store::remove_theme(project.database(), theme.id);
  edit.commit(before.path(theme.id));
  return theme.name;
}

std::size_t assign_codes(Project& project, const std::string& theme,
                         const std::vector<std::string>& codes) {
  Edit edit(project, "theme assign");
  const model::Codebook before = codebook(project);
  const model::ThemeId id = find_theme(before, theme).id;
  std::size_t assigned = 0;
  for (const std::string& code : codes) {
    assigned += store::assign_code(project.database(), id, find_code(before, code).id) ? 1 : 0;
  }
  edit.commit(fmt::format("{} to {}", text::plural(assigned, "code"), before.path(id)));
  return assigned;
}

std::size_t unassign_codes(Project& project, const std::string& theme,
                           const std::vector<std::string>& codes) {
  Edit edit(project, "theme unassign");
  const model::Codebook before = codebook(project);
  const model::ThemeId id = find_theme(before, theme).id;
  std::size_t taken_out = 0;
  for (const std::string& code : codes) {
    taken_out += store::unassign_code(project.database(), id, find_code(before, code).id) ? 1 : 0;
  }
  edit.commit(fmt::format("{} from {}", text::plural(taken_out, "code"), before.path(id)));
  return taken_out;
}

}  // namespace themata::study
