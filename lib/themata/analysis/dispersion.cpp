#include "themata/analysis/dispersion.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace themata::analysis {

namespace {

double real(std::size_t number) { return static_cast<double>(number); }

/// The sums that the measures share, over the parts where there are occurrences.
struct Sums {
  std::size_t parts = 0;      // where it occurs
  std::size_t frequency = 0;  // f
  std::size_t words = 0;      // of those parts
  double relative = 0;        // sum of p_i
  bool in_an_empty_part = false;
};

Sums sums_of(const std::vector<InPart>& occurrences, const PartSizes& parts) {
  Sums sums;
  for (const InPart& in : occurrences) {
    if (in.frequency == 0) continue;
    const std::size_t size = parts.size(in.part);
    ++sums.parts;
    sums.frequency += in.frequency;
    sums.words += size;
    if (size == 0) {
      sums.in_an_empty_part = true;
    } else {
      sums.relative += real(in.frequency) / real(size);
    }
  }
  return sums;
}

double juilland_d(const std::vector<InPart>& occurrences, const PartSizes& parts,
                  const Sums& sums) {
  const double n = real(parts.count());
  const double mean = sums.relative / n;
  double squares = real(parts.count() - sums.parts) * mean * mean;  // where it does not occur
  for (const InPart& in : occurrences) {
    if (in.frequency == 0) continue;
    const double difference = real(in.frequency) / real(parts.size(in.part)) - mean;
    squares += difference * difference;
  }
  return 1 - std::sqrt(squares / n) / mean / std::sqrt(n - 1);
}

double deviation_of_proportions(const std::vector<InPart>& occurrences, const PartSizes& parts,
                                const Sums& sums) {
  const double words = real(parts.words());
  double differences = real(parts.words() - sums.words) / words;  // where it does not occur
  for (const InPart& in : occurrences) {
    if (in.frequency == 0) continue;
    differences +=
        std::abs(real(in.frequency) / real(sums.frequency) - real(parts.size(in.part)) / words);
  }
  return differences / 2;
}

double carroll_d2(const std::vector<InPart>& occurrences, const PartSizes& parts,
                  const Sums& sums) {
  double entropy = 0;
  for (const InPart& in : occurrences) {
    if (in.frequency == 0) continue;
    const double share = real(in.frequency) / real(parts.size(in.part)) / sums.relative;
    entropy -= share * std::log2(share);
  }
  return entropy / std::log2(real(parts.count()));
}

double rosengren_s(const std::vector<InPart>& occurrences, const PartSizes& parts,
                   const Sums& sums) {
  double roots = 0;
  for (const InPart& in : occurrences) {
    roots += std::sqrt(real(parts.size(in.part)) / real(parts.words()) * real(in.frequency));
  }
  return roots * roots / real(sums.frequency);
}

}  // namespace

PartSizes::PartSizes(std::vector<std::size_t> sizes) : sizes_(std::move(sizes)) {
  for (const std::size_t size : sizes_) {
    if (size == 0) continue;
    least_ = count_ == 0 ? size : std::min(least_, size);
    words_ += size;
    ++count_;
  }
}

Dispersion dispersion(const std::vector<InPart>& occurrences, const PartSizes& parts) {
  const Sums sums = sums_of(occurrences, parts);
  Dispersion result;
  result.range = sums.parts;
  if (sums.frequency == 0 || sums.in_an_empty_part) return result;
  result.dp = deviation_of_proportions(occurrences, parts, sums);
  result.rosengren_s = rosengren_s(occurrences, parts, sums);
  if (parts.count() < 2) return result;
  result.juilland_d = juilland_d(occurrences, parts, sums);
  result.dp_norm = *result.dp / (1 - real(parts.least()) / real(parts.words()));
  result.carroll_d2 = carroll_d2(occurrences, parts, sums);
  return result;
}

}  // namespace themata::analysis
