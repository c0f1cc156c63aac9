#include "themata/study/codebook_exchange.hpp"

#include <catch2/catch.hpp>

#include "outcome.hpp"
#include "sample_study.hpp"
#include "themata/study/analyses.hpp"

using namespace themata;
using namespace themata::study;
using Catch::Contains;
using test::Names;
using test::SampleStudy;
using themata::test::TemporaryStudy;

namespace {

std::string quoted_cell(std::string cell) {
  for (std::size_t at = cell.find('"'); at != std::string::npos; at = cell.find('"', at + 2)) {
    cell.insert(at, 1, '"');
  }
  return '"' + cell + '"';
}

/// The codebook as a file holds it.
std::string csv(Project& project) {
  std::string text = "theme,code,description\n";
  for (const CodebookLine& row : export_codebook(project)) {
    text += quoted_cell(row.theme) + ',' + quoted_cell(row.code) + ',' +
            quoted_cell(row.description) + '\n';
  }
  return text;
}

}  // namespace

TEST_CASE_METHOD(SampleStudy, "a codebook is exported theme by theme", "[codebook]") {
  CHECK(csv(project()) ==
        "theme,code,description\n"
        "\"Body\",\"\",\"what the body does\"\n"
        "\"Body\",\"breathing\",\"in and out\"\n"
        "\"Body / Sound\",\"\",\"\"\n"
        "\"Body / Sound\",\"humming\",\"\"\n"
        "\"Company\",\"\",\"\"\n"
        "\"Company\",\"laughter\",\"\"\n"
        "\"Company\",\"humming\",\"\"\n"
        "\"\",\"silence\",\"\"\n");
}

TEST_CASE_METHOD(SampleStudy, "a codebook goes to another study and comes back the same",
                 "[codebook]") {
  add_theme(project(), "To and // fro", "with \"quotes\",\nand lines", "Sound");
  add_code(project(), "either / or", "a \"hard\" one, to read", "To and // fro");
  order_themes(project(), {"Company"});
  TemporaryStudy other;
  const CodebookImport outcome =
      import_codebook(other.project(), other.write("book.csv", csv(project())));
  CHECK(csv(other.project()) == csv(project()));
  CHECK(outcome.new_codes.size() == 5);
  CHECK(outcome.new_themes.size() == 4);
  CHECK(outcome.assigned == 5);
  CHECK(outcome.described == 0);
}

TEST_CASE_METHOD(SampleStudy, "the study's own codebook changes nothing", "[codebook]") {
  const std::string path = write("book.csv", csv(project()));
  const auto outcome = test::unchanged(*this, [&] { return import_codebook(project(), path); });
  CHECK(outcome.new_codes.empty());
  CHECK(outcome.new_themes.empty());
  CHECK(outcome.assigned == 0);
  CHECK(outcome.described == 0);
}

TEST_CASE_METHOD(SampleStudy,
                 "a file's descriptions take the place of the study's, empty ones do not",
                 "[codebook]") {
  const auto outcome =
      import_codebook(project(), write("book.csv",
                                       "theme,code,description\nBody,,all of it\nBody,Breathing,\n"
                                       ",humming,closed lips\n"));
  CHECK(outcome.described == 2);
  const model::Codebook book = codebook(project());
  CHECK(find_theme(book, "Body").definition == "all of it");
  CHECK(find_code(book, "breathing").description == "in and out");
  CHECK(find_code(book, "humming").description == "closed lips");
  CHECK(book.theme_paths(find_code(book, "humming").id) == "Body / Sound; Company");
}

TEST_CASE_METHOD(SampleStudy, "new codes and themes join the study's, codings stay", "[codebook]") {
  const auto outcome = import_codebook(
      project(), write("book.csv", "theme,subtheme,code\nBody,Sound,sighing\nMind,,silence\n"));
  CHECK(outcome.new_codes == Names{"sighing"});
  CHECK(outcome.new_themes == Names{"Mind"});
  CHECK(outcome.assigned == 2);
  CHECK(log_entries(project()).back().summary == "1 new code, 1 new theme");
  CHECK(remove_code(project(), "silence", true).codings == 1);
}

TEST_CASE_METHOD(SampleStudy, "the beginning of a name is a new name", "[codebook]") {
  const auto outcome = import_codebook(project(), write("book.csv", "theme,code\nBod,breath\n"));
  CHECK(outcome.new_codes == Names{"breath"});
  CHECK(outcome.new_themes == Names{"Bod"});
}

TEST_CASE_METHOD(SampleStudy, "a single name also means the only subtheme that has it",
                 "[codebook]") {
  const auto outcome = import_codebook(project(), write("book.csv", "theme,code\nSound,silence\n"));
  CHECK(outcome.new_themes.empty());
  const model::Codebook book = codebook(project());
  CHECK(book.theme_paths(find_code(book, "silence").id) == "Body / Sound");
}

TEST_CASE_METHOD(SampleStudy, "a codebook with one bad row brings nothing", "[codebook]") {
  const auto [csv_text, told] = GENERATE(table<std::string, std::string>({
      {"theme,code\nMind,sighing\nMind,\"a\nb\"\n", "book.csv:3"},
      {"theme,code,description\nMind,sighing,one\n,sighing,two\n", "book.csv:3"},
      {"colour\nred\n", "book.csv"},
  }));
  CAPTURE(csv_text);
  const std::string path = write("book.csv", csv_text);
  CHECK_THAT(test::refused<InputError>(*this, [&] { import_codebook(project(), path); }),
             Contains(told));
}

TEST_CASE_METHOD(SampleStudy, "a codebook that is not there is named", "[codebook]") {
  test::refused<InputError>(*this, [&] { import_codebook(project(), "/no such folder/book.csv"); });
}
