#include "themata/model/source_data.hpp"

#include <random>

#include <catch2/catch.hpp>

using namespace themata::model;
using themata::text::byte_range;

namespace {

using Indices = std::pair<std::size_t, std::size_t>;

Turn turn(std::size_t begin, std::size_t end, std::optional<std::size_t> speaker) {
  Turn made;
  made.speaker = speaker;
  made.range = byte_range(begin, end);
  return made;
}

Speaker speaker(const std::string& label, SpeakerRole role, std::int64_t participant = 0) {
  Speaker made;
  made.label = label;
  made.role = role;
  if (participant != 0) made.participant = ParticipantId{participant};
  return made;
}

/// Ben 0-10, the interviewer 12-20, Ben says nothing at 22, Mia 30-40, nobody 40-50.
SourceData sample() {
  SourceData data;
  data.speakers = {speaker("Ben", SpeakerRole::participant, 1),
                   speaker("Int", SpeakerRole::researcher),
                   speaker("Mia", SpeakerRole::participant, 2)};
  data.turns = {turn(0, 10, 0), turn(12, 20, 1), turn(22, 22, 0), turn(30, 40, 2),
                turn(40, 50, std::nullopt)};
  data.asides = {{byte_range(2, 4), AsideKind::note}, {byte_range(4, 8), AsideKind::voice}};
  return data;
}

}  // namespace

TEST_CASE("a turn's speaker is found, or none") {
  const SourceData data = sample();
  CHECK(data.speaker_of(data.turns[3])->label == "Mia");
  CHECK(data.speaker_of(data.turns[4]) == nullptr);
}

TEST_CASE("turns in a range are those that share text with it") {
  const SourceData data = sample();
  CHECK(data.turns_in(byte_range(0, 50)) == Indices{0, 5});
  CHECK(data.turns_in(byte_range(9, 13)) == Indices{0, 2});
  CHECK(data.turns_in(byte_range(10, 12)).first == data.turns_in(byte_range(10, 12)).second);
  CHECK(data.turns_in(byte_range(19, 30)) == Indices{1, 2});  // not the empty turn at the end
  CHECK(data.turns_in(byte_range(20, 31)) == Indices{3, 4});  // nor at the beginning
  CHECK(data.turns_in(byte_range(39, 41)) == Indices{3, 5});
  const auto [first, last] = data.turns_in(byte_range(5, 5));
  CHECK(first == last);
}

TEST_CASE("asides in a range are those that share text with it") {
  const SourceData data = sample();
  CHECK(data.asides_in(byte_range(3, 5)) == Indices{0, 2});
  CHECK(data.asides_in(byte_range(4, 5)) == Indices{1, 2});
  const auto [first, last] = data.asides_in(byte_range(8, 50));
  CHECK(first == last);
}

TEST_CASE("participants in a range are named once, in order of first speaking") {
  SourceData data = sample();
  using Ids = std::vector<ParticipantId>;
  CHECK(data.participants_in(byte_range(0, 50)) == Ids{ParticipantId{1}, ParticipantId{2}});
  CHECK(data.participants_in(byte_range(12, 20)).empty());
  CHECK(data.participants_in(byte_range(19, 31)) ==
        Ids{ParticipantId{2}});  // an empty turn is no speech
  CHECK(data.participants_in(byte_range(40, 50)).empty());
  data.turns.push_back(turn(60, 70, 0));
  CHECK(data.participants_in(byte_range(35, 65)) == Ids{ParticipantId{2}, ParticipantId{1}});
}

TEST_CASE("a speaker who has become a researcher is no participant") {
  SourceData data = sample();
  data.speakers[0].role = SpeakerRole::researcher;
  CHECK(data.participants_in(byte_range(0, 50)) == std::vector{ParticipantId{2}});
}

TEST_CASE("turns in random ranges agree with a look at every turn") {
  std::mt19937 random(7);
  const auto below = [&](std::size_t n) { return random() % n; };
  for (int round = 0; round < 300; ++round) {
    SourceData data;
    for (std::size_t at = 0; at < 60;) {
      const std::size_t end = at + 1 + below(6);
      data.turns.push_back(turn(at, end, std::nullopt));
      at = end + below(4);
    }
    const std::size_t begin = below(60);
    const auto range = byte_range(begin, begin + 1 + below(30));
    const auto [first, last] = data.turns_in(range);
    for (std::size_t i = 0; i < data.turns.size(); ++i) {
      CHECK(data.turns[i].range.overlaps(range) == (i >= first && i < last));
    }
  }
}
