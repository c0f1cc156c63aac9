#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "themata/model/coding.hpp"
#include "themata/study/filter.hpp"
#include "themata/study/project.hpp"

namespace themata::study {

/// A code to apply and the segment it is to be applied to, told by exactly one of a quote, a range
/// and turns.
struct ApplyRequest {
  std::string code;
  std::string source;
  std::optional<std::string> quote;
  std::optional<std::size_t> nth;  ///< which occurrence of the quote, from 1
  std::optional<text::CodePointRange> range;
  std::optional<std::pair<std::size_t, std::size_t>> turns;  ///< first and last, from 1
  std::string memo;
  bool create = false;  ///< make the code if the study has none of the name
};

struct Applied {
  model::CodingId id;
  bool added = false;  ///< false: the coder's coding was there before
  std::string code;
  std::string source;
  text::CodePointRange range;
  std::string text;  ///< the excerpt
};

/// Applies a code to a segment. Throws `NotFound` (code, source, quote: with the nearest),
/// `Conflict` (a quote that is there several times, with the places), `InputError` (a range that is
/// empty, reversed, past the end or cuts a grapheme, with the nearest boundaries; turns there are
/// not).
Applied apply_code(Project& project, const ApplyRequest& request);

/// What a file of codings brought.
struct CodingImport {
  std::size_t rows = 0;
  std::size_t added = 0;  ///< the others were there before
  std::vector<std::string> new_codes;
  std::vector<std::string> new_themes;
  std::vector<std::string> snapped;  ///< sentences on ranges moved to grapheme boundaries
};

/// Called after each source whose rows are stored, of so many.
using CodingProgress = std::function<void(std::size_t done, std::size_t total)>;

/// Applies the codings of a CSV file (`exchange::read_codings`): all rows or none. An error names
/// the file, line and row. Codes and themes the study has not are made only if `create`.
CodingImport apply_from(Project& project, const std::string& path, bool create,
                        const CodingProgress& progress = {});

/// `kwic --apply`: applies a code to every hit of a pattern (as in a term list) in the selected
/// speech. Codings that are there already stay. `create` as in `ApplyRequest`.
struct AppliedToHits {
  std::string code;
  std::size_t hits = 0;
  std::size_t added = 0;
};
AppliedToHits apply_to_hits(Project& project, const Filter& filter, const std::string& pattern,
                            const std::string& code, bool create);

/// Takes codings away by their ids. Throws `NotFound` if one does not exist; then all stay.
void unapply(Project& project, const std::vector<std::int64_t>& ids);

}  // namespace themata::study
