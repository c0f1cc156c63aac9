#include "cli/import_summary.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "themata/text/plural.hpp"
#include "themata/text/printable.hpp"

namespace themata::cli {

namespace {

constexpr std::size_t lines_shown = 30;  // of each part of the summary

using Outcome = study::ImportedFile::Outcome;

std::string described(const study::FoundSpeaker& speaker) {
  const std::string who = speaker.role == model::SpeakerRole::participant
                              ? speaker.participant
                              : std::string(model::to_string(speaker.role));
  const std::string amount = fmt::format("{}, {}", text::plural(speaker.turns, "turn"),
                                         text::plural(speaker.words, "word"));
  return speaker.label == who ? fmt::format("{} ({})", who, amount)
                              : fmt::format("{} = {} ({})", speaker.label, who, amount);
}

void print_previews(const Context& context, const study::ImportReport& report) {
  constexpr std::size_t files_shown = 10;
  std::size_t shown = 0;
  std::size_t left = 0;
  for (const study::ImportedFile& file : report.files) {
    if (file.preview.empty()) continue;
    if (shown == files_shown) {
      ++left;
      continue;
    }
    ++shown;
    context.print("\n");
    context.print_behind("", fmt::format("How {} begins:", file.source), "");
    print_preview(context, file.preview);
  }
  if (left > 0) context.print(fmt::format("\nand {} more\n", text::plural(left, "file")));
}

void print_counts(const Context& context, const study::ImportReport& report) {
  std::set<std::string> people;
  std::size_t researchers = 0;
  std::size_t words = 0;
  for (const study::ImportedFile& file : report.files) {
    for (const study::FoundSpeaker& speaker : file.speakers) {
      if (speaker.role == model::SpeakerRole::researcher) ++researchers;
      if (speaker.participant.empty()) continue;
      people.insert(speaker.participant);
      words += speaker.words;
    }
  }
  context.print_behind(
      "",
      fmt::format("{} {}: {} ({}), {}", report.dry_run ? "Would import" : "Imported",
                  text::plural(report.count(Outcome::imported), "source"),
                  text::plural(people.size(), "participant"), text::plural(words, "word"),
                  text::plural(researchers, "researcher label")),
      "  ");
}

void print_found(const Context& context, const study::ImportReport& report) {
  std::vector<std::string> found;
  std::vector<std::string> unchanged;
  for (const study::ImportedFile& file : report.files) {
    if (file.outcome == Outcome::unchanged) unchanged.push_back(file.source);
    if (file.outcome != Outcome::imported) continue;
    std::vector<std::string> speakers;
    for (const study::FoundSpeaker& speaker : file.speakers) speakers.push_back(described(speaker));
    found.push_back(fmt::format("{}: {}", file.source, fmt::join(speakers, "; ")));
  }
  print_part(context, "Who speaks (\"themata speaker set\" changes it):", found,
             ": \"themata speaker list\"");
  print_part(context, "Already there, the same bytes; nothing changed:", unchanged, "");
}

/// A few names, and how many more there are.
std::string some_of(const std::vector<std::string>& names) {
  constexpr std::size_t shown = 8;
  const std::size_t first = std::min(names.size(), shown);
  std::string list = fmt::format(
      "{}", fmt::join(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(first), ", "));
  if (names.size() > shown) list += fmt::format(" and {} more", names.size() - shown);
  return list;
}

/// The sources in which several people speak and nobody is a researcher.
std::string without_researcher(const study::ImportReport& report) {
  std::vector<std::string> sources;
  for (const study::ImportedFile& file : report.files) {
    const bool researcher = std::any_of(
        file.speakers.begin(), file.speakers.end(),
        [](const auto& speaker) { return speaker.role == model::SpeakerRole::researcher; });
    if (file.speakers.size() > 1 && !researcher) sources.push_back(file.source);
  }
  return some_of(sources);
}

/// Where a study's n goes wrong: one participant in several files, one person under two names, an
/// interviewer taken for a participant, several labels without a name in one file.
void print_people_to_confirm(const Context& context, const study::ImportReport& report) {
  std::vector<std::string> lines;
  for (const study::JoinedParticipant& joined : report.joined) {
    lines.push_back(fmt::format("{} is one participant in {} sources: {}", joined.name,
                                joined.sources.size(), some_of(joined.sources)));
  }
  for (const auto& [one, other] : report.similar) {
    lines.push_back(
        fmt::format("{} and {} are two participants; if they are one person: themata "
                    "speaker set LABEL --participant NAME",
                    one, other));
  }
  if (const std::string sources = without_researcher(report); !sources.empty()) {
    lines.push_back("nobody is a researcher in " + sources +
                    "; if one of the speakers led it: themata speaker set LABEL --role researcher");
  }
  for (const study::ImportedFile& file : report.files) {
    std::vector<std::string> generic;
    for (const study::FoundSpeaker& speaker : file.speakers) {
      if (speaker.generic && !speaker.participant.empty()) generic.push_back(speaker.participant);
    }
    if (generic.size() < 2) continue;
    lines.push_back(
        fmt::format("{} has several labels without a name; they are the participants {}",
                    file.source, fmt::join(generic, ", ")));
  }
  print_part(context, "Please confirm who is who:", lines, ": \"themata speaker list\"");
}

void print_diagnostics(const Context& context, const study::ImportReport& report) {
  std::vector<std::string> lines;
  for (const study::ImportedFile& file : report.files) {
    for (const study::Diagnostic& diagnostic : file.diagnostics) {
      lines.push_back(diagnostic.line > 0 ? fmt::format("{}, line {}: {}", file.source,
                                                        diagnostic.line, diagnostic.message)
                                          : fmt::format("{}: {}", file.source, diagnostic.message));
    }
  }
  print_part(context, "Please check:", lines, "");
}

}  // namespace

void print_part(const Context& context, const std::string& heading,
                const std::vector<std::string>& lines, const std::string& where_all_are) {
  if (lines.empty()) return;
  context.print("\n");
  context.print_behind("", heading, "");
  for (std::size_t i = 0; i < std::min(lines.size(), lines_shown); ++i) {
    context.print_behind("  ", text::printable(lines[i], text::LineBreaks::as_spaces), "    ");
  }
  if (lines.size() > lines_shown) {
    context.print(fmt::format("  and {} more{}\n", lines.size() - lines_shown, where_all_are));
  }
}

void print_brackets(const Context& context, const std::vector<study::BracketSummary>& brackets) {
  std::vector<std::string> lines;
  for (const study::BracketSummary& bracket : brackets) {
    if (bracket.kind == model::AsideKind::timestamp) continue;
    lines.push_back(fmt::format("{:<9}  {:>5}  {}", model::to_string(bracket.kind), bracket.count,
                                bracket.text));
  }
  print_part(
      context,
      "Brackets in the study and how they are taken; only speech is counted (\"themata bracket "
      "set\" changes it):",
      lines, ": \"themata bracket list\"");
}

void print_import_summary(const Context& context, const study::ImportReport& report) {
  print_counts(context, report);
  print_found(context, report);
  print_people_to_confirm(context, report);
  print_diagnostics(context, report);
  print_brackets(context, report.brackets);
  print_previews(context, report);
  if (report.dry_run) context.print("\nNothing was changed.\n");
}

void print_preview(const Context& context, const std::vector<study::TurnPreview>& turns) {
  std::size_t number = 0;
  for (const study::TurnPreview& turn : turns) {
    const std::string said = text::printable(turn.text, text::LineBreaks::as_spaces);
    const std::string who = turn.speaker.empty() ? "" : turn.speaker + " | ";
    context.print_behind(fmt::format("  {:>3}  ", ++number), who + said, "       ");
  }
}

}  // namespace themata::cli
