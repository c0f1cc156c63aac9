#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "themata/model/codebook.hpp"
#include "themata/study/project.hpp"
#include "themata/study/renamed.hpp"

namespace themata::study {

model::Codebook codebook(Project& project);

/// By name (see `model::find_name`); a theme also by its number ("3.4") or its path ("A / B").
const model::Code& find_code(const model::Codebook& codebook, const std::string& name);
const model::Theme& find_theme(const model::Codebook& codebook, const std::string& name);

/// The functions below throw `NotFound` for names that stand for nothing, `Conflict` for names that
/// are taken (apart from case and quotes; themes may share a name under different parents), and
/// return the name of what was changed, as the study has it.

std::string add_code(Project& project, const std::string& name, const std::string& description,
                     const std::optional<std::string>& theme);
Renamed rename_code(Project& project, const std::string& name, const std::string& new_name);
std::string describe_code(Project& project, const std::string& name,
                          const std::string& description);
/// Out of every theme it is in, into `theme` (none: into none).
std::string move_code(Project& project, const std::string& name,
                      const std::optional<std::string>& theme);

struct RemovedCode {
  std::string name;
  std::size_t codings = 0;
};
/// Removes a code with its codings. Unless `with_codings`, throws `Conflict` if it has any.
RemovedCode remove_code(Project& project, const std::string& name, bool with_codings);

std::string add_theme(Project& project, const std::string& name, const std::string& definition,
                      const std::optional<std::string>& parent);
Renamed rename_theme(Project& project, const std::string& name, const std::string& new_name);
std::string define_theme(Project& project, const std::string& name, const std::string& definition);
/// Under `parent`, or to the top. Throws `Conflict` if it would become its own ancestor.
std::string move_theme(Project& project, const std::string& name,
                       const std::optional<std::string>& parent);
/// Puts the named themes, which must be siblings, first and in this order; the others follow.
void order_themes(Project& project, const std::vector<std::string>& names);
/// Its subthemes and codes stay, one level up.
std::string remove_theme(Project& project, const std::string& name);

/// Puts codes under a theme, or takes them out. Returns how many were not there (or were).
std::size_t assign_codes(Project& project, const std::string& theme,
                         const std::vector<std::string>& codes);
std::size_t unassign_codes(Project& project, const std::string& theme,
                           const std::vector<std::string>& codes);

}  // namespace themata::study
