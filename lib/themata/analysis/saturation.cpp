#include "themata/analysis/saturation.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <unordered_set>

#include "themata/analysis/coding_counts.hpp"

namespace themata::analysis {

namespace {

/// Numbers units by the order in which they come up.
class UnitNumbers {
 public:
  UnitNumbers(const model::Codebook& codebook, SaturationUnit unit)
      : codebook_(codebook), unit_(unit) {}

  /// The units of a code; none if themes are asked for and it is in none.
  const std::vector<std::size_t>& of(model::CodeId code) {
    const auto known = of_code_.find(code);
    if (known != of_code_.end()) return known->second;
    std::vector<std::size_t>& units = of_code_[code];
    if (unit_ == SaturationUnit::codes) {
      units.push_back(number(code.value));
    } else {
      for (const model::ThemeId theme : codebook_.themes_of(code)) {
        units.push_back(number(unit_ == SaturationUnit::themes ? top(theme) : theme.value));
      }
    }
    return units;
  }

 private:
  std::size_t number(std::int64_t id) {
    return numbers_.try_emplace(id, numbers_.size()).first->second;
  }
  [[nodiscard]] std::int64_t top(model::ThemeId theme) const {
    while (const auto parent = codebook_.theme(theme).parent) theme = *parent;
    return theme.value;
  }

  const model::Codebook& codebook_;
  SaturationUnit unit_;
  std::unordered_map<std::int64_t, std::size_t> numbers_;
  std::unordered_map<model::CodeId, std::vector<std::size_t>> of_code_;
};

struct DatedUnits {
  SourceUnits units;
  model::CodingId first_coding;
};

/// Nothing if the selection admits no coding of the source.
std::optional<DatedUnits> units_of(const model::SourceData& source,
                                   const model::Selection& selection, UnitNumbers& numbers) {
  std::optional<DatedUnits> found;
  for (const model::Coding& coding : source.codings) {
    if (!admits_coding(selection, source, coding)) continue;
    if (!found) found = DatedUnits{{source.source.name, {}}, coding.id};
    found->first_coding = std::min(found->first_coding, coding.id);
    const auto& units = numbers.of(coding.code);
    found->units.units.insert(found->units.units.end(), units.begin(), units.end());
  }
  if (found) {
    std::vector<std::size_t>& units = found->units.units;
    std::sort(units.begin(), units.end());
    units.erase(std::unique(units.begin(), units.end()), units.end());
  }
  return found;
}

}  // namespace

std::vector<SourceUnits> units_of_sources(model::Corpus& corpus, SaturationUnit unit,
                                          SourceOrder order) {
  UnitNumbers numbers(corpus.codebook(), unit);
  std::vector<DatedUnits> dated;
  model::SourceData source;
  corpus.rewind();
  while (corpus.next(source)) {
    if (auto units = units_of(source, corpus.selection(), numbers)) {
      dated.push_back(std::move(*units));
    }
  }
  if (order == SourceOrder::of_coding) {
    std::sort(dated.begin(), dated.end(), [](const DatedUnits& a, const DatedUnits& b) {
      return a.first_coding < b.first_coding;
    });
  }
  std::vector<SourceUnits> sources;
  for (DatedUnits& one : dated) sources.push_back(std::move(one.units));
  return sources;
}

std::vector<std::size_t> new_units(const std::vector<SourceUnits>& sources) {
  std::unordered_set<std::size_t> seen;
  std::vector<std::size_t> fresh;
  for (const SourceUnits& source : sources) {
    const std::size_t before = seen.size();
    seen.insert(source.units.begin(), source.units.end());
    fresh.push_back(seen.size() - before);
  }
  return fresh;
}

Saturation saturation(const std::vector<std::size_t>& new_units, const SaturationRule& rule) {
  Saturation result;
  if (new_units.size() < rule.base) return result;
  for (std::size_t i = 0; i < rule.base; ++i) result.base_units += new_units[i];
  if (result.base_units == 0) return result;
  std::size_t in_run = 0;
  for (std::size_t i = rule.base; i < new_units.size(); ++i) {
    in_run += new_units[i];
    if (i >= rule.base + rule.run) in_run -= new_units[i - rule.run];
    if (i + 1 < rule.base + rule.run) continue;
    const double ratio = static_cast<double>(in_run) / static_cast<double>(result.base_units);
    result.runs.push_back({i + 1, in_run, ratio});
    if (!result.reached_after && ratio <= rule.threshold) {
      result.reached_after = i + 1 - rule.run;
    }
  }
  return result;
}

std::vector<double> expected_accumulation(const std::vector<SourceUnits>& sources) {
  std::unordered_map<std::size_t, std::size_t> sources_with;
  for (const SourceUnits& source : sources) {
    for (const std::size_t unit : source.units) ++sources_with[unit];
  }
  std::map<std::size_t, double> units_in;  // so many sources: how many units are in so many
  for (const auto& [unit, count] : sources_with) units_in[count] += 1;

  const auto all = static_cast<double>(sources.size());
  std::vector<double> expected(sources.size(), 0);
  for (const auto& [count, units] : units_in) {
    double missed = 1;  // C(N - N_k, n) / C(N, n), a factor for each source drawn
    for (std::size_t drawn = 0; drawn < sources.size(); ++drawn) {
      const double left = all - static_cast<double>(drawn);
      missed *= std::max(0.0, left - static_cast<double>(count)) / left;
      expected[drawn] += units * (1 - missed);
    }
  }
  return expected;
}

}  // namespace themata::analysis
