#include "themata/analysis/theme_overlap.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "themata/analysis/coding_counts.hpp"

namespace themata::analysis {

namespace {

using model::ThemeId;

class OverlapCounter {
 public:
  OverlapCounter(const model::Codebook& codebook, std::size_t levels,
                 const std::function<void(const SharedExcerpt&)>& sink)
      : codebook_(codebook), levels_(levels), sink_(sink) {
    for (const model::Theme& theme : codebook.themes()) order_.emplace(theme.id, order_.size());
  }

  /// The codings from `begin` to `end` are on one segment.
  template <class Iterator>
  void add_segment(const std::string& source, Iterator begin, Iterator end) {
    std::vector<ThemeId> themes;
    model::CodingId first = begin->id;
    for (auto coding = begin; coding != end; ++coding) {
      for (const ThemeId theme : codebook_.themes_of(coding->code)) {
        themes.push_back(shown_for(theme));
      }
      first = std::min(first, coding->id);
    }
    keep_lowest(themes);
    if (themes.size() < 2) return;
    for (std::size_t i = 0; i < themes.size(); ++i) {
      for (std::size_t j = i + 1; j < themes.size(); ++j) ++pairs_[place_of(themes[i], themes[j])];
    }
    sink_({source, first, std::move(themes)});
  }

  [[nodiscard]] std::vector<ThemePair> pairs() const {
    std::vector<ThemePair> result;
    for (const auto& [place, excerpts] : pairs_) {
      result.push_back(
          {codebook_.themes()[place.first].id, codebook_.themes()[place.second].id, excerpts});
    }
    return result;
  }

 private:
  using Place = std::pair<std::size_t, std::size_t>;

  Place place_of(ThemeId a, ThemeId b) const { return {order_.at(a), order_.at(b)}; }

  /// The theme, or the one above it that is high enough.
  [[nodiscard]] ThemeId shown_for(ThemeId theme) const {
    while (codebook_.depth(theme) >= levels_) theme = *codebook_.theme(theme).parent;
    return theme;
  }

  [[nodiscard]] bool is_above(ThemeId above, ThemeId theme) const {
    for (auto parent = codebook_.theme(theme).parent; parent;
         parent = codebook_.theme(*parent).parent) {
      if (*parent == above) return true;
    }
    return false;
  }

  /// Each once, in the tree's order, without those that are above another.
  void keep_lowest(std::vector<ThemeId>& themes) const {
    std::sort(themes.begin(), themes.end(),
              [&](ThemeId a, ThemeId b) { return order_.at(a) < order_.at(b); });
    themes.erase(std::unique(themes.begin(), themes.end()), themes.end());
    const std::vector<ThemeId> all = themes;
    std::erase_if(themes, [&](ThemeId above) {
      return std::any_of(all.begin(), all.end(),
                         [&](ThemeId theme) { return is_above(above, theme); });
    });
  }

  const model::Codebook& codebook_;
  std::size_t levels_;
  const std::function<void(const SharedExcerpt&)>& sink_;
  std::unordered_map<ThemeId, std::size_t> order_;
  std::map<Place, std::size_t> pairs_;
};

}  // namespace

namespace {

constexpr std::size_t all_levels = static_cast<std::size_t>(-1);

void add_segments(const model::SourceData& source, OverlapCounter& counter) {
  for (auto begin = source.codings.begin(); begin != source.codings.end();) {
    const auto end = std::find_if(begin, source.codings.end(), [&](const model::Coding& coding) {
      return coding.segment.range != begin->segment.range;
    });
    counter.add_segment(source.source.name, begin, end);
    begin = end;
  }
}

}  // namespace

std::vector<ThemePair> theme_overlaps(model::Corpus& corpus,
                                      const std::function<void(const SharedExcerpt&)>& sink) {
  OverlapCounter counter(corpus.codebook(), all_levels, sink);
  model::SourceData source;
  corpus.rewind();
  while (corpus.next(source)) add_segments(source, counter);
  return counter.pairs();
}

std::vector<ThemePair> theme_links(model::Corpus& corpus, std::size_t levels) {
  const std::function<void(const SharedExcerpt&)> nothing = [](const SharedExcerpt&) {};
  OverlapCounter counter(corpus.codebook(), levels, nothing);
  model::SourceData source;
  corpus.rewind();
  while (corpus.next(source)) {
    std::erase_if(source.codings, [&](const model::Coding& coding) {
      return !admits_coding(corpus.selection(), source, coding);
    });
    add_segments(source, counter);
  }
  return counter.pairs();
}

}  // namespace themata::analysis
