#pragma once

#include <string>
#include <vector>

#include "themata/analysis/answers.hpp"
#include "themata/study/filter.hpp"
#include "themata/study/project.hpp"

namespace themata::study {

using analysis::Answer;

/// The questions of the interview schedule, in order; those of a survey's sources where there is no
/// schedule.
std::vector<std::string> questions(Project& project);

/// Reads a schedule: a question a line, with or without a number or a dash before it; empty lines
/// and what follows a `#` at a line's beginning are passed over. It takes the place of the one
/// there is. Returns how many questions it has. Throws `InputError` for a file without any.
std::size_t import_questions(Project& project, const std::string& path);

/// The answers, by question, then by source; see `analysis::list_answers`. What was asked besides
/// the schedule comes last.
std::vector<Answer> answers(Project& project, const Filter& filter);

}  // namespace themata::study
