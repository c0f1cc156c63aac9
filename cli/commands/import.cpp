#include "themata/study/import.hpp"

#include <algorithm>
#include <map>
#include <ostream>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/context.hpp"
#include "cli/registry.hpp"
#include "cli/terminal.hpp"
#include "cli/wording.hpp"
#include "themata/error.hpp"

namespace themata::cli {

namespace {

constexpr std::size_t lines_shown = 30;  // of each part of the summary

using Outcome = study::ImportedFile::Outcome;

/// Prints a heading and lines, no more than a screen of them.
void print_part(const std::string& heading, const std::vector<std::string>& lines,
                const std::string& where_all_are, std::ostream& out) {
  if (lines.empty()) return;
  out << '\n' << heading << '\n';
  for (std::size_t i = 0; i < std::min(lines.size(), lines_shown); ++i) {
    out << "  " << lines[i] << '\n';
  }
  if (lines.size() > lines_shown) {
    out << fmt::format("  and {} more{}\n", lines.size() - lines_shown, where_all_are);
  }
}

std::string described(const study::FoundSpeaker& speaker) {
  const std::string who = speaker.role == model::SpeakerRole::participant
                              ? speaker.participant
                              : std::string(model::to_string(speaker.role));
  const std::string amount =
      fmt::format("{}, {}", plural(speaker.turns, "turn"), plural(speaker.words, "word"));
  return speaker.label == who ? fmt::format("{} ({})", who, amount)
                              : fmt::format("{} = {} ({})", speaker.label, who, amount);
}

void print_counts(const study::ImportReport& report, std::ostream& out) {
  std::map<std::string, std::size_t> people;
  std::size_t researchers = 0;
  std::size_t words = 0;
  for (const study::ImportedFile& file : report.files) {
    for (const study::FoundSpeaker& speaker : file.speakers) {
      if (speaker.role == model::SpeakerRole::researcher) ++researchers;
      if (speaker.participant.empty()) continue;
      ++people[speaker.participant];
      words += speaker.words;
    }
  }
  out << fmt::format("Imported {}: {} ({}), {}\n",
                     plural(report.count(Outcome::imported), "source"),
                     plural(people.size(), "participant"), plural(words, "word"),
                     plural(researchers, "researcher label"));
}

void print_found(const study::ImportReport& report, std::ostream& out) {
  std::vector<std::string> found;
  std::vector<std::string> unchanged;
  for (const study::ImportedFile& file : report.files) {
    if (file.outcome == Outcome::unchanged) unchanged.push_back(file.source);
    if (file.outcome != Outcome::imported) continue;
    std::vector<std::string> speakers;
    for (const study::FoundSpeaker& speaker : file.speakers) speakers.push_back(described(speaker));
    found.push_back(fmt::format("{}: {}", file.source, fmt::join(speakers, "; ")));
  }
  print_part("Who speaks (\"themata speaker set\" changes it):", found,
             ": \"themata speaker list\"", out);
  print_part("Already there, the same bytes; nothing changed:", unchanged, "", out);
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
void print_people_to_confirm(const study::ImportReport& report, std::ostream& out) {
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
  print_part("Please confirm who is who:", lines, ": \"themata speaker list\"", out);
}

void print_diagnostics(const study::ImportReport& report, std::ostream& out) {
  std::vector<std::string> lines;
  for (const study::ImportedFile& file : report.files) {
    for (const ingest::Diagnostic& diagnostic : file.diagnostics) {
      lines.push_back(diagnostic.line > 0 ? fmt::format("{}, line {}: {}", file.source,
                                                        diagnostic.line, diagnostic.message)
                                          : fmt::format("{}: {}", file.source, diagnostic.message));
    }
  }
  print_part("Please check:", lines, "", out);
}

void print_brackets(const study::ImportReport& report, std::ostream& out) {
  std::vector<std::string> lines;
  for (const store::BracketSummary& bracket : report.brackets) {
    if (bracket.kind == model::AsideKind::timestamp) continue;
    lines.push_back(fmt::format("{:<9}  {:>5}  {}", model::to_string(bracket.kind), bracket.count,
                                bracket.text));
  }
  print_part(
      "Brackets in the study and how they are taken; only speech is counted (\"themata bracket "
      "set\" "
      "changes it):",
      lines, ": \"themata bracket list\"", out);
}

void run_import(Context& context, const Arguments& arguments) {
  study::ImportRequest request;
  request.paths = arguments.arguments("PATH");
  request.manifest = arguments.text("manifest");
  request.name = arguments.text("name");
  request.participant = arguments.text("participant");
  request.occasion = arguments.text("occasion");
  request.own_labels = arguments.text("turns");
  if (const auto kind = arguments.text("kind")) request.kind = model::parse_source_kind(*kind);
  if (request.paths.empty() && !request.manifest) {
    throw UsageError("import what? Give files, folders or --manifest FILE");
  }
  study::Project project = context.open_to_write();
  study::ImportReport report;
  {
    ProgressBar bar("importing");
    report = study::import_sources(
        project, request, [&](std::size_t done, std::size_t total) { bar.show(done, total); });
  }
  for (const std::string& sentence : report.passed_over) context.notice(sentence);
  for (const study::ImportedFile& file : report.files) {
    if (file.outcome == Outcome::failed) context.notice(file.error);
  }
  print_counts(report, context.out());
  print_found(report, context.out());
  print_people_to_confirm(report, context.out());
  print_diagnostics(report, context.out());
  print_brackets(report, context.out());
  if (const std::size_t failed = report.count(Outcome::failed); failed > 0) {
    throw Error(
        fmt::format("{} of {} could not be imported", failed, plural(report.files.size(), "file")));
  }
}

}  // namespace

std::vector<Command> import_commands() {
  return {{
      .name = "import",
      .summary = "Brings transcripts into the study",
      .details =
          "A source for each file, named by the file's stem; folders are walked for .txt and .md "
          "files. Turns are found by their labels (\"Ben: ...\"); Interviewer, I, Q, Facilitator "
          "and the like are researchers; P, R, Participant and the like mean the person of that "
          "file; any other label is the participant of that name, the same in every file. It ends "
          "with who was found and what to check.\n"
          "Each file is stored whole or not at all. The same file again changes nothing.",
      .arguments = {{"PATH", "files and folders", Argument::Count::any}},
      .options = {{.name = "manifest",
                   .value = "FILE",
                   .help = "a CSV table with the columns file, participant, occasion, kind; "
                           "without a PATH its files are imported"},
                  {.name = "name", .value = "NAME", .help = "the source's name (for one file)"},
                  {.name = "participant",
                   .value = "NAME",
                   .help = "whose transcript it is, where the labels do not say"},
                  {.name = "turns",
                   .value = "REGEX",
                   .help = "your own convention: fits the label at the beginning of each turn; its "
                           "first group is the name"},
                  {.name = "occasion", .value = "OCCASION", .help = "the time point"},
                  {.name = "kind",
                   .value = "KIND",
                   .help = "what it is (interview unless said otherwise)",
                   .choices = {"interview", "group", "written", "diary"}}},
      .examples = {{"themata import transcripts/", "Every transcript in the folder."},
                   {"themata import p07.txt --participant Joanne --occasion \"one year\"",
                    "One interview, with what its file does not say."}},
      .run = run_import,
  }};
}

}  // namespace themata::cli
