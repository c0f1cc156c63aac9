#include "themata/model/source.hpp"

#include <catch2/catch.hpp>

#include "themata/model/selection.hpp"
#include "themata/model/study_info.hpp"

using namespace themata::model;

TEST_CASE("kinds of source are written and read as words") {
  for (const auto kind :
       {SourceKind::interview, SourceKind::group, SourceKind::written, SourceKind::diary}) {
    CHECK(parse_source_kind(to_string(kind)) == kind);
  }
  CHECK(to_string(SourceKind::diary) == "diary");
  CHECK_FALSE(parse_source_kind("Diary"));
  CHECK_FALSE(parse_source_kind(""));
}

TEST_CASE("roles of speakers are written and read as words") {
  for (const auto role : {SpeakerRole::participant, SpeakerRole::researcher, SpeakerRole::other}) {
    CHECK(parse_speaker_role(to_string(role)) == role);
  }
  CHECK(to_string(SpeakerRole::researcher) == "researcher");
  CHECK_FALSE(parse_speaker_role("participants"));
}

TEST_CASE("kinds of aside are written and read as words") {
  for (const auto kind : {AsideKind::speech, AsideKind::note, AsideKind::insertion,
                          AsideKind::timestamp, AsideKind::voice}) {
    CHECK(parse_aside_kind(to_string(kind)) == kind);
  }
  CHECK(to_string(AsideKind::timestamp) == "timestamp");
  CHECK_FALSE(parse_aside_kind("time"));
}

TEST_CASE("speech scopes are written and read as words") {
  for (const auto speech : {Speech::participants, Speech::researchers, Speech::all}) {
    CHECK(parse_speech(to_string(speech)) == speech);
  }
  CHECK(to_string(Speech::all) == "all");
  CHECK_FALSE(parse_speech("participant"));
}

TEST_CASE("approaches are written and read as words") {
  for (const auto approach :
       {Approach::reflexive, Approach::codebook, Approach::coding_reliability}) {
    CHECK(parse_approach(to_string(approach)) == approach);
  }
  CHECK(to_string(Approach::coding_reliability) == "coding-reliability");
  CHECK_FALSE(parse_approach("coding_reliability"));
}
