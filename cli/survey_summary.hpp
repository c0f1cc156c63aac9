#pragma once

#include "cli/context.hpp"
#include "themata/study/survey.hpp"

namespace themata::cli {

/// Prints what an import of answers found, question by question, and what a person should check.
void print_survey_summary(const Context& context, const study::SurveyReport& report);

}  // namespace themata::cli
