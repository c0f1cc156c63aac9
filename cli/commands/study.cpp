#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/card.hpp"
#include "cli/context.hpp"
#include "cli/registry.hpp"
#include "themata/study/codebook.hpp"
#include "themata/study/participants.hpp"
#include "themata/study/sources.hpp"

namespace themata::cli {

namespace {

void run_show(Context& context, const Arguments&) {
  study::Project project = context.open_to_read();
  const model::StudyInfo info = study::study_info(project);
  const model::Codebook codebook = study::codebook(project);
  std::size_t words = 0;
  std::size_t codings = 0;
  const auto sources = study::list_sources(project);
  for (const study::SourceSummary& source : sources) {
    words += source.words;
    codings += source.codings;
  }
  print_field(context, "title", info.title);
  print_field(context, "approach", std::string(model::to_string(info.approach)));
  print_field(context, "language", info.language);
  print_field(context, "sources", sources.size());
  print_field(context, "words", words);
  print_field(context, "participants", study::list_participants(project).size());
  print_field(context, "codes", codebook.codes().size());
  print_field(context, "themes", codebook.themes().size());
  print_field(context, "codings", codings);
  print_field(context, "coders", fmt::format("{}", fmt::join(study::coder_names(project), ", ")));
}

void run_set(Context& context, const Arguments& arguments) {
  if (!arguments.has("title") && !arguments.has("approach") && !arguments.has("language") &&
      !arguments.has("phase-names")) {
    throw UsageError("give --title, --approach, --language or --phase-names");
  }
  study::Project project = context.open_to_write();
  model::StudyInfo info = study::study_info(project);
  info.title = arguments.text("title").value_or(info.title);
  info.language = arguments.text("language").value_or(info.language);
  if (const auto approach = arguments.text("approach")) {
    info.approach = *model::parse_approach(*approach);
  }
  if (const auto names = arguments.text("phase-names")) {
    info.phase_names = *model::parse_phase_names(*names);
  }
  const bool changed = study::set_study_info(project, info);
  context.print(changed ? "Changed the study\n" : "Nothing to change\n");
}

}  // namespace

std::vector<Command> study_commands() {
  return {
      {
          .name = "study show",
          .summary = "Shows what the study is and how much it holds",
          .details = "",
          .arguments = {},
          .options = {},
          .examples = {{"themata study show", "Title, approach, and the numbers of everything."}},
          .run = run_show,
      },
      {
          .name = "study set",
          .summary = "Changes the study's title, approach, language or names of phases",
          .details = "",
          .arguments = {},
          .options = {{.name = "title", .value = "TITLE", .help = "a new title"},
                      {.name = "approach",
                       .value = "APPROACH",
                       .help = "the kind of thematic analysis",
                       .choices = {"reflexive", "codebook", "coding-reliability"}},
                      {.name = "language", .value = "TAG", .help = "such as en, de or es"},
                      {.name = "phase-names",
                       .value = "YEAR",
                       .help = "whether the six phases are called as Braun and Clarke did in 2006 "
                               "or in 2022",
                       .choices = {"2006", "2022"}}},
          .examples = {{"themata study set --approach codebook", "Says how it is analysed."}},
          .run = run_set,
      },
  };
}

}  // namespace themata::cli
