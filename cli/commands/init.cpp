#include <filesystem>

#include <fmt/format.h>

#include "cli/context.hpp"
#include "cli/registry.hpp"
#include "themata/study/project.hpp"
#include "themata/text/printable.hpp"

namespace themata::cli {

namespace {

void run_init(Context& context, const Arguments& arguments) {
  const std::filesystem::path path = arguments.argument("FILE");
  if (path.extension() != ".themata" || path.stem().empty()) {
    throw UsageError(
        fmt::format("{}: a study's file is named *.themata, as in {}", path.string(),
                    std::filesystem::path(path).replace_extension("themata").string()));
  }
  model::StudyInfo info;
  info.title = arguments.text("title").value_or(
      text::printable(path.stem().string(), text::LineBreaks::as_spaces));
  info.language = arguments.text("language").value_or(info.language);
  if (const auto approach = arguments.text("approach")) {
    info.approach = *model::parse_approach(*approach);  // one of the option's choices
  }
  study::Project::create(path, info, context.environment());
  context.print(fmt::format("Made the study \"{}\" in {} ({}, language {})\n", info.title,
                            path.string(), model::to_string(info.approach), info.language));
}

}  // namespace

std::vector<Command> init_commands() {
  return {{
      .name = "init",
      .summary = "Makes a study",
      .details =
          "A study is one file, which holds everything: texts, codes, themes, codings, memos "
          "and the history of every change. A file that exists is never overwritten.",
      .arguments = {{.name = "FILE", .help = "the file to make, named *.themata", .is_path = true}},
      .options = {{.name = "title", .value = "TITLE", .help = "its title (else the file's name)"},
                  {.name = "approach",
                   .value = "APPROACH",
                   .help = "the kind of thematic analysis (reflexive unless said otherwise)",
                   .choices = {"reflexive", "codebook", "coding-reliability"}},
                  {.name = "language",
                   .value = "TAG",
                   .help = "the transcripts' language, such as en, de or es (en unless said "
                           "otherwise)"}},
      .examples = {{"themata init group.themata --title \"A year of group therapy\"",
                    "Makes an empty study in this folder."}},
      .run = run_init,
  }};
}

}  // namespace themata::cli
