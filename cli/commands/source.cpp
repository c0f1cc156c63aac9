#include <ostream>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/context.hpp"
#include "cli/output_file.hpp"
#include "cli/registry.hpp"
#include "cli/table_output.hpp"
#include "themata/study/sources.hpp"

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
  context.out() << fmt::format(
      "source      {}\nkind        {}\noccasion    {}\nfile        {}\nencoding    {}\n"
      "convention  {}\nimported    {}\nbytes       {}\nSHA-256     {}\n",
      source.name, model::to_string(source.kind), source.occasion, file.file_name, file.encoding,
      file.convention, file.imported, file.original_bytes, file.sha256);
  for (const model::SourceDetail& detail : source.details) {
    context.out() << fmt::format("detail      {}: {}\n", detail.key, detail.value);
  }
}

void run_rename(Context& context, const Arguments& arguments) {
  study::Project project = context.open_to_write();
  const std::string old =
      study::rename_source(project, arguments.argument("SOURCE"), arguments.argument("NEW-NAME"));
  context.out() << fmt::format("{} is now {}\n", old, arguments.argument("NEW-NAME"));
}

void run_set(Context& context, const Arguments& arguments) {
  study::SourceChanges changes;
  if (const auto kind = arguments.text("kind")) changes.kind = model::parse_source_kind(*kind);
  changes.occasion = arguments.text("occasion");
  if (!changes.kind && !changes.occasion) throw UsageError("give --kind or --occasion");
  study::Project project = context.open_to_write();
  const bool changed = study::set_source(project, arguments.argument("SOURCE"), changes);
  context.out() << (changed ? "Changed the source\n" : "Nothing to change\n");
}

void run_remove(Context& context, const Arguments& arguments) {
  study::Project project = context.open_to_write();
  const study::RemovedSource removed = study::remove_source(project, arguments.argument("SOURCE"));
  context.out() << fmt::format("Removed {} with {} codings\n", removed.name, removed.codings);
  if (!removed.participants.empty()) {
    context.out() << fmt::format("Nobody speaks any more as: {}\n",
                                 fmt::join(removed.participants, ", "));
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
          .options = {},
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
          .name = "source remove",
          .summary = "Takes a source out of the study, with its codings",
          .details = "The removal is in the history; the text stays in the study's file so that it "
                     "can be undone.",
          .arguments = {source_argument},
          .options = {},
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
                      {.name = "output", .value = "FILE", .help = "writes there", .letter = 'o'}},
          .examples = {{"themata source export joanne -o joanne.txt",
                        "Writes the text to a file."}},
          .run = run_export,
      },
  };
}

}  // namespace themata::cli
