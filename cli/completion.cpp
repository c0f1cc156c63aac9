#include "cli/completion.hpp"

#include <algorithm>
#include <map>
#include <ostream>
#include <set>
#include <string>
#include <vector>

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

std::string written(const Option& option) {
  std::string pattern = "--" + option.name;
  if (option.letter != 0) pattern += std::string("|-") + option.letter;
  return pattern;
}

/// What the word after an option can be: one of its choices, a file, or anything.
void write_option_value(const Option& option, std::ostream& out) {
  if (option.value.empty()) return;
  out << "        " << written(option) << ") ";
  if (option.is_path) {
    out << "kind=file";
  } else {
    out << "kind=words words='";
    write_words({option.choices.begin(), option.choices.end()}, out);
    out << '\'';
  }
  out << ";;\n";
}

bool takes_files(const Command& command) {
  return std::any_of(command.arguments.begin(), command.arguments.end(),
                     [](const Argument& argument) { return argument.is_path; });
}

/// For each command its options, whether its arguments are files, and what follows its options.
void write_commands(std::ostream& out) {
  out << "  case \"$command\" in\n";
  for (const Command& command : commands()) {
    out << "    '" << command.name << "')\n      options='";
    const std::vector<Option> options = all_options(command);
    std::set<std::string> names;
    for (const Option& option : options) names.insert("--" + option.name);
    write_words(names, out);
    out << "'\n";
    if (takes_files(command)) out << "      kind=file\n";
    out << "      case \"$previous\" in\n";
    for (const Option& option : options) write_option_value(option, out);
    out << "      esac;;\n";
  }
  out << "  esac\n";
}

}  // namespace

void write_bash_completion(std::ostream& out) {
  out << "# bash completion for themata; made from its command registry\n"
         "_themata() {\n"
         "  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]}\n"
         "  local subcommands='' options='' words='' kind='' command=${COMP_WORDS[1]}\n"
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
  write_commands(out);
  out << "  case \"$kind:$current\" in\n"
         "    words:*) COMPREPLY=($(compgen -W \"$words\" -- \"$current\"));;\n"
         "    *:-*) COMPREPLY=($(compgen -W \"$options\" -- \"$current\"));;\n"
         "    file:*) mapfile -t COMPREPLY < <(compgen -f -- \"$current\");;\n"
         "  esac\n"
         "}\ncomplete -o filenames -F _themata themata\n";
}

}  // namespace themata::cli
