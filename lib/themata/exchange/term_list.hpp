#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "themata/model/term_family.hpp"

namespace themata::exchange {

/// Reads a term list (`*.terms`, see `docs/cli.md`, "Term lists"). Throws `InputError` with file
/// and line for a line without a label, a family without a pattern to count, a label there twice, a
/// pattern of stars alone, or a quote that is not closed.
std::vector<model::TermFamily> read_term_list(const std::string& name, std::string_view bytes);

/// One pattern as it stands in a term list: `breath*`, `~settle`, `"safe place"`, `code:"Trust"`.
/// Words are folded; what UAX #29 takes for several words (`self-criticism`) is a phrase of them.
/// Unlike in a list, where a comma may have been forgotten, several words need no quotes here.
/// Throws `InputError`.
model::TermPattern parse_term_pattern(std::string_view pattern);

/// The pattern as it stands in a term list, words folded: `breath*`, `~settle`, `"safe place"`,
/// `code:"Trust"`, behind a `-` if it is excluded. Reading it gives the same pattern.
std::string written_pattern(const model::TermPattern& pattern);

/// A line of a term list, without line feed. Throws `InputError` for a label that could not be read
/// back: one with a colon before a space, or that begins a comment.
std::string written_family(const model::TermFamily& family);

}  // namespace themata::exchange
