#include <algorithm>

#include <fmt/format.h>

#include "cli/context.hpp"
#include "cli/filter_options.hpp"
#include "cli/question.hpp"
#include "cli/registry.hpp"
#include "cli/table_output.hpp"
#include "themata/error.hpp"
#include "themata/study/autocoding.hpp"
#include "themata/text/plural.hpp"

namespace themata::cli {

namespace {

study::AutocodeRequest request_from(const Arguments& arguments) {
  study::AutocodeRequest request;
  request.code = arguments.argument("CODE");
  request.pattern = arguments.optional_argument("PATTERN");
  request.terms = arguments.text("terms");
  if (request.pattern.has_value() == request.terms.has_value()) {
    throw UsageError("say what to look for: either a PATTERN, or --terms TERMS");
  }
  request.unit = *study::parse_autocode_unit(arguments.text("unit").value_or("match"));
  request.filter = filter_from(arguments);
  request.create = arguments.has("create");
  return request;
}

void print_places(const Arguments& arguments, const study::Autocoding& result) {
  TableOutput table(arguments, {text_column("source"), text_column("participant"),
                                number_column("start"), number_column("end"),
                                text_column("keyword"), text_column("coded"), text_column("text")});
  for (const study::AutocodePlace& place : result.places) {
    table.row({place.source, place.participant, count(place.range.begin.value),
               count(place.range.end.value), place.keyword, place.coded ? "yes" : "no",
               place.text});
  }
  table.finish();
}

std::size_t new_places(const study::Autocoding& preview) {
  return static_cast<std::size_t>(
      std::count_if(preview.places.begin(), preview.places.end(),
                    [](const study::AutocodePlace& place) { return !place.coded; }));
}

study::Autocoding shown_preview(Context& context, const Arguments& arguments,
                                const study::AutocodeRequest& request) {
  study::Project project = context.open_to_read();
  study::Autocoding preview = study::preview_autocode(project, request);
  print_places(arguments, preview);
  return preview;
}

void run(Context& context, const Arguments& arguments) {
  const study::AutocodeRequest request = request_from(arguments);
  const study::Autocoding preview = shown_preview(context, arguments, request);
  const std::size_t wanted = new_places(preview);
  const std::string places = text::plural(preview.places.size(), "place");
  if (arguments.has("dry-run") || preview.places.empty()) {
    context.notice(fmt::format("{}: {}, {} not coded with {} yet; nothing was changed",
                               preview.rule, places, wanted, preview.code));
    return;
  }
  if (!arguments.has("yes") && can_ask() &&
      !ask(fmt::format("{}: apply {} at {} of {}?", preview.rule, preview.code, wanted, places))) {
    throw Error("nothing was coded");
  }
  study::Project project = context.open_to_write();
  const study::Autocoding done = study::autocode(project, request);
  context.notice(fmt::format("{}: applied {} at {} of {}", done.rule, done.code, done.added,
                             text::plural(done.places.size(), "place")));
}

}  // namespace

std::vector<Command> autocode_commands() {
  return {{
      .name = "autocode",
      .summary = "Applies a code wherever a pattern is said",
      .details =
          "To each hit, to the sentence it stands in, or to the whole turn. The places are shown "
          "first; on a terminal the command then asks, elsewhere it goes on. Codings made so are "
          "marked with their rule: \"themata excerpts --automatic\" lists them, and one that a "
          "person applies as well counts as a person's from then on. Codings that are there "
          "stay.\n\n"
          "The pattern is one of a term list, as for kwic: breath*, ~settle, \"two words\". "
          "Participants' words are searched, unless --speech says otherwise.",
      .arguments = {{"CODE", "the code's name, or its beginning"},
                    {"PATTERN", "the word, or a pattern", Argument::Count::optional}},
      .options = with_table_options(with_filter_options(
          {{.name = "unit",
            .value = "WHAT",
            .help = "what is coded of each hit (match unless said otherwise)",
            .choices = {"match", "sentence", "turn"}},
           {.name = "terms",
            .value = "TERMS",
            .help = "in place of a pattern: a term list file, or term families of the study"},
           {.name = "create", .value = "", .help = "makes the code if the study has none"},
           {.name = "dry-run", .value = "", .help = "shows the places and changes nothing"},
           {.name = "yes", .value = "", .help = "does not ask"}},
          true)),
      .examples = {{"themata autocode \"Says breath\" 'breath*' --unit sentence --dry-run",
                    "The sentences with a form of breath."},
                   {"themata autocode \"Says breath\" --terms Breathe --create",
                    "Wherever the family Breathe is met."}},
      .run = run,
  }};
}

}  // namespace themata::cli
