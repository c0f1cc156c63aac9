#include "themata/study/import.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "cli/comment_import.hpp"
#include "cli/context.hpp"
#include "cli/import_summary.hpp"
#include "cli/project_import.hpp"
#include "cli/registry.hpp"
#include "cli/survey_summary.hpp"
#include "cli/terminal.hpp"
#include "themata/error.hpp"
#include "themata/text/plural.hpp"

namespace themata::cli {

namespace {

/// A table of answers in place of transcripts.
void run_survey_import(Context& context, const Arguments& arguments) {
  for (const char* option : {"manifest", "name", "participant", "turns", "occasion", "comments"}) {
    if (!arguments.has(option)) continue;
    throw UsageError(
        fmt::format("--{} is for transcripts, --participant-column for tables of "
                    "answers; give one of them",
                    option));
  }
  const std::vector<std::string> paths = arguments.arguments("PATH");
  if (paths.size() != 1 || paths.front() == "-") {
    throw UsageError("--participant-column goes with one file: .csv, .tsv or .xlsx");
  }
  study::SurveyRequest request;
  request.path = paths.front();
  request.sheet = arguments.text("sheet");
  request.participant_column = *arguments.text("participant-column");
  request.occasion_column = arguments.text("occasion-column");
  request.text_columns = arguments.texts("text-columns");
  request.question_column = arguments.text("question-column");
  request.answer_column = arguments.text("answer-column");
  request.attribute_columns = arguments.texts("attribute-columns");
  request.dry_run = arguments.has("dry-run");
  if (const auto kind = arguments.text("kind")) request.kind = model::parse_source_kind(*kind);
  study::Project project = context.open_to_write();
  study::SurveyReport report;
  {
    ProgressBar bar("importing");
    report = study::import_survey(
        project, request, [&](std::size_t done, std::size_t total) { bar.show(done, total); });
  }
  print_survey_summary(context, report);
}

void require_no_survey_options(const Arguments& arguments) {
  for (const char* option : {"text-columns", "attribute-columns", "occasion-column",
                             "question-column", "answer-column", "sheet"}) {
    if (!arguments.has(option)) continue;
    throw UsageError(fmt::format(
        "--{} goes with --participant-column, which says that a table holds answers", option));
  }
}

/// With `--comments`, of each file that came in, or was there, and may have some.
void bring_comments(Context& context, const Arguments& arguments, study::Project& project,
                    const study::ImportReport& report) {
  const auto as = arguments.text("comments");
  if (!as || report.dry_run) return;
  for (const study::ImportedFile& file : report.files) {
    if (file.outcome == study::ImportedFile::Outcome::failed || file.comments == 0) continue;
    study::CommentRequest request = comment_request(arguments, *as);
    request.file = file.path;
    request.source = file.source;
    context.print("\n");
    import_comments(context, arguments, project, request, arguments.has("yes"));
  }
}

void run_import(Context& context, const Arguments& arguments) {
  if (arguments.has("participant-column")) return run_survey_import(context, arguments);
  require_no_survey_options(arguments);
  if (is_project_import(arguments)) return run_project_import(context, arguments);
  if (arguments.has("offsets")) throw UsageError("--offsets goes with a project (.qdpx)");
  study::ImportRequest request;
  request.paths = arguments.arguments("PATH");
  request.manifest = arguments.text("manifest");
  request.name = arguments.text("name");
  request.participant = arguments.text("participant");
  request.occasion = arguments.text("occasion");
  request.own_labels = arguments.text("turns");
  request.dry_run = arguments.has("dry-run");
  if (const auto kind = arguments.text("kind")) request.kind = model::parse_source_kind(*kind);
  if (request.paths.empty() && !request.manifest) {
    throw UsageError("import what? Give files, folders or --manifest FILE");
  }
  const bool from_keyboard =
      std::find(request.paths.begin(), request.paths.end(), "-") != request.paths.end();
  if (from_keyboard && is_terminal_input()) {
    throw UsageError(
        "- alone reads what is typed or piped; a file's name with spaces in it stands in quotes");
  }
  study::Project project = context.open_to_write();
  study::ImportReport report;
  {
    ProgressBar bar("importing");
    report = study::import_sources(
        project, request, [&](std::size_t done, std::size_t total) { bar.show(done, total); });
  }
  for (const std::string& sentence : report.passed_over) context.notice(sentence);
  for (const study::ImportedFile& file : report.files) {
    if (file.outcome == study::ImportedFile::Outcome::failed) context.notice(file.error);
  }
  print_import_summary(context, report);
  bring_comments(context, arguments, project, report);
  if (const std::size_t failed = report.count(study::ImportedFile::Outcome::failed); failed > 0) {
    throw Error(fmt::format("{} of {} could not be imported", failed,
                            text::plural(report.files.size(), "file")));
  }
}

}  // namespace

std::vector<Command> import_commands() {
  return {{
      .name = "import",
      .summary = "Brings transcripts into the study",
      .details =
          "A source for each file, named by the file's stem; folders are walked. Read are plain "
          "text "
          "(.txt, .md), Word and OpenDocument (.docx, .odt, .rtf), PDF, web pages (.html), "
          "captions "
          "(.srt, .vtt) and tables with a row for each turn (.csv, .tsv, .xlsx). Turns are found "
          "by their labels (\"Ben: ...\"); Interviewer, I, Q, Facilitator "
          "and the like are researchers; P, R, Participant and the like mean the person of that "
          "file; any other label is the participant of that name, the same in every file. It ends "
          "with who was found and what to check.\n"
          "Each file is stored whole or not at all. The same file again changes nothing.\n"
          "With --participant-column a table (.csv, .tsv, .xlsx) holds answers: a row for each "
          "participant, or for each answer with --question-column and --answer-column. Each answer "
          "becomes a source (\"P01 Q1\") with its question as the detail \"question\", which "
          "--where question=... finds; other columns become attributes. It ends with how the "
          "columns "
          "were taken; --dry-run tells it beforehand.\n"
          "A project of another program comes in whole: REFI-QDA (.qdpx) of NVivo, ATLAS.ti, "
          "MAXQDA, QualCoder and others, QualCoder's own (.qda), RQDA's (.rqda), Taguette's "
          "(.sqlite3). It ends with what to check, and what could not be brought in.",
      .arguments = {{"PATH", "files and folders", Argument::Count::any, true}},
      .options = {{.name = "manifest",
                   .value = "FILE",
                   .help = "a CSV table with the columns file, participant, occasion, kind; "
                           "without a PATH its files are imported",
                   .is_path = true},
                  {.name = "name", .value = "NAME", .help = "the source's name (for one file)"},
                  {.name = "participant",
                   .value = "NAME",
                   .help = "whose transcript it is, where the labels do not say"},
                  {.name = "turns",
                   .value = "REGEX",
                   .help = "your own convention: fits the label at the beginning of each turn; its "
                           "first group is the name"},
                  {.name = "occasion", .value = "OCCASION", .help = "the time point"},
                  {.name = "comments",
                   .value = "AS",
                   .help = "shows what the comments in Word files would become (see \"comments "
                           "import\"); with --yes makes it so",
                   .choices = {"codes", "memos"}},
                  {.name = "near",
                   .value = "",
                   .help = "of comments: takes a code of nearly the same name, not a new one"},
                  {.name = "ignore-authors",
                   .value = "",
                   .help = "of comments: makes them all the work of the present coder"},
                  {.name = "yes", .value = "", .help = "of comments: does it, after showing it"},
                  {.name = "dry-run",
                   .value = "",
                   .help = "shows who and what would be found, and changes nothing"},
                  {.name = "offsets",
                   .value = "WORDS",
                   .help = "of a .qdpx: how it counts characters, if what was found is wrong; of "
                           "utf16, line-end=1, line-end=2, bom, inclusive, with commas between "
                           "them; code-points alone is the standard"},
                  {.name = "kind",
                   .value = "KIND",
                   .help = "what it is (interview unless said otherwise)",
                   .choices = {"interview", "group", "written", "diary"}},
                  {.name = "participant-column",
                   .value = "COLUMN",
                   .help = "the PATH is a table of answers, and this column names who gave them"},
                  {.name = "text-columns",
                   .value = "COLUMNS",
                   .help = "the columns of answers, with commas between them; told by what they "
                           "hold unless given",
                   .repeats = true},
                  {.name = "attribute-columns",
                   .value = "COLUMNS",
                   .help = "the columns that become attributes of participants (all others unless "
                           "given), or none",
                   .repeats = true},
                  {.name = "occasion-column",
                   .value = "COLUMN",
                   .help = "the column of time points: a row for each participant and time point"},
                  {.name = "question-column",
                   .value = "COLUMN",
                   .help = "the column of questions, if each row is an answer"},
                  {.name = "answer-column",
                   .value = "COLUMN",
                   .help = "the column of answers, if each row is one"},
                  {.name = "sheet",
                   .value = "NAME",
                   .help = "the sheet of an .xlsx workbook (the first with anything in it unless "
                           "given)"}},
      .examples = {{"themata import transcripts/", "Every transcript in the folder."},
                   {"themata import p07.txt --participant Joanne --occasion \"one year\"",
                    "One interview, with what its file does not say."},
                   {"themata import answers.csv --participant-column ID --dry-run",
                    "How a table of answers would be taken."},
                   {"themata import nvivo.qdpx", "A project of another program."},
                   {"themata import transcripts/ --dry-run", "A look before, without a change."}},
      .run = run_import,
  }};
}

}  // namespace themata::cli
