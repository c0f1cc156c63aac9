#include "themata/study/code_surgery.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "themata/error.hpp"
#include "themata/exchange/color.hpp"
#include "themata/model/names.hpp"
#include "themata/store/codebook.hpp"
#include "themata/store/codings.hpp"
#include "themata/store/memos.hpp"
#include "themata/store/recode.hpp"
#include "themata/study/codebook.hpp"
#include "themata/study/detail/taken_names.hpp"
#include "themata/study/edit.hpp"
#include "themata/study/terms.hpp"
#include "themata/text/plural.hpp"

namespace themata::study {

namespace {

void set_if_given(std::string& field, const std::optional<std::string>& value) {
  if (value) field = *value;
}

void refuse_nothing(const ScopeNotes& notes) {
  if (notes.description || notes.idea || notes.includes || notes.excludes || notes.example ||
      notes.color) {
    return;
  }
  throw InputError("say something of it: a description, or --include, --exclude, --example");
}

/// The names that stand for something each, without `into`.
template <class Noun, class Find>
std::vector<Noun> others(const std::vector<std::string>& names, const Noun& into, Find find) {
  std::vector<Noun> found;
  for (const std::string& name : names) {
    const Noun& one = find(name);
    if (one.id == into.id) throw Conflict(fmt::format("\"{}\" cannot go into itself", one.name));
    const bool twice = std::any_of(found.begin(), found.end(),
                                   [&](const Noun& other) { return other.id == one.id; });
    if (!twice) found.push_back(one);
  }
  return found;
}

/// What was said of something that is no more, in a memo's words.
std::string remembered(const std::string& name, const std::string& description,
                       const std::string& includes, const std::string& excludes,
                       const std::string& example) {
  std::string text;
  const auto add = [&](const char* what, const std::string& value) {
    if (!value.empty()) text += fmt::format("\n{}{}", what, value);
  };
  add("", description);
  add("Include: ", includes);
  add("Exclude: ", excludes);
  add("Example: ", example);
  return text.empty() ? "" : "Merged from " + name + ":" + text;
}

void keep_as_memo(Project& project, Edit& edit, model::MemoTarget target, std::int64_t id,
                  const std::string& text) {
  if (text.empty()) return;
  store::add_memo(project.database(), {{}, project.new_guid(), target, id, edit.coder(), text},
                  project.now());
}

template <class Noun>
std::vector<std::string> names_of(const std::vector<Noun>& nouns) {
  std::vector<std::string> names;
  for (const Noun& noun : nouns) names.push_back(noun.name);
  return names;
}

void merge_code(Project& project, Edit& edit, const model::Codebook& book, const model::Code& from,
                const model::Code& into, bool with_themes, MergedCodes& outcome) {
  store::Database& database = project.database();
  const auto recoded = store::recode(database, store::codings_of_code(database, from.id), into.id);
  outcome.codings += recoded.codings;
  outcome.joined += recoded.joined;
  store::move_memos(database, model::MemoTarget::code, from.id.value, into.id.value);
  keep_as_memo(project, edit, model::MemoTarget::code, into.id.value,
               remembered(from.name, from.description, from.includes, from.excludes, from.example));
  if (with_themes) {
    for (const model::ThemeId theme : book.themes_of(from.id)) {
      store::assign_code(database, theme, into.id);
    }
  }
  store::remove_code(database, from.id);
  follow_code_in_terms(project, from.name, into.name);
}

/// The codings that are meant, each once. Throws unless all are the code's.
std::vector<model::CodingId> codings_of(Project& project, const model::Code& code,
                                        const std::vector<std::int64_t>& ids) {
  std::vector<model::CodingId> wanted;
  for (const std::int64_t id : ids) wanted.emplace_back(id);
  std::sort(wanted.begin(), wanted.end());
  wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());
  const auto all = store::codings_of_code(project.database(), code.id);
  for (const model::CodingId id : wanted) {
    if (std::binary_search(all.begin(), all.end(), id)) continue;
    throw NotFound(fmt::format(
        "{} is no coding with \"{}\"; \"themata excerpts --code\" lists those in its column id",
        id.value, code.name));
  }
  return wanted;
}

void refuse_below(const model::Codebook& book, const model::Theme& from, const model::Theme& into) {
  const auto below = book.with_subthemes(from.id);
  if (std::find(below.begin(), below.end(), into.id) == below.end()) return;
  throw Conflict(fmt::format("\"{}\" stands under \"{}\", which so cannot go into it",
                             book.path(into.id), from.name));
}

void merge_theme(Project& project, Edit& edit, const model::Theme& from, const model::Theme& into,
                 MergedThemes& outcome) {
  store::Database& database = project.database();
  const model::Codebook book = codebook(project);
  refuse_below(book, from, into);
  for (const model::ThemeId below : book.subthemes(from.id)) {
    detail::refuse_taken_theme(book, book.theme(below).name, into.id, below);
    store::move_theme(database, below, into.id);
    ++outcome.subthemes;
  }
  for (const model::CodeId code : book.codes_of(from.id)) {
    store::unassign_code(database, from.id, code);
    outcome.codes += store::assign_code(database, into.id, code) ? 1 : 0;
  }
  store::move_memos(database, model::MemoTarget::theme, from.id.value, into.id.value);
  std::string said = from.definition;
  if (!from.idea.empty()) said += (said.empty() ? "" : "\n") + ("Central idea: " + from.idea);
  keep_as_memo(project, edit, model::MemoTarget::theme, into.id.value,
               remembered(from.name, said, from.includes, from.excludes, from.example));
  store::remove_theme(database, from.id);
}

std::optional<std::string> color_meant(const ScopeNotes& notes) {
  if (!notes.color || notes.color->empty()) return notes.color;
  const auto color = exchange::read_color(*notes.color);
  if (color) return color;
  throw InputError(fmt::format("\"{}\" is no colour; write it as #RRGGBB", *notes.color));
}

}  // namespace

