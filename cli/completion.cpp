#include "cli/completion.hpp"

#include <map>
#include <ostream>
#include <set>
#include <string>

#include "cli/registry.hpp"

namespace themata::cli {

namespace {

/// The commands' first words, and the second words of each.
std::map<std::string, std::set<std::string>> words_of_commands() {
  std::map<std::string, std::set<std::string>> words;
  for (const Command& command : commands()) {
    const std::size_t space = command.name.find(' ');
    std::set<std::string>& second = words[command.name.substr(0, space)];
    if (space != std::string::npos) second.insert(command.name.substr(space + 1));
  }
  return words;
}

void write_words(const std::set<std::string>& words, std::ostream& out) {
  const char* separator = "";
  for (const std::string& word : words) {
    out << separator << word;
    separator = " ";
  }
}

void write_subcommands(std::ostream& out) {
  out << "  case \"${COMP_WORDS[1]}\" in\n";
  for (const auto& [first, second] : words_of_commands()) {
    if (second.empty()) continue;
    out << "    " << first << ") subcommands='";
    write_words(second, out);
    out << "';;\n";
  }
  out << "  esac\n";
}

/// What follows an option: its choices, or a file.
void write_option_values(std::ostream& out) {
  std::set<std::string> with_choices;
  out << "  case \"$previous\" in\n";
  for (const Command& command : commands()) {
    for (const Option& option : all_options(command)) {
      if (option.choices.empty() || !with_choices.insert(option.name).second) continue;
      out << "    --" << option.name << ") COMPREPLY=($(compgen -W '";
      write_words({option.choices.begin(), option.choices.end()}, out);
      out << "' -- \"$current\")); return;;\n";
    }
  }
  out << "    -p|--project|-o|--output|--from|--terms|--manifest)"
         " COMPREPLY=($(compgen -f -- \"$current\")); return;;\n  esac\n";
}

void write_options_of_commands(std::ostream& out) {
  out << "  case \"$command\" in\n";
  for (const Command& command : commands()) {
    out << "    '" << command.name << "') options='";
    std::set<std::string> names;
    for (const Option& option : all_options(command)) names.insert("--" + option.name);
    write_words(names, out);
    out << "';;\n";
  }
  out << "  esac\n";
}

}  // namespace

void write_bash_completion(std::ostream& out) {
  out << "# bash completion for themata; made from its command registry\n"
         "_themata() {\n"
         "  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]}\n"
         "  local subcommands='' options='' command=${COMP_WORDS[1]}\n"
         "  if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
         "    COMPREPLY=($(compgen -W '";
  std::set<std::string> first;
  for (const auto& [word, rest] : words_of_commands()) first.insert(word);
  write_words(first, out);
  out << "' -- \"$current\"))\n    return\n  fi\n";
  write_subcommands(out);
  out << "  if [ \"$COMP_CWORD\" -eq 2 ] && [ -n \"$subcommands\" ]; then\n"
         "    COMPREPLY=($(compgen -W \"$subcommands\" -- \"$current\"))\n    return\n  fi\n"
         "  [ -n \"$subcommands\" ] && command=\"${COMP_WORDS[1]} ${COMP_WORDS[2]}\"\n";
  write_option_values(out);
  out << "  case \"$current\" in -*) ;; *) COMPREPLY=($(compgen -f -- \"$current\")); return;; "
         "esac\n";
  write_options_of_commands(out);
  out << "  COMPREPLY=($(compgen -W \"$options\" -- \"$current\"))\n"
         "}\ncomplete -o filenames -F _themata themata\n";
}

}  // namespace themata::cli
