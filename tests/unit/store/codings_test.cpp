#include "themata/store/codings.hpp"

#include <catch2/catch.hpp>

#include "support.hpp"
#include "themata/error.hpp"
#include "themata/store/codebook.hpp"
#include "themata/store/coders.hpp"
#include "themata/store/memos.hpp"

using namespace themata;
using namespace themata::store;

namespace {

struct Codings : test::Study {
  Change change = test::begin(database);
  model::SourceId source = test::add_interview(database, "one", "Ben: one two three four");
  model::CoderId ada = add_coder(database, "Ada", "guid-ada");
  model::CoderId zoe = add_coder(database, "Zoë", "guid-zoe");
  model::CodeId hope = add_code(database, "Hope", "", "guid-hope");
  model::CodeId fear = add_code(database, "Fear", "", "guid-fear");

  [[nodiscard]] NewCoding coding(std::size_t begin, std::size_t end, model::CodeId code,
                                 model::CoderId coder, const std::string& memo = "") const {
    return {"guid", {source, text::byte_range(begin, end)}, code, coder, "t", memo, "guid-memo"};
  }
};

}  // namespace

TEST_CASE_METHOD(Codings, "codings are answered in the caller's order", "[codings]") {
  const auto stored = add_codings(
      database, {coding(9, 12, hope, ada), coding(5, 8, fear, zoe), coding(5, 8, hope, ada)});
  REQUIRE(stored.size() == 3);
  for (const StoredCoding& entry : stored) CHECK(entry.added);
  const auto first = codings(database, {stored[0].id});
  REQUIRE(first.size() == 1);
  CHECK(first[0].segment.range == text::byte_range(9, 12));
  CHECK(first[0].code == hope);
  const auto second = codings(database, {stored[1].id});
  CHECK(second[0].segment.source == source);
  CHECK(second[0].code == fear);
  CHECK(second[0].coder == zoe);
}

TEST_CASE_METHOD(Codings, "codings go into the file in order of segment", "[codings]") {
  const auto stored = add_codings(
      database, {coding(9, 12, hope, ada), coding(5, 12, fear, zoe), coding(5, 8, hope, ada)});
  CHECK(stored[2].id < stored[1].id);
  CHECK(stored[1].id < stored[0].id);
}

TEST_CASE_METHOD(Codings, "the same coding is there only once", "[codings]") {
  const auto first = add_codings(database, {coding(5, 8, hope, ada), coding(5, 8, hope, ada)});
  CHECK(first[0].added);
  CHECK_FALSE(first[1].added);
  CHECK(first[0].id == first[1].id);
  const auto again = add_codings(database, {coding(5, 8, hope, ada), coding(5, 8, hope, zoe)});
  CHECK_FALSE(again[0].added);
  CHECK(again[0].id == first[0].id);
  CHECK(again[1].added);
  CHECK(test::rows(database, "coding").size() == 2);
}

TEST_CASE_METHOD(Codings, "a memo comes with a new coding and is added to one that was there",
                 "[codings]") {
  const auto stored = add_codings(database, {coding(5, 8, hope, ada, "first")});
  CHECK(stored[0].memo_added);
  const auto again =
      add_codings(database, {coding(5, 8, hope, ada, "second"), coding(5, 8, hope, ada, "first")});
  CHECK(again[0].memo_added);
  CHECK_FALSE(again[1].memo_added);  // which is there
  const auto all = memos(database);
  REQUIRE(all.size() == 2);
  CHECK(all[0].text == "first");
  CHECK(all[0].target == model::MemoTarget::coding);
  CHECK(all[0].target_id == stored[0].id.value);
  CHECK(all[0].author == ada);
  CHECK(all[1].text == "second");
  CHECK(all[1].target_id == stored[0].id.value);
}

TEST_CASE_METHOD(Codings, "codings are looked up in order of id, the absent left out",
                 "[codings]") {
  const auto stored = add_codings(database, {coding(5, 8, hope, ada), coding(9, 12, hope, ada)});
  const auto found =
      codings(database, {stored[1].id, model::CodingId{99}, stored[0].id, stored[1].id});
  REQUIRE(found.size() == 2);
  CHECK(found[0].id == stored[0].id);
  CHECK(found[1].id == stored[1].id);
}

TEST_CASE_METHOD(Codings, "codings are removed with the memos on them", "[codings]") {
  const auto stored =
      add_codings(database, {coding(5, 8, hope, ada, "one"), coding(9, 12, hope, ada, "two")});
  remove_codings(database, {stored[0].id});
  CHECK(codings(database, {stored[0].id, stored[1].id}).size() == 1);
  REQUIRE(memos(database).size() == 1);
  CHECK(memos(database)[0].text == "two");
  CHECK_THROWS_AS(remove_codings(database, {stored[0].id}), NotFound);
}

TEST_CASE_METHOD(Codings, "codings of a code are counted, each coder's for itself", "[codings]") {
  CHECK(coding_count(database, hope) == 0);
  const auto stored = add_codings(
      database, {coding(5, 8, hope, ada), coding(5, 8, hope, zoe), coding(5, 8, hope, ada),
                 coding(9, 12, hope, ada), coding(5, 8, fear, ada)});
  CHECK(coding_count(database, hope) == 3);
  CHECK(coding_count(database, fear) == 1);
  remove_codings(database, {stored[0].id});
  CHECK(coding_count(database, hope) == 2);
  CHECK(coding_count(database, model::CodeId{99}) == 0);
}

TEST_CASE_METHOD(Codings, "a coding of nothing, or of what is not there, is refused", "[codings]") {
  CHECK_THROWS_AS(add_codings(database, {coding(5, 5, hope, ada)}), StoreError);
  CHECK_THROWS_AS(add_codings(database, {coding(5, 8, model::CodeId{99}, ada)}), StoreError);
}
