#include "themata/study/codebook.hpp"

#include <catch2/catch.hpp>

#include "outcome.hpp"
#include "sample_study.hpp"
#include "themata/study/analyses.hpp"

using namespace themata;
using namespace themata::study;
using Catch::Contains;
using test::Names;
using test::SampleStudy;

namespace {

struct CodebookStudy : SampleStudy {
  std::string last_summary() { return log_entries(project()).back().summary; }
  Names themes_of_code(const std::string& name) {
    const model::Codebook book = codebook(project());
    Names names;
    for (const model::ThemeId theme : book.themes_of(find_code(book, name).id)) {
      names.push_back(book.theme(theme).name);
    }
    return names;
  }
};

}  // namespace

TEST_CASE_METHOD(CodebookStudy, "a code is added, in a theme or in none", "[codebook]") {
  CHECK(add_code(project(), "  sighing ", "a long breath", "sound") == "sighing");
  CHECK(find_code(codebook(project()), "sighing").description == "a long breath");
  CHECK(themes_of_code("sighing") == Names{"Sound"});
  CHECK(last_summary() == "sighing");
}

TEST_CASE_METHOD(CodebookStudy, "a code whose name is taken, or is none, is not added",
                 "[codebook]") {
  CHECK(test::refused<Conflict>(*this, [&] { add_code(project(), "HUMMING", "", std::nullopt); }) ==
        "there is a code \"humming\" already");
  test::refused<InputError>(*this, [&] { add_code(project(), "", "", std::nullopt); });
  test::refused<InputError>(*this, [&] { add_code(project(), "a\tb", "", std::nullopt); });
  test::refused<InputError>(*this, [&] { add_code(project(), "\xFF", "", std::nullopt); });
  test::refused<NotFound>(*this, [&] { add_code(project(), "sighing", "", "Mind"); });
  test::refused<Conflict>(*this, [&] { rename_code(project(), "silence", "Humming"); });
  test::refused<NotFound>(*this, [&] { rename_code(project(), "sighs", "sighing"); });
}

TEST_CASE_METHOD(CodebookStudy, "a code is found by name, case, quotes or beginning",
                 "[codebook]") {
  add_code(project(), "\"I can’t\"", "", std::nullopt);
  const model::Codebook book = codebook(project());
  CHECK(find_code(book, "Silence").name == "silence");
  CHECK(find_code(book, "sil").name == "silence");
  CHECK(find_code(book, "“i can't”").name == "\"I can’t\"");
  CHECK_THROWS_WITH(find_code(book, "slience"),
                    "no code is named \"slience\"; did you mean \"silence\"?");
}

TEST_CASE_METHOD(CodebookStudy, "a code is renamed and described, and its codings stay",
                 "[codebook]") {
  CHECK(rename_code(project(), "hum", "Humming aloud").before == "humming");
  CHECK(last_summary() == "humming is now Humming aloud");
  CHECK(describe_code(project(), "humming aloud", "with the mouth closed") == "Humming aloud");
  CHECK(find_code(codebook(project()), "Humming aloud").description == "with the mouth closed");
  CHECK(remove_code(project(), "Humming aloud", true).codings == 3);
  CHECK(rename_code(project(), "silence", "Silence").before ==
        "silence");  // its own, in other letters
}

TEST_CASE_METHOD(CodebookStudy, "what the codebook says already changes nothing", "[codebook]") {
  test::unchanged(*this, [&] { return rename_code(project(), "silence", "silence").before; });
  test::unchanged(*this, [&] { return describe_code(project(), "breathing", "in and out"); });
  test::unchanged(*this, [&] { return move_code(project(), "laughter", "Company"); });
  test::unchanged(*this, [&] { return move_code(project(), "silence", std::nullopt); });
  test::unchanged(*this, [&] { return rename_theme(project(), "Body", "Body").before; });
  test::unchanged(*this, [&] { return define_theme(project(), "Body", "what the body does"); });
  test::unchanged(*this, [&] { return move_theme(project(), "Sound", "Body"); });
  test::unchanged(*this, [&] { return assign_codes(project(), "Sound", {"humming"}); });
  test::unchanged(*this, [&] { return unassign_codes(project(), "Sound", {"silence"}); });
}

TEST_CASE_METHOD(CodebookStudy, "a code is moved out of all its themes into one", "[codebook]") {
  CHECK(themes_of_code("humming") == Names{"Sound", "Company"});
  CHECK(move_code(project(), "humming", "Body") == "humming");
  CHECK(themes_of_code("humming") == Names{"Body"});
  CHECK(last_summary() == "humming to Body");
  move_code(project(), "humming", std::nullopt);
  CHECK(themes_of_code("humming").empty());
  CHECK(last_summary() == "humming to no theme");
  test::refused<NotFound>(*this, [&] { move_code(project(), "humming", "Mind"); });
}

TEST_CASE_METHOD(CodebookStudy, "a code with codings is removed only on purpose", "[codebook]") {
  CHECK(test::refused<Conflict>(*this, [&] { remove_code(project(), "humming", false); }) ==
        "the code \"humming\" has 3 codings, which would go with it; say --with-codings if "
        "that is wanted");
  const RemovedCode removed = remove_code(project(), "humming", true);
  CHECK(removed.name == "humming");
  CHECK(removed.codings == 3);
  CHECK(codebook(project()).codes().size() == 3);
  CHECK(remove_code(project(), "laughter", false).codings == 0);
  test::refused<NotFound>(*this, [&] { remove_code(project(), "humming", true); });
}

TEST_CASE_METHOD(CodebookStudy, "codes are put under a theme and taken out", "[codebook]") {
  CHECK(assign_codes(project(), "Company", {"silence", "humming", "laughter"}) == 1);
  CHECK(themes_of_code("silence") == Names{"Company"});
  CHECK(last_summary() == "1 code to Company");
  CHECK(unassign_codes(project(), "Company", {"silence", "humming", "breathing"}) == 2);
  CHECK(themes_of_code("humming") == Names{"Sound"});
}

TEST_CASE_METHOD(CodebookStudy, "of codes to assign, one unknown stops all", "[codebook]") {
  test::refused<NotFound>(*this, [&] {
    assign_codes(project(), "Company", {"silence", "nothing at all"});
  });
  test::refused<NotFound>(*this, [&] {
    unassign_codes(project(), "Company", {"humming", "nothing at all"});
  });
  test::refused<NotFound>(*this, [&] { assign_codes(project(), "Mind", {"silence"}); });
}
