#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/card.hpp"
#include "cli/context.hpp"
#include "cli/import_summary.hpp"
#include "cli/output_file.hpp"
#include "cli/registry.hpp"
#include "cli/table_output.hpp"
#include "themata/study/sources.hpp"
#include "themata/study/turns.hpp"
#include "themata/text/plural.hpp"

namespace themata::cli {

namespace {

void run_list(Context& context, const Arguments& arguments) {
  study::Project project = context.open_to_read();
  const auto sources = study::list_sources(project);
  TableOutput table(arguments, {text_column("source"), text_column("kind"), text_column("occasion"),
                                number_column("words"), number_column("turns"),
                                number_column("participants"), number_column("codings")});
  for (const study::SourceSummary& source : sources) {
    table.row({source.source.name, std::string(model::to_string(source.source.kind)),
               source.source.occasion, count(source.words), count(source.turns),
               count(source.participants), count(source.codings)});
  }
  table.finish();
}

void run_show(Context& context, const Arguments& arguments) {
  study::Project project = context.open_to_read();
  const model::Source source = study::find_source(project, arguments.argument("SOURCE"));
  const study::SourceFile file = study::source_file(project, source);
  print_field(context, "source", source.name);
  print_field(context, "kind", std::string(model::to_string(source.kind)));
  print_field(context, "occasion", source.occasion);
  print_field(context, "file", file.file_name);
  print_field(context, "encoding", file.encoding);
  print_field(context, "convention", file.convention);
  print_field(context, "imported", file.imported);
  if (file.original_bytes > 0) {
    print_field(context, "bytes", file.original_bytes);
    print_field(context, "SHA-256", file.sha256);
  } else {
    print_field(context, "bytes", "no longer kept");
  }
  for (const model::SourceDetail& detail : source.details) {
    print_field(context, "detail", detail.key + ": " + detail.value);
  }
}

void run_rename(Context& context, const Arguments& arguments) {
  study::Project project = context.open_to_write();
  const study::Renamed name =
      study::rename_source(project, arguments.argument("SOURCE"), arguments.argument("NEW-NAME"));
  context.print(fmt::format("{} is now {}\n", name.before, name.now));
}

void run_set(Context& context, const Arguments& arguments) {
  study::SourceChanges changes;
  if (const auto kind = arguments.text("kind")) changes.kind = model::parse_source_kind(*kind);
  changes.occasion = arguments.text("occasion");
  if (!changes.kind && !changes.occasion) throw UsageError("give --kind or --occasion");
  study::Project project = context.open_to_write();
  const bool changed = study::set_source(project, arguments.argument("SOURCE"), changes);
  context.print(changed ? "Changed the source\n" : "Nothing to change\n");
}

void run_remove(Context& context, const Arguments& arguments) {
  study::Project project = context.open_to_write();
  const study::RemovedSource removed = study::remove_source(project, arguments.argument("SOURCE"));
  context.print(
      fmt::format("Removed {} with {}\n", removed.name, text::plural(removed.codings, "coding")));
  if (!removed.participants.empty()) {
    context.print(
        fmt::format("Nobody speaks any more as: {}\n", fmt::join(removed.participants, ", ")));
  }
}

void run_export(Context& context, const Arguments& arguments) {
  study::Project project = context.open_to_read();
  const model::Source source = study::find_source(project, arguments.argument("SOURCE"));
  OutputFile file(arguments.text("output"));
  const std::string bytes = arguments.has("original") ? study::source_original(project, source)
                                                      : study::source_text(project, source);
  file.stream().write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  file.finish();
}

void run_turns(Context& context, const Arguments& arguments) {
  const auto argument = arguments.optional_argument("REGEX");
  const auto pattern = arguments.text("pattern");
  if (argument && pattern) throw UsageError("give one REGEX, as an argument or by --pattern");
  const auto& own_labels = argument ? argument : pattern;
  if (own_labels.has_value() == arguments.has("by-rule")) {
    throw UsageError("give a REGEX, or --by-rule");
  }
  study::Project project = context.open_to_write();
  const bool dry_run = arguments.has("dry-run");
  const study::NewTurns turns =
      study::set_turns(project, arguments.argument("SOURCE"), own_labels, dry_run);
  context.print(fmt::format("{} {} {}{}\n", turns.source, dry_run ? "would have" : "has",
                            text::plural(turns.turns, "turn"), dry_run ? "" : " now"));
  for (const study::FoundSpeaker& speaker : turns.speakers) {
    context.print(fmt::format(
        "  {} = {}\n", speaker.label,
        speaker.participant.empty() ? model::to_string(speaker.role) : speaker.participant));
  }
  print_preview(context, turns.preview);
  for (const study::Diagnostic& diagnostic : turns.diagnostics) {
    context.notice(
        fmt::format("{}, line {}: {}", turns.source, diagnostic.line, diagnostic.message));
  }
  if (!turns.participants.empty()) {
    context.print(
        fmt::format("Nobody speaks any more as: {}\n", fmt::join(turns.participants, ", ")));
  }
  if (dry_run) context.print("Nothing was changed.\n");
}

const Argument source_argument = {"SOURCE", "the source's name, or its beginning"};

}  // namespace

std::vector<Command> source_commands() {
  return {
      {
          .name = "source list",
          .summary = "Lists the sources",
          .details = "Words are those said in turns, by whomever, without notes, insertions, "
                     "timestamps and other voices.",
          .arguments = {},
          .options = with_table_options({}),
          .examples = {{"themata source list", "A row for each transcript."},
                       {"themata source list -o sources.csv", "The same, for a spreadsheet."}},
          .run = run_list,
      },
      {
          .name = "source show",
          .summary = "Shows where a source comes from",
          .details = "",
          .arguments = {source_argument},
          .options = {},
          .examples = {{"themata source show joanne", "Its file, encoding, checksum, details."}},
          .run = run_show,
      },
      {
          .name = "source rename",
          .summary = "Gives a source another name",
          .details = "",
          .arguments = {source_argument, {"NEW-NAME", "the name it gets"}},
          .options = with_why({}),
          .examples = {{"themata source rename p1 joanne", "p1 is joanne from now on."}},
          .run = run_rename,
      },
      {
          .name = "source set",
          .summary = "Says of what kind and from which time point a source is",
          .details = "",
          .arguments = {source_argument},
          .options = {{.name = "kind",
                       .value = "KIND",
                       .help = "what it is",
                       .choices = {"interview", "group", "written", "diary"}},
                      {.name = "occasion", .value = "OCCASION", .help = "its time point"}},
          .examples = {{"themata source set joanne --occasion \"one year\"",
                        "Sets its time point."}},
          .run = run_set,
      },
      {
          .name = "source turns",
          .summary = "Reads a source's turns anew, by your own labels",
          .details = "The text and its codings stay as they are; only who says what is found anew. "
                     "What you said of a label holds on, a new spelling and a merger too. The "
                     "regular expression fits the label at the beginning of each turn; its first "
                     "group, or the whole, is the speaker's name.",
          .arguments = {source_argument, {"REGEX", "how turns begin", Argument::Count::optional}},
          .options = {{.name = "pattern", .value = "REGEX", .help = "the same as the argument"},
                      {.name = "by-rule",
                       .value = "",
                       .help = "back to the rules by which transcripts are read at import"},
                      {.name = "dry-run",
                       .value = "",
                       .help = "shows what would come of it, and changes nothing"}},
          .examples = {{"themata source turns joanne '<([A-Z]+)>'", "Labels such as <JO>."},
                       {"themata source turns joanne '<([A-Z]+)>' --dry-run",
                        "What that would give, first."},
                       {"themata source turns joanne --by-rule", "As it was imported."}},
          .run = run_turns,
      },
      source_revise_command(),
      {
          .name = "source remove",
          .summary = "Takes a source out of the study, with its codings",
          .details =
              "The removal is in the history. The text itself stays in the study's file, where "
              "no command shows it; to be rid of it, make a new study without it.",
          .arguments = {source_argument},
          .options = with_why({}),
          .examples = {{"themata source remove pilot", "pilot is in no table any more."}},
          .run = run_remove,
      },
      {
          .name = "source export",
          .summary = "Writes a source's stored text, and not a byte more",
          .details = "",
          .arguments = {source_argument},
          .options = {{.name = "original",
                       .value = "",
                       .help = "the file as it was imported, instead of the stored text"},
                      {.name = "output",
                       .value = "FILE",
                       .help = "writes there",
                       .letter = 'o',
                       .is_path = true}},
          .examples = {{"themata source export joanne -o joanne.txt",
                        "Writes the text to a file."}},
          .run = run_export,
      },
  };
}

}  // namespace themata::cli
