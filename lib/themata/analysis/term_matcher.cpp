#include "themata/analysis/term_matcher.hpp"

#include <algorithm>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "themata/analysis/coding_counts.hpp"
#include "themata/analysis/detail/literal_filter.hpp"
#include "themata/analysis/spoken_words.hpp"
#include "themata/analysis/stretches.hpp"
#include "themata/analysis/word_patterns.hpp"
#include "themata/model/names.hpp"
#include "themata/text/fold.hpp"

namespace themata::analysis {

namespace {

using model::TermPattern;
using text::TextRange;

/// Which family a pattern belongs to, and whether it counts or takes out.
struct Belonging {
  std::size_t family = 0;
  bool excluded = false;
};

/// One word of a pattern. The words of a phrase are slots that follow each other.
struct Slot {
  Belonging belonging;
  bool first = false;
  bool last = false;
  std::size_t reached_at = 0;  // the step at which the phrase last came so far
  text::ByteOffset begin;      // and where it began
};

/// What the patterns of one family meet in a source, before it is sorted out.
struct Candidates {
  std::vector<TermHit> hits;
  std::vector<TextRange> taken_out;
  std::vector<model::Segment> left_out;  // of the whole study, sorted

  void take_out();
  void keep_apart();
  void leave_out(model::SourceId source);
};

void Candidates::take_out() {
  if (taken_out.empty()) return;
  const auto stretches = stretches_of(std::move(taken_out));
  std::erase_if(hits, [&](const TermHit& hit) { return overlaps_any(hit.range, stretches); });
}

/// Keeps, from the left, the longest of those that begin at the same place, and none that overlaps
/// the one before.
void Candidates::keep_apart() {
  const auto by_place_longest_first = [](const TermHit& a, const TermHit& b) {
    return std::tuple(a.range.begin, b.range.end) < std::tuple(b.range.begin, a.range.end);
  };
  // Words are met in order; only phrases and excerpts can be out of it.
  if (!std::is_sorted(hits.begin(), hits.end(), by_place_longest_first)) {
    std::sort(hits.begin(), hits.end(), by_place_longest_first);
  }
  std::size_t kept = 0;
  for (const TermHit& hit : hits) {
    if (kept == 0 || hits[kept - 1].range.end <= hit.range.begin) hits[kept++] = hit;
  }
  hits.resize(kept);
}

void Candidates::leave_out(model::SourceId source) {
  if (left_out.empty()) return;
  std::erase_if(hits, [&](const TermHit& hit) {
    return std::binary_search(left_out.begin(), left_out.end(), model::Segment{source, hit.range});
  });
}

}  // namespace

struct TermMatcher::Impl {
  WordPatterns words;
  std::vector<Slot> slots;
  std::unordered_map<model::CodeId, std::vector<Belonging>> codes;
  detail::LiteralFilter literals;  // of the patterns that count
  SpokenWords spoken;
  std::size_t step = 0;  // grows by one from a word to its neighbour, else by more

  std::vector<Candidates> candidates;  // of each family, in the source at hand

