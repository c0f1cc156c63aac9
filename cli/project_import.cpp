#include "cli/project_import.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/codebook_output.hpp"
#include "cli/terminal.hpp"
#include "themata/error.hpp"
#include "themata/study/project_exchange.hpp"
#include "themata/text/plural.hpp"

namespace themata::cli {

namespace {

constexpr std::size_t steps = 1000;

void print_list(Context& context, const std::string& heading,
                const std::vector<std::string>& sentences) {
  if (sentences.empty()) return;
  context.print(heading + "\n");
  for (const std::string& sentence : sentences) {
    context.print_behind("  - ", sentence + "\n", "    ");
  }
}

/// "UTF-16 units, ...: in 3 sources (A, B, C); from 41 selections, 40 of 41 names fit".
std::vector<std::string> offsets_of(const study::ProjectImport& report) {
  constexpr std::size_t most_named = 5;
  std::vector<std::string> sentences;
  for (const auto& [found, sources] : report.offsets) {
    std::vector<std::string> named(
        sources.begin(),
        sources.begin() + static_cast<std::ptrdiff_t>(std::min(sources.size(), most_named)));
    if (sources.size() > most_named) named.emplace_back("...");
    sentences.push_back(fmt::format(
        "{}: in {} ({}); from {}, {}", found.convention, text::plural(sources.size(), "source"),
        fmt::join(named, ", "), text::plural(found.selections, "selection"),
        found.names == 0 ? std::string("which have no names")
                         : fmt::format("{} of {} names fit", found.names_that_fit, found.names)));
    if (found.is_doubtful) {
      sentences.back() +=
          "; another way fits as well: look at the excerpts, and use --offsets if they are wrong";
    }
  }
  return sentences;
}

void print_report(Context& context, const study::ProjectImport& report, bool dry_run) {
  context.print(fmt::format("{} project \"{}\"{}\n", dry_run ? "Would import the" : "Imported the",
                            report.title, report.origin.empty() ? "" : " of " + report.origin));
  const auto were_there = [](std::size_t count) {
    return count == 0 ? std::string()
                      : fmt::format(" ({} {} there)", count, count == 1 ? "was" : "were");
  };
  const std::string sources =
      text::plural(report.new_sources, "source") + were_there(report.same_sources);
  const std::string codings =
      text::plural(report.new_codings, "coding") + were_there(report.codings - report.new_codings);
  context.print(fmt::format("  {}, {}, {}, {}, {}, {}\n", sources, codings,
                            text::plural(report.new_codes, "code"),
                            text::plural(report.new_themes, "theme"),
                            text::plural(report.new_participants, "participant"),
                            text::plural(report.new_memos, "memo")));
  if (!report.coders.empty()) {
    context.print(fmt::format("  coders: {}\n", fmt::join(report.coders, ", ")));
  }
  print_list(context, "How the file counts characters:", offsets_of(report));
  print_list(context, "To check:", report.remarks);
  print_list(context, "Not brought in:", report.losses);
}

}  // namespace

bool is_project_import(const Arguments& arguments) {
  const std::vector<std::string> paths = arguments.arguments("PATH");
  for (const std::string& path : paths) {
    if (extension_of(path) != ".qdc") continue;
    throw UsageError(path + ": is a codebook; themata codebook import reads it");
  }
  const auto is_project = [](const std::string& path) { return study::is_project_file(path); };
  if (std::none_of(paths.begin(), paths.end(), is_project)) return false;
  if (paths.size() > 1) {
    throw UsageError("a project of another program is imported alone; give no other path with it");
  }
  return true;
}

void run_project_import(Context& context, const Arguments& arguments) {
  for (const char* option : {"manifest", "name", "participant", "turns", "occasion", "kind",
                             "comments", "near", "ignore-authors", "yes"}) {
    if (!arguments.has(option)) continue;
    throw UsageError(fmt::format("--{} is for transcripts, not for projects", option));
  }
  study::ProjectImportRequest request;
  request.path = arguments.arguments("PATH").front();
  request.offsets = arguments.text("offsets");
  request.dry_run = arguments.has("dry-run");
  study::Project project = context.open_to_write();
  study::ProjectImport report;
  {
    ProgressBar bar("importing");
    report = study::import_project(project, request, [&](double share) {
      bar.show(static_cast<std::size_t>(share * static_cast<double>(steps)), steps);
    });
  }
  print_report(context, report, request.dry_run);
}

}  // namespace themata::cli
