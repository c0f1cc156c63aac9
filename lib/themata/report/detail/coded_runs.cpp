#include "themata/report/detail/coded_runs.hpp"

#include <algorithm>
#include <set>
#include <tuple>

namespace themata::report::detail {

namespace {

/// Where a coding or a hit begins or ends.
struct Edge {
  text::ByteOffset at;
  bool begins = false;
  const PageCoding* coding = nullptr;  // none: a hit
};

std::vector<Edge> edges_of(const PageTurn& turn) {
  std::vector<Edge> edges;
  for (const PageCoding& coding : turn.codings) {
    edges.push_back({coding.range.begin, true, &coding});
    edges.push_back({coding.range.end, false, &coding});
  }
  for (const text::TextRange hit : turn.hits) {
    edges.push_back({hit.begin, true, nullptr});
    edges.push_back({hit.end, false, nullptr});
  }
  std::stable_sort(edges.begin(), edges.end(),
                   [](const Edge& a, const Edge& b) { return a.at < b.at; });
  return edges;
}

/// The codings that are on a place, the shortest first.
struct ShorterFirst {
  bool operator()(const PageCoding* a, const PageCoding* b) const {
    return std::make_tuple(a->range.size(), a->range.begin, a->id, a->colour) <
           std::make_tuple(b->range.size(), b->range.begin, b->id, b->colour);
  }
};

}  // namespace

std::vector<InkedRange> inked_ranges(const PageTurn& turn) {
  std::vector<InkedRange> ranges;
  std::multiset<const PageCoding*, ShorterFirst> on_it;
  std::size_t hits = 0;
  text::ByteOffset from{0};
  const auto close = [&](text::ByteOffset at) {
    if (at == from) return;
    InkedRange range{{from, at}};
    if (!on_it.empty()) range = {range.range, Ink::coded, (*on_it.begin())->colour};
    if (hits > 0) range = {range.range, Ink::hit, 0};
    ranges.push_back(range);
    from = at;
  };
  for (const Edge& edge : edges_of(turn)) {
    close(edge.at);
    if (edge.coding == nullptr) {
      edge.begins ? ++hits : --hits;
    } else if (edge.begins) {
      on_it.insert(edge.coding);
    } else {
      on_it.erase(on_it.find(edge.coding));
    }
  }
  close(text::ByteOffset{turn.text.size()});
  return ranges;
}

PageLine inked_line(const std::string& text, text::TextRange line,
                    const std::vector<InkedRange>& ranges) {
  PageLine runs;
  auto range = std::partition_point(ranges.begin(), ranges.end(), [&](const InkedRange& inked) {
    return inked.range.end <= line.begin;
  });
  for (; range != ranges.end() && range->range.begin < line.end; ++range) {
    const text::TextRange here{std::max(line.begin, range->range.begin),
                               std::min(line.end, range->range.end)};
    runs.push_back({std::string(text::slice(text, here)), range->ink, range->colour});
  }
  return runs;
}

}  // namespace themata::report::detail
