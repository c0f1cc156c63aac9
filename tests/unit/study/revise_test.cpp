#include "themata/study/revise.hpp"

#include <map>
#include <random>

#include <catch2/catch.hpp>

#include "outcome.hpp"
#include "sample_study.hpp"
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

namespace {

const std::string talk =
    "I: How was it?\n"
    "P: It was realy hard at first, you know.\n"
    "I: Yes.\n"
    "P: Then I got used to it, and now I swim every day.\n";

std::string with(std::string text, const std::string& old_words, const std::string& new_words) {
  text.replace(text.find(old_words), old_words.size(), new_words);
  return text;
}

struct Revising : test::TemporaryStudy {
  Revising() { import("one.txt", talk); }

  void code(const std::string& quote, const std::string& memo = "") {
    ApplyRequest request = test::quoted("Code", "one", quote);
    request.create = true;
    request.memo = memo;
    apply_code(project(), request);
  }
  Revision revise(const std::string& text, const RevisionOptions& options = {}) {
    return revise_source(project(), "one", write("corrected.txt", text), options);
  }
  Names excerpts() {
    Names texts;
    list_excerpts(project(), {}, [&](const Excerpt& one) { texts.push_back(one.text); });
    return texts;
  }
};

}  // namespace

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

namespace {

const std::string recorded =
    "SPEAKER_00: What helps?\n"
    "SPEAKER_01: The see, I think.\n"
    "SPEAKER_00: Why is that?\n"
    "SPEAKER_02: It is cold.\n"
    "SPEAKER_01: And wide.\n";

struct Renaming : Revising {
  Renaming() {
    import("group.txt", recorded);
    rename_speaker(project(), "SPEAKER_00", "Moderator", {});
    SpeakerRequest moderator;
    moderator.label = "Moderator";
    moderator.role = model::SpeakerRole::researcher;
    set_speaker(project(), moderator);
    merge_speakers(project(), {"SPEAKER_02"}, "SPEAKER_01", {});
  }
  Revision revise_group(const std::string& text) {
    return revise_source(project(), "group", write("corrected.txt", text), {});
  }
  Names speakers_of_group() {
    Names lines;
    for (const SpeakerSummary& one : list_speakers(project())) {
      if (one.source != "group") continue;
      lines.push_back(one.speaker.label + "|" + std::string(model::to_string(one.speaker.role)) +
                      "|" + one.participant + "|" + std::to_string(one.turns));
    }
    return lines;
  }
};

const Names renamed_and_merged = {"Moderator|researcher||2",
                                  "SPEAKER_01|participant|group SPEAKER_01|3"};

}  // namespace

TEST_CASE_METHOD(Renaming, "labels that were renamed and merged stay so", "[revise][speakers]") {
  CHECK(speakers_of_group() == renamed_and_merged);
  const Revision revision = revise_group(with(recorded, "see", "sea"));
  CHECK(revision.speakers.size() == 2);
  CHECK(revision.participants.empty());
  CHECK(speakers_of_group() == renamed_and_merged);
  revise_group(with(recorded, "see", "water"));  // once more, from what the first one left
  CHECK(speakers_of_group() == renamed_and_merged);
}

TEST_CASE_METHOD(Renaming, "a label that the corrected text has as it was renamed is that one",
                 "[revise][speakers]") {
  revise_group(with(recorded, "SPEAKER_00: Why", "Moderator: Why") + "SPEAKER_00: Yes.\n");
  CHECK(speakers_of_group() ==
        Names{"Moderator|researcher||3", "SPEAKER_01|participant|group SPEAKER_01|3"});
}

TEST_CASE_METHOD(Renaming, "labels that were swapped stay swapped", "[revise][speakers]") {
  rename_speaker(project(), "Moderator", "X", {});
  rename_speaker(project(), "SPEAKER_01", "SPEAKER_00", {});
  rename_speaker(project(), "X", "SPEAKER_01", {});
  const Names before = speakers_of_group();
  revise_group(with(recorded, "see", "sea"));
  CHECK(speakers_of_group() == before);
}

TEST_CASE_METHOD(Renaming, "somebody new is found as at an import", "[revise][speakers]") {
  revise_group(recorded + "SPEAKER_03: Hm.\n");
  CHECK(speakers_of_group().size() == 3);
  CHECK(speakers_of_group()[2].find("SPEAKER_03|participant|group SPEAKER_03") == 0);
}

