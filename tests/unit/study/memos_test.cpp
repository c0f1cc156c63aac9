#include "themata/study/memos.hpp"

#include <catch2/catch.hpp>

#include "sample_study.hpp"
#include "themata/store/memos.hpp"
#include "themata/study/edit.hpp"
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
