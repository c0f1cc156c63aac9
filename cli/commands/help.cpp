#include <filesystem>
#include <ostream>

#include "cli/completion.hpp"
#include "cli/context.hpp"
#include "cli/help_text.hpp"
#include "cli/man_page.hpp"
#include "cli/output_file.hpp"
#include "cli/registry.hpp"

namespace themata::cli {

namespace {

template <class Write>
void write_page(const std::filesystem::path& path, Write&& write) {
  OutputFile file(path.string());
  write(file.stream());
  file.finish();
}

void write_man_pages(const std::filesystem::path& folder) {
  write_page(folder / "themata.1", [](std::ostream& out) { write_program_man_page(out); });
  for (const Command& command : commands()) {
    write_page(folder / (man_page_name(command) + ".1"),
               [&](std::ostream& out) { write_man_page(command, out); });
  }
}

void run_help(Context&, const Arguments& arguments) {
  const std::vector<std::string> words = arguments.arguments("COMMAND");
  OutputFile output(std::nullopt);
  std::ostream& out = output.stream();
  if (arguments.has("commands")) {
    for (const Command& command : commands()) out << command.name << '\n';
  } else if (const auto folder = arguments.text("man-pages")) {
    write_man_pages(*folder);
  } else if (arguments.has("bash-completion")) {
    write_bash_completion(out);
  } else if (words.empty()) {
    write_overview(out);
  } else if (words.size() == 1 && is_group(words.front())) {
    write_group_help(words.front(), out);
  } else {
    write_command_help(find_command(words).command, out);
  }
}

}  // namespace

std::vector<Command> help_commands() {
  return {{
      .name = "help",
      .summary = "Tells what the commands do",
      .details = "Without a command, lists them all.",
      .arguments = {{"COMMAND", "the command, in one word or two", Argument::Count::any}},
      .options = {{.name = "commands", .value = "", .help = "only the names of all commands"},
                  {.name = "man-pages",
                   .value = "FOLDER",
                   .help = "writes the man pages there",
                   .is_path = true},
                  {.name = "bash-completion",
                   .value = "",
                   .help = "prints a completion script for bash"}},
      .examples = {{"themata help apply", "Tells how text is coded."},
                   {"themata help theme", "Lists what can be done with themes."}},
      .run = run_help,
  }};
}

}  // namespace themata::cli
