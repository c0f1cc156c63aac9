#include "themata/store/revise_source.hpp"

#include <stdexcept>

#include <catch2/catch.hpp>

#include "support.hpp"
#include "themata/error.hpp"
#include "themata/store/coding_flags.hpp"
#include "themata/store/corpus.hpp"
#include "themata/store/history.hpp"
#include "themata/store/memos.hpp"
#include "themata/store/terms.hpp"

using namespace themata;
using namespace themata::store;

namespace {

/// The filled study and another text for its first source.
struct Revision : test::Study {
  Revision() {
    test::fill(database);
    first = sources(database)[0].id;
    fine = term_families(database)[0].id;
    decisions = {{fine, text::byte_range(54, 58), text::byte_range(12, 16)}};
    reading.source.details = {{"Place", "Oulu"}};
    reading.source.original = "Ben: Wéll, fine as a file";
    reading.source.original_hash = sha256(reading.source.original);
    reading.source.file_name = "corrected.txt";
    reading.source.encoding = "windows-1252";
    reading.source.imported = "2024-06-01T10:00:00Z";
  }

  void revise() {
    test::command(database,
                  [&] { revise_source(database, first, reading.source, codings, decisions); });
  }

  model::SourceId first;
  model::TermFamilyId fine;
  test::Interview reading{"other name", "Ben: Wéll, fine\nKim: yes"};
  std::vector<MovedCoding> codings = {{model::CodingId{1}, text::byte_range(5, 10),
                                       MovedCoding::Flag{"It was", "its words changed"}},
                                      {model::CodingId{2}, text::byte_range(12, 16), std::nullopt}};
  std::vector<MovedDecision> decisions;
};

}  // namespace

TEST_CASE_METHOD(Revision, "text, file, turns, speakers and details are the reading's",
                 "[revise]") {
  revise();
  const model::SourceData source = load_source(database, first);
  CHECK(source.text == "Ben: Wéll, fine\nKim: yes");
  CHECK(source_original(database, first) == "Ben: Wéll, fine as a file");
  CHECK(source.turns.size() == 2);
  CHECK(source.speakers.size() == 2);
  CHECK(source.asides.empty());
  CHECK(source.source.details == std::vector<model::SourceDetail>{{"Place", "Oulu"}});
  const SourceFile file = source_file(database, first);
  CHECK(file.file_name == "corrected.txt");
  CHECK(file.encoding == "windows-1252");
  CHECK(file.imported == "2024-06-01T10:00:00Z");
}

TEST_CASE_METHOD(Revision, "the source itself, its place and its memos stay", "[revise]") {
  const auto memos_before = memos(database).size();
  revise();
  const model::Source source = sources(database)[0];
  CHECK(source.id == first);
  CHECK(source.guid == "guid-first");
  CHECK(source.name == "first");
  CHECK(memos(database).size() == memos_before);
  CHECK(source_text(database, sources(database)[1].id) == "Ben: Grüße aus Köln");
}

TEST_CASE_METHOD(Revision, "codings and decisions go where they are told", "[revise]") {
  revise();
  const auto moved = load_source(database, first).codings;
  REQUIRE(moved.size() == 2);
  CHECK(moved[0].id == model::CodingId{1});
  CHECK(moved[0].segment.range == text::byte_range(5, 10));
  CHECK(moved[1].id == model::CodingId{2});
  CHECK(moved[1].segment.range == text::byte_range(12, 16));
  const auto hits = hit_decisions(database, fine);
  REQUIRE(hits.size() == 1);
  CHECK(hits[0].segment.range == text::byte_range(12, 16));
  CHECK(hits[0].left_out);
  CHECK(hits[0].reason == "of the weather");
}

TEST_CASE_METHOD(Revision, "new flags are set and old ones stay", "[revise]") {
  revise();
  const auto flags = coding_flags(database);
  REQUIRE(flags.size() == 2);
  CHECK(flags[0].excerpt == "It was");
  CHECK(flags[0].reason == "its words changed");
  CHECK(flags[0].flagged == "2024-06-01T10:00:00Z");
  CHECK(flags[1].coding == model::CodingId{2});
  CHECK(flags[1].flagged == test::some_time);
}

TEST_CASE_METHOD(Revision, "decisions may change places, and of two in one place the first stays",
                 "[revise]") {
  const text::TextRange one = text::byte_range(54, 58);
  const text::TextRange other = text::byte_range(60, 64);
  const model::HitDecision before = hit_decisions(database, fine)[0];
  test::command(database, [&] {
    decide_hit(database, {fine, {first, other}, false, "kept", before.coder}, "t");
  });
  SECTION("crosswise") {
    reading.text.resize(100, ' ');
    reading.source.text = reading.text;
    decisions = {{fine, one, other}, {fine, other, one}};
    revise();
    const auto hits = hit_decisions(database, fine);
    REQUIRE(hits.size() == 2);
    CHECK(hits[0].reason == "kept");
    CHECK(hits[1].reason == "of the weather");
  }
  SECTION("in one") {
    decisions = {{fine, other, text::byte_range(12, 16)}, {fine, one, text::byte_range(12, 16)}};
    revise();
    REQUIRE(hit_decisions(database, fine).size() == 1);
    CHECK(hit_decisions(database, fine)[0].reason == "kept");
  }
  SECTION("none is told of") {
    decisions.clear();
    revise();
    CHECK(hit_decisions(database, fine).empty());
  }
}

TEST_CASE_METHOD(Revision, "a revision can be taken back and done again", "[revise]") {
  const auto before = test::recorded_rows(database);
  const std::string text = source_text(database, first);
  revise();
  const auto after = test::recorded_rows(database);
  const std::int64_t change = log_entries(database).back().id;
  test::undo(database, change);
  CHECK(test::recorded_rows(database) == before);
  CHECK(source_text(database, first) == text);
  test::redo(database, change);
  CHECK(test::recorded_rows(database) == after);
  CHECK(source_text(database, first) == reading.text);
}

TEST_CASE_METHOD(Revision,
                 "what has no place in the new text is refused before anything is written",
                 "[revise]") {
  const std::string bytes = test::read_file(folder.study());
  SECTION("a coding is forgotten") { codings.pop_back(); }
  SECTION("a coding comes twice") { codings.push_back(codings[0]); }
  SECTION("a coding is another's") {
    codings.push_back({model::CodingId{99}, codings[0].range, {}});
  }
  SECTION("a range is empty") { codings[0].range = text::byte_range(5, 5); }
  SECTION("a range is past the end") { codings[0].range = text::byte_range(20, 90); }
  SECTION("a range cuts a character") { codings[0].range = text::byte_range(5, 7); }
  SECTION("a decision is another's") { decisions[0].before = text::byte_range(0, 1); }
  test::command(database, [&] {
    CHECK_THROWS_AS(revise_source(database, first, reading.source, codings, decisions),
                    std::invalid_argument);
  });
  CHECK(test::read_file(folder.study()) == bytes);
}

TEST_CASE_METHOD(Revision, "a source that is not there cannot be revised", "[revise]") {
  test::command(database, [&] {
    CHECK_THROWS_AS(revise_source(database, model::SourceId{99}, reading.source, {}, {}), NotFound);
  });
}
