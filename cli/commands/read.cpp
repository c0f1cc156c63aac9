#include <cstdlib>
#include <iostream>

#include <fmt/format.h>

#include "cli/context.hpp"
#include "cli/document_output.hpp"
#include "cli/environment.hpp"
#include "cli/pager.hpp"
#include "cli/ranges.hpp"
#include "cli/reading_view.hpp"
#include "cli/registry.hpp"
#include "cli/terminal.hpp"
#include "themata/error.hpp"
#include "themata/report/coded_transcript.hpp"
#include "themata/study/marking_read.hpp"
#include "themata/study/reading.hpp"
#include "themata/study/sources.hpp"
#include "themata/text/clock_time.hpp"

namespace themata::cli {

namespace {

constexpr std::size_t number_width = 5;

/// The words of a turn with the hits of a search in braces.
std::string with_hits(const study::ReadTurn& turn) {
  std::string text;
  std::size_t at = 0;
  for (const text::TextRange hit : turn.hits) {
    text += turn.text.substr(at, hit.begin.value - at) + "{";
    text += text::slice(turn.text, hit);
    text += "}";
    at = hit.end.value;
  }
  return text + turn.text.substr(at);
}

/// A turn as a program reads it: no margin, and of the codings all that is known.
void print_turn(const study::ReadTurn& turn, bool with_codings, const Context& context) {
  const std::string margin(number_width + 2, ' ');
  if (turn.number > 0) {
    const std::string time = turn.started ? " [" + text::clock_time(*turn.started) + "]" : "";
    context.print(fmt::format("{:>{}}  {}{}\n", turn.number, number_width, turn.speaker, time));
  }
  context.print_behind(margin, with_hits(turn), margin);
  if (!with_codings) return;
  for (const study::CodingBeside& coding : turn.codings) {
    context.print_behind(
        margin + "| ",
        fmt::format("{} ({}, {}:{}{}): {}", coding.code, coding.coder, coding.range.begin.value,
                    coding.range.end.value, coding.flagged ? ", flagged" : "", coding.excerpt),
        margin + "| ");
  }
}

study::ReadRequest request_from(const Arguments& arguments) {
  study::ReadRequest request;
  if (const auto word = arguments.text("turns")) {
    const auto [first, last] = parse_turns(*word);
    request.first = first;
    request.last = last;
  }
  if (const auto first = arguments.number("from", 1)) {
    if (request.first) throw UsageError("--from and --turns both say where to begin; give one");
    request.first = *first;
  }
  request.pattern = arguments.text("search");
  return request;
}

bool wants_colour(const Arguments& arguments) {
  const std::string when = arguments.text("color").value_or("auto");
  if (when != "auto") return when == "always";
  return is_terminal_output() && !environment_variable("NO_COLOR") &&
         environment_variable("TERM").value_or("") != "dumb";
}

void show(const std::vector<study::ReadTurn>& turns, const Arguments& arguments,
          const Context& context) {
  const bool colour = wants_colour(arguments);
  if (!colour && !is_terminal_output()) {
    for (const study::ReadTurn& turn : turns) {
      print_turn(turn, arguments.has("codings"), context);
    }
    return;
  }
  const auto lines = laid_out(turns, !arguments.has("no-codings"), terminal_width());
  const std::string page = shown(lines, colour);
  if (arguments.has("no-pager")) {
    std::cout << page;
  } else {
    show_in_pager(page);
  }
}

/// The study is open only while it is read, so that a pager holds up nobody.
std::vector<study::ReadTurn> turns_to_read(const Context& context, const std::string& source,
                                           const study::ReadRequest& request) {
  study::Project project = context.open_to_read();
  return study::read_turns(project, study::find_source(project, source), request);
}

/// The transcript as a document, its codings as comments in Word.
void write_coded(const std::vector<study::ReadTurn>& turns, const Arguments& arguments) {
  const bool in_word = document_format(arguments) == report::DocumentFormat::docx;
  if (arguments.has("codings") && !in_word) {
    throw UsageError("codings go into a file as the comments of Word: -o FILE.docx");
  }
  std::vector<report::CodedTurn> coded;
  for (const study::ReadTurn& turn : turns) {
    report::CodedTurn& one = coded.emplace_back();
    one.speaker = turn.speaker;
    one.text = turn.text;
    if (!arguments.has("codings")) continue;
    for (const study::CodingBeside& coding : turn.codings) {
      one.codings.push_back({coding.id.value, coding.code, coding.coder, coding.here});
    }
  }
  write_document(arguments, report::coded_transcript("", coded));
}

void run_read(Context& context, const Arguments& arguments) {
  const std::string& source = arguments.argument("SOURCE");
  const study::ReadRequest request = request_from(arguments);
  const bool as_file = arguments.has("output") || arguments.has("format");
  if (as_file) document_format(arguments);  // refused before anything is read
  const auto turns = turns_to_read(context, source, request);
  if (turns.empty() && request.pattern) {
    context.notice(fmt::format("{}: no turn has \"{}\"", source, *request.pattern));
    return;
  }
  if (as_file) {
    write_coded(turns, arguments);
  } else {
    show(turns, arguments, context);
  }
  if (!arguments.has("mark-read")) return;
  study::Project project = context.open_to_write();
  context.notice(fmt::format("{} is noted as read", study::mark_source_read(project, source)));
}

}  // namespace

std::vector<Command> read_commands() {
  return {{
      .name = "read",
      .summary = "Shows a transcript, turn by turn",
      .details =
          "On a terminal: wrapped to it, speakers and coded words in colours, a bar for each "
          "coding "
          "on the right with the code's name, in a pager ($THEMATA_PAGER, $PAGER or less). "
          "Elsewhere: plain text, with --codings the codes below each turn.\n\n"
          "Turns are numbered from 1; apply --turns takes these numbers. Where the transcript "
          "tells when a turn began, its time stands behind the speaker.",
      .arguments = {{"SOURCE", "the source's name, or its beginning"}},
      .options = {{.name = "turns", .value = "A-B", .help = "only these turns, both included"},
                  {.name = "from", .value = "TURN", .help = "from this turn on"},
                  {.name = "search",
                   .value = "PATTERN",
                   .help = "only turns in which it is said, by anybody; a pattern as of kwic"},
                  {.name = "codings",
                   .value = "",
                   .help = "as plain text too: the codes, with coder, range and excerpt"},
                  {.name = "format",
                   .value = "FORMAT",
                   .help = "of a file",
                   .choices = {"text", "md", "html", "latex", "docx"}},
                  {.name = "output",
                   .value = "FILE",
                   .help =
                       "writes there; as .docx with --codings, each coding is a comment of its "
                       "coder with the code's name, which \"themata comments import\" reads back",
                   .letter = 'o',
                   .is_path = true},
                  {.name = "no-codings", .value = "", .help = "on a terminal: the words alone"},
                  {.name = "color",
                   .value = "WHEN",
                   .help =
                       "laid out in colours: on a terminal (auto, unless said otherwise; not if "
                       "$NO_COLOR is set), always or never",
                   .choices = {"auto", "always", "never"}},
                  {.name = "no-pager", .value = "", .help = "all at once on the terminal"},
                  {.name = "mark-read",
                   .value = "",
                   .help = "notes that you have read the source through: see phase"}},
      .examples = {{"themata read joanne --turns 3-8", "Six turns of the transcript."},
                   {"themata read joanne --from 9", "Where one stopped yesterday."},
                   {"themata read joanne --search 'breath*'", "The turns with a form of breath."},
                   {"themata read joanne --mark-read", "Read through, and noted so."}},
      .run = run_read,
  }};
}

}  // namespace themata::cli
