#include "themata/study/quotations.hpp"

#include <catch2/catch.hpp>

#include "outcome.hpp"
#include "sample_study.hpp"
#include "themata/study/analyses.hpp"
#include "themata/study/choosing.hpp"
#include "themata/study/undo.hpp"

using namespace themata;
using namespace themata::study;

namespace {

/// The number of a coding with this code, and its words.
std::int64_t coding_of(Project& project, const std::string& code, std::string* words = nullptr) {
  std::int64_t id = 0;
  list_excerpts(project, {}, [&](const Excerpt& one) {
    if (one.code != code || id != 0) return;
    id = one.id.value;
    if (words != nullptr) *words = one.text;
  });
  REQUIRE(id != 0);
  return id;
}

}  // namespace

TEST_CASE("chosen excerpts stand under each theme over their code, in the tree's order",
          "[quotations]") {
  test::SampleStudy study;
  Project& project = study.project();
  const std::int64_t humming = coding_of(project, "humming");
  const std::int64_t breathing = coding_of(project, "breathing");
  choose_excerpts(project, {humming, breathing});
  const auto found = quotations(project, {}, {"age"});
  REQUIRE(found.size() == 3);
  CHECK(found[0].themes == std::vector<std::string>{"Body"});
  CHECK(found[0].coding == breathing);
  CHECK(found[1].themes == std::vector<std::string>{"Body", "Sound"});
  CHECK(found[2].themes == std::vector<std::string>{"Company"});
  CHECK(found[0].participant == "Ben");
  CHECK(found[0].about == "45");
  CHECK(found[0].question == "How do you breathe?");
  CHECK(found[0].turn == 2);
  CHECK_THROWS_AS(quotations(project, {}, {"shoe size"}), NotFound);
}

TEST_CASE("a wording is kept beside its excerpt, and only one that the excerpt has",
          "[quotations]") {
  test::SampleStudy study;
  Project& project = study.project();
  std::string words;
  const std::int64_t id = coding_of(project, "breathing", &words);
  test::refused<NotFound>(study, [&] { word_quotation(project, id, "[...]"); });
  choose_excerpts(project, {id});
  test::refused<InputError>(study, [&] { word_quotation(project, id, "I never breathe"); });
  const std::string wording = words.substr(0, words.find(' ')) + " [...] [at last]";
  CHECK(word_quotation(project, id, wording));
  CHECK_FALSE(word_quotation(project, id, wording));
  CHECK(quotations(project, {}, {})[0].text == wording);
  CHECK(quotations(project, {}, {})[0].words == 1);
  undo(project, next_undone(project, 1));
  CHECK(quotations(project, {}, {})[0].text == words);
  word_quotation(project, id, wording);
  CHECK(word_quotation(project, id, ""));
  CHECK(quotations(project, {}, {})[0].text == words);
}

TEST_CASE("quotations are put first in an order", "[quotations]") {
  test::SampleStudy study;
  Project& project = study.project();
  std::vector<std::int64_t> ids;
  list_excerpts(project, {}, [&](const Excerpt& one) {
    if (one.code == "humming") ids.push_back(one.id.value);
  });
  REQUIRE(ids.size() >= 2);
  choose_excerpts(project, ids);
  order_quotations(project, {ids[1]});
  CHECK(quotations(project, {}, {})[0].coding == ids[1]);
  CHECK(quotations(project, {}, {})[1].coding == ids[0]);
  test::refused<NotFound>(study, [&] { order_quotations(project, {9999}); });
}

TEST_CASE("voices of a theme take in all that is below it", "[quotations]") {
  test::SampleStudy study;
  Project& project = study.project();
  choose_excerpts(project, {coding_of(project, "breathing")});
  const auto voices = theme_voices(project, {});
  REQUIRE_FALSE(voices.empty());
  CHECK(voices[0].theme == "1 Body");
  REQUIRE(voices[0].quoted.size() == 1);
  CHECK(voices[0].quoted[0].first == "Ben");
  CHECK(voices[0].participants == voices[0].quoted.size() + voices[0].not_quoted.size());
}
