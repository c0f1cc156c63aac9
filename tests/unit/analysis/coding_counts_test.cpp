#include "themata/analysis/coding_counts.hpp"

#include <map>
#include <random>
#include <set>
#include <tuple>

#include <catch2/catch.hpp>

#include "support/memory_corpus.hpp"
#include "support/numbered.hpp"

using namespace themata;
using analysis::CodingCount;
using analysis::count_codings;
using test::MemoryCorpus;

namespace {

CodingCount of_code(MemoryCorpus& study, const std::string& name) {
  return count_codings(study).codes.at(study.code_id(name));
}

CodingCount of_theme(MemoryCorpus& study, const std::string& name) {
  return count_codings(study).themes.at(study.theme_id(name));
}

/// Ben and Mia in two sources; Mia speaks in both.
MemoryCorpus sample() {
  MemoryCorpus study;
  study.add_source("One", "Int: and?\nBen: a deep breath\nMia: calm and slow");
  study.code("breath", "deep breath", "Ann");
  study.code("breath", "deep breath", "Bob");
  study.code("calm", "calm", "Ann");
  study.code("slow", "calm", "Ann");
  study.code("slow", "slow", "Bob");
  study.code("ask", "and?", "Ann");
  study.add_source("Two", "Mia: slow");
  study.code("slow", "slow", "Ann");
  study.add_theme("Body", {"breath"});
  study.add_theme("Rest", {"calm", "slow"}, "Body");
  study.add_theme("Pace", {"slow"}, "Rest");
  study.add_theme("Empty", {});
  study.add_theme("Asking", {"ask"});
  study.add_code("unused");
  return study;
}

}  // namespace

TEST_CASE("a code counts distinct segments and those who speak in them") {
  MemoryCorpus study = sample();
  CHECK(of_code(study, "breath") == CodingCount{1, 1});
  CHECK(of_code(study, "slow") == CodingCount{3, 1});
  CHECK(of_code(study, "ask") == CodingCount{1, 0});
  CHECK(of_code(study, "unused") == CodingCount{0, 0});
}

TEST_CASE("a theme takes in all that lies below and counts it once") {
  MemoryCorpus study = sample();
  CHECK(of_theme(study, "Pace") == CodingCount{3, 1});
  CHECK(of_theme(study, "Rest") == CodingCount{3, 1});  // "calm" has two codes and is one excerpt
  CHECK(of_theme(study, "Body") == CodingCount{4, 2});
  CHECK(of_theme(study, "Empty") == CodingCount{0, 0});
}

TEST_CASE("counts are narrowed by the selection, not by the speech scope") {
  MemoryCorpus study = sample();
  study.select().coders = {study.coder_id("Bob")};
  CHECK(of_theme(study, "Body") == CodingCount{2, 2});
  CHECK(of_code(study, "calm") == CodingCount{0, 0});
  study.select() = {};
  study.select().codes = {study.code_id("calm")};
  CHECK(of_theme(study, "Body") == CodingCount{1, 1});
  study.select() = {};
  study.select().participants = {study.participant_id("Ben")};
  CHECK(of_theme(study, "Body") == CodingCount{1, 1});
  CHECK(of_code(study, "ask") == CodingCount{0, 0});
  study.select() = {};
  study.select().speech = model::Speech::participants;
  CHECK(of_theme(study, "Asking") == CodingCount{1, 0});
}

TEST_CASE("of a shared excerpt, only selected participants are counted") {
  MemoryCorpus study;
  study.add_source("One", "Ben: we\nMia: did");
  study.code("both", "we\nMia: did");
  CHECK(of_code(study, "both") == CodingCount{1, 2});
  study.select().participants = {study.participant_id("Mia")};
  CHECK(of_code(study, "both") == CodingCount{1, 1});
}

TEST_CASE("counts need no texts") {
  MemoryCorpus study = sample();
  study.source("One").text.clear();
  study.source("Two").text.clear();
  CHECK(of_theme(study, "Body") == CodingCount{4, 2});
}

TEST_CASE("a coding is admitted by code, coder and who speaks") {
  MemoryCorpus study = sample();
  const auto& source = study.source("One");
  const auto& ask = source.codings.front();
  CHECK(analysis::admits_coding(study.selection(), source, ask));
  study.select().participants = {study.participant_id("Ben")};
  CHECK_FALSE(analysis::admits_coding(study.selection(), source, ask));
  study.select().codes.emplace();
  CHECK_FALSE(analysis::admits_coding(study.selection(), source, source.codings[1]));
}

TEST_CASE("random codings agree with sets of segments and participants") {
  std::mt19937 random(17);
  for (int round = 0; round < 40; ++round) {
    MemoryCorpus study;
    using Segment = std::tuple<std::string, std::size_t, std::size_t>;
    std::map<std::string, std::set<Segment>> segments;
    std::map<std::string, std::set<std::int64_t>> people;
    for (int i = 0; i < 8; ++i) study.add_code(test::numbered("c", i));
    for (int i = 0; i < 6; ++i) {
      const auto parent = random() % static_cast<unsigned>(i + 1);
      study.add_theme(test::numbered("t", i),
                      {test::numbered("c", random() % 8), test::numbered("c", random() % 8)},
                      parent == 0 ? "" : test::numbered("t", parent - 1));
    }
    for (const char* name : {"One", "Two"}) {
      auto& source =
          study.add_source(name, "Ben: 0123456789\nMia: 0123456789\nInt: 012\nZoe: 0123");
      for (int i = 0; i < 30; ++i) {
        const std::size_t begin = random() % (source.text.size() - 1);
        const std::size_t end =
            begin + 1 + random() % std::min<std::size_t>(3, source.text.size() - begin - 1);
        const std::string code = test::numbered("c", random() % 8);
        study.code_range(source, code, text::byte_range(begin, end), random() % 2 ? "A" : "B");
        const auto note = [&](const std::string& row) {
          segments[row].insert({name, begin, end});
          for (const auto who : source.participants_in(text::byte_range(begin, end))) {
            people[row].insert(who.value);
          }
        };
        note(code);
        for (const auto& theme : study.codebook().themes()) {
          const auto below = study.codebook().codes_below(theme.id);
          if (std::find(below.begin(), below.end(), study.code_id(code)) != below.end()) {
            note(theme.name);
          }
        }
      }
    }
    const auto counts = count_codings(study);
    for (const auto& code : study.codebook().codes()) {
      CHECK(counts.codes.at(code.id) ==
            CodingCount{segments[code.name].size(), people[code.name].size()});
    }
    for (const auto& theme : study.codebook().themes()) {
      CHECK(counts.themes.at(theme.id) ==
            CodingCount{segments[theme.name].size(), people[theme.name].size()});
    }
  }
}
