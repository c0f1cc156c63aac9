#include "themata/store/rewrite.hpp"

#include <catch2/catch.hpp>

#include "support.hpp"
#include "themata/store/codebook.hpp"
#include "themata/store/coders.hpp"
#include "themata/store/codings.hpp"
#include "themata/store/corpus.hpp"
#include "themata/store/memos.hpp"
#include "themata/store/terms.hpp"

using namespace themata;
using namespace themata::store;

namespace {

constexpr const char* before = "Ben: I saw Joanne (laughs)\nJoanne: Hm";

struct Rewriting : test::Study {
  model::SourceId source;
  model::CodeId code;
  model::CoderId ada;

  Rewriting() {
    test::command(database, [&] {
      source = test::add_interview(database, "first", before);
      code = add_code(database, "Seeing", "", "guid-code");
      ada = add_coder(database, "Ada", "guid-ada");
    });
  }

  model::CodingId apply(std::size_t begin, std::size_t end, const std::string& memo = "") {
    const std::string guid = "guid-" + std::to_string(begin) + "-" + std::to_string(end);
    std::vector<StoredCoding> stored;
    test::command(database, [&] {
      stored = add_codings(database, {{guid,
                                       {source, text::byte_range(begin, end)},
                                       code,
                                       ada,
                                       test::some_time,
                                       memo,
                                       memo.empty() ? "" : guid + "-memo"}});
    });
    return stored.front().id;
  }

  /// Puts `text` in its place, read as the tests read lines.
  RewrittenCodings rewrite(std::string text, std::vector<text::Edit> edits) {
    RewrittenCodings outcome;
    test::command(database, [&] {
      const test::Interview interview("first", std::move(text));
      outcome = rewrite_source(database, source, interview.source, text::Edits(std::move(edits)));
    });
    return outcome;
  }

  std::string excerpt(model::CodingId id) {
    const auto found = codings(database, {id});
    if (found.empty()) return "(gone)";
    return std::string(text::slice(source_text(database, source), found.front().segment.range));
  }
};

}  // namespace

TEST_CASE_METHOD(Rewriting, "a stored reading is what was stored", "[rewrite]") {
  const NewSource reading = stored_reading(database, source);
  const test::Interview interview("first", before);
  REQUIRE(reading.turns.size() == 2);
  CHECK(reading.turns[1].range == interview.source.turns[1].range);
  CHECK(reading.turns[1].speaker == interview.source.turns[1].speaker);
  CHECK(reading.turn_words == interview.source.turn_words);
  REQUIRE(reading.asides.size() == 1);
  CHECK(reading.asides[0].range == interview.source.asides[0].range);
  CHECK(reading.aside_words == interview.source.aside_words);
  REQUIRE(reading.speakers.size() == 2);
  CHECK(reading.speakers[1].label == "Joanne");
}

TEST_CASE_METHOD(Rewriting, "codings and decisions go where the edits say", "[rewrite]") {
  const auto around = apply(5, 17);   // I saw Joanne
  const auto inside = apply(13, 26);  // anne (laughs)
  const auto behind = apply(35, 37);  // Hm
  test::command(database, [&] {
    const auto family = add_term_family(database, "words", "Laugh", "guid-family");
    decide_hit(database, {family, {source, text::byte_range(19, 25)}, false, "", ada}, "t");
  });
  const RewrittenCodings outcome =
      rewrite("Ben: I saw Anna (laughs)\nAnna: Hm",
              {{text::byte_range(11, 17), "Anna"}, {text::byte_range(27, 33), "Anna"}});
  CHECK(source_text(database, source) == "Ben: I saw Anna (laughs)\nAnna: Hm");
  CHECK(excerpt(around) == "I saw Anna");
  CHECK(excerpt(inside) == "Anna (laughs)");
  CHECK(excerpt(behind) == "Hm");
  CHECK(outcome.touched == std::vector<model::CodingId>{inside});
  CHECK(outcome.removed == 0);
  const auto decisions = hit_decisions(database, term_families(database).front().id);
  REQUIRE(decisions.size() == 1);
  CHECK(decisions.front().segment.range == text::byte_range(17, 23));
  CHECK(load_source(database, source).speakers[1].label == "Anna");
  CHECK(source_file(database, source).file_name == "first.txt");
}

TEST_CASE_METHOD(Rewriting, "what is cut out takes its codings along", "[rewrite]") {
  const auto gone = apply(35, 37, "a memo");  // Hm
  const auto half = apply(18, 37);            // (laughs) ... Hm
  const RewrittenCodings outcome =
      rewrite("Ben: I saw Joanne (laughs)\n", {{text::byte_range(27, 37), ""}});
  CHECK(excerpt(gone) == "(gone)");
  CHECK(excerpt(half) == "(laughs)");
  CHECK(outcome.removed == 1);
  CHECK(memos(database).empty());
}

TEST_CASE_METHOD(Rewriting, "codings that become the same are one, with both memos", "[rewrite]") {
  const auto first = apply(11, 14, "one");
  const auto second = apply(14, 17, "two");
  const RewrittenCodings outcome =
      rewrite("Ben: I saw Anna (laughs)\nJoanne: Hm", {{text::byte_range(11, 17), "Anna"}});
  CHECK(outcome.joined == 1);
  CHECK(outcome.touched == std::vector<model::CodingId>{first});
  CHECK(excerpt(first) == "Anna");
  CHECK(excerpt(second) == "(gone)");
  REQUIRE(memos(database).size() == 2);
  CHECK(memos(database)[1].target_id == first.value);
}

TEST_CASE_METHOD(Rewriting, "the file's own bytes are let go", "[rewrite]") {
  CHECK(has_original(database, source));
  CHECK_FALSE(drop_original(database, source));  // there are none beside the text
  CHECK(has_original(database, source));
  rewrite("Ben: I saw J (laughs)\nJoanne: Hm", {{text::byte_range(11, 17), "J"}});
  CHECK_FALSE(has_original(database, source));
  CHECK(source_original(database, source).empty());

  test::Interview other("other", "Ben: Hm");
  other.source.original =
      "\xEF\xBB\xBF"
      "Ben: Hm";
  other.source.original_hash = sha256(other.source.original);
  test::command(database, [&] {
    const model::SourceId id = add_source(database, other.source);
    CHECK(has_original(database, id));
    CHECK(drop_original(database, id));
    CHECK_FALSE(has_original(database, id));
    CHECK_FALSE(drop_original(database, id));
    CHECK(source_text(database, id) == "Ben: Hm");
  });
}
