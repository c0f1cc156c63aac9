#include <algorithm>
#include <random>

#include <catch2/catch.hpp>

#include "support/memory_corpus.hpp"
#include "term_notation.hpp"
#include "themata/analysis/spoken_words.hpp"
#include "themata/analysis/term_matcher.hpp"
#include "themata/text/fold.hpp"

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
              matches_wildcards(text::fold(pattern.words[i]),
                                text::fold(text::slice(text, word.range)));
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

/// What families and lines are made of.
struct Vocabulary {
  std::vector<std::string> patterns;
  std::vector<std::string> words;
};

const Vocabulary short_words{{"a", "b", "ab", "ba", "aab", "a*", "ab*", "*aab", "*b", "*a*", "*"},
                             {"a", "b", "ab", "ba", "aab", "(a)", "c"}};

/// In which case folding makes ASCII of other characters, and apostrophes and marks differ.
const Vocabulary folded_words{
    {"safe*", "*kin", "stra\u00DFe", "strasse*", "don't", "don\u2019t*", "Istanbul", "*\u0130st*",
     "skin*", "off*", "caf\u00E9", "CAFE*", "*ness"},
    {"SAFE",       "\u017Fafe",  "unsafe",        "Safer",        "\u212Ain",       "s\u212Ain",
     "Skins",      "STRASSE",    "stra\u00DFe",   "Stra\u1E9Een", "don\u2019t",     "DON'T",
     "don\u02BCt", "istanbul",   "\u0130stanbul", "Istanbul",     "i\u0307stanbul", "o\uFB00",
     "Office",     "o\uFB03ce",  "caf\u00E9",     "cafe\u0301",   "CAFE",           "calmne\u00DF",
     "s\u0301afe", "sa\u00ADfe", "calm",          "(safe)"}};

class Generator {
 public:
  Generator(unsigned seed, const Vocabulary& vocabulary) : random_(seed), words_(vocabulary) {}

  model::TermFamily family() {
    model::TermFamily made{"f", {}};
    for (std::size_t i = 1 + below(4); i > 0; --i) {
      model::TermPattern pattern;
      pattern.excluded = below(5) == 0;
      for (std::size_t words = 1 + below(3); words > 0; --words) {
        pattern.words.push_back(pick(words_.patterns));
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
        made += pick(words_.words);
        made += pick({" ", ", ", " [b] "});
      }
    }
    return made;
  }

 private:
  std::size_t below(std::size_t n) { return random_() % n; }
  std::string pick(const std::vector<std::string>& list) { return list[below(list.size())]; }
  std::mt19937 random_;
  const Vocabulary& words_;
};

/// How many hits of random families in random lines agree with those of the plain rules.
std::size_t agreeing_hits(const Vocabulary& vocabulary) {
  Generator generator(99, vocabulary);
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
  return hits;
}

}  // namespace

TEST_CASE("random families agree with the rules of term lists, tried at every word") {
  CHECK(agreeing_hits(short_words) > 4'000);
}

TEST_CASE("turns that are passed over for their letters hold no word that folds to a pattern's") {
  CHECK(agreeing_hits(folded_words) > 2'000);
}
