#pragma once

#include <string>
#include <vector>

#include "cli/command.hpp"

namespace themata::cli {

/// Every command, grouped and in the order in which the help lists them.
const std::vector<Command>& commands();

/// The command that the first words of a command line name, and how many words that took; throws
/// `UsageError` with the nearest names.
struct FoundCommand {
  const Command& command;
  std::size_t words;
};
FoundCommand find_command(const std::vector<std::string>& words);

/// True for `source`, which no command is named by alone, but `source list` and others.
bool is_group(const std::string& word);
/// `source list`, `source show`, ... for `source`.
std::vector<Command> commands_of_group(const std::string& group);

/// One function for each file in commands/.
std::vector<Command> init_commands();
std::vector<Command> study_commands();
std::vector<Command> import_commands();
std::vector<Command> source_commands();
Command source_revise_command();  // among source_commands()
std::vector<Command> pseudonymise_commands();
std::vector<Command> speaker_commands();
std::vector<Command> participant_commands();
std::vector<Command> withdraw_commands();
std::vector<Command> disclosure_commands();
std::vector<Command> bracket_commands();
std::vector<Command> read_commands();
std::vector<Command> code_commands();
std::vector<Command> code_surgery_commands();  // among code_commands()
std::vector<Command> theme_commands();
std::vector<Command> theme_surgery_commands();  // among theme_commands()
std::vector<Command> codebook_commands();
std::vector<Command> export_commands();
std::vector<Command> apply_commands();
std::vector<Command> annotate_commands();
std::vector<Command> autocode_commands();
std::vector<Command> excerpts_commands();
std::vector<Command> unflag_commands();
std::vector<Command> matrix_commands();
std::vector<Command> memo_commands();
std::vector<Command> question_commands();
std::vector<Command> quotation_commands();
std::vector<Command> report_commands();
std::vector<Command> journal_commands();
std::vector<Command> phase_commands();
std::vector<Command> checklist_commands();
std::vector<Command> freq_commands();
std::vector<Command> terms_commands();
Command terms_review_command();  // among terms_commands()
std::vector<Command> kwic_commands();
std::vector<Command> dispersion_commands();
std::vector<Command> keyness_commands();
std::vector<Command> collocates_commands();
std::vector<Command> diversity_commands();
std::vector<Command> comments_commands();
std::vector<Command> tree_commands();
std::vector<Command> log_commands();
std::vector<Command> undo_commands();
std::vector<Command> verify_commands();
std::vector<Command> saturation_commands();
std::vector<Command> snapshot_commands();
std::vector<Command> blame_commands();
std::vector<Command> backup_commands();
std::vector<Command> help_commands();

}  // namespace themata::cli
