#include "themata/study/flags.hpp"

#include <catch2/catch.hpp>

#include "sample_study.hpp"
#include "themata/error.hpp"
#include "themata/study/analyses.hpp"
#include "themata/study/revise.hpp"

using namespace themata;
using namespace themata::study;

namespace {

/// A source with three codings, two of them flagged by a revision.
struct Flagged : test::TemporaryStudy {
  Flagged() {
    import("one.txt", "Ben: one two three.\nAnn: four five six.\n");
    for (const char* quote : {"one two", "three", "five"}) {
      ApplyRequest request = test::quoted("C", "one", quote);
      request.create = true;
      apply_code(project(), request);
    }
    revise_source(project(), "one", write("new.txt", "Ben: one too three.\nAnn: four fife six.\n"),
                  {});
  }
};

}  // namespace

TEST_CASE_METHOD(Flagged, "flags are found by their codings", "[flags]") {
  const auto flags = flags_by_coding(project());
  REQUIRE(flags.size() == 2);
  CHECK(flags.at(model::CodingId{1}).excerpt == "one two");
  CHECK(flags.at(model::CodingId{3}).excerpt == "five");
  CHECK(flags.at(model::CodingId{3}).flagged == now);
}

TEST_CASE_METHOD(Flagged, "a flag is settled, and the coding stays", "[flags]") {
  CHECK(clear_flags(project(), {3, 3}) == 1);
  CHECK(flags_by_coding(project()).size() == 1);
  CHECK(log_entries(project()).back().command == "unflag");
  std::size_t codings = 0;
  list_excerpts(project(), {}, [&](const Excerpt&) { ++codings; });
  CHECK(codings == 3);
}

TEST_CASE_METHOD(Flagged, "all flags are settled or none", "[flags]") {
  const std::string before = bytes();
  CHECK_THROWS_WITH(clear_flags(project(), {1, 2}), Catch::Contains("coding 2 has no flag"));
  CHECK_THROWS_WITH(clear_flags(project(), {1, 99}), Catch::Contains("there is no coding 99"));
  CHECK(bytes() == before);
}
