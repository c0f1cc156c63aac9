#include "themata/text/detail/sequence_diff.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

#include <dtl/dtl.hpp>

namespace themata::text::detail {
namespace {

using Elements = std::span<const std::uint32_t>;

// dtl keeps a point for each pair that it looks at, 24 bytes each, and begins anew at 2,000,000 of
// them. Below these limits it never does, whatever the sequences hold.
constexpr std::size_t quick_pairs = 250'000;
constexpr std::size_t most_pairs = 1'500'000;
constexpr std::size_t most_cuts = 12;  // one inside another
constexpr std::array<std::size_t, 3> elements_in_a_row = {8, 3, 1};

/// Where some elements in a row stand in both sequences.
struct Anchor {
  std::size_t before = 0;
  std::size_t after = 0;
};

/// A row of elements as it was met: how often, and where last.
struct Sighting {
  std::size_t times_before = 0;
  std::size_t times_after = 0;
  Anchor at;
};

std::uint64_t hash_of(Elements row) {
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (const std::uint32_t element : row) {
    hash = (hash ^ element) * 0x9e3779b97f4a7c15U;
    hash ^= hash >> 29U;
  }
  return hash;
}

/// Of long rows, which overlap, some are enough, as long as they are the same ones in both
/// sequences.
bool looked_at(std::uint64_t hash, std::size_t size) { return size < 8 || hash % 8 == 0; }

/// Rows of `size` elements that stand once in each sequence, in order of the first.
std::vector<Anchor> common_rows(Elements before, Elements after, std::size_t size) {
  if (before.size() < size || after.size() < size) return {};
  std::unordered_map<std::uint64_t, Sighting> sightings;
  for (std::size_t i = 0; i + size <= before.size(); ++i) {
    const std::uint64_t hash = hash_of(before.subspan(i, size));
    if (!looked_at(hash, size)) continue;
    Sighting& seen = sightings[hash];
    ++seen.times_before;
    seen.at.before = i;
  }
  for (std::size_t i = 0; i + size <= after.size(); ++i) {
    const std::uint64_t hash = hash_of(after.subspan(i, size));
    if (!looked_at(hash, size)) continue;
    const auto found = sightings.find(hash);
    if (found == sightings.end()) continue;
    ++found->second.times_after;
    found->second.at.after = i;
  }
  std::vector<Anchor> anchors;
  for (const auto& [hash, seen] : sightings) {
    if (seen.times_before != 1 || seen.times_after != 1) continue;
    const Elements row = before.subspan(seen.at.before, size);
    const Elements other = after.subspan(seen.at.after, size);
    if (std::equal(row.begin(), row.end(), other.begin())) anchors.push_back(seen.at);
  }
  std::sort(anchors.begin(), anchors.end(),
            [](const Anchor& a, const Anchor& b) { return a.before < b.before; });
  return anchors;
}

/// As many of the anchors as can be had without one crossing another.
std::vector<Anchor> longest_in_order(const std::vector<Anchor>& anchors) {
  constexpr auto none = static_cast<std::size_t>(-1);
  std::vector<std::size_t> ends;  // of the best chain of each length: its last anchor
  std::vector<std::size_t> previous(anchors.size(), none);
  for (std::size_t i = 0; i < anchors.size(); ++i) {
    const auto place = std::lower_bound(
        ends.begin(), ends.end(), anchors[i].after,
        [&](std::size_t end, std::size_t after) { return anchors[end].after < after; });
    if (place != ends.begin()) previous[i] = *(place - 1);
    if (place == ends.end()) {
      ends.push_back(i);
    } else {
      *place = i;
    }
  }
  std::vector<Anchor> chain;
  for (std::size_t i = ends.empty() ? none : ends.back(); i != none; i = previous[i]) {
    chain.push_back(anchors[i]);
  }
  std::reverse(chain.begin(), chain.end());
  return chain;
}

/// Rows that overlap are one stretch if they are equally far apart in both sequences; else the
/// first one stays.
std::vector<EqualStretch> joined(const std::vector<Anchor>& chain, std::size_t size) {
  std::vector<EqualStretch> stretches;
  for (const Anchor& anchor : chain) {
    if (!stretches.empty()) {
      EqualStretch& last = stretches.back();
      const std::size_t ahead = anchor.before - last.before;
      if (ahead <= last.size && anchor.after == last.after + ahead) {
        last.size = std::max(last.size, ahead + size);
        continue;
      }
      if (ahead < last.size || anchor.after < last.after + last.size) continue;
    }
    stretches.push_back({anchor.before, anchor.after, size});
  }
  return stretches;
}

/// Finds what two sequences have in common, from left to right.
class Comparison {
 public:
  Comparison(Elements before, Elements after) : before_(before), after_(after) {
    compare(0, before.size(), 0, after.size(), 0);
  }