std::string describe_code(Project& project, const std::string& name, const ScopeNotes& notes) {
  refuse_nothing(notes);
  Edit edit(project, "code describe");
  const model::Codebook before = codebook(project);
  model::Code code = find_code(before, name);
  set_if_given(code.description, notes.description);
  set_if_given(code.includes, notes.includes);
  set_if_given(code.excludes, notes.excludes);
  set_if_given(code.example, notes.example);
  set_if_given(code.color, color_meant(notes));
  store::describe_code(project.database(), code);
  edit.commit(code.name);
  return code.name;
}

std::string define_theme(Project& project, const std::string& name, const ScopeNotes& notes) {
  refuse_nothing(notes);
  Edit edit(project, "theme define");
  const model::Codebook before = codebook(project);
  model::Theme theme = find_theme(before, name);
  set_if_given(theme.definition, notes.description);
  set_if_given(theme.idea, notes.idea);
  set_if_given(theme.includes, notes.includes);
  set_if_given(theme.excludes, notes.excludes);
  set_if_given(theme.example, notes.example);
  set_if_given(theme.color, color_meant(notes));
  store::define_theme(project.database(), theme);
  edit.commit(theme.name);
  if (theme.idea.empty() && study_info(project).approach == model::Approach::reflexive) {
    project.notice(fmt::format(
        "what idea holds \"{}\" together? --idea says it: a theme is more than a topic that "
        "people spoke of",
        theme.name));
  }
  return theme.name;
}

MergedCodes merge_codes(Project& project, const std::vector<std::string>& names,
                        const std::string& into, bool with_themes) {
  Edit edit(project, "code merge");
  const model::Codebook before = codebook(project);
  const model::Code target = find_code(before, into);
  const auto merged = others(names, target, [&](const std::string& name) -> const model::Code& {
    return find_code(before, name);
  });
  MergedCodes outcome{names_of(merged), target.name, 0, 0};
  for (const model::Code& from : merged) {
    merge_code(project, edit, before, from, target, with_themes, outcome);
  }
  edit.commit(fmt::format("{} into {}, with {}", fmt::join(outcome.merged, ", "), target.name,
                          text::plural(outcome.codings, "coding")));
  return outcome;
}

