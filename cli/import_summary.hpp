#pragma once

#include <string>
#include <vector>

#include "cli/context.hpp"
#include "themata/study/import.hpp"

namespace themata::cli {

/// Prints a heading and lines behind it, no more than a screen of them; nothing if there are none.
void print_part(const Context& context, const std::string& heading,
                const std::vector<std::string>& lines, const std::string& where_all_are);

/// Prints how the study takes what stands in brackets.
void print_brackets(const Context& context, const std::vector<study::BracketSummary>& brackets);

/// Prints how much was imported, who was found, and what a person should confirm or check.
void print_import_summary(const Context& context, const study::ImportReport& report);

/// Prints the first turns of a transcript, numbered.
void print_preview(const Context& context, const std::vector<study::TurnPreview>& turns);

}  // namespace themata::cli
