#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/context.hpp"
#include "cli/registry.hpp"
#include "themata/study/revise.hpp"
#include "themata/text/characters.hpp"
#include "themata/text/display_width.hpp"
#include "themata/text/plural.hpp"
#include "themata/text/printable.hpp"

namespace themata::cli {

namespace {

constexpr std::size_t page_width = 80;

/// Prints a paragraph behind a margin, no line wider than a page.
void print_wrapped(const Context& context, const std::string& margin, const std::string& text) {
  const std::string line = text::printable(text, text::LineBreaks::as_spaces);
  for (const std::string& part : text::wrap_behind(margin.size(), line, page_width)) {
    context.print(margin + part + '\n');
  }
}

/// An excerpt of which no more than the beginning and the end is shown if it is long.
std::string shortened(const std::string& excerpt) {
  constexpr std::size_t longest = 400;  // bytes
  constexpr std::size_t shown = 150;
  if (excerpt.size() <= longest) return excerpt;
  const std::size_t first = excerpt.rfind(' ', shown);
  const std::size_t last = excerpt.find(' ', excerpt.size() - shown);
  if (first == std::string::npos || last == std::string::npos) return excerpt;
  return excerpt.substr(0, first) + " [...]" + excerpt.substr(last);
}

void print_codings(const Context& context, const study::Revision& revision) {
  print_wrapped(context, "",
                fmt::format("{} moved with the very same words, {} flagged{}",
                            text::plural(revision.moved, "coding"), revision.to_check.size(),
                            revision.to_check.empty() ? "" : ":"));
  for (const study::CodingToCheck& coding : revision.to_check) {
    print_wrapped(context, "  ",
                  fmt::format("{} {} ({}), {}:{}: {}", coding.id.value, coding.code, coding.coder,
                              coding.range.begin.value, coding.range.end.value, coding.reason));
    print_wrapped(context, "    ", "old: " + shortened(coding.old_text));
    print_wrapped(context, "    ", "new: " + shortened(coding.new_text));
  }
}

void print_decisions(const Context& context, const study::Revision& revision) {
  if (revision.decisions == 0 && revision.dropped.empty()) return;
  print_wrapped(context, "",
                fmt::format("{} on hits kept, {} dropped{}",
                            text::plural(revision.decisions, "decision"), revision.dropped.size(),
                            revision.dropped.empty() ? "" : ", since their words are no hit now:"));
  for (const study::DroppedDecision& decision : revision.dropped) {
    print_wrapped(context, "  ",
                  fmt::format("{}, {}:{} before: {} ({}{})", decision.family,
                              decision.range.begin.value, decision.range.end.value, decision.text,
                              decision.left_out ? "left out" : "kept",
                              decision.reason.empty() ? "" : ": " + decision.reason));
  }
}

void print_speakers(const Context& context, const study::Revision& revision) {
  for (const study::FoundSpeaker& speaker : revision.speakers) {
    print_wrapped(context, "  ",
                  fmt::format("{} = {}", speaker.label,
                              speaker.participant.empty() ? model::to_string(speaker.role)
                                                          : speaker.participant));
  }
  if (!revision.participants.empty()) {
    print_wrapped(
        context, "",
        fmt::format("Nobody speaks any more as: {}", fmt::join(revision.participants, ", ")));
  }
}

void run_revise(Context& context, const Arguments& arguments) {
  study::RevisionOptions options;
  options.own_labels = arguments.text("turns");
  options.dry_run = arguments.has("dry-run");
  options.anyway = arguments.has("anyway");
  study::Project project = context.open_to_write();
  const study::Revision revision = study::revise_source(project, arguments.argument("SOURCE"),
                                                        arguments.argument("FILE"), options);
  if (!revision.changed) {
    context.print(
        fmt::format("{} holds these very bytes already; nothing changed\n", revision.source));
    return;
  }
  print_wrapped(context, "",
                fmt::format("{} {}: {} before, {} now", revision.source,
                            options.dry_run ? "would be revised" : "is revised",
                            text::plural(revision.turns_before, "turn"), revision.turns_now));
  print_speakers(context, revision);
  for (const study::Diagnostic& diagnostic : revision.diagnostics) {
    const std::string line = diagnostic.line > 0 ? fmt::format(", line {}", diagnostic.line) : "";
    context.notice(fmt::format("{}{}: {}", revision.source, line, diagnostic.message));
  }
  print_codings(context, revision);
  print_decisions(context, revision);
  if (options.dry_run) {
    context.print("Nothing was changed (--dry-run)\n");
  } else if (!revision.to_check.empty()) {
    print_wrapped(context, "",
                  "Look at them with \"themata excerpts --flagged\" and settle them with \"themata "
                  "unflag ID\"");
  }
}

}  // namespace

Command source_revise_command() {
  return {
      .name = "source revise",
      .summary = "Puts a corrected file in the place of a source's text",
      .details =
          "Codings, memos on them and decisions on hits move with their words. A coding whose "
          "words changed, or which another speaker says now, is flagged and keeps its old words in "
          "the flag; one whose words are gone is "
          "flagged and put on the nearest line that its speaker says, so that none is lost. A "
          "decision whose words are no hit any more is dropped, and listed.\n"
          "The file is read as \"themata import\" reads it. Who speaks is found anew, but what you "
          "said of a label holds on, a new spelling and a merger too. The change is in the "
          "history, and the text before it stays in "
          "the study's file, where no command shows it.",
      .arguments = {{"SOURCE", "the source's name, or its beginning"},
                    {.name = "FILE", .help = "the corrected transcript", .is_path = true}},
      .options = {{.name = "turns",
                   .value = "REGEX",
                   .help = "how turns begin, as for import, if not by the rules"},
                  {.name = "dry-run",
                   .value = "",
                   .help = "tells what would become of the codings, and changes nothing"},
                  {.name = "anyway",
                   .value = "",
                   .help = "even if the file has little in common with the source's text"}},
      .examples = {{"themata source revise joanne joanne-2.txt --dry-run",
                    "What would be flagged."},
                   {"themata source revise joanne joanne-2.txt",
                    "The corrected text from now on."}},
      .run = run_revise,
  };
}

}  // namespace themata::cli
