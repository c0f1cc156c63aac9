#include "cli/command.hpp"

#include <algorithm>

namespace themata::cli {

const std::vector<Option>& common_options() {
  static const std::vector<Option> options = {
      {.name = "project",
       .value = "FILE",
       .help = "the study; else $THEMATA_PROJECT, else the only *.themata file in this folder or "
               "the nearest above it that has one",
       .letter = 'p',
       .is_path = true},
      {.name = "coder",
       .value = "NAME",
       .help = "who works; else $THEMATA_CODER, else the login name"},
      {.name = "new-coder",
       .value = "",
       .help = "the coder's name is right, however like another's"},
      {.name = "help", .value = "", .help = "this page", .letter = 'h'},
  };
  return options;
}

std::vector<Option> all_options(const Command& command) {
  std::vector<Option> options = command.options;
  for (const Option& common : common_options()) {
    const bool declared =
        std::any_of(command.options.begin(), command.options.end(),
                    [&](const Option& option) { return option.name == common.name; });
    if (!declared) options.push_back(common);
  }
  return options;
}

std::vector<Option> with_why(std::vector<Option> options) {
  options.push_back({.name = "why", .value = "TEXT", .help = "the reason, for the log"});
  return options;
}

std::vector<Option> with_table_options(std::vector<Option> options) {
  options.push_back(
      {.name = "format",
       .value = "FORMAT",
       .help = "of the table (text unless said otherwise)",
       .choices = {"text", "csv", "tsv", "json", "md", "latex", "html", "docx", "xlsx"}});
  options.push_back({.name = "output",
                     .value = "FILE",
                     .help = "writes there; the format follows from the extension",
                     .letter = 'o',
                     .is_path = true});
  options.push_back({.name = "title", .value = "TEXT", .help = "a title above the table"});
  options.push_back({.name = "note",
                     .value = "TEXT",
                     .help = "a note below the table, before what it says by itself"});
  return options;
}

}  // namespace themata::cli
