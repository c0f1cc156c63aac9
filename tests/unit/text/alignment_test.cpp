#include "themata/text/alignment.hpp"

#include <string>

#include <catch2/catch.hpp>

using namespace themata::text;

namespace {

using Kind = Placement::Kind;

/// Where the words `excerpt` of `before` are: "same: ...", "changed: ..." or "lost: ...".
std::string moved(const std::string& before, const std::string& after, const std::string& excerpt) {
  const std::size_t at = before.find(excerpt);
  REQUIRE(at != std::string::npos);
  const Alignment alignment(before, after);
  const Placement placement = alignment.place(byte_range(at, at + excerpt.size()));
  const std::string words(slice(after, placement.range));
  switch (placement.kind) {
    case Kind::same:
      return "same: " + words;
    case Kind::changed:
      return "changed: " + words;
    case Kind::lost:
      break;
  }
  return "lost: " + words;
}

const std::string talk =
    "I: How was it?\n"
    "P: It was realy hard at first, you know.\n"
    "I: Yes.\n"
    "P: Then I got used to it, and now I swim every day.\n";

std::string with(std::string text, const std::string& old_words, const std::string& new_words) {
  text.replace(text.find(old_words), old_words.size(), new_words);
  return text;
}

}  // namespace

TEST_CASE("in the same text everything is where it was", "[alignment]") {
  const Alignment alignment(talk, talk);
  CHECK(alignment.runs().size() == 1);
  CHECK(moved(talk, talk, "you know") == "same: you know");
  CHECK(moved(talk, talk, talk) == "same: " + talk);
  CHECK(Alignment("", "").runs().empty());
}

TEST_CASE("what was not touched moves with what was changed before it", "[alignment]") {
  const std::string longer = "Interview 3, corrected.\n\n" + talk;
  CHECK(moved(talk, longer, "got used to it") == "same: got used to it");
  const std::string corrected = with(talk, "realy", "really");
  CHECK(moved(talk, corrected, "hard at first") == "same: hard at first");
  CHECK(moved(talk, corrected, "swim every day") == "same: swim every day");
}

TEST_CASE("a slip that was corrected inside is told", "[alignment]") {
  const std::string corrected = with(talk, "realy", "really");
  CHECK(moved(talk, corrected, "It was realy hard") == "changed: It was really hard");
  CHECK(moved(talk, corrected, "realy") == "changed: really");
  CHECK(moved(talk, corrected, "realy hard") == "changed: really hard");
  CHECK(moved(talk, corrected, "was realy") == "changed: was really");
}

TEST_CASE("a word that was replaced keeps its place between its neighbours", "[alignment]") {
  const std::string corrected = with(talk, "swim every", "run each");
  CHECK(moved(talk, corrected, "swim every") == "changed: run each");
  CHECK(moved(talk, corrected, "now I swim every day") == "changed: now I run each day");
  const std::string named = with(talk, "every day", "on Wednesdays");
  CHECK(moved(talk, named, "every day") == "changed: on Wednesdays");
  CHECK(moved(talk, named, "I swim every day") == "changed: I swim on Wednesdays");
}

TEST_CASE("what was added beside a stretch does not belong to it", "[alignment]") {
  CHECK(moved("one two three", "one and two three", "two") == "same: two");
  CHECK(moved("one two three", "one two, then three", "two") == "same: two");
  CHECK(moved("one two three", "one two and three", "two three") == "changed: two and three");
}

TEST_CASE("what was removed is lost, and leaves what is around it alone", "[alignment]") {
  const std::string shorter = with(talk, ", you know", "");
  CHECK(moved(talk, shorter, "you know") == "lost: ");
  CHECK(moved(talk, shorter, "hard at first, you know.") == "changed: hard at first.");
  CHECK(moved(talk, shorter, "at first") == "same: at first");
  CHECK(moved(talk, "", "at first") == "lost: ");
}

TEST_CASE("whole lines and words were added or removed, where it can be so", "[alignment]") {
  const std::string two = "Ben: one two three.\nAnn: four five six.\n";
  CHECK(moved(two, "Ben: one too three.\n", "four five six.") == "lost: ");
  CHECK(moved(two, "Ben: one too three.\n", "three.") == "same: three.");
  CHECK(moved("one two three", "one to two three", "two") == "same: two");
}

TEST_CASE("a corrected word is taken whole", "[alignment]") {
  CHECK(moved("I felt saef.", "I felt safe.", "felt saef") == "changed: felt safe");
  CHECK(moved("I flet safe.", "I felt safe.", "flet safe") == "changed: felt safe");
  CHECK(moved("wihtin it", "within it", "wihtin") == "changed: within");
}

