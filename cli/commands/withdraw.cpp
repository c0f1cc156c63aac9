#include "themata/study/withdraw.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/context.hpp"
#include "cli/privacy_notes.hpp"
#include "cli/registry.hpp"
#include "themata/text/plural.hpp"

namespace themata::cli {

namespace {

constexpr std::size_t most_mentions = 40;

void print_what_went(const Context& context, const study::WithdrawReport& report) {
  context.print(fmt::format("{} is taken out of the study:\n", report.participant));
  for (const std::string& source : report.removed_sources) {
    context.print(fmt::format("  {}: the whole source\n", source));
  }
  for (const auto& [source, turns] : report.cut_sources) {
    context.print(fmt::format("  {}: {}\n", source, text::plural(turns, "turn")));
  }
  for (const auto& [source, words] : report.cut_voices) {
    context.print(
        fmt::format("  {}: {} in the turns of others\n", source, text::plural(words, "bracket")));
  }
  context.print(fmt::format("  {}, {}, {}\n", text::plural(report.attributes, "attribute value"),
                            text::plural(report.codings, "coding"),
                            text::plural(report.memos, "memo")));
  if (report.trimmed > 0) {
    context.print(fmt::format("  shorter now, since they ran over others' speech too: {}\n",
                              text::plural(report.trimmed, "coding")));
  }
}

void print_mentions(const Context& context, const study::WithdrawReport& report, bool replaced) {
  if (report.names.size() > 1) {
    context.print(fmt::format("Looked for: {}\n", fmt::join(report.names, ", ")));
  }
  if (!report.mentions.empty() || !report.elsewhere.empty()) {
    context.print(replaced ? "The name was replaced where it was left:\n"
                           : "The name is still there (--replace-name TEXT replaces it):\n");
  }
  for (std::size_t i = 0; i < std::min(report.mentions.size(), most_mentions); ++i) {
    context.print(
        fmt::format("  {}: ... {} ...\n", report.mentions[i].source, report.mentions[i].line));
  }
  if (report.mentions.size() > most_mentions) {
    context.print(fmt::format("  and {} more\n", report.mentions.size() - most_mentions));
  }
  for (const auto& [place, count] : report.elsewhere) {
    context.print(fmt::format("  {}: {}\n", place, count));
  }
  if (report.kept.empty()) return;
  context.print("Left, since it may be another word, a number or another's name; look yourself:\n");
  for (const auto& [place, count] : report.kept) {
    context.print(fmt::format("  {}: {}\n", place, count));
  }
}

void run(Context& context, const Arguments& arguments) {
  study::WithdrawRequest request;
  request.participant = arguments.argument("PARTICIPANT");
  request.replace_name = arguments.text("replace-name");
  request.dry_run = arguments.has("dry-run");
  if (!request.dry_run && !arguments.has("purge")) {
    throw UsageError(
        "what the participant said and all that is known of them would be gone for good, with the "
        "history; look at it with --dry-run, and do it with --purge");
  }
  study::Project project = request.dry_run ? context.open_to_read() : context.open_to_write();
  const study::WithdrawReport report = study::withdraw(project, request);
  print_what_went(context, report);
  print_mentions(context, report, request.replace_name.has_value());
  print_originals(context, report.without_original);
  for (const std::string& warning : report.warnings) context.notice(warning);
  print_end(context, project, request.dry_run, report.backups);
}

}  // namespace

std::vector<Command> withdraw_commands() {
  return {{
      .name = "participant withdraw",
      .summary = "Takes a participant who withdrew consent out of the study, for good",
      .details =
          "Their turns are cut out of sources in which others speak too; what those said and its "
          "codings stay. Sources in which no other participant speaks are removed. With "
          "them go their attributes, the memos on them, the files as they were imported, what the "
          "history kept to undo commands by, and the backups that Themata made beside the study. "
          "Codes and themes stay. The log says that a participant withdrew, not who.\n\n"
          "Where others say the name, or a note has it, the place is listed: the participant's "
          "name, "
          "its words alone, and what the person was called in transcripts or before a renaming. "
          "Names in small letters that are words as well (will, rose), numbers, labels such as P2, "
          "and words of another's name are left where they stand, and counted. With "
          "--replace-name all files as they were imported go.",
      .arguments = {{"PARTICIPANT", "the participant's name, or its beginning"}},
      .options = {{.name = "purge", .value = "", .help = "does it; it cannot be undone"},
                  {.name = "dry-run", .value = "", .help = "shows what would go, and does nothing"},
                  {.name = "replace-name",
                   .value = "TEXT",
                   .help = "puts this in the place of the name wherever it is left"}},
      .examples =
          {{"themata participant withdraw Joanne --dry-run", "What would go."},
           {"themata participant withdraw Joanne --purge --replace-name \"[a participant]\"",
            "Joanne is gone, by name as well."}},
      .run = run,
  }};
}

}  // namespace themata::cli
