#pragma once

#include "cli/context.hpp"
#include "themata/study/import.hpp"

namespace themata::cli {

/// Prints how much was imported, who was found, and what a person should confirm or check.
void print_import_summary(const Context& context, const study::ImportReport& report);

/// Prints the first turns of a transcript, numbered.
void print_preview(const Context& context, const std::vector<study::TurnPreview>& turns);

}  // namespace themata::cli
