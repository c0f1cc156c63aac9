#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/context.hpp"
#include "cli/registry.hpp"
#include "cli/table_output.hpp"
#include "themata/study/phase_account.hpp"
#include "themata/study/phase_facts.hpp"
#include "themata/study/phases.hpp"

namespace themata::cli {

namespace {

const Argument phase_argument{"N", "1 to 6"};

int phase_from(const Arguments& arguments) {
  return static_cast<int>(parse_number("N", arguments.argument("N"), 1));
}

void print_present(const Context& context, const std::vector<study::PhaseMoveLine>& moves) {
  if (moves.empty()) {
    context.print("No phase is set; \"themata phase set 1\" begins the log of phases.\n");
    return;
  }
  const study::PhaseMoveLine& last = moves.back();
  context.print_behind("",
                       fmt::format("In phase {}, {}, since {} ({}){}{}", last.phase, last.name,
                                   last.time, last.coder, last.note.empty() ? "" : ": ", last.note),
                       "  ");
}

void run_phase(Context& context, const Arguments& /*arguments*/) {
  study::Project project = context.open_to_read();
  const auto moves = study::phase_moves(project);
  const auto views = study::phase_views(project);
  print_present(context, moves);
  for (const study::PhaseView& view : views) {
    const std::string entered =
        view.times_entered > 1 ? fmt::format(" (entered {} times)", view.times_entered) : "";
    context.print(fmt::format("\n{} {}  {}{}\n", view.is_present && !moves.empty() ? ">" : " ",
                              view.number, view.name, entered));
    for (const std::string& sentence : view.says) context.print_behind("     ", sentence, "     ");
    context.print_behind("     ", "The record cannot say " + view.cannot_say + ".", "     ");
  }
  context.print("\n\"themata phase facts N\" has each of these in full.\n");
}

void run_set(Context& context, const Arguments& arguments) {
  study::Project project = context.open_to_write();
  const study::PhaseMoveLine move =
      study::set_phase(project, phase_from(arguments), arguments.text("note").value_or(""));
  context.print(fmt::format("The study is in phase {}, {}\n", move.phase, move.name));
}

void run_list(Context& context, const Arguments& arguments) {
  study::Project project = context.open_to_read();
  const auto moves = study::phase_moves(project);
  TableOutput table(arguments, {text_column("time"), number_column("phase"), text_column("name"),
                                text_column("coder"), text_column("note")});
  for (const study::PhaseMoveLine& move : moves) {
    table.row({move.time, static_cast<std::int64_t>(move.phase), move.name, move.coder, move.note});
  }
  table.finish();
}

void run_table(Context& context, const Arguments& arguments) {
  study::Project project = context.open_to_read();
  TableOutput table(arguments,
                    {number_column("phase"),
                     text_column("name"),
                     text_column("from"),
                     text_column("to"),
                     text_column("coders"),
                     text_column("done"),
                     {"notes", report::Column::Kind::text, true}},
                    {.title = "What was done in each phase of the analysis"});
  for (const study::PhaseAccount& one : study::phase_account(project)) {
    table.row({static_cast<std::int64_t>(one.phase), one.name, one.from, one.to,
               fmt::format("{}", fmt::join(one.coders, ", ")), one.done, one.notes});
  }
  table.finish();
}

void write_facts(const Arguments& arguments, const std::vector<study::PhaseFact>& facts) {
  TableOutput table(arguments, {number_column("phase"), text_column("fact"), text_column("subject"),
                                number_column("number"), text_column("detail")});
  for (const study::PhaseFact& fact : facts) {
    const report::Cell number = fact.number ? report::Cell{*fact.number} : report::Cell{""};
    table.row({static_cast<std::int64_t>(study::phase_of(fact.fact)),
               std::string(study::to_string(fact.fact)), fact.subject, number, fact.detail});
  }
  table.finish();
}

void run_facts(Context& context, const Arguments& arguments) {
  std::optional<int> phase;
  if (const auto word = arguments.optional_argument("N")) {
    phase = static_cast<int>(parse_number("N", *word, 1));
  }
  study::Project project = context.open_to_read();
  write_facts(arguments, study::phase_facts(project, phase));
}

void run_check(Context& context, const Arguments& arguments) {
  study::Project project = context.open_to_read();
  std::vector<study::PhaseFact> facts = study::phase_facts(project, std::nullopt);
  std::erase_if(facts, [](const study::PhaseFact& fact) { return !study::is_open(fact.fact); });
  write_facts(arguments, facts);
}

}  // namespace

std::vector<Command> phase_commands() {
  return {
      {
          .name = "phase",
          .summary = "Shows what the record says of each of the six phases",
          .details =
              "Braun and Clarke's phases, by their names of 2006 or of 2022 (\"themata study set "
              "--phase-names 2022\"). What is told is for you to look at: no number here says that "
              "a phase is done, or done well.",
          .arguments = {},
          .options = {},
          .examples = {{"themata phase", "All six, with what cannot be told from the record."}},
          .run = run_phase,
      },
      {
          .name = "phase set",
          .summary = "Notes that the study is in a phase now",
          .details = "On or back: the method is recursive, and every move is kept. Journal entries "
                     "bear the phase they were written in.",
          .arguments = {phase_argument},
          .options = {{.name = "note", .value = "TEXT", .help = "why, in a sentence"}},
          .examples = {{"themata phase set 2 --note \"two themes rest on too few codes\"",
                        "Back to coding."}},
          .run = run_set,
      },
      {
          .name = "phase list",
          .summary = "Lists the moves between phases",
          .details = "Oldest first.",
          .arguments = {},
          .options = with_table_options({}),
          .examples = {{"themata phase list --format csv", "For the appendix of a report."}},
          .run = run_list,
      },
      {
          .name = "phase table",
          .summary = "Prints the dated account of what was done in each phase",
          .details =
              "From the log: of each phase the day of its first command and of its last, who "
              "worked, which commands were given and how often, and the notes on the moves to it. "
              "A command belongs to the phase that the study was in (\"themata phase set\"); "
              "before "
              "the first move, to that in which such work is done.",
          .arguments = {},
          .options = with_table_options({}),
          .examples = {{"themata phase table -o phases.docx", "For the methods section."}},
          .run = run_table,
      },
      {
          .name = "phase facts",
          .summary = "Lists what the record holds of the phases, item by item",
          .details =
              "Phase 1: sources noted as read (\"themata read --mark-read\") and memos on them. 2: "
              "the share of participants' words with a code, stretches of 50 words or more without "
              "one, codes without a description, used once or not at all, and codings by rule that "
              "nobody accepted. 3: codes in no theme, themes without codes or of one participant. "
              "4: pairs of themes with excerpts in common and these excerpts (number: the coding), "
              "themes changed since their excerpts were noted as read (\"themata theme "
              "mark-read\"; number: the commands). 5: themes without a definition or a central "
              "idea, and what was renamed (number: in the log). 6: excerpts chosen (\"themata "
              "excerpts --choose\") by theme and by participant.",
          .arguments = {{"N", "1 to 6; without it all", Argument::Count::optional}},
          .options = with_table_options({}),
          .examples = {{"themata phase facts 4", "What one may want to look at in the review."}},
          .run = run_facts,
      },
      {
          .name = "check",
          .summary = "Lists what you may want to look at",
          .details =
              "What \"themata phase facts\" lists, without what only tells that something was "
              "done: sources not noted as read, uncoded stretches, codes without a description, "
              "codings by rule that nobody accepted, codings flagged since a correction, codes in "
              "no theme, themes without a definition, and so on. None of it is an error. (The "
              "file itself is checked by \"themata verify\", words of the method by \"themata "
              "checklist\".)",
          .arguments = {},
          .options = with_table_options({}),
          .examples = {{"themata check", "Before the write-up."}},
          .run = run_check,
      },
  };
}

}  // namespace themata::cli
