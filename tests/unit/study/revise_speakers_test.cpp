/// `revise_source`: who speaks in the corrected text.
#include <map>

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
#include "themata/study/revise.hpp"
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
