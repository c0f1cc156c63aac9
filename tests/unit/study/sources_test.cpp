#include "themata/study/sources.hpp"

#include <catch2/catch.hpp>

#include "outcome.hpp"
#include "sample_study.hpp"
#include "themata/study/analyses.hpp"
#include "themata/study/memos.hpp"

using namespace themata;
using namespace themata::study;
using Catch::Contains;
using test::Names;
using test::SampleStudy;

TEST_CASE_METHOD(SampleStudy, "sources are listed with what they hold", "[sources]") {
  const std::vector<SourceSummary> sources = list_sources(project());
  REQUIRE(sources.size() == 3);
  CHECK(sources[0].source.name == "one");
  CHECK(sources[0].turns == 4);
  CHECK(sources[0].words == 15);  // 5 + 4 + 3 + 4, less what is in brackets, here (laughs)
  CHECK(sources[0].participants == 1);
  CHECK(sources[0].codings == 3);
  CHECK(sources[2].source.kind == model::SourceKind::group);
  CHECK(sources[2].participants == 2);
}

TEST_CASE_METHOD(SampleStudy, "a source is found by name, case or beginning", "[sources]") {
  CHECK(find_source(project(), "one").name == "one");
  CHECK(find_source(project(), "TWO").name == "two");
  CHECK(find_source(project(), "tog").name == "together");
  CHECK_THROWS_AS(find_source(project(), "t"), Conflict);
  CHECK_THROWS_AS(find_source(project(), "three"), NotFound);
}

TEST_CASE_METHOD(SampleStudy, "text and file come back to the byte", "[sources]") {
  const std::string bytes = "\xEF\xBB\xBFSome words\r\nof mine.\r\n";
  import("dos.txt", bytes);
  const model::Source source = find_source(project(), "dos");
  CHECK(source_text(project(), source) == "Some words\nof mine.\n");
  CHECK(source_original(project(), source) == bytes);
  const SourceFile file = source_file(project(), source);
  CHECK(file.original_bytes == bytes.size());
  CHECK(file.sha256.size() == 64);
  CHECK(file.convention == "none");
}

TEST_CASE_METHOD(SampleStudy, "a source is renamed, and its codings stay", "[sources]") {
  const Renamed renamed = rename_source(project(), "tog", " both of them ");
  CHECK(renamed.before == "together");
  CHECK(renamed.now == "both of them");
  CHECK(find_source(project(), "both of them").kind == model::SourceKind::group);
  CHECK(list_sources(project())[2].codings == 2);
  CHECK(log_entries(project()).back().summary == "together is now both of them");
  CHECK(rename_source(project(), "one", "ONE").before == "one");  // its own name in other letters
  CHECK(find_source(project(), "one").name == "ONE");
}

TEST_CASE_METHOD(SampleStudy, "a name that is taken, or is none, is no source's", "[sources]") {
  CHECK(test::refused<Conflict>(*this, [&] { rename_source(project(), "one", "Two"); }) ==
        "the name \"two\" is taken by another source");
  test::refused<InputError>(*this, [&] { rename_source(project(), "one", "  "); });
  test::refused<InputError>(*this, [&] { rename_source(project(), "one", "a\nb"); });
  test::refused<NotFound>(*this, [&] { rename_source(project(), "six", "seven"); });
}

TEST_CASE_METHOD(SampleStudy, "kind and occasion of a source can be changed", "[sources]") {
  CHECK(set_source(project(), "one", {model::SourceKind::written, "baseline"}));
  CHECK(find_source(project(), "one").kind == model::SourceKind::written);
  CHECK(find_source(project(), "one").occasion == "baseline");
  CHECK(log_entries(project()).back().summary == "one: kind written, occasion baseline");
  CHECK(set_source(project(), "one", {std::nullopt, ""}));
  CHECK(find_source(project(), "one").kind == model::SourceKind::written);
  CHECK(find_source(project(), "one").occasion.empty());
}

TEST_CASE_METHOD(SampleStudy, "an occasion is kept to the rules of a name", "[sources]") {
  CHECK(set_source(project(), "one", {std::nullopt, "  week 3 "}));
  CHECK(find_source(project(), "one").occasion == "week 3");
  test::refused<InputError>(*this, [&] { set_source(project(), "one", {std::nullopt, "a\nb"}); });
  test::refused<InputError>(*this, [&] { set_source(project(), "one", {std::nullopt, " "}); });
}

TEST_CASE_METHOD(SampleStudy, "what a source is already changes nothing", "[sources]") {
  CHECK_FALSE(test::unchanged(*this, [&] {
    return set_source(project(), "two", {{}, "week 12"});
  }));
  CHECK(test::unchanged(*this, [&] { return rename_source(project(), "one", "one").before; }) ==
        "one");
  test::refused<NotFound>(*this, [&] { set_source(project(), "six", {}); });
}

TEST_CASE_METHOD(SampleStudy, "a source is removed with its codings", "[sources]") {
  const RemovedSource removed = remove_source(project(), "one");
  CHECK(removed.name == "one");
  CHECK(removed.codings == 3);
  CHECK(removed.participants.empty());  // Ben speaks in another
  CHECK(list_sources(project()).size() == 2);
  std::size_t codings = 0;
  list_excerpts(project(), {}, [&](const analysis::Excerpt&) { ++codings; });
  CHECK(codings == 4);
  CHECK(log_entries(project()).back().summary == "one with 3 codings");
}

TEST_CASE_METHOD(SampleStudy, "who was only in a removed source goes with it", "[sources]") {
  import("extra.txt", "Dan: Yes.\nEve: No.\nDan: Yes.\nEve: No.\n");
  set_participant(project(), "Eve", {{"age", "60"}});
  const RemovedSource removed = remove_source(project(), "extra");
  CHECK(removed.participants == Names{"Dan"});  // of Eve something is known
  CHECK(test::participants_of(project()) == Names{"Ben", "Cara", "Eve"});
}

TEST_CASE_METHOD(SampleStudy, "who is expected without a transcript stays when a source goes",
                 "[sources]") {
  import_participants(project(), write("people.csv", "name,age\nBen,45\nFay,\n"));
  import("extra.txt", "Dan: Yes.\nEve: No.\nDan: Yes.\nEve: No.\n");
  CHECK(remove_source(project(), "extra").participants == Names{"Dan", "Eve"});
  CHECK(test::participants_of(project()) == Names{"Ben", "Cara", "Fay"});
}

TEST_CASE_METHOD(SampleStudy, "a source that is not there is not removed", "[sources]") {
  CHECK_THAT(test::refused<NotFound>(*this, [&] { remove_source(project(), "oen"); }),
             Contains("no source is named \"oen\"; did you mean \"one\"?"));
  test::refused<Conflict>(*this, [&] { remove_source(project(), "t"); });
}
