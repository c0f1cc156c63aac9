#include "themata/analysis/disclosure.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <numeric>
#include <unordered_map>
#include <utility>

namespace themata::analysis {
namespace {

using Attributes = std::vector<std::size_t>;
/// For each participant: 1 if these attributes, or fewer of them, single them out.
using Few = std::vector<char>;

constexpr std::uint32_t missing = 0;

/// The values as numbers; equal values of an attribute have equal numbers.
std::vector<std::vector<std::uint32_t>> numbered(
    const std::vector<std::vector<std::string>>& values, std::size_t attributes) {
  std::vector<std::vector<std::uint32_t>> numbers(attributes);
  for (std::size_t a = 0; a < attributes; ++a) {
    std::unordered_map<std::string, std::uint32_t> known = {{"", missing}};
    for (const auto& row : values) {
      const auto next = static_cast<std::uint32_t>(known.size());
      numbers[a].push_back(known.emplace(row[a], next).first->second);
    }
  }
  return numbers;
}

/// Goes to the next choice of as many of `count` things; false after the last.
bool next_choice(Attributes& chosen, std::size_t count) {
  for (std::size_t i = chosen.size(); i-- > 0;) {
    if (chosen[i] + (chosen.size() - i) >= count) continue;
    ++chosen[i];
    for (std::size_t k = i + 1; k < chosen.size(); ++k) chosen[k] = chosen[k - 1] + 1;
    return true;
  }
  return false;
}

Attributes first_choice(std::size_t size) {
  Attributes chosen(size);
  std::iota(chosen.begin(), chosen.end(), std::size_t{0});
  return chosen;
}

std::size_t choices(std::size_t size, std::size_t count) {
  double result = 1;
  for (std::size_t i = 0; i < size; ++i) {
    result = result * static_cast<double>(count - i) / static_cast<double>(i + 1);
  }
  constexpr double many = 1e15;
  return static_cast<std::size_t>(std::min(result, many));
}

class Search {
 public:
  Search(const std::vector<std::vector<std::string>>& values, const DisclosureOptions& options)
      : values_(values),
        options_(options),
        attributes_(values.empty() ? 0 : values.front().size()),
        numbers_(numbered(values, attributes_)) {}

  Disclosure run() {
    const std::size_t most = std::min(options_.most_attributes, attributes_);
    for (std::size_t size = 1; size <= most; ++size) {
      if (choices(size, attributes_) * values_.size() > options_.most_work) break;
      result_.attributes_together = size;
      std::map<Attributes, Few> few;
      Attributes chosen = first_choice(size);
      do {
        few.emplace(chosen, look_at(chosen));
      } while (next_choice(chosen, attributes_));
      few_ = std::move(few);
    }
    return std::move(result_);
  }

 private:
  /// What the choices of one attribute less say of these ones.
  [[nodiscard]] Few few_by_fewer(const Attributes& chosen) const {
    Few few(values_.size(), 0);
    if (chosen.size() == 1) return few;
    for (std::size_t i = 0; i < chosen.size(); ++i) {
      Attributes fewer = chosen;
      fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
      const Few& known = few_.at(fewer);
      for (std::size_t p = 0; p < few.size(); ++p) few[p] |= known[p];
    }
    return few;
  }

  Few look_at(const Attributes& chosen) {
    Few few = few_by_fewer(chosen);
    std::vector<SingledOut> rows;
    for (std::vector<std::size_t>& group : groups(chosen, few)) {
      if (group.size() >= options_.k) continue;
      for (const std::size_t p : group) few[p] = 1;
      SingledOut row{chosen, {}, std::move(group)};
      for (const std::size_t a : chosen) row.values.push_back(values_[row.participants.front()][a]);
      rows.push_back(std::move(row));
    }
    std::sort(rows.begin(), rows.end(), [](const SingledOut& a, const SingledOut& b) {
      return std::pair(a.participants.size(), a.participants.front()) <
             std::pair(b.participants.size(), b.participants.front());
    });
    for (SingledOut& row : rows) add(std::move(row));
    return few;
  }

  /// The participants whom nothing less singles out, by their values.
  [[nodiscard]] std::vector<std::vector<std::size_t>> groups(const Attributes& chosen,
                                                             const Few& few) const {
    std::vector<std::uint64_t> group(values_.size(), 0);  // by participant, one attribute at a time
    std::vector<std::size_t> left;
    for (std::size_t p = 0; p < values_.size(); ++p) {
      const bool known = std::all_of(chosen.begin(), chosen.end(),
                                     [&](std::size_t a) { return numbers_[a][p] != missing; });
      if (known && few[p] == 0) left.push_back(p);
    }
    std::vector<std::vector<std::size_t>> result;
    for (const std::size_t a : chosen) {
      std::unordered_map<std::uint64_t, std::uint64_t> next;
      for (const std::size_t p : left) {
        const std::uint64_t key = group[p] << 32U | numbers_[a][p];
        group[p] = next.emplace(key, next.size()).first->second;
      }
      if (a == chosen.back()) result.resize(next.size());
    }
    for (const std::size_t p : left) result[group[p]].push_back(p);
    return result;
  }

  void add(SingledOut row) {
    if (result_.rows.size() < options_.most_rows) {
      result_.rows.push_back(std::move(row));
    } else {
      ++result_.rows_left_out;
    }
  }

  const std::vector<std::vector<std::string>>& values_;
  const DisclosureOptions& options_;
  std::size_t attributes_;
  std::vector<std::vector<std::uint32_t>> numbers_;  // by attribute, then participant
  std::map<Attributes, Few> few_;                    // of the choices of one attribute less
  Disclosure result_;
};

}  // namespace

Disclosure disclosure(const std::vector<std::vector<std::string>>& values,
                      const DisclosureOptions& options) {
  return Search(values, options).run();
}

}  // namespace themata::analysis
