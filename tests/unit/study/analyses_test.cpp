#include "themata/study/analyses.hpp"

#include <sstream>

#include <catch2/catch.hpp>

#include "outcome.hpp"
#include "sample_study.hpp"

using namespace themata;
using namespace themata::study;
using Catch::Contains;
using test::Names;
using test::SampleStudy;

namespace {

struct Analyses : SampleStudy {
  /// Rows as "term participants frequency".
  static Names lines(const std::vector<analysis::TermCount>& counts) {
    Names result;
    for (const analysis::TermCount& count : counts) {
      result.push_back(count.term + " " + std::to_string(count.participants) + " " +
                       std::to_string(count.frequency));
    }
    return result;
  }

  Names excerpts(const Filter& filter) {
    Names result;
    list_excerpts(project(), filter, [&](const analysis::Excerpt& excerpt) {
      result.push_back(excerpt.source + "|" + excerpt.code + "|" + excerpt.coder + "|" +
                       excerpt.text);
    });
    return result;
  }
};

}  // namespace

TEST_CASE_METHOD(Analyses, "words are counted as participants say them", "[analyses]") {
  const Names all = lines(word_table(project(), {}, {}));
  CHECK(all == Names{"hum 2 3", "i 2 3", "and 2 2", "breathe 2 2", "at 1 1", "helps 1 1",
                     "home 1 1", "humming 1 1", "laugh 1 1", "more 1 1", "no 1 1", "now 1 1",
                     "slowly 1 1", "we 1 1", "yes 1 1", "you 1 1"});
}

TEST_CASE_METHOD(Analyses, "words are counted of the part that a filter selects", "[analyses]") {
  Filter filter;
  filter.codes = {"humming"};
  filter.participants = {"Ben"};
  analysis::WordTableOptions options;
  options.top = 2;
  CHECK(lines(word_table(project(), filter, options)) == Names{"hum 1 2", "and 1 1"});
  filter.codes = {"none"};
  CHECK_THROWS_AS(word_table(project(), filter, {}), NotFound);
}

TEST_CASE_METHOD(Analyses, "families are counted in the file's order, zeros kept", "[analyses]") {
  const std::string path =
      write("study.terms",
            "Silence: quiet*\nBreath, breathing: breath*\nHum: hum*, -humming\n"
            "Coded: code:\"breathing\"\n");
  CHECK(lines(term_table(project(), {}, path)) ==
        Names{"Silence 0 0", "Breath, breathing 2 2", "Hum 2 3", "Coded 2 2"});
}

TEST_CASE_METHOD(Analyses, "a bad term list is refused with its line", "[analyses]") {
  const std::string path = write("study.terms", "Hum: hum*\nAll: *\n");
  CHECK_THAT(test::refused<InputError>(*this, [&] { term_table(project(), {}, path); }),
             Contains("study.terms:2"));
  test::refused<InputError>(*this, [&] { term_table(project(), {}, "/no such folder/x.terms"); });
}

TEST_CASE_METHOD(Analyses, "a pattern is shown in context", "[analyses]") {
  Names lines;
  kwic(project(), {}, "breath*", 2, [&](const analysis::KwicLine& line) {
    lines.push_back(line.source + "|" + line.participant + "|" + line.before + "|" + line.keyword +
                    "|" + line.after);
  });
  CHECK(lines == Names{"one|Ben|I |breathe| slowly (laughs) now", "two|Cara|helps. I |breathe|."});
  CHECK_THROWS_AS(kwic(project(), {}, "*", 2, [](const auto&) {}), InputError);
}

TEST_CASE_METHOD(Analyses, "excerpts are listed coding by coding", "[analyses]") {
  CHECK(excerpts({}) == Names{"one|breathing|Ada|I breathe slowly",
                              "one|breathing|Bea|I breathe slowly", "one|humming|Ada|At home I hum",
                              "two|breathing|Ada|I breathe.", "two|silence|Ada|No more.",
                              "together|humming|Ada|We hum and you",
                              "together|humming|Ada|hum and laugh"});
}

TEST_CASE_METHOD(Analyses, "excerpts are listed as filters choose", "[analyses]") {
  Filter filter;
  filter.coders = {"Bea"};
  CHECK(excerpts(filter) == Names{"one|breathing|Bea|I breathe slowly"});
  filter = {};
  filter.themes = {"Sound"};
  filter.participants = {"Cara"};
  CHECK(excerpts(filter) == Names{"together|humming|Ada|hum and laugh"});
  filter = {};
  filter.occasions = {"week 12"};
  CHECK(excerpts(filter).size() == 2);
}

TEST_CASE_METHOD(Analyses, "codings are counted by code and theme, an excerpt once", "[analyses]") {
  const CountedCodebook counted = count_codings(project(), {});
  const model::Codebook& book = counted.codebook;
  const auto code = [&](const char* name) {
    return counted.counts.codes.at(find_code(book, name).id);
  };
  const auto theme = [&](const char* name) {
    return counted.counts.themes.at(find_theme(book, name).id);
  };
  CHECK(code("breathing") == analysis::CodingCount{2, 2});
  CHECK(code("humming") == analysis::CodingCount{3, 2});
  CHECK(code("laughter") == analysis::CodingCount{0, 0});
  CHECK(theme("Body") == analysis::CodingCount{5, 2});
  CHECK(theme("Sound") == analysis::CodingCount{3, 2});
  CHECK(theme("Company") == analysis::CodingCount{3, 2});
}

TEST_CASE_METHOD(Analyses, "the history is listed oldest first", "[analyses]") {
  const auto log = log_entries(project());
  REQUIRE(log.size() == 20);
  CHECK(log.front().command == "import");
  CHECK(log.back().coder == "Bea");
  CHECK(log.back().summary == "breathing to one 51:67");
  for (std::size_t i = 1; i < log.size(); ++i) CHECK(log[i - 1].id < log[i].id);
}

TEST_CASE_METHOD(Analyses, "no analysis writes", "[analyses]") {
  const std::string before = bytes();
  Project reader = Project::open(file(), Project::Access::read, project().environment());
  word_table(reader, {}, {});
  theme_tree(reader, {}, {.excerpts = true});
  kwic(reader, {}, "hum", 3, [](const auto&) {});
  CHECK(test::is_untouched(*this, before));
}
