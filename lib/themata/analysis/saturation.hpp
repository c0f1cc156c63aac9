#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "themata/model/corpus.hpp"

namespace themata::analysis {

/// What is counted as new: codes, the themes at the top of the tree, or the themes right above the
/// codes.
enum class SaturationUnit { codes, themes, subthemes };

/// In which order sources are taken: as the study lists them, or by when the first of their codings
/// was made.
enum class SourceOrder { of_import, of_coding };

/// The units met in one source, as small numbers from 0, rising.
struct SourceUnits {
  std::string source;
  std::vector<std::size_t> units;
};

/// For each source with a coding that the selection admits, its units, in order. One pass; no texts
/// are needed.
std::vector<SourceUnits> units_of_sources(model::Corpus& corpus, SaturationUnit unit,
                                          SourceOrder order);

/// For each source, how many of its units no source before it has.
std::vector<std::size_t> new_units(const std::vector<SourceUnits>& sources);

/// A base of so many sources, runs of so many, and the share of new units at or below which a run
/// says that little new came.
struct SaturationRule {
  std::size_t base = 4;
  std::size_t run = 2;
  double threshold = 0.05;
};

/// A run of sources: the last of them (from 1), its new units and these by those of the base.
struct SaturationRun {
  std::size_t last = 0;
  std::size_t new_units = 0;
  double ratio = 0;
};

struct Saturation {
  std::size_t base_units = 0;
  std::vector<SaturationRun> runs;  ///< one for each source after the base that ends one
  /// The sources before the first run at or below the threshold: 6 of "6+2".
  std::optional<std::size_t> reached_after;
};

/// Guest, Namey and Chen (2020), PLoS ONE 15(5): e0232076: units new in a run by the units found in
/// the base; runs overlap and go on by one source. None if the base holds no unit, or if there are
/// not enough sources. `base` and `run` are 1 at least.
Saturation saturation(const std::vector<std::size_t>& new_units, const SaturationRule& rule);

/// How many units n sources may be expected to have, for n from 1 to all of them, over all orders:
/// S(n) = sum over units k of 1 - C(N - N_k, n) / C(N, n), where N_k of the N sources have k. The
/// exact curve of accumulation: Ugland, Gray and Ellingsen (2003), Journal of Animal Ecology 72,
/// 888-897; Colwell, Mao and Chang (2004), Ecology 85, 2717-2727.
std::vector<double> expected_accumulation(const std::vector<SourceUnits>& sources);

}  // namespace themata::analysis
