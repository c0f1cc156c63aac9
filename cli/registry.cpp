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
       {init_commands,         study_commands,    import_commands,      source_commands,
        pseudonymise_commands, speaker_commands,  participant_commands, withdraw_commands,
        disclosure_commands,   bracket_commands,  read_commands,        code_commands,
        theme_commands,        codebook_commands, export_commands,      apply_commands,
        comments_commands,     annotate_commands, autocode_commands,    excerpts_commands,
        unflag_commands,       memo_commands,     journal_commands,     phase_commands,
        checklist_commands,    freq_commands,     terms_commands,       kwic_commands,
        dispersion_commands,   keyness_commands,  collocates_commands,  diversity_commands,
        saturation_commands,   matrix_commands,   report_commands,      quotation_commands,
        question_commands,     tree_commands,     log_commands,         undo_commands,
        verify_commands,       snapshot_commands, blame_commands,       backup_commands,
        help_commands}) {
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

std::vector<std::string> names_of(const std::vector<Command>& some) {
  std::vector<std::string> names;
  for (const Command& command : some) names.push_back(command.name);
  return names;
}

/// The first words of all commands.
std::vector<std::string> first_words() {
  std::vector<std::string> words;
  for (const Command& command : commands()) {
    words.push_back(command.name.substr(0, command.name.find(' ')));
  }
  return words;
}

[[noreturn]] void refuse(const std::vector<std::string>& words) {
  const std::vector<std::string> group = names_of(commands_of_group(words.front()));
  if (!group.empty() && (words.size() == 1 || words[1].starts_with('-'))) {
    throw UsageError(fmt::format("{} what? There are: {}", words.front(), fmt::join(group, ", ")));
  }
  const std::string written = group.empty() ? words.front() : words[0] + " " + words[1];
  const std::vector<std::string> nearest =
      text::nearest_names(written, group.empty() ? first_words() : group, 1);
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

bool is_group(const std::string& word) {
  return find_exactly(word) == nullptr && !commands_of_group(word).empty();
}

std::vector<Command> commands_of_group(const std::string& group) {
  std::vector<Command> members;
  std::copy_if(commands().begin(), commands().end(), std::back_inserter(members),
               [&](const Command& command) { return command.name.starts_with(group + " "); });
  return members;
}

}  // namespace themata::cli