TEST_CASE("nothing is believed of a paragraph that was written anew", "[alignment]") {
  const std::string other = with(talk, "Then I got used to it, and now I swim every day.",
                                 "We have moved to the coast since, where the sea is warmer, and "
                                 "the children come along as well.");
  CHECK(moved(talk, other, "got used to").starts_with("lost: "));
  CHECK(moved(talk, other, "and now I").starts_with("lost: "));
  CHECK(moved(talk, other, "realy hard") == "same: realy hard");
}

TEST_CASE("when all is replaced, all is in the place of all", "[alignment]") {
  const std::string other = "Quite another story was told here\nabout ducks";
  CHECK(moved(talk, other, talk) == "changed: " + other);
  CHECK(moved(talk, other, "at first") == "lost: ");
}

TEST_CASE("of two paragraphs that changed places one is found", "[alignment]") {
  const std::string one = "P: The first thing that I want to say is about my mother.\n";
  const std::string two = "P: My father, though, was somebody else altogether, as they say.\n";
  const std::string swapped = two + one;
  CHECK(moved(one + two, swapped, "somebody else altogether") == "same: somebody else altogether");
  CHECK(moved(one + two, swapped, "about my mother").starts_with("lost: "));
}

TEST_CASE("paragraphs that were joined or split", "[alignment]") {
  const std::string joined = with(talk, "know.\nI: Yes.\nP: Then", "know. Then");
  CHECK(moved(talk, joined, "Then I got") == "same: Then I got");
  CHECK(moved(talk, joined, "you know.") == "same: you know.");
  CHECK(moved(joined, talk, "you know. Then") == "changed: you know.\nI: Yes.\nP: Then");
}

TEST_CASE("a repeated passage stays the one that it was", "[alignment]") {
  const std::string before = "P: Yes.\nI: And you?\nP: Yes.\nI: Sure?\nP: Yes.\n";
  const std::string after = "P: Yes.\nI: And you?\nP: Yes.\nI: Sure?\nP: No, not really.\n";
  const Alignment alignment(before, after);
  const std::size_t last = before.rfind("Yes");
  CHECK(alignment.place(byte_range(last, last + 3)).kind != Kind::same);
  const std::size_t second = before.find("Yes", 10);
  const Placement placement = alignment.place(byte_range(second, second + 3));
  CHECK(placement.kind == Kind::same);
  CHECK(placement.range.begin.value == second);
}

TEST_CASE("case, quotes and line ends", "[alignment]") {
  CHECK(moved("he said \"so what\" to me", "he said “so what” to me", "so what") ==
        "same: so what");
  CHECK(moved("he said \"so what\" to me", "he said “so what” to me", "\"so what\"") ==
        "changed: “so what”");
  CHECK(moved("I don't know", "I don’t know", "don't know") == "changed: don’t know");
  CHECK(moved("Then fine it was", "Then Fine it was", "fine") == "changed: Fine");
  CHECK(moved("one two\r\nthree", "one two\nthree", "two") == "same: two");
}

TEST_CASE("places are on the boundaries of what people take for characters", "[alignment]") {
  // the accent comes to stand on the stretch's last letter
  CHECK(moved("a cafe here", "a cafe\u0301 here", "cafe") == "changed: cafe\u0301");
  const std::string family = "\U0001F468\u200D\U0001F469\u200D\U0001F467";
  const std::string couple = "\U0001F468\u200D\U0001F469";
  CHECK(moved("so " + family + " yes", "so " + couple + " yes", family) == "changed: " + couple);
  CHECK(moved("ja \U0001F600 nej", "ja, \U0001F600 nej", "\U0001F600") == "same: \U0001F600");
}

TEST_CASE("scripts without spaces are compared by characters", "[alignment]") {
  const std::string before = "我们在这里不知道他说过什么我们也不想知道";
  const std::string after = "我们在那里不知道他说过什么我们也不想知道";
  CHECK(moved(before, after, "不知道他说过") == "same: 不知道他说过");
  CHECK(moved(before, after, "在这里") == "changed: 在那里");
}

TEST_CASE("runs are equal and in order", "[alignment]") {
  const std::string after = with(with(talk, "realy", "really"), "every day", "each day");
  const Alignment alignment(talk, after);
  REQUIRE(alignment.runs().size() >= 3);
  ByteOffset at;
  for (const EqualRun& run : alignment.runs()) {
    CHECK(run.before.begin >= at);
    CHECK(slice(talk, run.before) == slice(after, run.after));
    at = run.before.end;
  }
}
