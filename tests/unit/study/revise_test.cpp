#include "themata/study/revise.hpp"

#include <map>
#include <random>

#include <catch2/catch.hpp>

#include "outcome.hpp"
#include "revising.hpp"
#include "themata/error.hpp"
#include "themata/store/corpus.hpp"
#include "themata/study/analyses.hpp"
#include "themata/study/flags.hpp"
#include "themata/study/hit_review.hpp"
#include "themata/study/memos.hpp"
#include "themata/study/pseudonymise.hpp"
#include "themata/study/sources.hpp"
#include "themata/study/terms.hpp"
#include "themata/text/graphemes.hpp"

using namespace themata;
using namespace themata::study;
using Catch::Contains;
using test::Names;
using test::Revising;
using test::talk;
using test::with;

TEST_CASE_METHOD(Revising, "codings move with their words", "[revise]") {
  code("hard at first", "why?");
  code("swim every day");
  const Revision revision = revise("Interview one\n\n" + with(talk, "realy", "really"));
  CHECK(revision.changed);
  CHECK(revision.source == "one");
  CHECK(revision.moved == 2);
  CHECK(revision.to_check.empty());
  CHECK(revision.turns_before == 4);
  CHECK(revision.turns_now == 4);
  CHECK(excerpts() == Names{"hard at first", "swim every day"});
  CHECK(list_memos(project()).size() == 1);
  CHECK(flags_by_coding(project()).empty());
  CHECK(log_entries(project()).back().command == "source revise");
  CHECK(log_entries(project()).back().summary == "one: 2 codings moved, 0 flagged");
  CHECK(source_file(project(), find_source(project(), "one")).file_name == "corrected.txt");
}

TEST_CASE_METHOD(Revising, "a coding whose words changed is flagged", "[revise]") {
  code("It was realy hard");
  const Revision revision = revise(with(talk, "realy", "really"));
  CHECK(revision.moved == 0);
  REQUIRE(revision.to_check.size() == 1);
  const CodingToCheck& check = revision.to_check[0];
  CHECK(check.id == model::CodingId{1});
  CHECK(check.code == "Code");
  CHECK(check.coder == "Ada");
  CHECK(check.old_text == "It was realy hard");
  CHECK(check.new_text == "It was really hard");
  CHECK(check.reason == "its words changed");
  CHECK(check.range == text::CodePointRange{text::CodePointOffset{18}, text::CodePointOffset{36}});
  CHECK(excerpts() == Names{"It was really hard"});
  CHECK(flags_by_coding(project()).at(model::CodingId{1}).excerpt == "It was realy hard");
}

TEST_CASE_METHOD(Revising, "a coding whose words are gone is on the nearest line", "[revise]") {
  code("Then I got used to it");
  const Revision revision = revise("I: How was it?\nP: It was realy hard at first, you know.\n");
  REQUIRE(revision.to_check.size() == 1);
  CHECK(revision.to_check[0].old_text == "Then I got used to it");
  CHECK(revision.to_check[0].new_text == "It was realy hard at first, you know.");
  CHECK(revision.to_check[0].reason ==
        "its words are gone; it is on the speaker's nearest line now");
  CHECK(excerpts().size() == 1);
}

TEST_CASE_METHOD(Revising, "the nearest line is the same speaker's, if there is one", "[revise]") {
  code("Then I got used to it");
  const Revision revision = revise(
      "P: So.\nI: How was it?\nP: It was realy hard at first, you know.\nI: Hm, I see.\n"
      "I: What else is there to tell?\n");
  REQUIRE(revision.to_check.size() == 1);
  CHECK(revision.to_check[0].new_text == "It was realy hard at first, you know.");
}

TEST_CASE_METHOD(Revising, "no coding is dropped when all was written anew", "[revise]") {
  code("hard at first");
  code("Yes");
  const Revision revision = revise("Quite another story, about ducks.\nThey were white.");
  CHECK(revision.moved == 0);
  REQUIRE(revision.to_check.size() == 2);
  CHECK(revision.to_check[0].reason == "its words are gone; it is on the nearest line now");
  CHECK(excerpts().size() == 2);
}

TEST_CASE_METHOD(Revising, "spaces and line breaks are told from words", "[revise]") {
  code("hard at first");
  const Revision revision = revise(with(talk, "hard at", "hard  at"));
  REQUIRE(revision.to_check.size() == 1);
  CHECK(revision.to_check[0].reason == "its spaces or line breaks changed");
}

TEST_CASE_METHOD(Revising, "a flag that nobody settled keeps the words that were chosen",
                 "[revise]") {
  code("realy hard");
  revise(with(talk, "realy", "really"));
  const Revision again = revise(with(talk, "realy", "rather"));
  REQUIRE(again.to_check.size() == 1);
  CHECK(again.to_check[0].old_text == "realy hard");
  const Revision later = revise("Title\n\n" + with(talk, "realy", "rather"));
  CHECK(later.moved == 1);
  CHECK(flags_by_coding(project()).at(model::CodingId{1}).excerpt == "realy hard");
}