SplitCode split_code(Project& project, const std::string& name, const std::string& into,
                     const std::vector<std::int64_t>& ids) {
  Edit edit(project, "code split");
  const model::Codebook before = codebook(project);
  const model::Code& code = find_code(before, name);
  const std::string checked = model::checked_name("code", into);
  detail::refuse_taken_code(before, checked);
  const auto codings = codings_of(project, code, ids);
  store::Database& database = project.database();
  const auto id = store::add_code(database, checked, "", project.new_guid());
  for (const model::ThemeId theme : before.themes_of(code.id)) {
    store::assign_code(database, theme, id);
  }
  store::recode(database, codings, id);
  const SplitCode outcome{code.name, checked, codings.size(),
                          store::coding_count(database, code.id)};
  edit.commit(
      fmt::format("{} of {} into {}", text::plural(codings.size(), "coding"), code.name, checked));
  return outcome;
}

std::string retire_code(Project& project, const std::string& name, bool back) {
  Edit edit(project, "code retire");
  const model::Codebook before = codebook(project);
  model::Code code = find_code(before, name);
  if (back || code.retired.empty()) code.retired = back ? "" : project.now();
  store::describe_code(project.database(), code);
  edit.commit(code.name + (back ? " is in use again" : ""));
  return code.name;
}

std::string retire_theme(Project& project, const std::string& name, bool back) {
  Edit edit(project, "theme retire");
  const model::Codebook before = codebook(project);
  model::Theme theme = find_theme(before, name);
  if (back || theme.retired.empty()) theme.retired = back ? "" : project.now();
  store::define_theme(project.database(), theme);
  edit.commit(theme.name + (back ? " is in use again" : ""));
  return theme.name;
}

void refuse_retired(const model::Code& code) {
  if (code.retired.empty()) return;
  throw Conflict(fmt::format(
      "the code \"{}\" is retired; \"themata code retire --back\" takes it into use again",
      code.name));
}

MergedThemes merge_themes(Project& project, const std::vector<std::string>& names,
                          const std::string& into) {
  Edit edit(project, "theme merge");
  const model::Codebook before = codebook(project);
  const model::Theme target = find_theme(before, into);
  const auto merged = others(names, target, [&](const std::string& name) -> const model::Theme& {
    return find_theme(before, name);
  });
  MergedThemes outcome{names_of(merged), target.name, 0, 0};
  for (const model::Theme& from : merged) merge_theme(project, edit, from, target, outcome);
  edit.commit(fmt::format("{} into {}", fmt::join(outcome.merged, ", "), target.name));
  return outcome;
}

std::size_t split_theme(Project& project, const std::string& name, const std::string& into,
                        const std::vector<std::string>& codes) {
  Edit edit(project, "theme split");
  const model::Codebook before = codebook(project);
  const model::Theme& theme = find_theme(before, name);
  const std::string checked = model::checked_name("theme", into);
  detail::refuse_taken_theme(before, checked, theme.parent);
  store::Database& database = project.database();
  const auto id = store::add_theme(database, checked, "", theme.parent, project.new_guid());
  std::size_t moved = 0;
  for (const std::string& written : codes) {
    const model::Code& code = find_code(before, written);
    if (store::assign_code(database, id, code.id)) ++moved;
    const auto& under = before.codes_of(theme.id);
    if (std::find(under.begin(), under.end(), code.id) == under.end()) {
      throw NotFound(fmt::format("the code \"{}\" is not under \"{}\" itself", code.name,
                                 before.path(theme.id)));
    }
    store::unassign_code(database, theme.id, code.id);
  }
  edit.commit(fmt::format("{} of {} into {}", text::plural(moved, "code"), theme.name, checked));
  return moved;
}

}  // namespace themata::study
