#include "themata/analysis/speakers_of_hit.hpp"

#include <catch2/catch.hpp>

#include "support/memory_corpus.hpp"

using namespace themata;
using analysis::speakers_of;
using analysis::TermHit;

TEST_CASE("a hit is said by whose turn it is in, an excerpt by all whom the selection admits") {
  test::MemoryCorpus study;
  const auto& source = study.add_source("One", "Ben: we did\nInt: did you\nMia: yes\nBen: we did");
  const auto ben = study.participant_id("Ben");
  const auto mia = study.participant_id("Mia");
  using Who = std::vector<model::ParticipantId>;
  const auto of_turn = [&](std::size_t turn) { return TermHit{source.turns[turn].range, turn, 0}; };
  CHECK(speakers_of(source, of_turn(0), {}) == Who{ben});
  CHECK(speakers_of(source, of_turn(1), {}).empty());
  const TermHit whole{text::byte_range(0, source.text.size()), 0, 0};
  CHECK(speakers_of(source, whole, {}) == Who{ben, mia});
  model::Selection only_mia;
  only_mia.participants = {mia};
  CHECK(speakers_of(source, whole, only_mia) == Who{mia});
  CHECK(speakers_of(source, of_turn(0), only_mia).empty());
  CHECK(speakers_of(source, {text::byte_range(0, 2), std::nullopt, 0}, {}).empty());
}
