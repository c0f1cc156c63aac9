#include "themata/study/pseudonymise.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/context.hpp"
#include "cli/privacy_notes.hpp"
#include "cli/registry.hpp"
#include "themata/text/plural.hpp"

namespace themata::cli {

namespace {

constexpr std::size_t most_leftovers = 40;
constexpr std::size_t most_extended = 40;

std::string counted(const std::vector<std::pair<std::string, std::size_t>>& counts) {
  std::vector<std::string> parts;
  for (const auto& [name, count] : counts) parts.push_back(fmt::format("{} {}", name, count));
  return fmt::format("{}", fmt::join(parts, ", "));
}

void print_name(const Context& context, const study::NameReplaced& name) {
  if (!name.why.empty()) {
    if (name.kept == 0) return;
    context.print(fmt::format("  {}: {} left; {}; give it a row of its own in the map\n", name.real,
                              name.kept, name.why));
    return;
  }
  const std::size_t in_texts = name.in_texts();
  std::string line = fmt::format("  {} is {} now: {}", name.real, name.pseudonym, in_texts);
  if (in_texts > 0) line += fmt::format(" ({})", counted(name.sources));
  if (name.elsewhere > 0) line += fmt::format(", {} outside of the texts", name.elsewhere);
  context.print(line + "\n");
  if (name.kept == 0) return;
  context.print(fmt::format(
      "    \"{}\" in small letters is a word as well: {} left; if it is the name there, put the "
      "name in small letters in a row of its own\n",
      name.real, name.kept));
}

void print_names(const Context& context, const study::PseudonymiseReport& report) {
  std::size_t all = 0;
  for (const auto& [source, count] : report.sources) all += count;
  context.print(fmt::format("Names in the texts: {} replaced in {}\n", all,
                            text::plural(report.sources.size(), "source")));
  for (const study::NameReplaced& name : report.names) print_name(context, name);
  if (!report.sources.empty()) {
    context.print(fmt::format("By source: {}\n", counted(report.sources)));
  }
  if (!report.places.empty()) {
    context.print(fmt::format("Outside of the texts: {}\n", counted(report.places)));
  }
  if (!report.kept_places.empty()) {
    context.print(fmt::format(
        "Left outside of the texts, in small letters or without a pseudonym: {}; look yourself\n",
        counted(report.kept_places)));
  }
}

void print_codings(const Context& context, const study::PseudonymiseReport& report) {
  if (!report.extended.empty()) {
    context.print("Codings that began or ended inside a name, and hold all of it now:\n");
  }
  for (std::size_t i = 0; i < std::min(report.extended.size(), most_extended); ++i) {
    const study::ExtendedCoding& coding = report.extended[i];
    context.print(
        fmt::format("  {} {} in {}: {}\n", coding.id, coding.code, coding.source, coding.excerpt));
  }
  if (report.extended.size() > most_extended) {
    context.print(fmt::format("  and {} more\n", report.extended.size() - most_extended));
  }
  if (report.joined > 0) {
    context.print(fmt::format("{} became the same as another and joined it, with its memos\n",
                              text::plural(report.joined, "coding")));
  }
}

void print_leftovers(const Context& context, const std::vector<study::LeftoverName>& leftovers) {
  if (leftovers.empty()) return;
  context.print("Capitalised words that may be names left over:\n");
  for (std::size_t i = 0; i < std::min(leftovers.size(), most_leftovers); ++i) {
    const study::LeftoverName& name = leftovers[i];
    context.print(
        fmt::format("  {} {}, {}: ... {} ...\n", name.word, name.count, name.source, name.line));
  }
  if (leftovers.size() > most_leftovers) {
    context.print(fmt::format("  and {} more words\n", leftovers.size() - most_leftovers));
  }
}

void run(Context& context, const Arguments& arguments) {
  study::PseudonymiseRequest request;
  const auto map = arguments.text("map");
  if (!map) throw UsageError("say which table holds the names: --map names.csv");
  request.map = *map;
  request.sources = arguments.arguments("SOURCE");
  request.dry_run = arguments.has("dry-run");
  study::Project project = request.dry_run ? context.open_to_read() : context.open_to_write();
  const study::PseudonymiseReport report = study::pseudonymise(project, request);
  print_names(context, report);
  print_codings(context, report);
  print_leftovers(context, report.leftovers);
  print_originals(context, report.without_original);
  for (const std::string& warning : report.warnings) context.notice(warning);
  print_end(context, project, request.dry_run, report.backups);
}

}  // namespace

std::vector<Command> pseudonymise_commands() {
  return {{
      .name = "source pseudonymise",
      .summary = "Puts pseudonyms in the place of real names, for good",
      .details =
          "The table has the columns real and pseudonym (or these as the first two). A name is "
          "replaced as a whole word, with what is joined to it (Joanne's), the longest first; "
          "JOANNE becomes ANNA. \"Mary Smith\" also maps \"Mary\" and \"Smith\" alone if the "
          "pseudonym has as many words. A name in small letters is replaced unless it is a word as "
          "well (will, rose); give it a row of its own to replace it. Texts, labels, names of "
          "sources and participants, attributes, details, memos, codes, themes, terms and the log "
          "are gone through; coders keep their names. Codings and decisions move along exactly.\n\n"
          "The files as they were imported, every earlier version of a text and what the history "
          "kept to undo commands by are removed from the study's file, and so are the backups that "
          "Themata made beside it. The table of names is not kept. Look at --dry-run first.",
      .arguments = {{"SOURCE", "whose texts; all if none is named", Argument::Count::any}},
      .options =
          {{.name = "map", .value = "FILE", .help = "the table of names, CSV", .is_path = true},
           {.name = "dry-run", .value = "", .help = "shows what would be done, and does nothing"}},
      .examples = {{"themata source pseudonymise --map names.csv --dry-run",
                    "What would be replaced, and what may be left over."},
                   {"themata source pseudonymise --map names.csv", "Does it, for good."}},
      .run = run,
  }};
}

}  // namespace themata::cli
