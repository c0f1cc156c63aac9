#pragma once

#include <string_view>
#include <vector>

namespace themata::report::detail {

/// True for a text that begins in a script which is written from right to left.
bool begins_right_to_left(std::string_view text);

/// A stretch of a text whose words are all read in one direction, with the spaces behind it.
struct DirectedRun {
  std::string_view text;
  bool right_to_left = false;
};
/// The stretches of a text, in order; together they are the text. A word goes from right to left if
/// it has a letter that does, from left to right if it has others, and else as the word before it.
std::vector<DirectedRun> directed_runs(std::string_view text);

}  // namespace themata::report::detail
