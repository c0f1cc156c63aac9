#include "themata/model/selection.hpp"

#include <catch2/catch.hpp>

using namespace themata::model;

namespace {

Source source(std::int64_t id, const std::string& occasion) {
  Source made;
  made.id = SourceId{id};
  made.occasion = occasion;
  return made;
}

Coding coding(std::int64_t code, std::int64_t coder) {
  Coding made;
  made.code = CodeId{code};
  made.coder = CoderId{coder};
  return made;
}

}  // namespace

TEST_CASE("an absent list admits all") {
  const Selection all;
  CHECK(all.admits(source(1, "")));
  CHECK(all.admits(ParticipantId{7}));
  CHECK(all.admits(coding(1, 1)));
  CHECK_FALSE(all.coded_text_only());
}

TEST_CASE("an empty list admits none") {
  Selection none;
  none.sources.emplace();
  none.participants.emplace();
  none.codes.emplace();
  CHECK_FALSE(none.admits(source(1, "")));
  CHECK_FALSE(none.admits(ParticipantId{7}));
  CHECK_FALSE(none.admits(coding(1, 1)));
}

TEST_CASE("sources and occasions narrow each other") {
  Selection some;
  some.sources = {SourceId{1}, SourceId{2}};
  some.occasions = {"week 12", "baseline"};
  CHECK(some.admits(source(1, "baseline")));
  CHECK_FALSE(some.admits(source(1, "")));
  CHECK_FALSE(some.admits(source(3, "baseline")));
}

TEST_CASE("codes and coders narrow each other, and each asks for coded text") {
  Selection some;
  some.codes = {CodeId{1}, CodeId{2}};
  CHECK(some.coded_text_only());
  CHECK(some.admits(coding(2, 9)));
  some.coders = {CoderId{1}};
  CHECK(some.admits(coding(2, 1)));
  CHECK_FALSE(some.admits(coding(2, 9)));
  CHECK_FALSE(some.admits(coding(3, 1)));
  some.codes.reset();
  CHECK(some.coded_text_only());  // text coded by the coders
  some.coders.reset();
  CHECK_FALSE(some.coded_text_only());
}
