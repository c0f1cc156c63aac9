#include "cli/survey_summary.hpp"

#include <string>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/import_summary.hpp"
#include "themata/text/plural.hpp"

namespace themata::cli {

namespace {

void print_counts(const Context& context, const study::SurveyReport& report) {
  std::string counts = fmt::format(
      "{} {}: {} ({} new), {}, {}", report.dry_run ? "Would import" : "Imported",
      text::plural(report.imported(), "answer"), text::plural(report.participants, "participant"),
      report.new_participants, text::plural(report.questions.size(), "question"),
      text::plural(report.words, "word"));
  if (report.unchanged() > 0) {
    counts +=
        fmt::format("; {} already there, unchanged", text::plural(report.unchanged(), "answer"));
  }
  if (report.dry_run) counts += "; nothing was changed";
  context.print_behind("", counts, "  ");
}

void print_questions(const Context& context, const study::SurveyReport& report) {
  std::vector<std::string> lines;
  for (const study::SurveyQuestion& question : report.questions) {
    std::string line = fmt::format("{}: {}", question.name,
                                   text::plural(question.imported + question.unchanged, "answer"));
    if (question.empty > 0) line += fmt::format(", {} empty", question.empty);
    if (question.text != question.name) line += fmt::format(" ({})", question.text);
    lines.push_back(std::move(line));
  }
  print_part(context,
             report.by_content ? "Questions, by what the columns hold (--text-columns changes it):"
                               : "Questions:",
             lines, "");
}

void print_columns(const Context& context, const study::SurveyReport& report) {
  print_part(context,
             "Attributes of participants (\"themata participant list\"):", report.attributes, "");
  std::vector<std::string> left_out;
  for (const auto& [column, why] : report.left_out) {
    left_out.push_back(fmt::format("{}: {}", column, why));
  }
  print_part(context, "Columns that were left out:", left_out, "");
}

void print_what_to_check(const Context& context, const study::SurveyReport& report) {
  std::vector<std::string> lines;
  if (!report.no_answers.empty()) {
    std::vector<std::string> marks;
    for (const auto& [mark, count] : report.no_answers) {
      marks.push_back(fmt::format("\"{}\" ({})", mark, count));
    }
    lines.push_back(fmt::format("taken for no answer: {}", fmt::join(marks, ", ")));
  }
  if (report.silent_participants > 0) {
    lines.push_back(fmt::format("{} answered no question",
                                text::plural(report.silent_participants, "participant")));
  }
  lines.insert(lines.end(), report.to_check.begin(), report.to_check.end());
  print_part(context, "Please check:", lines, "");
}

}  // namespace

void print_survey_summary(const Context& context, const study::SurveyReport& report) {
  print_counts(context, report);
  print_questions(context, report);
  print_columns(context, report);
  print_what_to_check(context, report);
  print_brackets(context, report.brackets);
}

}  // namespace themata::cli
