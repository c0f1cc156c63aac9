#include "themata/study/annotating.hpp"

#include <catch2/catch.hpp>

#include "outcome.hpp"
#include "sample_study.hpp"
#include "themata/study/analyses.hpp"
#include "themata/study/code_surgery.hpp"
#include "themata/study/memos.hpp"
#include "themata/study/revise.hpp"

using namespace themata;
using namespace themata::study;
using Catch::Contains;

namespace {

struct Annotating : test::SampleStudy {
  std::string exported(const std::string& source = "one") {
    return export_annotation(project(), source).bytes;
  }

  AnnotationImport import_file(const std::string& bytes, bool create = false) {
    return import_annotation(project(), {"one", "file.txt", bytes, create});
  }

  std::vector<std::string> codings() {
    std::vector<std::string> lines;
    Filter filter;
    filter.sources = {"one"};
    list_excerpts(project(), filter, [&](const Excerpt& one) {
      lines.push_back(one.code + "|" + one.coder + "|" + one.text);
    });
    return lines;
  }
};

std::string with(std::string text, const std::string& before, const std::string& now) {
  const std::size_t at = text.find(before);
  REQUIRE(at != std::string::npos);
  return text.replace(at, before.size(), now);
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE_METHOD(Annotating, "an unchanged or emptied file changes nothing", "[annotating]") {
  const std::string bytes = exported();
  test::unchanged(*this, [&] { return import_file(bytes).changes.size(); });
  CHECK(test::unchanged(*this, [&] { return import_file(" \n"); }).was_empty);
  CHECK_FALSE(holds_edits(bytes));
}

TEST_CASE_METHOD(Annotating, "marks that come and go are codings that come and go",
                 "[annotating]") {
  std::string bytes =
      with(exported(), "{{breathing}}I breathe slowly{{/breathing}} (laughs)",
           "I {{humming}}breathe {{silence}}slowly{{/humming}} (laughs){{/silence}}");
  CHECK(holds_edits(bytes));
  const AnnotationImport done = import_file(bytes);
  CHECK(done.added == 2);
  CHECK(done.removed == 1);
  CHECK(codings() == Lines{"breathing|Bea|I breathe slowly", "humming|Ada|breathe slowly",
                           "silence|Ada|slowly (laughs)", "humming|Ada|At home I hum"});
  CHECK(log_entries(project()).back().summary == "2 codings added, 1 removed on one");
}

TEST_CASE_METHOD(Annotating, "a coding whose end moved keeps its memo", "[annotating]") {
  Filter filter;
  filter.codes = {"humming"};
  filter.sources = {"one"};
  std::int64_t id = 0;
  list_excerpts(project(), filter, [&](const Excerpt& one) { id = one.id.value; });
  add_memo(project(), {{}, {}, {}, {}, {}, id}, "a thought");
  const AnnotationImport done = import_file(with(exported(), "{{humming}}At home I hum{{/humming}}",
                                                 "At home {{humming}}I hum{{/humming}}"));
  REQUIRE(done.changes.size() == 2);
  const auto memos = list_memos(project());
  REQUIRE(memos.size() == 1);
  CHECK(memos[0].name == "humming on one");
}

TEST_CASE_METHOD(Annotating, "what others did meanwhile stays", "[annotating]") {
  const std::string bytes = exported();
  apply_code(project(), test::quoted("silence", "one", "And at home?"));
  const AnnotationImport done =
      import_file(with(bytes, "{{humming}}At home I hum{{/humming}}", "At home I hum"));
  CHECK(done.removed == 1);
  CHECK(done.came_meanwhile == 1);
  CHECK(codings() == Lines{"breathing|Ada|I breathe slowly", "breathing|Bea|I breathe slowly",
                           "silence|Ada|And at home?"});
}

TEST_CASE_METHOD(Annotating, "what cannot be taken is refused with its line", "[annotating]") {
  const std::string bytes = exported();
  const auto refusal = [&](const std::string& edited) {
    return test::refused<InputError>(*this, [&] { import_file(edited); });
  };
  CHECK_THAT(refusal(with(bytes, "And at home?", "And now?")), Contains("the words were changed"));
  CHECK_THAT(refusal(with(bytes, "And at", "{{huming}}And{{/huming}} at")),
             Contains("did you mean \"humming\""));
  CHECK_THAT(refusal(with(bytes, "And at", "{{silence}}And at")), Contains("is never closed"));
  CHECK(import_file(with(bytes, "And at", "{{new}}And{{/new}} at"), true).new_codes ==
        Lines{"new"});
}

TEST_CASE_METHOD(Annotating, "a file of something else is refused", "[annotating]") {
  const std::string other = exported("two");
  test::refused<Conflict>(*this, [&] { import_file(other); });
  const std::string bytes = exported();
  retire_code(project(), "silence", false);
  test::refused<Conflict>(
      *this, [&] { import_file(with(bytes, "And at", "{{silence}}And{{/silence}} at")); });
  Project bea = as("Bea");
  test::refused<Conflict>(*this, [&] {
    import_annotation(bea, {"one", "file.txt", bytes, false});
  });
  revise_source(project(), "one",
                write("one2.txt",
                      "Date: 3 May\n\nInterviewer: How do you breathe?\n"
                      "Ben: I breathe slowly (laughs) now.\nInterviewer: And at home?\n"
                      "Ben: At home I hum a lot.\n"),
                {});
  CHECK_THAT(test::refused<Conflict>(*this, [&] { import_file(bytes); }),
             Contains("the text of one is another one"));
}
