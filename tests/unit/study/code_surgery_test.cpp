#include "themata/study/code_surgery.hpp"

#include <catch2/catch.hpp>

#include "outcome.hpp"
#include "sample_study.hpp"
#include "themata/study/analyses.hpp"
#include "themata/study/memos.hpp"
#include "themata/study/terms.hpp"

using namespace themata;
using namespace themata::study;
using Catch::Contains;

namespace {

std::size_t codings_with(Project& project, const std::string& code) {
  std::size_t count = 0;
  Filter filter;
  filter.codes = {code};
  list_excerpts(project, filter, [&](const Excerpt&) { ++count; });
  return count;
}

std::size_t all_codings(Project& project) {
  std::size_t count = 0;
  list_excerpts(project, {}, [&](const Excerpt&) { ++count; });
  return count;
}

struct Surgery : test::SampleStudy {};

}  // namespace

TEST_CASE_METHOD(Surgery, "merging keeps every coding", "[code_surgery]") {
  const std::size_t before = all_codings(project());
  const MergedCodes merged = merge_codes(project(), {"silence", "breathing"}, "humming", false);
  CHECK(merged.codings == 4);
  CHECK(merged.joined == 0);
  CHECK(all_codings(project()) == before);
  CHECK(codings_with(project(), "humming") == before);
  CHECK(codebook(project()).codes().size() == 2);
  const auto memos = list_memos(project());
  REQUIRE(memos.size() == 1);
  CHECK(memos[0].text == "Merged from breathing:\nin and out");
  CHECK(memos[0].name == "humming");
}

TEST_CASE_METHOD(Surgery, "a merged code's themes come along if that is wanted", "[code_surgery]") {
  merge_codes(project(), {"breathing"}, "silence", true);
  const auto book = codebook(project());
  CHECK(book.theme_paths(find_code(book, "silence").id) == "Body");
}

TEST_CASE_METHOD(Surgery, "term families count the target from then on", "[code_surgery]") {
  add_terms(project(), "Quiet", {"code:\"silence\""}, "");
  merge_codes(project(), {"silence"}, "humming", false);
  CHECK(term_families(project())[0].forms[0].pattern == "code:\"humming\"");
}

TEST_CASE_METHOD(Surgery, "what cannot be merged is refused", "[code_surgery]") {
  test::refused<Conflict>(*this, [&] { merge_codes(project(), {"humming"}, "humming", false); });
  test::refused<NotFound>(*this, [&] { merge_codes(project(), {"nothing"}, "humming", false); });
  test::refused<Conflict>(*this, [&] { merge_themes(project(), {"Body"}, "Sound"); });
}

TEST_CASE_METHOD(Surgery, "splitting moves the named codings and no other", "[code_surgery]") {
  std::vector<std::int64_t> ids;
  Filter filter;
  filter.codes = {"humming"};
  list_excerpts(project(), filter, [&](const Excerpt& one) { ids.push_back(one.id.value); });
  REQUIRE(ids.size() == 3);
  const SplitCode split = split_code(project(), "humming", "at home", {ids[0], ids[0]});
  CHECK(split.codings == 1);
  CHECK(split.left == 2);
  const auto book = codebook(project());
  CHECK(book.themes_of(find_code(book, "at home").id) ==
        book.themes_of(find_code(book, "humming").id));
  CHECK_THAT(
      test::refused<NotFound>(*this, [&] { split_code(project(), "humming", "other", {ids[0]}); }),
      Contains("is no coding with \"humming\""));
  test::refused<Conflict>(*this, [&] { split_code(project(), "humming", "AT HOME", {ids[1]}); });
}

TEST_CASE_METHOD(Surgery, "a retired code is not applied", "[code_surgery]") {
  retire_code(project(), "humming", false);
  CHECK_THAT(test::refused<Conflict>(
                 *this, [&] { apply_code(project(), test::quoted("humming", "one", "I hum")); }),
             Contains("is retired"));
  CHECK(codings_with(project(), "humming") == 3);
  retire_code(project(), "humming", true);
  CHECK(apply_code(project(), test::quoted("humming", "one", "I hum")).added);
}

TEST_CASE_METHOD(Surgery, "scope notes that are not given stay", "[code_surgery]") {
  describe_code(project(), "humming", {{}, {}, "with words", {}, {}});
  describe_code(project(), "humming", {{}, {}, {}, "whistling", "mm"});
  const model::Codebook book = codebook(project());
  const model::Code& code = find_code(book, "humming");
  CHECK(code.includes == "with words");
  CHECK(code.excludes == "whistling");
  CHECK(code.example == "mm");
  test::refused<InputError>(*this, [&] { describe_code(project(), "humming", ScopeNotes{}); });
}

TEST_CASE_METHOD(Surgery, "a reflexive study asks what holds a theme together", "[code_surgery]") {
  define_theme(project(), "Body", {"what it does", {}, {}, {}, {}});
  REQUIRE(notices().size() == 1);
  CHECK_THAT(notices().back(), Contains("what idea holds \"Body\" together"));
  define_theme(project(), "Body", {{}, "the body knows first", {}, {}, {}});
  CHECK(notices().size() == 1);
}

TEST_CASE_METHOD(Surgery, "merged themes leave their codes, subthemes and words",
                 "[code_surgery]") {
  const MergedThemes merged = merge_themes(project(), {"Body"}, "Company");
  CHECK(merged.codes == 1);
  CHECK(merged.subthemes == 1);
  const auto book = codebook(project());
  CHECK(book.path(find_theme(book, "Sound").id) == "Company / Sound");
  CHECK(list_memos(project())[0].text == "Merged from Body:\nwhat the body does");
}

TEST_CASE_METHOD(Surgery, "a theme's codes go to a new theme beside it", "[code_surgery]") {
  CHECK(split_theme(project(), "Sound", "Voice", {"humming"}) == 1);
  const auto book = codebook(project());
  CHECK(book.path(find_theme(book, "Voice").id) == "Body / Voice");
  test::refused<NotFound>(*this, [&] { split_theme(project(), "Sound", "Other", {"silence"}); });
  test::refused<Conflict>(*this, [&] { split_theme(project(), "Sound", "voice", {"silence"}); });
}
