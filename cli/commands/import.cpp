#include "themata/study/import.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "cli/context.hpp"
#include "cli/import_summary.hpp"
#include "cli/registry.hpp"
#include "cli/terminal.hpp"
#include "themata/error.hpp"
#include "themata/text/plural.hpp"

namespace themata::cli {

namespace {

void run_import(Context& context, const Arguments& arguments) {
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
          "Each file is stored whole or not at all. The same file again changes nothing.",
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
                  {.name = "dry-run",
                   .value = "",
                   .help = "shows who and what would be found, and changes nothing"},
                  {.name = "kind",
                   .value = "KIND",
                   .help = "what it is (interview unless said otherwise)",
                   .choices = {"interview", "group", "written", "diary"}}},
      .examples = {{"themata import transcripts/", "Every transcript in the folder."},
                   {"themata import p07.txt --participant Joanne --occasion \"one year\"",
                    "One interview, with what its file does not say."},
                   {"themata import transcripts/ --dry-run", "A look before, without a change."}},
      .run = run_import,
  }};
}

}  // namespace themata::cli
