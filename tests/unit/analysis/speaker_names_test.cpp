#include "themata/analysis/speaker_names.hpp"

#include <catch2/catch.hpp>

#include "support/memory_corpus.hpp"

using namespace themata;

TEST_CASE("participants go by their names, others by their labels, nobody by nothing") {
  test::MemoryCorpus study;
  const auto& source = study.add_source("One", "Int: so\nBen: yes\nAll: hm\n-: noise");
  const analysis::SpeakerNames names(study);
  std::vector<std::string> found;
  for (const model::Turn& turn : source.turns) found.push_back(names.of(source, turn));
  CHECK(found == std::vector<std::string>{"Int", "Ben", "All", ""});
}
