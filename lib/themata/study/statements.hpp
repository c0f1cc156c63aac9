#pragma once

#include <map>
#include <string>

#include "themata/model/record.hpp"
#include "themata/study/project.hpp"

namespace themata::study {

/// What a person said of a study, or that something is of no concern to it, and why.
struct StandingStatement {
  model::StatementKind kind = model::StatementKind::stated;
  std::string coder;
  std::string time;  ///< ISO 8601, UTC
  std::string text;
};

/// What the researchers say of what their sample can tell; told by `saturation`.
inline constexpr const char* information_power = "information-power";

/// What stands on each topic: the latest statement, unless it was withdrawn.
std::map<std::string, StandingStatement> standing_statements(Project& project);

/// Says something on a topic; dismisses it, with the reason; or takes back what stands on it. What
/// was said before stays in the study's file and its log. Throws `InputError` for a topic that
/// there is not (a point of the checklist, a word it has a remark on, or `information_power`) and
/// for one without words; `Conflict` if there is nothing to take back.
void state(Project& project, const std::string& topic, const std::string& text);
void dismiss(Project& project, const std::string& topic, const std::string& because);
void withdraw_statement(Project& project, const std::string& topic);

}  // namespace themata::study
