#pragma once

#include <string>

namespace themata::cli {

/// The text that a person means by an argument: itself, or what standard input holds if it is `-`.
/// Throws `InputError` if that is not UTF-8, or has control characters.
std::string text_or_input(const std::string& argument);

}  // namespace themata::cli
