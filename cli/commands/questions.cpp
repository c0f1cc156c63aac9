#include "themata/study/questions.hpp"

#include <map>
#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/context.hpp"
#include "cli/document_output.hpp"
#include "cli/filter_options.hpp"
#include "cli/registry.hpp"
#include "cli/table_output.hpp"
#include "themata/text/plural.hpp"

namespace themata::cli {

namespace {

constexpr const char* besides = "(besides the schedule)";

std::string question_of(const study::Answer& answer, const std::vector<std::string>& questions) {
  return answer.question ? questions[*answer.question] : besides;
}

std::string names(const study::Answer& answer) {
  return fmt::format("{}", fmt::join(answer.participants, "; "));
}

void run_import(Context& context, const Arguments& arguments) {
  study::Project project = context.open_to_write();
  const std::size_t count = study::import_questions(project, arguments.argument("FILE"));
  context.print(fmt::format("Read {}\n", text::plural(count, "question")));
}

void run_list(Context& context, const Arguments& arguments) {
  study::Project project = context.open_to_read();
  const auto questions = study::questions(project);
  std::map<std::optional<std::size_t>, std::set<std::string>> sources;
  std::map<std::optional<std::size_t>, std::set<std::string>> people;
  for (const study::Answer& answer : study::answers(project, {})) {
    sources[answer.question].insert(answer.source);
    people[answer.question].insert(answer.participants.begin(), answer.participants.end());
  }
  TableOutput table(arguments,
                    {number_column("number"), text_column("question"), number_column("sources"),
                     number_column("participants")},
                    {.title = "The interview schedule"});
  for (std::size_t i = 0; i < questions.size(); ++i) {
    table.row({count(i + 1), questions[i], count(sources[i].size()), count(people[i].size())});
  }
  table.finish();
}

void write_answers(const Arguments& arguments, const std::vector<study::Answer>& answers,
                   const std::vector<std::string>& questions) {
  report::Document document;
  document.add(report::Paragraph::Kind::title, "Answers by question");
  std::string before;
  for (const study::Answer& answer : answers) {
    if (answer.text.empty()) continue;
    const std::string question = question_of(answer, questions);
    if (question != before) document.add(report::Paragraph::Kind::heading, question);
    before = question;
    document.add(report::Paragraph::Kind::small,
                 fmt::format("{}, {}{}", names(answer), answer.source,
                             answer.turn > 0 ? fmt::format(", turn {}", answer.turn) : ""));
    document.add(report::Paragraph::Kind::block_quotation, answer.text);
  }
  write_document(arguments, document);
}

void run_table(Context& context, const Arguments& arguments) {
  const bool as_document = arguments.text("layout") == "document";
  if (as_document) document_format(arguments);  // refused before anything is read
  study::Project project = context.open_to_read();
  const auto questions = study::questions(project);
  const auto answers = study::answers(project, speech_filter_from(arguments));
  if (questions.empty()) {
    context.notice(
        "the study has no schedule of questions; \"themata questions import FILE\" reads "
        "one");
  }
  if (as_document) return write_answers(arguments, answers, questions);
  TableOutput table(arguments,
                    {number_column("number"), text_column("question"), text_column("source"),
                     number_column("turn"), text_column("participant"), text_column("answer"),
                     number_column("words"), text_column("asked")},
                    {.title = "Answers by question"});
  for (const study::Answer& answer : answers) {
    const report::Cell number =
        answer.question ? count(*answer.question + 1) : report::Cell(std::string());
    const report::Cell turn = answer.turn > 0 ? count(answer.turn) : report::Cell(std::string());
    table.row({number, question_of(answer, questions), answer.source, turn, names(answer),
               answer.text, count(answer.words), answer.asked});
  }
  table.finish();
}

}  // namespace

std::vector<Command> question_commands() {
  return {
      {
          .name = "questions import",
          .summary = "Reads the interview schedule",
          .details = "A question a line, with or without its number. It takes the place of the "
                     "schedule there is.",
          .arguments = {{"FILE", "a text file", Argument::Count::one, true}},
          .options = {},
          .examples = {{"themata questions import schedule.txt", "A question a line."}},
          .run = run_import,
      },
      {
          .name = "questions list",
          .summary = "Lists the questions, and in how many sources each was asked",
          .details = "",
          .arguments = {},
          .options = with_table_options({}),
          .examples = {{"themata questions list", "The schedule."}},
          .run = run_list,
      },
      {
          .name = "questions table",
          .summary = "Prints what was answered to each question",
          .details =
              "A question counts as asked where a researcher's turn has half of its words or more "
              "(function words aside, by stems); the answer is what participants say up to the "
              "next "
              "one. Other turns of researchers are prompts. Of a survey, the answers are its "
              "sources. What was said before the first question stands last, without a number.",
          .arguments = {},
          .options = with_table_options(with_speech_filter_options(
              {{.name = "layout",
                .value = "LAYOUT",
                .help = "table (unless said otherwise), or a document with a heading for each "
                        "question",
                .choices = {"table", "document"}}})),
          .examples = {{"themata questions table --layout document -o answers.docx",
                        "The answers under each question."}},
          .run = run_table,
      },
  };
}

}  // namespace themata::cli
