#include "cli/help_text.hpp"

#include <algorithm>
#include <ostream>
#include <sstream>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/registry.hpp"
#include "themata/text/display_width.hpp"

namespace themata::cli {

namespace {

constexpr std::size_t page_width = 80;
constexpr std::size_t widest_heading = 26;

/// A heading at the left, its text wrapped beside it (or below, if the heading is long).
void write_entry(const std::string& heading, const std::string& text, std::size_t column,
                 std::ostream& out) {
  const std::vector<std::string> lines = text::wrap(text, page_width - column - 4);
  out << "  " << heading;
  std::size_t at = heading.size();
  for (const std::string& line : lines) {
    if (at > column) {
      out << '\n' << "  ";
      at = 0;
    }
    out << std::string(column + 2 - at, ' ') << line << '\n';
    if (&line != &lines.back()) out << "  ";
    at = 0;
  }
}

void write_entries(const std::string& title,
                   const std::vector<std::pair<std::string, std::string>>& entries,
                   std::ostream& out) {
  if (entries.empty()) return;
  std::size_t column = 0;
  for (const auto& [heading, text] : entries) {
    if (heading.size() <= widest_heading) column = std::max(column, heading.size());
  }
  out << '\n' << title << ":\n";
  for (const auto& [heading, text] : entries) write_entry(heading, text, column, out);
}

std::string written(const Argument& argument) {
  switch (argument.count) {
    case Argument::Count::one:
      return argument.name;
    case Argument::Count::optional:
      return "[" + argument.name + "]";
    case Argument::Count::some:
      return argument.name + "...";
    case Argument::Count::any:
      break;
  }
  return "[" + argument.name + "...]";
}

}  // namespace

std::string usage_line(const Command& command) {
  std::string line = "themata " + command.name;
  for (const Argument& argument : command.arguments) line += " " + written(argument);
  return line + " [options]";
}

std::string option_heading(const Option& option) {
  std::string heading =
      option.letter ? fmt::format("-{}, --{}", option.letter, option.name) : "--" + option.name;
  if (!option.value.empty()) heading += " " + option.value;
  return heading;
}

std::string option_help(const Option& option) {
  std::string help = option.help;
  if (!option.choices.empty()) help += fmt::format(": {}", fmt::join(option.choices, ", "));
  if (option.repeats) help += "; may be given several times";
  return help;
}

void write_command_help(const Command& command, std::ostream& out) {
  out << "usage: " << usage_line(command) << "\n\n" << command.summary << ".\n";
  std::istringstream paragraphs(command.details);
  for (std::string paragraph; std::getline(paragraphs, paragraph);) {
    out << '\n';
    for (const std::string& line : text::wrap(paragraph, page_width)) out << line << '\n';
  }
  std::vector<std::pair<std::string, std::string>> entries;
  for (const Argument& argument : command.arguments) {
    entries.emplace_back(argument.name, argument.help);
  }
  write_entries("Arguments", entries, out);
  entries.clear();
  for (const Option& option : all_options(command)) {
    entries.emplace_back(option_heading(option), option_help(option));
  }
  write_entries("Options", entries, out);
  out << "\nExamples:\n";
  for (const Example& example : command.examples) {
    out << "  " << example.command << '\n';
    for (const std::string& line : text::wrap(example.effect, page_width - 6)) {
      out << "      " << line << '\n';
    }
  }
}

void write_group_help(const std::string& group, std::ostream& out) {
  for (const Command& command : commands_of_group(group)) {
    out << usage_line(command) << "\n    " << command.summary << '\n';
  }
}

void write_overview(std::ostream& out) {
  out << "themata COMMAND [options] [arguments]: qualitative thematic analysis\n\n"
         "Commands:\n";
  std::size_t column = 0;
  for (const Command& command : commands()) column = std::max(column, command.name.size());
  for (const Command& command : commands()) {
    write_entry(command.name, command.summary, column, out);
  }
  out << "\n\"themata help COMMAND\" tells more of each, with an example.\n"
         "A first study: themata init study.themata; themata import transcripts/;\n"
         "themata freq\n";
}

}  // namespace themata::cli
