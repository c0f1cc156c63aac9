#include "themata/study/terms.hpp"

#include <algorithm>
#include <filesystem>
#include <unordered_map>
#include <utility>

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
#include "themata/study/meant_terms.hpp"
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

/// Of the folded words of a hit, with a space between.
TermPattern pattern_of_form(const std::string& form) {
  TermPattern pattern;
  std::size_t begin = 0;
  for (std::size_t end = 0; end != std::string::npos; begin = end + 1) {
    end = form.find(' ', begin);
    pattern.words.push_back(form.substr(begin, end - begin));
  }
  return pattern;
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

/// Families by their labels, case and kinds of quotes aside, as they are and as they are made.
class Families {
 public:
  explicit Families(Project& project) : project_(project) {
    for (StoredFamily& family : term_families(project)) {
      std::string key = text::name_key(family.name);
      families_.emplace(std::move(key), std::move(family));
    }
  }

  /// Adds to the family of that label, made in `list` if there is none, the forms that it has not;
  /// what was said of those it has stays.
  FormsChanged add(const std::string& label, const std::string& list,
                   const std::vector<TermForm>& forms) {
    const std::string name = model::checked_name("term family", label);
    const auto [place, is_new] = families_.try_emplace(text::name_key(name));
    StoredFamily& family = place->second;
    if (is_new) family.name = name;
    if (is_new) {
      family.id =
          store::add_term_family(project_.database(), list, name, project_.new_guid());
    }
    FormsChanged changed{family.name, is_new, {}};
    for (const TermForm& form : forms) {
      const bool known = std::any_of(
          family.forms.begin(), family.forms.end(),
          [&](const TermForm& one) { return one.pattern == form.pattern; });
      if (known) continue;
      store::set_term_form(project_.database(), family.id, form);
      family.forms.push_back(form);
      changed.forms.push_back(form);
    }
    return changed;
  }

 private:
  Project& project_;
  std::unordered_map<std::string, StoredFamily> families_;
};

std::string checked_list(const std::string& list) {
  return list.empty() ? list : model::checked_name("term list", list);
}

/// A hit that was left out counts again if the family now meets another stretch of text there.
void report_lost_decisions(Project& project, const std::vector<model::TermFamilyId>& ids) {
  std::vector<StoredFamily> changed;
  for (StoredFamily& family : term_families(project)) {
    if (std::find(ids.begin(), ids.end(), family.id) != ids.end()) changed.push_back(family);
  }
  std::vector<model::TermFamily> families = counted_families(project, changed);
  std::erase_if(families, [](const model::TermFamily& family) { return family.left_out.empty(); });
  if (families.empty()) return;
  model::Selection everybody;
  everybody.speech = model::Speech::all;
  const auto corpus = store::open_corpus(project.database(), everybody);
  const auto counts = analysis::count_families(*corpus, families);
  for (std::size_t i = 0; i < families.size(); ++i) {
    const std::size_t lost = families[i].left_out.size() - counts[i].left_out;
    if (lost == 0) continue;
    project.notice(fmt::format(
        "{} that {} left out of \"{}\" {} no longer a hit of it; read what is there now with "
        "\"themata terms review\"",
        text::plural(lost, "place"), lost == 1 ? "was" : "were", families[i].label,
        lost == 1 ? "is" : "are"));
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
  report_lost_decisions(project, {family.id});
  return changed;
}

std::vector<TermForm> with_state(std::vector<TermForm> forms, FormState state) {
  for (TermForm& form : forms) form.state = state;
  return forms;
}

/// A wildcard or a stem of a family, which is to give way to the forms that it meets.
struct Wide {
  const StoredFamily* family = nullptr;
  std::string pattern;
};

/// The forms that each meets in what participants say, what its family rejects taken out; in one
/// walk over the study.
std::vector<std::vector<TermForm>> forms_met(Project& project, const std::vector<Wide>& all) {
  std::vector<model::TermFamily> alone;
  for (const Wide& wide : all) {
    alone.push_back({wide.family->name, {exchange::parse_term_pattern(wide.pattern)}});
    const model::TermFamily whole = counted_family(*wide.family);
    std::copy_if(whole.patterns.begin(), whole.patterns.end(),
                 std::back_inserter(alone.back().patterns),
                 [](const TermPattern& other) { return other.excluded; });
  }
  const auto corpus = store::open_corpus(project.database(), {});
  std::vector<std::vector<TermForm>> met;
  for (const auto& row : analysis::count_families(*corpus, alone)) {
    met.emplace_back();
    for (const auto& count : row.forms) {
      met.back().push_back({exchange::written_pattern(pattern_of_form(count.form)),
                            FormState::approved});
    }
  }
  return met;
}

[[noreturn]] void throw_no_list(const std::string& list) {
  throw NotFound(fmt::format("there is no term list \"{}\" in the study; see \"themata terms list\"",
                             list),
                 {});
}

std::vector<FormsChanged> approve_all(Project& project,
                                      const std::vector<StoredFamily>& families) {
  std::vector<std::vector<TermForm>> approved(families.size());
  std::vector<Wide> wide;
  std::vector<std::size_t> family_of;
  for (std::size_t i = 0; i < families.size(); ++i) {
    for (const TermForm& form : families[i].forms) {
      if (form.state != FormState::proposed) continue;
      if (is_explicit(exchange::parse_term_pattern(form.pattern))) {
        approved[i].push_back({form.pattern, FormState::approved});
      } else {
        wide.push_back({&families[i], form.pattern});
        family_of.push_back(i);
      }
    }
  }
  const auto met = wide.empty() ? std::vector<std::vector<TermForm>>() : forms_met(project, wide);
  for (std::size_t i = 0; i < wide.size(); ++i) {
    if (met[i].empty()) {
      project.notice(fmt::format("{} meets nothing that a participant says, and stays proposed",
                                 wide[i].pattern));
      continue;
    }
    store::remove_term_form(project.database(), wide[i].family->id, wide[i].pattern);
    auto& forms = approved[family_of[i]];
    forms.insert(forms.end(), met[i].begin(), met[i].end());
  }
  std::vector<FormsChanged> changed;
  for (std::size_t i = 0; i < families.size(); ++i) {
    changed.push_back(set_states(project, families[i], approved[i]));
  }
  return changed;
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
  const FormsChanged changed = Families(project).add(label, checked_list(list), forms);
  const auto families = term_families(project);
  report_lost_decisions(project, {find_family(families, changed.family).id});
  edit.commit(summary_of(changed, ""));
  return changed;
}

std::vector<FormsChanged> import_terms(Project& project, const std::string& path,
                                       const std::string& list) {
  const auto read = exchange::read_term_list(path, read_file(path));
  if (read.empty()) throw InputError(path, "there is no term family in it");
  Edit edit(project, "terms import");
  const model::Codebook book = codebook(project);
  const std::string checked = checked_list(list);
  Families families(project);
  std::vector<FormsChanged> all;
  for (const model::TermFamily& family : read) {
    std::vector<TermForm> forms;
    for (const TermPattern& pattern : family.patterns) forms.push_back(form_of(pattern, book));
    all.push_back(families.add(family.label, checked, forms));
  }
  std::vector<model::TermFamilyId> ids;
  for (const StoredFamily& family : term_families(project)) ids.push_back(family.id);
  report_lost_decisions(project, ids);
  edit.commit(fmt::format("{} famil{} of {}", read.size(), read.size() == 1 ? "y" : "ies",
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
      patterns.empty() ? approve_all(project, {family}).front()
                       : set_states(project, family,
                                    with_state(forms_of(project, patterns), FormState::approved));
  edit.commit(summary_of(changed, ""));
  return changed;
}

std::vector<FormsChanged> approve_term_list(Project& project, const std::string& list) {
  Edit edit(project, "terms approve");
  std::vector<StoredFamily> families = term_families(project);
  std::erase_if(families, [&](const StoredFamily& family) {
    return text::name_key(family.list) != text::name_key(list);
  });
  if (families.empty()) throw_no_list(list);
  const std::vector<FormsChanged> all = approve_all(project, families);
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
