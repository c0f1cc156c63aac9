#include "cli/registry.hpp"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/arguments.hpp"
#include "themata/text/name_key.hpp"

namespace themata::cli {

namespace {

std::vector<Command> all_commands() {
  std::vector<Command> all;
  for (auto* part :
       {init_commands, study_commands, import_commands, source_commands, speaker_commands,
        participant_commands, bracket_commands, read_commands, code_commands, theme_commands,
        codebook_commands, apply_commands, excerpts_commands, memo_commands, freq_commands,
        kwic_commands, tree_commands, log_commands, help_commands}) {
    std::vector<Command> commands = part();
    std::move(commands.begin(), commands.end(), std::back_inserter(all));
  }
  return all;
}

const Command* find_exactly(const std::string& name) {
  const auto found = std::find_if(commands().begin(), commands().end(),
                                  [&](const Command& command) { return command.name == name; });
  return found == commands().end() ? nullptr : &*found;
}

/// `source list`, `source show`, ... for `source`.
std::vector<std::string> names_beginning(const std::string& group) {
  std::vector<std::string> names;
  for (const Command& command : commands()) {
    if (command.name.starts_with(group + " ")) names.push_back(command.name);
  }
  return names;
}

[[noreturn]] void refuse(const std::vector<std::string>& words) {
  const std::vector<std::string> group = names_beginning(words.front());
  if (!group.empty() && words.size() == 1) {
    throw UsageError(fmt::format("{} what? There are: {}", words.front(), fmt::join(group, ", ")));
  }
  const std::string written = group.empty() ? words.front() : words[0] + " " + words[1];
  std::vector<std::string> first_words;
  for (const Command& command : commands()) {
    first_words.push_back(command.name.substr(0, command.name.find(' ')));
  }
  const std::vector<std::string> nearest =
      text::nearest_names(written, group.empty() ? first_words : group, 1);
  throw UsageError(fmt::format("there is no command \"{}\"{}; see \"themata help\"", written,
                               nearest.empty() ? "" : "; did you mean " + nearest.front() + "?"));
}

}  // namespace

const std::vector<Command>& commands() {
  static const std::vector<Command> all = all_commands();
  return all;
}

FoundCommand find_command(const std::vector<std::string>& words) {
  if (words.size() > 1) {
    if (const Command* command = find_exactly(words[0] + " " + words[1])) return {*command, 2};
  }
  if (const Command* command = find_exactly(words[0])) return {*command, 1};
  refuse(words);
}

}  // namespace themata::cli
