#include "themata/study/terms.hpp"

#include <algorithm>
#include <filesystem>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "themata/analysis/family_counts.hpp"
#include "themata/error.hpp"
#include "themata/exchange/term_list.hpp"
#include "themata/model/names.hpp"
#include "themata/store/corpus.hpp"
#include "themata/store/terms.hpp"
#include "themata/study/codebook.hpp"
#include "themata/study/edit.hpp"
#include "themata/study/files.hpp"
#include "themata/text/name_key.hpp"
#include "themata/text/plural.hpp"

namespace themata::study {

namespace {

using model::FormState;
using model::StoredFamily;
using model::TermForm;
using model::TermPattern;

bool is_explicit(const TermPattern& pattern) {
  return pattern.kind == TermPattern::Kind::code ||
         (pattern.kind == TermPattern::Kind::words &&
          std::none_of(pattern.words.begin(), pattern.words.end(), [](const std::string& word) {
            return word.find('*') != std::string::npos;
          }));
}

/// The form that a pattern stands for: without its minus, a code by the name that it has.
TermForm form_of(TermPattern pattern, const model::Codebook& codebook) {
  if (pattern.kind == TermPattern::Kind::code) {
    pattern.words.front() = find_code(codebook, pattern.words.front()).name;
  }
  const FormState state = pattern.excluded ? FormState::rejected : FormState::proposed;
  pattern.excluded = false;
  return {exchange::written_pattern(pattern), state};
}

std::vector<TermForm> forms_of(Project& project, const std::vector<std::string>& patterns) {
  const model::Codebook book = codebook(project);
  std::vector<TermForm> forms;
  for (const std::string& pattern : patterns) {
    forms.push_back(form_of(exchange::parse_term_pattern(pattern), book));
  }
  return forms;
}

/// The family of that very label, case and kinds of quotes aside; made if there is none.
FormsChanged family_called(Project& project, const std::string& label, const std::string& list,
                           model::TermFamilyId& id) {
  const std::string checked = model::checked_name("term family", label);
  for (const StoredFamily& family : term_families(project)) {
    if (text::name_key(family.name) != text::name_key(checked)) continue;
    id = family.id;
    return {family.name, false, {}};
  }
  id = store::add_term_family(project.database(), list, checked, project.new_guid());
  return {checked, true, {}};
}

/// Adds forms that the family has not; what was said of those it has stays.
void add_new_forms(Project& project, model::TermFamilyId id, const std::vector<TermForm>& forms,
                   FormsChanged& changed) {
  const auto families = term_families(project);
  const auto family = std::find_if(families.begin(), families.end(),
                                   [&](const StoredFamily& one) { return one.id == id; });
  for (const TermForm& form : forms) {
    const bool known = std::any_of(
        family->forms.begin(), family->forms.end(),
        [&](const TermForm& one) { return one.pattern == form.pattern; });
    if (!known && store::set_term_form(project.database(), id, form)) {
      changed.forms.push_back(form);
    }
  }
}

std::string summary_of(const FormsChanged& changed, const std::string& what) {
  std::vector<std::string> patterns;
  for (const TermForm& form : changed.forms) {
    patterns.push_back((form.state == FormState::rejected ? "-" : "") + form.pattern);
  }
  return fmt::format("{}: {}{}", changed.family, what, fmt::join(patterns, ", "));
}

FormsChanged set_states(Project& project, const StoredFamily& family,
                        const std::vector<TermForm>& forms) {
  FormsChanged changed{family.name, false, {}};
  for (const TermForm& form : forms) {
    if (store::set_term_form(project.database(), family.id, form)) changed.forms.push_back(form);
  }
  return changed;
}

std::vector<TermForm> with_state(std::vector<TermForm> forms, FormState state) {
  for (TermForm& form : forms) form.state = state;
  return forms;
}

/// The forms that a wildcard or a stem meets in what participants say, what the family rejects
/// taken out.
std::vector<TermForm> met_forms(Project& project, const StoredFamily& family,
                                const TermPattern& pattern) {
  model::TermFamily alone{family.name, {pattern}};
  const model::TermFamily whole = counted_family(family);
  std::copy_if(whole.patterns.begin(), whole.patterns.end(), std::back_inserter(alone.patterns),
               [](const TermPattern& other) { return other.excluded; });
  const auto corpus = store::open_corpus(project.database(), {});
  const auto counts = analysis::count_families(*corpus, {alone});
  std::vector<TermForm> forms;
  for (const auto& count : counts.front().forms) {
    const TermPattern met = exchange::parse_term_pattern('"' + count.form + '"');
    forms.push_back({exchange::written_pattern(met), FormState::approved});
  }
  return forms;
}

[[noreturn]] void throw_no_list(const std::string& list) {
  throw NotFound(fmt::format("there is no term list \"{}\" in the study; see \"themata terms list\"",
                             list),
                 {});
}

FormsChanged approve_all(Project& project, const StoredFamily& family) {
  std::vector<TermForm> approved;
  for (const TermForm& form : family.forms) {
    if (form.state != FormState::proposed) continue;
    const TermPattern pattern = exchange::parse_term_pattern(form.pattern);
    if (is_explicit(pattern)) {
      approved.push_back({form.pattern, FormState::approved});
      continue;
    }
    const std::vector<TermForm> met = met_forms(project, family, pattern);
    if (met.empty()) {
      project.notice(fmt::format("{} meets nothing that a participant says, and stays proposed",
                                 form.pattern));
      continue;
    }
    store::remove_term_form(project.database(), family.id, form.pattern);
    approved.insert(approved.end(), met.begin(), met.end());
  }
  return set_states(project, family, approved);
}

}  // namespace

std::vector<StoredFamily> term_families(Project& project) {
  return store::term_families(project.database());
}

const StoredFamily& find_family(const std::vector<StoredFamily>& families,
                                const std::string& label) {
  return model::find_named("term family", label, families);
}

model::TermFamily counted_family(const StoredFamily& family) {
  model::TermFamily counted{family.name, {}};
  for (const TermForm& form : family.forms) {
    TermPattern pattern = exchange::parse_term_pattern(form.pattern);
    pattern.excluded = form.state == FormState::rejected;
    counted.patterns.push_back(std::move(pattern));
  }
  return counted;
}

FormsChanged add_terms(Project& project, const std::string& label,
                       const std::vector<std::string>& patterns, const std::string& list) {
  Edit edit(project, "terms add");
  const std::vector<TermForm> forms = forms_of(project, patterns);
  model::TermFamilyId id;
  FormsChanged changed = family_called(project, label, list, id);
  add_new_forms(project, id, forms, changed);
  edit.commit(summary_of(changed, ""));
  return changed;
}

std::vector<FormsChanged> import_terms(Project& project, const std::string& path,
                                       const std::string& list) {
  const auto families = exchange::read_term_list(path, read_file(path));
  if (families.empty()) throw InputError(path, "there is no term family in it");
  Edit edit(project, "terms import");
  const model::Codebook book = codebook(project);
  std::vector<FormsChanged> all;
  for (const model::TermFamily& family : families) {
    model::TermFamilyId id;
    all.push_back(family_called(project, family.label, list, id));
    std::vector<TermForm> forms;
    for (const TermPattern& pattern : family.patterns) forms.push_back(form_of(pattern, book));
    add_new_forms(project, id, forms, all.back());
  }
  edit.commit(fmt::format("{} famil{} of {}", families.size(), families.size() == 1 ? "y" : "ies",
                          std::filesystem::path(path).filename().string()));
  return all;
}

std::string exported_terms(Project& project, const std::optional<std::string>& list) {
  std::string lines;
  for (const StoredFamily& family : term_families(project)) {
    if (list && text::name_key(family.list) != text::name_key(*list)) continue;
    const bool counts = family.count(FormState::rejected) < family.forms.size();
    if (!counts) {
      project.notice(fmt::format("{} has no form to count and was passed over", family.name));
      continue;
    }
    lines += exchange::written_family(counted_family(family)) + '\n';
  }
  if (lines.empty() && list) throw_no_list(*list);
  if (lines.empty()) {
    throw NotFound("there is no term family in the study; see \"themata terms add --help\"", {});
  }
  return lines;
}

Renamed rename_terms(Project& project, const std::string& label, const std::string& new_label) {
  Edit edit(project, "terms rename");
  const auto families = term_families(project);
  const StoredFamily& family = find_family(families, label);
  const std::string checked = model::checked_name("term family", new_label);
  for (const StoredFamily& other : families) {
    if (other.id != family.id && text::name_key(other.name) == text::name_key(checked)) {
      throw Conflict(fmt::format("there is a term family \"{}\" already", other.name));
    }
  }
  store::rename_term_family(project.database(), family.id, checked);
  edit.commit(fmt::format("{} is now {}", family.name, checked));
  return {family.name, checked};
}

FormsChanged remove_terms(Project& project, const std::string& label,
                          const std::vector<std::string>& patterns) {
  Edit edit(project, "terms remove");
  const auto families = term_families(project);
  const StoredFamily& family = find_family(families, label);
  FormsChanged changed{family.name, false, {}};
  if (patterns.empty()) {
    store::remove_term_family(project.database(), family.id);
    edit.commit(family.name);
    return {family.name, false, family.forms};
  }
  for (const TermForm& form : forms_of(project, patterns)) {
    if (!store::remove_term_form(project.database(), family.id, form.pattern)) {
      throw NotFound(fmt::format("{} has no form {}; see \"themata terms show\"", family.name,
                                 form.pattern),
                     {});
    }
    changed.forms.push_back(form);
  }
  edit.commit(summary_of(changed, "without "));
  return changed;
}

FormsChanged reject_terms(Project& project, const std::string& label,
                          const std::vector<std::string>& patterns) {
  Edit edit(project, "terms reject");
  const auto families = term_families(project);
  const FormsChanged changed =
      set_states(project, find_family(families, label),
                 with_state(forms_of(project, patterns), FormState::rejected));
  edit.commit(summary_of(changed, ""));
  return changed;
}

FormsChanged approve_terms(Project& project, const std::string& label,
                           const std::vector<std::string>& patterns) {
  Edit edit(project, "terms approve");
  const auto families = term_families(project);
  const StoredFamily& family = find_family(families, label);
  const FormsChanged changed =
      patterns.empty() ? approve_all(project, family)
                       : set_states(project, family,
                                    with_state(forms_of(project, patterns), FormState::approved));
  edit.commit(summary_of(changed, ""));
  return changed;
}

std::vector<FormsChanged> approve_term_list(Project& project, const std::string& list) {
  Edit edit(project, "terms approve");
  std::vector<FormsChanged> all;
  for (const StoredFamily& family : term_families(project)) {
    if (text::name_key(family.list) == text::name_key(list)) {
      all.push_back(approve_all(project, family));
    }
  }
  if (all.empty()) throw_no_list(list);
  edit.commit(fmt::format("the list {}", list));
  return all;
}

void follow_code_in_terms(Project& project, const std::string& name,
                          const std::optional<std::string>& new_name) {
  const auto pattern_of = [](const std::string& code) {
    return exchange::written_pattern({TermPattern::Kind::code, {code}, false});
  };
  for (const StoredFamily& family : term_families(project)) {
    for (const TermForm& form : family.forms) {
      if (form.pattern != pattern_of(name)) continue;
      store::remove_term_form(project.database(), family.id, form.pattern);
      if (new_name) {
        store::set_term_form(project.database(), family.id, {pattern_of(*new_name), form.state});
      } else {
        project.notice(fmt::format("the term family \"{}\" no longer counts the code's excerpts",
                                   family.name));
      }
    }
  }
}

}  // namespace themata::study
