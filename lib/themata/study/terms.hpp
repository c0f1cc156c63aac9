#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "themata/model/term_family.hpp"
#include "themata/study/project.hpp"
#include "themata/study/renamed.hpp"

namespace themata::study {

/// The families kept in the study, in its order.
std::vector<model::StoredFamily> term_families(Project& project);
/// The one that a person means by its label; throws as `model::find_name` does.
const model::StoredFamily& find_family(const std::vector<model::StoredFamily>& families,
                                       const std::string& label);

/// A family as it is counted: what is approved or proposed counts, what is rejected is taken out.
model::TermFamily counted_family(const model::StoredFamily& family);

/// What became of the forms of one family.
struct FormsChanged {
  std::string family;
  bool is_new_family = false;
  std::vector<model::TermForm> forms;  ///< those that are new or have another state now
};

/// `terms add`: patterns as in a term list; those behind a minus are rejected, the others proposed.
/// Makes the family, in the term list `list`, if there is none of that label. Throws `InputError`
/// for a pattern, `NotFound` for a code that is none.
FormsChanged add_terms(Project& project, const std::string& label,
                       const std::vector<std::string>& patterns, const std::string& list);

/// `terms import`: every family of a term list file, all or none.
std::vector<FormsChanged> import_terms(Project& project, const std::string& path,
                                       const std::string& list);
/// `terms export`: the families (of one list, if it is named) as a term list. Throws `NotFound` if
/// there are none.
std::string exported_terms(Project& project, const std::optional<std::string>& list);

Renamed rename_terms(Project& project, const std::string& label, const std::string& new_label);
/// Without patterns: the family with all that was decided in it.
FormsChanged remove_terms(Project& project, const std::string& label,
                          const std::vector<std::string>& patterns);

/// `terms reject`: these patterns are taken out from now on.
FormsChanged reject_terms(Project& project, const std::string& label,
                          const std::vector<std::string>& patterns);
/// `terms approve`: these patterns count. Without patterns, all that is proposed: a wildcard or a
/// stem gives way to the forms that it meets in what participants say, one by one; where it meets
/// none it stays proposed.
FormsChanged approve_terms(Project& project, const std::string& label,
                           const std::vector<std::string>& patterns);

/// The same for every family of a term list. Throws `NotFound` if the study has no such list.
std::vector<FormsChanged> approve_term_list(Project& project, const std::string& list);

/// A code has another name, or is no more (nothing): so have the patterns that count its excerpts.
void follow_code_in_terms(Project& project, const std::string& name,
                          const std::optional<std::string>& new_name);

}  // namespace themata::study
