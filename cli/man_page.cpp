#include "cli/man_page.hpp"

#include <algorithm>
#include <cctype>
#include <map>
#include <ostream>
#include <sstream>

#include "cli/help_text.hpp"
#include "cli/registry.hpp"

namespace themata::cli {

namespace {

/// Text for roff that is shown as it is: no line is taken for a request, and the characters that
/// roff would set as others (curly quotes, hyphens, accents) stay what a shell understands.
std::string roff(const std::string& text) {
  static const std::map<char, std::string> escapes = {
      {'\\', "\\e"},  {'-', "\\-"},   {'"', "\\(dq"}, {'\'', "\\(aq"},
      {'`', "\\(ga"}, {'^', "\\(ha"}, {'~', "\\(ti"}};
  std::string escaped;
  for (const char c : text) {
    const bool begins_line = escaped.empty() || escaped.back() == '\n';
    if (c == '.' && begins_line) escaped += "\\&";
    const auto escape = escapes.find(c);
    escaped += escape == escapes.end() ? std::string(1, c) : escape->second;
  }
  return escaped;
}

std::string bold(const std::string& text) { return "\\fB" + roff(text) + "\\fR"; }

void write_head(const std::string& name, const std::string& summary, std::ostream& out) {
  std::string title = name;
  std::transform(title.begin(), title.end(), title.begin(),
                 [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  out << ".TH " << roff(title) << " 1 \"\" \"themata " THEMATA_VERSION "\" \"Themata\"\n"
      << ".SH NAME\n"
      << roff(name) << " \\- " << roff(summary) << "\n";
}

void write_tagged(const std::string& tag, const std::string& text, std::ostream& out) {
  out << ".TP\n" << bold(tag) << "\n" << roff(text) << "\n";
}

/// A command line as it can be pasted, on one line whatever its length, and what it does.
void write_example(const Example& example, std::ostream& out) {
  out << ".PP\n.nf\n"
      << bold(example.command) << "\n.fi\n.RS 4\n"
      << roff(example.effect) << "\n.RE\n";
}

void write_options(const std::vector<Option>& options, std::ostream& out) {
  out << ".SH OPTIONS\n";
  for (const Option& option : options) {
    write_tagged(option_heading(option), option_help(option), out);
  }
}

constexpr const char* exit_status =
    ".SH EXIT STATUS\n0 on success, 1 on an error, 2 on wrong usage.\n";

}  // namespace

std::string man_page_name(const Command& command) {
  std::string name = "themata-" + command.name;
  std::replace(name.begin(), name.end(), ' ', '-');
  return name;
}

void write_man_page(const Command& command, std::ostream& out) {
  write_head(man_page_name(command), command.summary, out);
  out << ".SH SYNOPSIS\n"
      << bold(usage_line(command)) << "\n.SH DESCRIPTION\n"
      << roff(command.summary) << ".\n";
  std::istringstream paragraphs(command.details);
  for (std::string paragraph; std::getline(paragraphs, paragraph);) {
    out << ".PP\n" << roff(paragraph) << "\n";
  }
  if (!command.arguments.empty()) out << ".SH ARGUMENTS\n";
  for (const Argument& argument : command.arguments) {
    write_tagged(argument.name, argument.help, out);
  }
  write_options(all_options(command), out);
  out << ".SH EXAMPLES\n";
  for (const Example& example : command.examples) write_example(example, out);
  out << exit_status << ".SH SEE ALSO\n.BR themata (1)\n";
}

void write_program_man_page(std::ostream& out) {
  write_head("themata", "qualitative thematic analysis", out);
  out << ".SH SYNOPSIS\n.B themata\n.I COMMAND\n[options] [arguments]\n.SH DESCRIPTION\n"
      << "From a folder of interview transcripts to codes, themes and tables that can be counted "
         "again. A study is one file, *.themata.\n.SH COMMANDS\n";
  for (const Command& command : commands()) write_tagged(command.name, command.summary, out);
  write_options(common_options(), out);
  out << ".SH ENVIRONMENT\n";
  write_tagged("THEMATA_PROJECT", "the study, where --project does not name one", out);
  write_tagged("THEMATA_CODER", "who codes, where --coder does not say; else the login name", out);
  write_tagged("THEMATA_CLOCK",
               "a fixed time (2026-01-31T12:00:00Z) in place of the clock's, "
               "to repeat a session to the byte",
               out);
  write_tagged("THEMATA_GUID_SEED", "a number from which new GUIDs follow, likewise", out);
  out << exit_status << ".SH SEE ALSO\n";
  for (const Command& command : commands()) {
    out << ".BR " << roff(man_page_name(command)) << " (1)"
        << (&command == &commands().back() ? "\n" : ",\n");
  }
}

}  // namespace themata::cli