  [[nodiscard]] std::vector<EqualStretch> take() { return std::move(stretches_); }

 private:
  void add(std::size_t before, std::size_t after, std::size_t size) {
    if (size == 0) return;
    if (!stretches_.empty()) {
      EqualStretch& last = stretches_.back();
      if (last.before + last.size == before && last.after + last.size == after) {
        last.size += size;
        return;
      }
    }
    stretches_.push_back({before, after, size});
  }

  /// What is equal at both ends needs no search.
  void compare(std::size_t begin, std::size_t end, std::size_t other, std::size_t other_end,
               std::size_t cuts) {
    std::size_t same = 0;
    while (begin + same < end && other + same < other_end &&
           before_[begin + same] == after_[other + same]) {
      ++same;
    }
    add(begin, other, same);
    begin += same;
    other += same;
    same = 0;
    while (begin + same < end && other + same < other_end &&
           before_[end - same - 1] == after_[other_end - same - 1]) {
      ++same;
    }
    compare_middle(begin, end - same, other, other_end - same, cuts);
    add(end - same, other_end - same, same);
  }

  void compare_middle(std::size_t begin, std::size_t end, std::size_t other, std::size_t other_end,
                      std::size_t cuts) {
    if (begin == end || other == other_end) return;
    const std::size_t pairs = (end - begin + 1) * (other_end - other + 1);
    if (pairs > quick_pairs && cuts < most_cuts && cut(begin, end, other, other_end, cuts)) return;
    if (pairs <= most_pairs) edit_script(begin, end, other, other_end);
  }

  /// False if there is nowhere to cut.
  bool cut(std::size_t begin, std::size_t end, std::size_t other, std::size_t other_end,
           std::size_t cuts) {
    const Elements before = before_.subspan(begin, end - begin);
    const Elements after = after_.subspan(other, other_end - other);
    for (const std::size_t size : elements_in_a_row) {
      const auto anchors = joined(longest_in_order(common_rows(before, after, size)), size);
      if (anchors.empty()) continue;
      std::size_t at = begin;
      std::size_t at_other = other;
      for (const EqualStretch& anchor : anchors) {
        compare(at, begin + anchor.before, at_other, other + anchor.after, cuts + 1);
        add(begin + anchor.before, other + anchor.after, anchor.size);
        at = begin + anchor.before + anchor.size;
        at_other = other + anchor.after + anchor.size;
      }
      compare(at, end, at_other, other_end, cuts + 1);
      return true;
    }
    return false;
  }

  void edit_script(std::size_t begin, std::size_t end, std::size_t other, std::size_t other_end) {
    using Sequence = std::vector<std::uint32_t>;
    const auto part = [](Elements all, std::size_t from, std::size_t to) {
      const Elements some = all.subspan(from, to - from);
      return Sequence(some.begin(), some.end());
    };
    dtl::Diff<std::uint32_t, Sequence> diff(part(before_, begin, end),
                                            part(after_, other, other_end));
    diff.compose();
    for (const auto& [element, info] : diff.getSes().getSequence()) {
      if (info.type == dtl::SES_COMMON) add(begin, other, 1);
      if (info.type != dtl::SES_ADD) ++begin;
      if (info.type != dtl::SES_DELETE) ++other;
    }
  }

  Elements before_;
  Elements after_;
  std::vector<EqualStretch> stretches_;
};

}  // namespace

std::vector<EqualStretch> equal_stretches(Elements before, Elements after) {
  return Comparison(before, after).take();
}

}  // namespace themata::text::detail
