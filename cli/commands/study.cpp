#include <ostream>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/context.hpp"
#include "cli/registry.hpp"
#include "cli/wording.hpp"
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
  std::ostream& out = context.out();
  print_field("title", info.title, out);
  print_field("approach", std::string(model::to_string(info.approach)), out);
  print_field("language", info.language, out);
  print_field("sources", std::to_string(sources.size()), out);
  print_field("words", std::to_string(words), out);
  print_field("participants", std::to_string(study::list_participants(project).size()), out);
  print_field("codes", std::to_string(codebook.codes().size()), out);
  print_field("themes", std::to_string(codebook.themes().size()), out);
  print_field("codings", std::to_string(codings), out);
  print_field("coders", fmt::format("{}", fmt::join(study::coder_names(project), ", ")), out);
}

void run_set(Context& context, const Arguments& arguments) {
  if (!arguments.has("title") && !arguments.has("approach") && !arguments.has("language")) {
    throw UsageError("give --title, --approach or --language");
  }
  study::Project project = context.open_to_write();
  model::StudyInfo info = study::study_info(project);
  info.title = arguments.text("title").value_or(info.title);
  info.language = arguments.text("language").value_or(info.language);
  if (const auto approach = arguments.text("approach")) {
    info.approach = *model::parse_approach(*approach);
  }
  const bool changed = study::set_study_info(project, info);
  context.out() << (changed ? "Changed the study\n" : "Nothing to change\n");
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
          .summary = "Changes the study's title, approach or language",
          .details = "",
          .arguments = {},
          .options = {{.name = "title", .value = "TITLE", .help = "a new title"},
                      {.name = "approach",
                       .value = "APPROACH",
                       .help = "the kind of thematic analysis",
                       .choices = {"reflexive", "codebook", "coding-reliability"}},
                      {.name = "language", .value = "TAG", .help = "such as en, de or es"}},
          .examples = {{"themata study set --approach codebook", "Says how it is analysed."}},
          .run = run_set,
      },
  };
}

}  // namespace themata::cli
