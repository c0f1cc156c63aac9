#include "themata/study/brackets.hpp"

#include <catch2/catch.hpp>

#include "outcome.hpp"
#include "sample_study.hpp"
#include "themata/study/analyses.hpp"

using namespace themata;
using namespace themata::study;
using Kind = model::AsideKind;
using test::Names;

namespace {

struct Brackets : test::TemporaryStudy {
  Brackets() {
    import("one.txt",
           "Ben: One (laughs) two [at home] three.\n"
           "Int: Hm (Laughs) [laughs].\n"
           "Ben: Four (laughs) [at home] (you see) five.\n");
  }

  Names all() { return lines(list_brackets(project())); }

  static Names lines(const std::vector<BracketSummary>& brackets) {
    Names result;
    for (const BracketSummary& bracket : brackets) {
      result.push_back(bracket.text + " " + std::string(model::to_string(bracket.kind)) + " " +
                       std::to_string(bracket.count));
    }
    return result;
  }

  std::size_t words_of_ben() { return list_speakers(project())[0].words; }
};

}  // namespace

TEST_CASE_METHOD(Brackets, "distinct brackets are listed, the most frequent first", "[brackets]") {
  CHECK(all() == Names{"(laughs) note 2", "[at home] insertion 2", "(Laughs) note 1",
                       "(you see) speech 1", "[laughs] insertion 1"});
  CHECK(words_of_ben() == 7);
}

TEST_CASE_METHOD(Brackets, "a bracket is taken otherwise from now on", "[brackets]") {
  const auto set = set_bracket(project(), "[at home]", Kind::speech);
  REQUIRE(set.size() == 1);
  CHECK(set[0].text == "[at home]");
  CHECK(all()[1] == "[at home] speech 2");
  CHECK(words_of_ben() == 11);
  CHECK(log_entries(project()).back().summary == "[at home]: speech");
  import("two.txt", "Cara: Ten [at home].\nInt: Hm.\nCara: Yes.\n");
  CHECK(all()[0] == "[at home] speech 3");
}

TEST_CASE_METHOD(Brackets, "a word in brackets can be taken out of all counts", "[brackets]") {
  set_bracket(project(), "you see", Kind::voice);
  CHECK(words_of_ben() == 5);
}

TEST_CASE_METHOD(Brackets, "the very text is meant before the same text in other letters",
                 "[brackets]") {
  CHECK(Brackets::lines(set_bracket(project(), "(Laughs)", Kind::speech)) ==
        Names{"(Laughs) note 1"});
  CHECK(all()[0] == "(laughs) note 2");
}

TEST_CASE_METHOD(Brackets, "case is ignored, and brackets may be left out", "[brackets]") {
  CHECK(set_bracket(project(), "(LAUGHS)", Kind::voice).size() == 2);
  CHECK(set_bracket(project(), "AT HOME", Kind::note).size() == 1);
}

TEST_CASE_METHOD(Brackets, "a bracket that is taken so already changes nothing", "[brackets]") {
  set_bracket(project(), "[at home]", Kind::speech);
  test::unchanged(*this, [&] { return set_bracket(project(), "[at home]", Kind::speech).size(); });
}

TEST_CASE_METHOD(Brackets, "a bracket that is nowhere is refused with the nearest", "[brackets]") {
  CHECK(test::refused<NotFound>(*this, [&] { set_bracket(project(), "[at hom]", Kind::speech); }) ==
        "no bracket [at hom] in this study; did you mean [at home]?");
  CHECK(test::refused<NotFound>(*this, [&] {
          set_bracket(project(), "(a whistle)", Kind::speech);
        }) == "no bracket (a whistle) in this study; see \"themata bracket list\"");
}
