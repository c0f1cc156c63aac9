#include "themata/study/memos.hpp"

#include <catch2/catch.hpp>

#include "outcome.hpp"
#include "sample_study.hpp"
#include "themata/store/memos.hpp"
#include "themata/study/edit.hpp"
#include "themata/study/revise.hpp"
#include "themata/study/sources.hpp"

using namespace themata;
using namespace themata::study;
using test::Names;
using test::SampleStudy;

namespace {

struct Memos : SampleStudy {
  void write_memo(model::MemoTarget target, std::int64_t id, const std::string& text) {
    Edit edit(project(), "memo");
    store::add_memo(project().database(),
                    {{}, project().new_guid(), target, id, edit.coder(), text}, now);
    edit.commit(text);
  }

  Names lines() {
    Names result;
    for (const MemoLine& memo : list_memos(project())) {
      result.push_back(memo.target + "|" + memo.name + "|" + memo.coder + "|" + memo.text);
    }
    return result;
  }
};

}  // namespace

TEST_CASE_METHOD(Memos, "a study without memos lists none", "[memos]") { CHECK(lines().empty()); }

TEST_CASE_METHOD(Memos, "a coding's memo is listed with its code, source and coder", "[memos]") {
  ApplyRequest request = test::quoted("silence", "one", "And at home?");
  request.memo = "Asked,\nnot answered";
  Project bea = as("Bea");
  apply_code(bea, request);
  CHECK(lines() == Names{"coding|silence on one|Bea|Asked,\nnot answered"});
}

TEST_CASE_METHOD(Memos, "memos on anything are listed with its name, oldest first", "[memos]") {
  const model::Codebook book = codebook(project());
  write_memo(model::MemoTarget::theme, find_theme(book, "Sound").id.value, "a theme");
  write_memo(model::MemoTarget::study, 0, "the study");
  write_memo(model::MemoTarget::code, find_code(book, "humming").id.value, "a code");
  write_memo(model::MemoTarget::source, find_source(project(), "two").id.value, "a source");
  write_memo(model::MemoTarget::participant, find_participant(project(), "Ben").id.value, "Ben");
  CHECK(lines() == Names{"theme|Body / Sound|Ada|a theme", "study||Ada|the study",
                         "code|humming|Ada|a code", "source|two|Ada|a source",
                         "participant|Ben|Ada|Ben"});
}

TEST_CASE_METHOD(Memos, "a memo goes with what it is on", "[memos]") {
  ApplyRequest request = test::quoted("silence", "one", "And at home?");
  request.memo = "on the coding";
  apply_code(project(), request);
  write_memo(model::MemoTarget::source, find_source(project(), "one").id.value, "on the source");
  write_memo(model::MemoTarget::study, 0, "on the study");
  remove_source(project(), "one");
  CHECK(lines() == Names{"study||Ada|on the study"});
}

TEST_CASE_METHOD(Memos, "a memo is put on one thing, by name", "[memos]") {
  add_memo(project(), {}, "on all");
  add_memo(project(), {"one", {}, {}, {}, {}, {}}, "on a source");
  add_memo(project(), {"one", 2, {}, {}, {}, {}}, "on a turn");
  add_memo(project(), {{}, {}, "humming", {}, {}, {}}, "on a code");
  add_memo(project(), {{}, {}, {}, "1.1", {}, {}}, "on a theme");
  add_memo(project(), {{}, {}, {}, {}, "Ben", {}}, "on a person");
  CHECK(lines() == Names{"study||Ada|on all", "source|one|Ada|on a source",
                         "turn|one turn 2|Ada|on a turn", "code|humming|Ada|on a code",
                         "theme|Body / Sound|Ada|on a theme", "participant|Ben|Ada|on a person"});
  MemoFilter filter;
  filter.words = "SOUND";
  CHECK(list_memos(project(), filter).size() == 1);
  filter.words = "";
  filter.target = "turn";
  CHECK(list_memos(project(), filter).size() == 1);
  filter.coder = "Bea";
  CHECK(list_memos(project(), filter).empty());
}

TEST_CASE_METHOD(Memos, "a memo on two things, or on nothing that is there, is refused",
                 "[memos]") {
  test::refused<InputError>(*this, [&] {
    add_memo(project(), {"one", {}, "humming", {}, {}, {}}, "x");
  });
  test::refused<InputError>(*this, [&] { add_memo(project(), {{}, 2, {}, {}, {}, {}}, "x"); });
  test::refused<InputError>(*this, [&] { add_memo(project(), {"one", 9, {}, {}, {}, {}}, "x"); });
  test::refused<NotFound>(*this, [&] { add_memo(project(), {{}, {}, {}, {}, {}, 77}, "x"); });
  test::refused<InputError>(*this, [&] { add_memo(project(), {}, " \n"); });
}

TEST_CASE_METHOD(Memos, "a memo is rewritten and removed by its number", "[memos]") {
  const MemoLine memo = add_memo(project(), {}, "first");
  CHECK(rewrite_memo(project(), memo.id.value, "second").text == "second");
  remove_memo(project(), memo.id.value);
  CHECK(lines().empty());
  test::refused<NotFound>(*this, [&] { remove_memo(project(), memo.id.value); });
}

TEST_CASE_METHOD(Memos, "a memo on a turn follows a corrected transcript", "[memos]") {
  add_memo(project(), {"one", 4, {}, {}, {}, {}}, "at home");
  const std::string path = write("one2.txt",
                                 "Date: 3 May\n\n"
                                 "Interviewer: Good morning.\n"
                                 "Interviewer: How do you breathe?\n"
                                 "Ben: I breathe slowly (laughs) now.\n"
                                 "Interviewer: And at home?\n"
                                 "Ben: At home I sing.\n");
  revise_source(project(), "one", path, {});
  CHECK(lines() == Names{"turn|one turn 5|Ada|at home"});
  const std::string shorter = write("one3.txt",
                                    "Date: 3 May\n\n"
                                    "Interviewer: How do you breathe?\n"
                                    "Ben: I breathe slowly (laughs) now.\n"
                                    "Interviewer: Good.\n");
  revise_source(project(), "one", shorter, {});
  REQUIRE(lines().size() == 1);
  CHECK(lines()[0].starts_with("turn|one turn "));
}
