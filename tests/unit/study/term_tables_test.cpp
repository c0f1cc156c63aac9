#include "themata/study/term_tables.hpp"

#include <catch2/catch.hpp>

#include "outcome.hpp"
#include "sample_study.hpp"
#include "themata/store/corpus.hpp"
#include "themata/study/hit_review.hpp"
#include "themata/study/meant_terms.hpp"
#include "themata/study/terms.hpp"

using namespace themata;
using namespace themata::study;
using test::Names;

namespace {

struct Tables : test::SampleStudy {
  Tables() {
    import_terms(project(),
                 write("words.terms", "Hum: hum*\nBreathe: breathe, -\"i breathe\"\nNever: never\n"),
                 "words");
    add_terms(project(), "Laugh", {"laugh"}, "");
  }

  /// "label participants/frequency" of each row.
  Names rows(const std::string& terms, const Filter& filter = {}) {
    Names result;
    for (const FamilyCount& row : count_terms(project(), filter, terms_meant(project(), terms)).rows) {
      result.push_back(row.label + " " + std::to_string(row.participants) + "/" +
                       std::to_string(row.frequency));
    }
    return result;
  }
  Names note(const std::string& terms, const Filter& filter = {}) {
    return term_note(count_terms(project(), filter, terms_meant(project(), terms)), filter, "Themata 9");
  }
};

}  // namespace

TEST_CASE_METHOD(Tables, "terms are a file's, a list's, one family, or all", "[terms]") {
  CHECK(rows(write("file.terms", "Home: home\n")) == Names{"Home 1/1"});
  CHECK(rows("Words") == Names{"Hum 2/4", "Breathe 0/0", "Never 0/0"});
  CHECK(rows("laugh") == Names{"Laugh 1/1"});
  CHECK(rows("all") == Names{"Hum 2/4", "Breathe 0/0", "Never 0/0", "Laugh 1/1"});
  CHECK(test::refused<NotFound>(*this, [&] { rows("wrods"); }) ==
        "wrods: there is no such file, and no such term list or family in the study; its lists are "
        "words");
}

TEST_CASE_METHOD(Tables, "a file goes before a list of the same name", "[terms]") {
  const std::string here = std::filesystem::current_path().string();
  std::filesystem::current_path(folder().path());
  const std::string file = write("words", "File: home\n");
  const Names found = rows("words");
  std::filesystem::current_path(here);
  CHECK(found == Names{"File 1/1"});
}

TEST_CASE_METHOD(Tables, "the note says all that stands behind the numbers", "[terms]") {
  CHECK(note("words") ==
        Names{"Terms of words, counted in participants' speech: 2 participants, 3 sources, 22 words.",
              "Counted: Hum: hum 3, humming 1.",
              "Rejected forms, met and not counted: Breathe: i breathe 2.",
              "Not yet approved, form by form: Hum; Breathe; Never.", "Themata 9."});
}

TEST_CASE_METHOD(Tables, "the note says what was left out by sense, and what excerpts count",
                 "[terms]") {
  add_terms(project(), "Hum", {"code:\"silence\""}, "");
  approve_term_list(project(), "words");
  const FamilyReview review = review_of(project(), {}, "Hum", 2);
  decide(project(), review.family, review.hits.at(0), true, "a fridge");
  const Names sentences = note("Hum");
  CHECK(sentences[1] == "Counted: Hum: hum 2, humming 1, 1 excerpt of the code \"silence\".");
  CHECK(sentences[2] == "Left out by sense: Hum: 1 hit.");
  CHECK(sentences.size() == 4);
  CHECK(rows("Hum") == Names{"Hum 2/4"});
}

TEST_CASE_METHOD(Tables, "of excerpts that are taken out the note tells the number, not the words",
                 "[terms]") {
  add_terms(project(), "Say", {"no", "-code:\"silence\""}, "");
  CHECK(note("Say")[1] ==
        "Rejected forms, met and not counted: Say: 1 excerpt of the code \"silence\".");
  CHECK(rows("Say") == Names{"Say 0/0"});
}

TEST_CASE_METHOD(Tables, "the note says what was selected", "[terms]") {
  Filter filter;
  filter.speech = model::Speech::all;
  filter.sources = {"one", "two"};
  filter.themes = {"Body"};
  const Names sentences = note("words", filter);
  CHECK(sentences[0].starts_with("Terms of words, counted in everybody's speech: 2 participants"));
  CHECK(sentences[1] == "Only source one or two; text coded under Body.");
}

TEST_CASE_METHOD(Tables, "how much speech there is, is the same from summaries and word by word",
                 "[terms]") {
  const auto by_words = [&](Filter filter) {
    filter.codes = {};
    const auto corpus = store::open_corpus(project().database(), select(project(), filter));
    return analysis::speech_size(*corpus);
  };
  Filter filter;
  CHECK(selected_speech(project(), filter) == by_words(filter));
  filter.participants = {"Ben"};
  CHECK(selected_speech(project(), filter) == by_words(filter));
  filter.sources = {"one"};
  CHECK(selected_speech(project(), filter) == by_words(filter));
  filter = {};
  filter.occasions = {"week 12"};
  CHECK(selected_speech(project(), filter) == by_words(filter));
  CHECK(selected_speech(project(), filter) == SpeechSize{1, 1, 6});
  filter = {};
  filter.where = {{"age", "45"}};
  CHECK(selected_speech(project(), filter) == by_words(filter));
}

TEST_CASE_METHOD(Tables, "families and forms are listed with their counts", "[terms]") {
  const auto families = list_terms(project(), {});
  REQUIRE(families.size() == 4);
  CHECK(families[0].family.name == "Hum");
  CHECK(families[0].count.frequency == 4);
  const auto forms = list_forms(project(), {}, "Breathe");
  REQUIRE(forms.size() == 2);
  CHECK(forms[0].form.pattern == "breathe");
  CHECK(forms[0].frequency == 2);  // of itself, whatever is taken out of it
  CHECK(forms[1].form == model::TermForm{"\"i breathe\"", model::FormState::rejected});
  CHECK(forms[1].participants == 2);
}
