#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/context.hpp"
#include "cli/ranges.hpp"
#include "cli/registry.hpp"
#include "cli/terminal.hpp"
#include "themata/study/applying.hpp"
#include "themata/text/plural.hpp"

namespace themata::cli {

namespace {

void apply_file(Context& context, const Arguments& arguments, const std::string& path) {
  for (const char* option : {"source", "quote", "nth", "range", "turns", "memo"}) {
    if (arguments.has(option)) {
      throw UsageError(fmt::format("--{} does not go with --from", option));
    }
  }
  if (arguments.optional_argument("CODE")) throw UsageError("a CODE does not go with --from");
  study::Project project = context.open_to_write();
  study::CodingImport outcome;
  {
    ProgressBar bar("applying");
    outcome =
        study::apply_from(project, path, arguments.has("create"),
                          [&](std::size_t done, std::size_t total) { bar.show(done, total); });
  }
  for (const std::string& sentence : outcome.snapped) context.notice(sentence);
  context.print(fmt::format("Stored {} of {}", text::plural(outcome.added, "coding"),
                            text::plural(outcome.rows, "row")));
  if (outcome.added < outcome.rows) {
    context.print(fmt::format("; {} already there", outcome.rows - outcome.added));
  }
  context.print("\n");
  if (!outcome.new_codes.empty()) {
    context.print(fmt::format("New codes: {}\n", fmt::join(outcome.new_codes, ", ")));
  }
  if (!outcome.new_themes.empty()) {
    context.print(fmt::format("New themes: {}\n", fmt::join(outcome.new_themes, ", ")));
  }
}

study::ApplyRequest request_from(const Arguments& arguments) {
  const auto code = arguments.optional_argument("CODE");
  const auto source = arguments.text("source");
  if (!code) throw UsageError("apply which CODE? (or --from FILE.csv)");
  if (!source) throw UsageError("apply it where? Give --source");
  const int places = arguments.has("quote") + arguments.has("range") + arguments.has("turns");
  if (places != 1) throw UsageError("give one of --quote, --range and --turns");
  if (arguments.has("nth") && !arguments.has("quote")) {
    throw UsageError("--nth goes with --quote");
  }
  study::ApplyRequest request;
  request.code = *code;
  request.source = *source;
  request.quote = arguments.text("quote");
  request.nth = arguments.number("nth", 1);
  if (const auto range = arguments.text("range")) request.range = parse_range(*range);
  if (const auto turns = arguments.text("turns")) request.turns = parse_turns(*turns);
  request.memo = arguments.text("memo").value_or("");
  request.create = arguments.has("create");
  return request;
}

void run_apply(Context& context, const Arguments& arguments) {
  if (const auto path = arguments.text("from")) {
    apply_file(context, arguments, *path);
    return;
  }
  const study::ApplyRequest request = request_from(arguments);
  study::Project project = context.open_to_write();
  const study::Applied applied = study::apply_code(project, request);
  context.print(fmt::format("Coding {}{}: {} on {} {}:{}\n{}\n", applied.id.value,
                            applied.added ? "" : " was there already", applied.code, applied.source,
                            applied.range.begin.value, applied.range.end.value, applied.text));
}

void run_unapply(Context& context, const Arguments& arguments) {
  std::vector<std::int64_t> ids;
  for (const std::string& word : arguments.arguments("ID")) {
    ids.push_back(static_cast<std::int64_t>(parse_number("ID", word, 1)));
  }
  study::Project project = context.open_to_write();
  study::unapply(project, ids);
  context.print(fmt::format("Took {} away\n", text::plural(ids.size(), "coding")));
}

}  // namespace

std::vector<Command> apply_commands() {
  return {
      {
          .name = "apply",
          .summary = "Applies a code to a stretch of text",
          .details =
              "The text is told by a quote, by offsets or by turns. A quote is found exactly, else "
              "with white space, quotes, dashes and ellipses taken as equal, else also ignoring "
              "case and passing over notes and timestamps.\n"
              "With --from, a CSV table of codings: the columns source, code and either start,end "
              "or quote; optional nth, coder, memo, theme. All rows are stored or none.",
          .arguments = {{"CODE", "the code's name, or its beginning", Argument::Count::optional}},
          .options =
              {{.name = "source", .value = "SOURCE", .help = "the source"},
               {.name = "quote", .value = "TEXT", .help = "the words to code"},
               {.name = "nth",
                .value = "N",
                .help = "which one, if the quote is there several times"},
               {.name = "range",
                .value = "A:B",
                .help = "offsets in characters, from 0, the end excluded"},
               {.name = "turns", .value = "A-B", .help = "whole turns, both included"},
               {.name = "memo", .value = "TEXT", .help = "a note on this coding"},
               {.name = "from", .value = "FILE", .help = "a table of codings", .is_path = true},
               {.name = "create",
                .value = "",
                .help = "makes codes and themes that the study does not have"}},
          .examples =
              {{"themata apply Trust --source joanne --quote \"I could say anything there\"",
                "Codes these words."},
               {"themata apply --from codings.csv --create", "Codes what the table says."}},
          .run = run_apply,
      },
      {
          .name = "unapply",
          .summary = "Takes codings away",
          .details = "The ids are in the first column of \"themata excerpts\".",
          .arguments = {{"ID", "ids of codings", Argument::Count::some}},
          .options = with_why({}),
          .examples = {{"themata unapply 17 18", "Both, or none if one does not exist."}},
          .run = run_unapply,
      },
  };
}

}  // namespace themata::cli
