#include "themata/study/reading.hpp"

#include <catch2/catch.hpp>

#include "outcome.hpp"
#include "sample_study.hpp"
#include "themata/study/sources.hpp"

using namespace themata;
using namespace themata::study;
using test::Names;
using test::SampleStudy;

namespace {

struct Reading : SampleStudy {
  std::vector<ReadTurn> read(const std::string& name, const ReadRequest& request = {}) {
    return read_turns(project(), find_source(project(), name), request);
  }

  static Names beside(const ReadTurn& turn) {
    Names lines;
    for (const CodingBeside& coding : turn.codings) {
      lines.push_back(coding.code + "|" + coding.coder + "|" + coding.excerpt);
    }
    return lines;
  }
};

}  // namespace

TEST_CASE_METHOD(Reading, "turns are numbered, with what stands above them first", "[reading]") {
  const auto turns = read("one");
  REQUIRE(turns.size() == 5);
  CHECK(turns[0].number == 0);
  CHECK(turns[0].speaker.empty());
  CHECK(turns[0].text == "Date: 3 May");
  CHECK(turns[1].number == 1);
  CHECK(turns[1].speaker == "Interviewer");
  CHECK(turns[1].role == model::SpeakerRole::researcher);
  CHECK(turns[1].text == "How do you breathe?");
  CHECK(turns[1].begin.value == 26);
  CHECK(turns[2].speaker == "Ben");
  CHECK(turns[2].role == model::SpeakerRole::participant);
  CHECK(turns[2].text == "I breathe slowly (laughs) now.");
}

TEST_CASE_METHOD(Reading, "codings stand beside the turns that they share text with", "[reading]") {
  const auto turns = read("one");
  CHECK(Reading::beside(turns[1]).empty());
  CHECK(Reading::beside(turns[2]) ==
        Names{"breathing|Ada|I breathe slowly", "breathing|Bea|I breathe slowly"});
  CHECK(turns[2].codings[0].range.begin.value == 51);
  CHECK(turns[2].codings[0].range.end.value == 67);
  CHECK(Reading::beside(turns[4]) == Names{"humming|Ada|At home I hum"});
}

TEST_CASE_METHOD(Reading, "a coding through several turns stands beside each, cut to it",
                 "[reading]") {
  ApplyRequest request = test::quoted("laughter", "together", "");
  request.quote.reset();
  request.turns = {1, 3};
  apply_code(project(), request);
  const auto turns = read("together");
  REQUIRE(turns.size() == 5);
  CHECK(Reading::beside(turns[0]) == Names{"laughter|Ada|Together?"});
  CHECK(Reading::beside(turns[1]) ==
        Names{"laughter|Ada|We hum and you", "humming|Ada|We hum and you"});
  CHECK(turns[1].codings[0].range.begin.value == 13);
  CHECK(Reading::beside(turns[3]).empty());
}

TEST_CASE_METHOD(Reading, "some turns can be read alone", "[reading]") {
  const auto turns = read("one", {2, 3, {}});
  REQUIRE(turns.size() == 2);
  CHECK(turns[0].number == 2);
  CHECK(turns[1].number == 3);
  CHECK(read("one", {4, 4, {}}).size() == 1);
}

TEST_CASE_METHOD(Reading, "turns there are not are refused", "[reading]") {
  CHECK(test::refused<InputError>(*this, [&] {
          read("one", {2, 5, {}});
        }) == "turns 2-5: one has the turns 1 to 4");
  test::refused<InputError>(*this, [&] { read("one", {0, 1, {}}); });
  test::refused<InputError>(*this, [&] { read("one", {3, 2, {}}); });
}

TEST_CASE_METHOD(Reading, "a turn without text can be read", "[reading]") {
  import("gap.txt", "Ben: Yes.\nAnn:\nBen: No.\nAnn: Hm.\n");
  const auto turns = read("gap", {2, 2, {}});
  REQUIRE(turns.size() == 1);
  CHECK(turns[0].speaker == "Ann");
  CHECK(turns[0].text.empty());
}

TEST_CASE_METHOD(Reading, "a source without labels is read as one turn", "[reading]") {
  import("diary.txt", "\nA quiet day.\n\nI slept.\n");
  const auto turns = read("diary");
  REQUIRE(turns.size() == 1);
  CHECK(turns[0].number == 1);
  CHECK(turns[0].text == "A quiet day.\n\nI slept.");
  CHECK(turns[0].begin.value == 1);
}

TEST_CASE_METHOD(Reading, "a search leaves the turns in which anybody says it", "[reading]") {
  const auto turns = read("one", {{}, {}, "breathe"});
  REQUIRE(turns.size() == 2);
  CHECK(turns[0].number == 1);
  CHECK(turns[0].hits == std::vector{text::byte_range(11, 18)});
  CHECK(turns[1].number == 2);
  CHECK(turns[1].hits == std::vector{text::byte_range(2, 9)});
  CHECK(read("one", {2, {}, "breathe"}).size() == 1);
  CHECK(read("one", {{}, {}, "nowhere"}).empty());
  test::refused<InputError>(*this, [&] { read("one", {{}, {}, "*"}); });
}

TEST_CASE_METHOD(Reading, "a coding knows which part of a turn it is on", "[reading]") {
  for (const ReadTurn& turn : read("together")) {
    for (const CodingBeside& coding : turn.codings) {
      CHECK(text::slice(turn.text, coding.here) == coding.excerpt);
    }
  }
}