TEST_CASE_METHOD(Revising, "a flag goes when the words that were chosen come back", "[revise]") {
  code("realy hard");
  revise(with(talk, "realy", "really"));
  const Revision back = revise("Title\n\n" + talk);
  CHECK(back.moved == 1);
  CHECK(back.to_check.empty());
  CHECK(flags_by_coding(project()).empty());
}

TEST_CASE_METHOD(Revising, "the same bytes change nothing", "[revise]") {
  code("Yes");
  const std::string before = bytes();
  const Revision revision = revise(talk);
  CHECK_FALSE(revision.changed);
  CHECK(revision.moved == 1);
  CHECK(bytes() == before);
}

TEST_CASE_METHOD(Revising, "another file with the same text moves nothing", "[revise]") {
  code("Yes");
  std::string windows;
  for (const char c : talk) windows += c == '\n' ? std::string("\r\n") : std::string(1, c);
  const Revision revision = revise(windows);
  CHECK(revision.changed);
  CHECK(revision.moved == 1);
  CHECK(source_original(project(), find_source(project(), "one")) == windows);
}

TEST_CASE_METHOD(Revising, "a dry run of a revision tells the same and changes nothing",
                 "[revise]") {
  code("It was realy hard");
  code("Yes");
  const std::string before = bytes();
  const Revision dry = revise(with(talk, "realy", "really"), {{}, true});
  CHECK(bytes() == before);
  CHECK(excerpts() == Names{"It was realy hard", "Yes"});
  const Revision real = revise(with(talk, "realy", "really"));
  CHECK(dry.moved == real.moved);
  CHECK(dry.to_check.size() == real.to_check.size());
  CHECK(dry.to_check[0].new_text == real.to_check[0].new_text);
}

TEST_CASE_METHOD(Revising, "a file that cannot be read leaves the study as it was", "[revise]") {
  code("Yes");
  const std::string before = bytes();
  CHECK_THROWS_AS(revise(""), InputError);
  CHECK_THROWS_WITH(revise("\n -- \n"), Contains("holds no text"));
  CHECK_THROWS_AS(revise(std::string("a\0b\x01\x02", 5)), InputError);
  CHECK_THROWS_AS(revise_source(project(), "one", "missing.txt", {}), InputError);
  CHECK_THROWS_AS(revise_source(project(), "none", write("a.txt", talk), {}), NotFound);
  CHECK_THROWS_AS(revise_source(project(), "one", folder().path().string(), {}), InputError);
  CHECK(bytes() == before);
}

TEST_CASE_METHOD(Revising, "what was said of the speakers holds on", "[revise]") {
  SpeakerRequest request;
  request.label = "P";
  request.participant = "Joanne";
  set_speaker(project(), request);
  const Revision revision =
      revise(with(talk, "realy", "really") + "Interviewer 2: I am here as well.\n");
  REQUIRE(revision.speakers.size() == 3);
  CHECK(revision.speakers[1].participant == "Joanne");
  CHECK(revision.turns_now == 5);
  CHECK(test::speakers_of(project())[1] == "one|P|participant|Joanne");
}

TEST_CASE_METHOD(Revising, "decisions stay where there is a hit still", "[revise]") {
  add_terms(project(), "Hard", {"hard", "first", "day"}, "");
  const FamilyReview review = review_of(project(), {}, "Hard", 0);
  REQUIRE(review.hits.size() == 3);
  for (const ReviewHit& hit : review.hits) {
    decide(project(), review.family, hit, true, "because", "");
  }
  const Revision revision =
      revise("Title\n\n" + with(with(talk, "at first", "at fist"), "hard", "Hard"));
  CHECK(revision.decisions == 2);
  REQUIRE(revision.dropped.size() == 1);
  CHECK(revision.dropped[0].family == "Hard");
  CHECK(revision.dropped[0].text == "first");
  CHECK(revision.dropped[0].left_out);
  CHECK(revision.dropped[0].reason == "because");
  CHECK(review_of(project(), {}, "Hard", 0).left_out() == 2);
}

