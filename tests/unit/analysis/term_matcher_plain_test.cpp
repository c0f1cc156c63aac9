#include <algorithm>
#include <random>

#include <catch2/catch.hpp>

#include "support/memory_corpus.hpp"
#include "term_notation.hpp"
#include "themata/analysis/spoken_words.hpp"
#include "themata/analysis/term_matcher.hpp"

using namespace themata;
using analysis::matches_wildcards;
using analysis::SpokenWord;
using test::MemoryCorpus;
using text::TextRange;

namespace {

std::vector<SpokenWord> words_of(const model::SourceData& source,
                                 const model::Selection& selection) {
  analysis::SpokenWords walk;
  walk.start(source, selection);
  std::vector<SpokenWord> words;
  while (const auto word = walk.next()) words.push_back(*word);
  return words;
}

/// Tries the pattern at every word.
std::vector<TextRange> places(const model::TermPattern& pattern, const std::string& text,
                              const std::vector<SpokenWord>& words) {
  std::vector<TextRange> found;
  for (std::size_t first = 0; first + pattern.words.size() <= words.size(); ++first) {
    bool meets = true;
    for (std::size_t i = 0; i < pattern.words.size(); ++i) {
      const SpokenWord& word = words[first + i];
      meets = meets && word.turn == words[first].turn &&
              word.position == words[first].position + i &&
              matches_wildcards(pattern.words[i], text::slice(text, word.range));
    }
    if (!meets) continue;
    const SpokenWord& last = words[first + pattern.words.size() - 1];
    found.push_back({words[first].range.begin, last.range.end});
  }
  return found;
}

/// The rules of term lists, word for word.
std::vector<TextRange> plain_hits(const model::TermFamily& family, const std::string& text,
                                  const std::vector<SpokenWord>& words) {
  std::vector<TextRange> candidates;
  std::vector<TextRange> excluded;
  for (const auto& pattern : family.patterns) {
    for (const TextRange place : places(pattern, text, words)) {
      (pattern.excluded ? excluded : candidates).push_back(place);
    }
  }
  std::erase_if(candidates, [&](const TextRange& candidate) {
    return std::any_of(excluded.begin(), excluded.end(),
                       [&](const TextRange& out) { return out.overlaps(candidate); });
  });
  std::vector<TextRange> hits;
  text::ByteOffset reached;
  while (true) {  // the leftmost that is still free, and of these the longest
    std::vector<TextRange> free;
    for (const TextRange candidate : candidates) {
      if (candidate.begin >= reached) free.push_back(candidate);
    }
    if (free.empty()) return hits;
    hits.push_back(*std::min_element(free.begin(), free.end(), [](const auto& a, const auto& b) {
      return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
    }));
    reached = hits.back().end;
  }
}

class Generator {
 public:
  explicit Generator(unsigned seed) : random_(seed) {}

  model::TermFamily family() {
    model::TermFamily made{"f", {}};
    for (std::size_t i = 1 + below(4); i > 0; --i) {
      model::TermPattern pattern;
      pattern.excluded = below(5) == 0;
      for (std::size_t words = 1 + below(3); words > 0; --words) {
        pattern.words.push_back(
            pick({"a", "b", "ab", "ba", "aab", "a*", "ab*", "*aab", "*b", "*a*", "*"}));
      }
      made.patterns.push_back(pattern);
    }
    return made;
  }

  std::string lines() {
    std::string made;
    for (std::size_t turn = 0; turn < 3; ++turn) {
      made += turn == 0 ? "Ben: " : turn == 1 ? "\nInt: " : "\nMia: ";
      for (std::size_t i = below(12); i > 0; --i) {
        made += pick({"a", "b", "ab", "ba", "aab", "(a)", "c"});
        made += pick({" ", ", ", " [b] "});
      }
    }
    return made;
  }

 private:
  std::size_t below(std::size_t n) { return random_() % n; }
  std::string pick(const std::vector<std::string>& list) { return list[below(list.size())]; }
  std::mt19937 random_;
};

}  // namespace

TEST_CASE("random families agree with the rules of term lists, tried at every word") {
  Generator generator(99);
  std::size_t hits = 0;
  for (int round = 0; round < 2'000; ++round) {
    MemoryCorpus study;
    const auto& source = study.add_source("One", generator.lines());
    const std::vector<model::TermFamily> families{generator.family(), generator.family()};
    const auto words = words_of(source, study.selection());

    std::vector<std::vector<TextRange>> found(families.size());
    analysis::TermMatcher matcher(families, study.codebook());
    for (const auto& hit : matcher.find(source, study.selection())) {
      found[hit.family].push_back(hit.range);
    }
    for (std::size_t i = 0; i < families.size(); ++i) {
      const auto expected = plain_hits(families[i], source.text, words);
      CHECK(found[i] == expected);
      hits += expected.size();
    }
  }
  CHECK(hits > 4'000);
}
