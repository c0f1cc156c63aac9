#include "themata/analysis/grouping.hpp"

#include <map>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "support/memory_corpus.hpp"
#include "themata/analysis/spoken_words.hpp"

using namespace themata;
using analysis::GroupFinder;
using analysis::Grouping;
using By = Grouping::By;
using test::MemoryCorpus;

namespace {

using Names = std::vector<std::string>;

/// The name of every turn's group, source by source, "|" and the names of all groups in order.
Names groups_of(MemoryCorpus& study, const Grouping& grouping) {
  GroupFinder finder(grouping, study);
  model::SourceData source;
  std::vector<std::size_t> turns;
  study.rewind();
  while (study.next(source)) {
    finder.open(source);
    for (std::size_t turn = 0; turn < source.turns.size(); ++turn) {
      if (analysis::is_counted(source, source.turns[turn], study.selection())) {
        turns.push_back(finder.of_turn(turn));
      }
    }
  }
  std::map<std::size_t, std::string> names;
  for (const auto& group : finder.order()) names[group.number] = group.name;
  Names result;
  for (const std::size_t number : turns) result.push_back(names.at(number));
  result.emplace_back("|");
  for (const auto& group : finder.order()) result.push_back(group.name);
  return result;
}

MemoryCorpus small_study() {
  MemoryCorpus study;
  study.add_source("One", "Ben: a\nInt: b\nMia: c", "before");
  study.add_source("Two", "Zoe: d\nBen: e");
  study.add_source("Three", "Mia: f", "Before");
  return study;
}

}  // namespace

TEST_CASE("groups come in the study's order") {
  MemoryCorpus study = small_study();
  CHECK(groups_of(study, {By::participant, {}}) ==
        Names{"Ben", "Mia", "Zoe", "Ben", "Mia", "|", "Ben", "Mia", "Zoe"});
  CHECK(groups_of(study, {By::source, {}}) ==
        Names{"One", "One", "Two", "Two", "Three", "|", "One", "Two", "Three"});
  CHECK(groups_of(study, {By::study, {}}) ==
        Names{"(all)", "(all)", "(all)", "(all)", "(all)", "|", "(all)"});
}

TEST_CASE("occasions are told apart as filters do; sources without one come last") {
  MemoryCorpus study = small_study();
  CHECK(groups_of(study, {By::occasion, {}}) == Names{"before", "before", "(no occasion)",
                                                      "(no occasion)", "before", "|", "before",
                                                      "(no occasion)"});
}

TEST_CASE("what researchers and others say is nobody's") {
  MemoryCorpus study;
  study.add_source("One", "-: x\nInt: a\nBen: b\nAll: c");
  study.select().speech = model::Speech::all;
  CHECK(groups_of(study, {By::participant, {}}) == Names{"(no participant)", "(no participant)",
                                                         "Ben", "(no participant)", "|", "Ben",
                                                         "(no participant)"});
  study.select().speech = model::Speech::researchers;
  CHECK(groups_of(study, {By::participant, {}}) ==
        Names{"(no participant)", "|", "(no participant)"});
}

TEST_CASE("only those whom the selection admits are groups, silent ones too") {
  MemoryCorpus study = small_study();
  study.select().participants = {study.participant_id("Mia"), study.participant_id("Zoe")};
  study.select().sources = {study.source("One").source.id};
  CHECK(groups_of(study, {By::participant, {}}) == Names{"Mia", "|", "Mia"});
  study.source("One").turns.pop_back();
  CHECK(groups_of(study, {By::participant, {}}) == Names{"|", "Mia"});
}

TEST_CASE("an attribute's values are groups; who has none is in the last") {
  struct WithAttributes : MemoryCorpus {
    std::vector<model::Participant> people;
    const std::vector<model::Participant>& participants() const override { return people; }
  };
  WithAttributes study;
  study.add_source("One", "Ben: a\nMia: b\nZoe: c\nBo: d");
  study.people = study.MemoryCorpus::participants();
  study.people[0].attributes = {{"place", "Turku"}};
  study.people[1].attributes = {{"place", "Oulu"}};
  study.people[3].attributes = {{"place", "TURKU"}};
  CHECK(groups_of(study, {By::attribute, "place"}) ==
        Names{"Turku", "Oulu", "(no place)", "Turku", "|", "Turku", "Oulu", "(no place)"});
}

TEST_CASE("a detail's values are groups of sources; those without it come last") {
  MemoryCorpus study = small_study();
  study.source("One").source.details = {{"Question", "What helped?"}};
  study.source("Three").source.details = {{"place", "x"}, {"question", "what helped?"}};
  CHECK(groups_of(study, {By::detail, "question"}) ==
        Names{"What helped?", "What helped?", "(no question)", "(no question)", "What helped?", "|",
              "What helped?", "(no question)"});
}

TEST_CASE("each turn asked for is a group of its own") {
  MemoryCorpus study = small_study();
  CHECK(groups_of(study, {By::turn, {}}).size() == 5 + 1 + 5);
}

TEST_CASE("an excerpt belongs to each group that speaks in it") {
  MemoryCorpus study;
  auto& source = study.add_source("One", "Ben: we did\nInt: good\nMia: yes\nBen: well", "before");
  const analysis::TermHit whole{text::byte_range(0, source.text.size()), 0, 0};
  const analysis::TermHit only_int{source.turns[1].range, 1, 0};
  const analysis::TermHit of_no_turn{text::byte_range(0, 2), std::nullopt, 0};
  const auto count = [&](By by, const analysis::TermHit& hit) {
    GroupFinder finder({by, {}}, study);
    finder.open(source);
    return finder.of_hit(hit).size();
  };
  CHECK(count(By::participant, whole) == 2);
  CHECK(count(By::source, whole) == 1);
  CHECK(count(By::turn, whole) == 1);
  CHECK(count(By::participant, only_int) == 1);
  CHECK(count(By::turn, of_no_turn) == 1);
  CHECK(count(By::occasion, of_no_turn) == 1);
}

TEST_CASE("an empty study has no groups") {
  MemoryCorpus study;
  for (const By by : {By::participant, By::source, By::occasion, By::attribute, By::turn}) {
    CHECK(groups_of(study, {by, "x"}) == Names{"|"});
  }
}