TEST_CASE("random corrections of a coded text", "[revise][property]") {
  std::mt19937 random(20250202);
  const auto below = [&](std::size_t limit) { return static_cast<std::size_t>(random() % limit); };
  const Names words = {
      "sea",  "the", "cold", "I",          "don't",  "“swim”", "caf\u00e9", "e\u0301t\u00e9",
      "yes,", "and", "no.",  "\U0001F600", "people", "know",   "(laughs)",  "Größe"};
  const auto line = [&] {
    std::string text = below(2) == 0 ? "P:" : "I:";
    for (std::size_t i = 0; i < 3 + below(25); ++i) text += " " + words[below(words.size())];
    return text + "\n";
  };
  for (int round = 0; round < 12; ++round) {
    std::string before;
    for (std::size_t i = 0; i < 10 + below(30); ++i) before += line();
    test::TemporaryStudy study;
    study.import("one.txt", before);
    std::map<std::int64_t, std::string> coded;
    for (int i = 0; i < 25; ++i) {
      ApplyRequest request;
      request.code = "C" + std::to_string(i);
      request.source = "one";
      request.create = true;
      const auto source =
          store::load_source(study.project().database(), find_source(study.project(), "one").id);
      const std::size_t turn = 1 + below(source.turns.size());
      request.turns = std::pair(turn, turn);
      if (below(2) == 0) {
        request.turns.reset();
        request.quote = words[below(words.size())];
        request.nth = 1;
      }
      try {
        const Applied applied = apply_code(study.project(), request);
        coded[applied.id.value] = applied.text;
      } catch (const Error&) {  // the word is not there
      }
    }
    std::string after = before;
    for (std::size_t i = 0; i < below(15); ++i) {
      const std::size_t feed = after.find('\n', below(after.size()));
      const std::size_t space = after.find(' ', below(after.size()));
      if (feed == std::string::npos || space == std::string::npos) continue;
      switch (below(6)) {
        case 0:
          after.insert(feed + 1, line());
          break;
        case 1:
          after.erase(space, after.find_first_of(" \n", space + 1) - space);
          break;
        case 2:
          after.replace(feed, 1, " ");
          break;
        case 3:
          after.replace(space, 1, "\nP: ");
          break;
        case 4:
          after.replace(space, 1, " " + words[below(words.size())] + " ");
          break;
        default:
          after.insert(space + 1, "x\u0301");
      }
    }
    if (after == before) continue;
    const std::string path = study.write("new.txt", after);
    revise_source(study.project(), "one", path, {});
    const auto flags = flags_by_coding(study.project());
    const auto source =
        store::load_source(study.project().database(), find_source(study.project(), "one").id);
    REQUIRE(source.codings.size() == coded.size());
    for (const model::Coding& coding : source.codings) {
      const text::TextRange range = coding.segment.range;
      REQUIRE(range.end.value <= source.text.size());
      REQUIRE(range.begin < range.end);
      REQUIRE(text::is_grapheme_boundary(source.text, range.begin));
      REQUIRE(text::is_grapheme_boundary(source.text, range.end));
      const auto flag = flags.find(coding.id);
      const bool same = text::slice(source.text, range) == coded.at(coding.id.value);
      if (flag == flags.end()) {
        REQUIRE(same);
        continue;
      }
      REQUIRE(same == (flag->second.reason == "another speaker says it now"));
      REQUIRE(flag->second.excerpt == coded.at(coding.id.value));
    }
  }
}

TEST_CASE_METHOD(Revising, "names that were taken out come back with a warning", "[revise]") {
  import("two.txt", "I: Who came?\nJoanne: Marek did.\n");
  CHECK(revise_source(project(), "two", write("a.txt", "I: Who?\nJoanne: Marek did.\n"), {})
            .diagnostics.empty());
  pseudonymise(project(), {write("names.csv", "real,pseudonym\nJoanne,Anna\n"), {}, false});
  const Revision revision =
      revise_source(project(), "two", write("a.txt", "I: Who?\nJoanne: Marek did.\n"), {});
  REQUIRE(revision.diagnostics.size() == 1);
  CHECK_THAT(revision.diagnostics[0].message, Contains("names were taken out"));
  CHECK(revise_source(project(), "two", write("a.txt", "I: Who?\nJoanne: He did.\n"), {})
            .diagnostics.empty());  // its file is kept again
}

TEST_CASE_METHOD(Revising, "a coding goes back to its words when they come back", "[revise]") {
  code("realy hard");
  const std::string other = "I: And work?\nP: I paint walls all day.\nI: Oh.\nP: Every day.\n";
  const Revision lost = revise(other);
  REQUIRE(lost.to_check.size() == 1);
  CHECK(lost.to_check[0].old_text == "realy hard");
  CHECK(revise(talk).to_check.empty());
  CHECK(flags_by_coding(project()).empty());
  CHECK(excerpts() == Names{"realy hard"});
}

TEST_CASE_METHOD(Revising, "another transcript is not taken for a correction", "[revise]") {
  std::string long_talk;
  std::string other;
  for (int i = 0; i < 40; ++i) {
    long_talk += "P: The garden was green in month " + std::to_string(i) + " of it.\nI: Hm.\n";
    other += "P: We painted walls white all through week " + std::to_string(i) + "!\nI: So?\n";
  }
  import("long.txt", long_talk);
  const std::string file = write("other.txt", other);
  CHECK_THAT(test::refused<Conflict>(*this, [&] { revise_source(project(), "long", file, {}); }),
             Contains("other.txt: has only") && Contains("--anyway"));
  RevisionOptions options;
  options.anyway = true;
  CHECK(revise_source(project(), "long", file, options).changed);
}
