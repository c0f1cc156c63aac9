#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "themata/analysis/collocates.hpp"
#include "themata/analysis/dispersion_table.hpp"
#include "themata/analysis/diversity_table.hpp"
#include "themata/analysis/grouped_table.hpp"
#include "themata/analysis/keyness_table.hpp"
#include "themata/study/filter.hpp"
#include "themata/study/project.hpp"

namespace themata::study {

using analysis::Collocate;
using analysis::Contrast;
using analysis::Dispersion;
using analysis::DispersionRow;
using analysis::DispersionTable;
using analysis::DiversityRow;
using analysis::GroupedTable;
using analysis::Grouping;
using analysis::KeynessRow;
using analysis::KeynessTable;
using analysis::Meeting;

using analysis::dice;
using analysis::expected_together;
using analysis::in_each_group;
using analysis::log_dice;
using analysis::log_likelihood_four_cells;
using analysis::log_ratio;
using analysis::mutual_information;
using analysis::odds_ratio;
using analysis::percent_difference;
using analysis::rate;
using analysis::t_score;

/// Which words are left out, and whether stems are counted, as a person says it.
struct WordChoice {
  /// "auto": the function words of the sources' languages; "fillers": those of speech; anything
  /// else: a file with a word a line. They add up.
  std::vector<std::string> stop;
  bool by_stem = false;
};

/// `participant`, `source`, `occasion`, `turn`, `study` or `attribute:NAME`, also in the plural;
/// nothing for any other word.
std::optional<Grouping> parse_grouping(std::string_view word);

struct CountRequest {
  WordChoice words;
  std::size_t ngram = 1;
  std::optional<std::size_t> top;
  Grouping by;
};

/// `freq --by`, `--per`, `--ngram`: every word of the selected speech, in all and by group. Throws
/// `NotFound` for an attribute that the study does not have, `InputError` for a stop list that
/// cannot be read.
GroupedTable count_words(Project& project, const Filter& filter, const CountRequest& request);

/// The same with `--terms`: these families, in their order.
GroupedTable count_families(Project& project, const Filter& filter,
                            const std::vector<model::TermFamily>& families, const Grouping& by);

/// What `dispersion` is asked about: the families of a list, else patterns, else every word.
struct DispersionRequest {
  std::optional<std::string> terms;
  std::vector<std::string> patterns;
  WordChoice words;
  std::optional<std::size_t> top;
  Grouping parts;
};
DispersionTable dispersion(Project& project, const Filter& filter,
                           const DispersionRequest& request);

/// `keyness`: the words of one part of the study against another; without `against`, against all
/// else in the same scope of speech.
KeynessTable keyness(Project& project, const Filter& part, const std::optional<Filter>& against,
                     const WordChoice& words);

/// `collocates`: the words near a pattern as it stands in a term list.
std::vector<Collocate> collocates(Project& project, const Filter& filter,
                                  const std::string& pattern, std::size_t window,
                                  const WordChoice& words);

/// `diversity`: how varied the words of each group are.
std::vector<DiversityRow> diversity(Project& project, const Filter& filter, const Grouping& by,
                                    std::size_t window);

}  // namespace themata::study
