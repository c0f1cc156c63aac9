#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace themata::analysis {

struct DisclosureOptions {
  std::size_t k = 5;                ///< fewer participants than this are singled out
  std::size_t most_attributes = 3;  ///< taken together
  std::size_t most_rows = 1000;     ///< that are listed
  /// Participants looked at, over all combinations of one number of attributes; combinations of
  /// more attributes are left out if that would take more.
  std::size_t most_work = 50'000'000;
};

/// Values that together single out few participants.
struct SingledOut {
  std::vector<std::size_t> attributes;    ///< by index, in order
  std::vector<std::string> values;        ///< one for each of them
  std::vector<std::size_t> participants;  ///< by index, in order
};

struct Disclosure {
  std::vector<SingledOut> rows;
  std::size_t rows_left_out = 0;        ///< beyond `most_rows`
  std::size_t attributes_together = 0;  ///< up to how many attributes were combined
};

/// Combinations of attribute values that fewer than `k` participants have, and at least one: the
/// smallest ones, so that no value can be left away without more participants having the rest.
/// `values[p][a]` is what participant `p` has for attribute `a`; each has as many. A missing
/// (empty) value singles nobody out: combinations with it are not looked at. Combinations of fewer
/// attributes come first, in the attributes' order; those of the same attributes by the number of
/// participants, then by the first of them. Time grows with participants times combinations of
/// attributes.
Disclosure disclosure(const std::vector<std::vector<std::string>>& values,
                      const DisclosureOptions& options);

}  // namespace themata::analysis
