#include "themata/analysis/slip_list.hpp"

#include <catch2/catch.hpp>

#include "support/memory_corpus.hpp"

using namespace themata;

TEST_CASE("slips are told with their turns, as far as speech is selected") {
  test::MemoryCorpus study;
  study.add_source("One", "Int: was it safe.And?\nBen: é it was safe.And calm (no.Way) well");
  study.add_source("Two", "Mia: nothing here, e.g. nothing");
  std::vector<std::string> lines;
  const auto list = [&] {
    lines.clear();
    analysis::list_slips(study, [&](const analysis::SlipLine& line) {
      lines.push_back(line.source + " " + std::to_string(line.turn) + " " + line.participant + " " +
                      std::to_string(line.range.begin.value) + ":" +
                      std::to_string(line.range.end.value) + " " + line.word);
    });
  };
  list();
  CHECK(lines == std::vector<std::string>{"One 2 Ben 36:44 safe.And"});
  study.select().speech = model::Speech::all;
  list();
  CHECK(lines.size() == 2);
}
