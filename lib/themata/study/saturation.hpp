#pragma once

#include <optional>
#include <string>
#include <vector>

#include "themata/analysis/saturation.hpp"
#include "themata/model/study_info.hpp"
#include "themata/study/filter.hpp"
#include "themata/study/project.hpp"
#include "themata/study/statements.hpp"

namespace themata::study {

using analysis::SaturationRule;
using analysis::SaturationRun;
using analysis::SaturationUnit;
using analysis::SourceOrder;

struct SaturationRequest {
  SaturationUnit unit = SaturationUnit::codes;
  SourceOrder order = SourceOrder::of_import;
  SaturationRule rule;
  Filter filter;
};

/// A source in its order.
struct SaturationRow {
  std::string source;
  std::size_t units = 0;  ///< that it has
  std::size_t fresh = 0;  ///< that no source before it has
  std::size_t total = 0;  ///< met up to here
  double expected = 0;    ///< that as many sources may be expected to have
  std::optional<SaturationRun> run = std::nullopt;  ///< that ends here
};

struct SaturationTable {
  std::vector<SaturationRow> rows;
  std::size_t base_units = 0;
  std::optional<std::size_t> reached_after;  ///< see `analysis::Saturation`
  std::size_t sources_left_out = 0;          ///< that the filter admits, without a coding
  model::Approach approach = model::Approach::reflexive;
  std::optional<StandingStatement> information_power;
};

/// New codes by source, in order.
SaturationTable saturation_table(Project& project, const SaturationRequest& request);

/// What is to be said with the table: where a run first fell to the threshold; under a reflexive
/// approach what speaks against taking that for saturation, and what was stated in its place.
std::vector<std::string> saturation_note(const SaturationTable& table,
                                         const SaturationRequest& request);

}  // namespace themata::study