TEST_CASE_METHOD(Renaming, "a coding goes on with the speaker, whatever the label",
                 "[revise][speakers]") {
  apply_code(project(), [] {
    ApplyRequest request = test::quoted("Code", "group", "It is cold.");
    request.create = true;
    return request;
  }());
  CHECK(revise_group(with(recorded, "see", "sea")).moved == 1);
  const Revision gone = revise_group(with(recorded, "SPEAKER_02: It is cold.\n", ""));
  REQUIRE(gone.to_check.size() == 1);
  CHECK(gone.to_check[0].new_text == "And wide.");
  CHECK(gone.to_check[0].reason == "its words are gone; it is on the speaker's nearest line now");
}

TEST_CASE_METHOD(Revising, "labels with times and of one's own stay renamed",
                 "[revise][speakers]") {
  const std::string timed = "P1 [00:01]: Some see.\nQ [00:02]: Yes?\nP1 [00:03]: Hm.\n";
  import("timed.txt", timed);
  rename_speaker(project(), "P1", "Jo", {});
  revise_source(project(), "timed",
                write("a.txt", "P1 [00:04]: Some sea.\nQ [00:05]: Yes?\nP1 [00:06]: Hm.\n"), {});
  CHECK(list_speakers(project())[2].speaker.label == "Jo");
  ImportRequest own;
  own.own_labels = "<([A-Z]+)>";
  import("own.txt", "<BEN> I see.\n<ANN> Yes.\n", own);
  rename_speaker(project(), "BEN", "Benjamin", {});
  RevisionOptions options;
  options.own_labels = own.own_labels;
  revise_source(project(), "own", write("b.txt", "<BEN> I saw.\n<ANN> Yes.\n"), options);
  CHECK(list_speakers(project())[4].speaker.label == "Benjamin");
}

TEST_CASE_METHOD(Revising, "who spoke in a text without labels keeps the label",
                 "[revise][speakers]") {
  import("answer.txt", "It was very good.");
  rename_speaker(project(), "answer", "Jo", {});
  revise_source(project(), "answer", write("a.txt", "It was really good."), {});
  CHECK(test::speakers_of(project()).back() == "answer|Jo|participant|answer");
}

TEST_CASE_METHOD(Revising, "words that another speaker says now are flagged", "[revise]") {
  code("hard at first");
  code("swim every day");
  const std::string given_away = with(talk, "P: It was", "I: It was");
  const Revision revision = revise(given_away);
  CHECK(revision.moved == 1);
  REQUIRE(revision.to_check.size() == 1);
  CHECK(revision.to_check[0].reason == "another speaker says it now");
  CHECK(revision.to_check[0].old_text == "hard at first");
  CHECK(revision.to_check[0].new_text == "hard at first");

  revise("Title\n\n" + given_away);  // the flag stays until somebody settles it
  CHECK(flags_by_coding(project()).at(model::CodingId{1}).reason == "another speaker says it now");
  const Revision changed = revise(with(given_away, "hard", "difficult"));
  REQUIRE(changed.to_check.size() == 1);
  CHECK(changed.to_check[0].reason == "its words changed, and another speaker says it now");
  clear_flags(project(), {1});
  CHECK(revise("Title\n\n" + with(given_away, "hard", "difficult")).moved == 2);
}

TEST_CASE_METHOD(Revising, "words that came back to another speaker are flagged", "[revise]") {
  code("realy hard");
  revise(with(talk, "realy", "really"));
  revise(with(talk, "P: It was", "I: It was"));
  CHECK(flags_by_coding(project()).at(model::CodingId{1}).reason == "another speaker says it now");
}

TEST_CASE_METHOD(Revising, "words of one who was no participant, and is none, move", "[revise]") {
  code("Yes");
  CHECK(revise(with(talk, "I: Yes", "Interviewer: Yes")).moved == 1);
  CHECK(revise(with(talk, "I: Yes", "P: Yes")).to_check.size() == 1);
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
  const auto excerpts = [&] {
    Names words;
    list_excerpts(project(), {}, [&](const Excerpt& excerpt) { words.push_back(excerpt.text); });
    return words;
  };
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