  void add(const TermPattern& pattern, Belonging belonging, const model::Codebook& codebook);
  void add_literal(const TermPattern& pattern);
  void find_words(const model::SourceData& source, const model::Selection& selection);
  void meet(std::size_t slot, const SpokenWord& word);
  void find_excerpts(const model::SourceData& source, const model::Selection& selection);
  void note(Belonging belonging, const TermHit& hit);
  std::vector<TermHit> sort_out(model::SourceId source);
};

void TermMatcher::Impl::add(const TermPattern& pattern, Belonging belonging,
                            const model::Codebook& codebook) {
  if (pattern.kind == TermPattern::Kind::code) {
    const auto& code = model::find_named("code", pattern.words.at(0), codebook.codes());
    codes[code.id].push_back(belonging);
    if (!belonging.excluded) literals.admit_all();  // what is taken out may stand in any excerpt
    return;
  }
  if (!belonging.excluded) add_literal(pattern);
  for (std::size_t i = 0; i < pattern.words.size(); ++i) {
    if (pattern.kind == TermPattern::Kind::stem) {
      words.add_stem(pattern.words[i], slots.size());
    } else {
      words.add_form(pattern.words[i], slots.size());
    }
    slots.push_back({belonging, i == 0, i + 1 == pattern.words.size(), 0, {}});
  }
}

/// What is taken out matters only in turns where something counts.
void TermMatcher::Impl::add_literal(const TermPattern& pattern) {
  if (pattern.kind == TermPattern::Kind::stem) return literals.admit_all();
  std::vector<std::string> folded;
  for (const std::string& word : pattern.words) folded.push_back(text::fold(word));
  literals.add(folded);
}

void TermMatcher::Impl::find_words(const model::SourceData& source,
                                   const model::Selection& selection) {
  if (words.empty()) return;
  words.set_language(source.source.language);
  spoken.start(source, selection,
               [this](std::string_view turn) { return literals.may_hold(turn); });
  std::optional<SpokenWord> before;
  while (const auto word = spoken.next()) {
    const bool neighbours =
        before && before->turn == word->turn && before->position + 1 == word->position;
    step += neighbours ? 1 : 2;
    // Descending, so that a word continues a phrase before it may begin the same phrase anew.
    for (const std::size_t slot : words.slots_of(text::slice(source.text, word->range))) {
      meet(slot, *word);
    }
    before = word;
  }
}

void TermMatcher::Impl::meet(std::size_t index, const SpokenWord& word) {
  Slot& slot = slots[index];
  if (!slot.first && slots[index - 1].reached_at + 1 != step) return;
  slot.begin = slot.first ? word.range.begin : slots[index - 1].begin;
  slot.reached_at = step;
  if (slot.last) {
    note(slot.belonging, {{slot.begin, word.range.end}, word.turn, slot.belonging.family, false});
  }
}

void TermMatcher::Impl::find_excerpts(const model::SourceData& source,
                                      const model::Selection& selection) {
  if (codes.empty()) return;
  model::Selection who;  // the codes selected say where to look, not which code is meant
  who.coders = selection.coders;
  who.participants = selection.participants;
  const bool narrowed = selection.coded_text_only();
  const auto coded = narrowed ? coded_stretches(source, selection) : std::vector<TextRange>{};
  for (const model::Coding& coding : source.codings) {
    const auto wanted = codes.find(coding.code);
    if (wanted == codes.end() || !admits_coding(who, source, coding)) continue;
    const TextRange range = coding.segment.range;
    if (narrowed && !lies_in(range, coded)) continue;
    const auto [first, last] = source.turns_in(range);
    const auto turn = first == last ? std::nullopt : std::optional{first};
    for (const Belonging& belonging : wanted->second) {
      note(belonging, {range, turn, belonging.family, true});
    }
  }
}

void TermMatcher::Impl::note(Belonging belonging, const TermHit& hit) {
  Candidates& own = candidates[belonging.family];
  if (belonging.excluded) {
    own.taken_out.push_back(hit.range);
  } else {
    own.hits.push_back(hit);
  }
}

std::vector<TermHit> TermMatcher::Impl::sort_out(model::SourceId source) {
  std::vector<TermHit> all;
  for (Candidates& own : candidates) {
    own.take_out();
    own.keep_apart();
    own.leave_out(source);
    all.insert(all.end(), own.hits.begin(), own.hits.end());
  }
  return all;
}

TermMatcher::TermMatcher(const std::vector<model::TermFamily>& families,
                         const model::Codebook& codebook)
    : impl_(std::make_unique<Impl>()) {
  impl_->candidates.resize(families.size());
  for (std::size_t family = 0; family < families.size(); ++family) {
    std::vector<model::Segment>& left_out = impl_->candidates[family].left_out;
    left_out = families[family].left_out;
    std::sort(left_out.begin(), left_out.end());
    for (const TermPattern& pattern : families[family].patterns) {
      impl_->add(pattern, {family, pattern.excluded}, codebook);
    }
  }
}

TermMatcher::~TermMatcher() = default;
TermMatcher::TermMatcher(TermMatcher&&) noexcept = default;
TermMatcher& TermMatcher::operator=(TermMatcher&&) noexcept = default;

std::vector<TermHit> TermMatcher::find(const model::SourceData& source,
                                       const model::Selection& selection) {
  for (Candidates& own : impl_->candidates) {  // also after a search that failed
    own.hits.clear();
    own.taken_out.clear();
  }
  impl_->find_words(source, selection);
  impl_->find_excerpts(source, selection);
  return impl_->sort_out(source.source.id);
}

bool matches_wildcards(std::string_view pattern, std::string_view folded_word) {
  std::size_t at = 0;  // in the pattern
  std::size_t word_at = 0;
  std::size_t star = std::string_view::npos;  // the latest star, and what it stands for ends at:
  std::size_t star_end = 0;
  while (word_at < folded_word.size()) {
    if (at < pattern.size() && pattern[at] == '*') {
      star = at++;
      star_end = word_at;
    } else if (at < pattern.size() && pattern[at] == folded_word[word_at]) {
      ++at;
      ++word_at;
    } else if (star != std::string_view::npos) {
      at = star + 1;  // let the star take in one byte more
      word_at = ++star_end;
    } else {
      return false;
    }
  }
  return pattern.find_first_not_of('*', at) == std::string_view::npos;
}

}  // namespace themata::analysis
