#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace themata::text {

/// What two names are compared by: canonical equivalence, case folding, all kinds of quotation
/// marks, single and double, taken as one, runs of white space as one space, trimmed. "Ben’s GROUP"
/// and "ben's group" have the same key, and so have 'A “safe” space' and "a 'safe' space".
std::string name_key(std::string_view name);

/// The number of code points that must be inserted, deleted, replaced or swapped with their
/// neighbour to turn one text into the other (optimal string alignment distance).
std::size_t edit_distance(std::string_view a, std::string_view b);

/// Those of `candidates` that resemble `name`, best first, at most `limit`: names that contain or
/// begin with it, and names within a third of its length in edits, all by their keys.
std::vector<std::string> nearest_names(std::string_view name,
                                       const std::vector<std::string>& candidates,
                                       std::size_t limit = 3);

}  // namespace themata::text
