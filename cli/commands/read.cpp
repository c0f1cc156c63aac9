#include <fmt/format.h>

#include "cli/context.hpp"
#include "cli/ranges.hpp"
#include "cli/registry.hpp"
#include "themata/study/reading.hpp"
#include "themata/study/sources.hpp"
#include "themata/text/clock_time.hpp"

namespace themata::cli {

namespace {

constexpr std::size_t number_width = 5;

void print_turn(const study::ReadTurn& turn, bool with_codings, const Context& context) {
  const std::string margin(number_width + 2, ' ');
  if (turn.number > 0) {
    const std::string time = turn.started ? " [" + text::clock_time(*turn.started) + "]" : "";
    context.print(fmt::format("{:>{}}  {}{}\n", turn.number, number_width, turn.speaker, time));
  }
  context.print_behind(margin, turn.text, margin);
  if (!with_codings) return;
  for (const study::CodingBeside& coding : turn.codings) {
    context.print_behind(
        margin + "| ",
        fmt::format("{} ({}, {}:{}{}): {}", coding.code, coding.coder, coding.range.begin.value,
                    coding.range.end.value, coding.flagged ? ", flagged" : "", coding.excerpt),
        margin + "| ");
  }
}

void run_read(Context& context, const Arguments& arguments) {
  std::optional<std::pair<std::size_t, std::size_t>> turns;
  if (const auto word = arguments.text("turns")) turns = parse_turns(*word);
  study::Project project = context.open_to_read();
  const model::Source source = study::find_source(project, arguments.argument("SOURCE"));
  for (const study::ReadTurn& turn : study::read_turns(project, source, turns)) {
    print_turn(turn, arguments.has("codings"), context);
  }
}

}  // namespace

std::vector<Command> read_commands() {
  return {{
      .name = "read",
      .summary = "Shows a transcript, turn by turn",
      .details =
          "Turns are numbered from 1; apply --turns takes these numbers. Where the transcript "
          "tells when a turn began, its time stands behind the speaker.",
      .arguments = {{"SOURCE", "the source's name, or its beginning"}},
      .options = {{.name = "turns", .value = "A-B", .help = "only these turns, both included"},
                  {.name = "codings",
                   .value = "",
                   .help = "the codes below each turn, with coder, range and excerpt"}},
      .examples = {{"themata read joanne --turns 3-8", "Six turns of the transcript."},
                   {"themata read joanne --codings | less", "All of it, with its codes."}},
      .run = run_read,
  }};
}

}  // namespace themata::cli
