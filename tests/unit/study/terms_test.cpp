#include "themata/study/terms.hpp"

#include <catch2/catch.hpp>

#include "outcome.hpp"
#include "sample_study.hpp"
#include "themata/study/analyses.hpp"
#include "themata/study/hit_review.hpp"
#include "themata/study/term_tables.hpp"

using namespace themata;
using namespace themata::study;
using test::Names;

namespace {

/// "pattern state" of each form.
Names lines(const std::vector<model::TermForm>& forms) {
  Names result;
  for (const model::TermForm& form : forms) {
    result.push_back(form.pattern + " " + std::string(model::to_string(form.state)));
  }
  return result;
}

struct Terms : test::SampleStudy {
  Names forms(const std::string& label) {
    const auto families = term_families(project());
    return lines(find_family(families, label).forms);
  }
};

}  // namespace

TEST_CASE_METHOD(Terms, "a family is made with its forms, which are proposed", "[terms]") {
  const FormsChanged changed =
      add_terms(project(), "Hum, Humming", {"Hum*", "at home", "-hummus", "code:\"BREATHING\""}, "");
  CHECK(changed.is_new_family);
  CHECK(lines(changed.forms) == Names{"hum* proposed", "\"at home\" proposed", "hummus rejected",
                                      "code:\"breathing\" proposed"});
  CHECK(forms("hum") == lines(changed.forms));
  CHECK(log_entries(project()).back().summary ==
        "Hum, Humming: hum*, \"at home\", -hummus, code:\"breathing\"");
}

TEST_CASE_METHOD(Terms, "what was said of a form stays when it is added again", "[terms]") {
  add_terms(project(), "Hum", {"hum", "-hums"}, "");
  reject_terms(project(), "Hum", {"hum"});
  const FormsChanged changed = add_terms(project(), "HUM", {"hum", "hums", "humming"}, "other");
  CHECK_FALSE(changed.is_new_family);
  CHECK(lines(changed.forms) == Names{"humming proposed"});
  CHECK(forms("Hum") == Names{"hum rejected", "hums rejected", "humming proposed"});
  test::unchanged(*this, [&] { return add_terms(project(), "Hum", {"hum"}, "").forms.size(); });
}

TEST_CASE_METHOD(Terms, "approving without forms makes the list explicit", "[terms]") {
  add_terms(project(), "Hum", {"hum*", "breathe", "whistl*", "code:\"humming\"", "-humming"}, "");
  const FormsChanged changed = approve_terms(project(), "Hum", {});
  CHECK(lines(changed.forms) ==
        Names{"breathe approved", "code:\"humming\" approved", "hum approved"});
  CHECK(forms("Hum") == Names{"breathe approved", "whistl* proposed", "code:\"humming\" approved",
                              "humming rejected", "hum approved"});
  CHECK(notices().back() == "whistl* meets nothing that a participant says, and stays proposed");
}

TEST_CASE_METHOD(Terms, "approving leaves the numbers as they were", "[terms]") {
  import_terms(project(), write("own.terms", "Hum: hum*, -humming\nBreathe: ~breathe\n"), "own");
  const auto before = term_table(project(), {}, "own");
  approve_term_list(project(), "OWN");
  CHECK(term_table(project(), {}, "own") == before);
  CHECK(count_terms(project(), {}, terms_meant(project(), "own")).terms.not_approved.empty());
}

TEST_CASE_METHOD(Terms, "forms are approved and rejected by name, new ones too", "[terms]") {
  add_terms(project(), "Hum", {"hum*"}, "");
  CHECK(lines(approve_terms(project(), "Hum", {"hum", "hum*"}).forms) ==
        Names{"hum approved", "hum* approved"});
  CHECK(lines(reject_terms(project(), "Hum", {"humming", "hum*"}).forms) ==
        Names{"humming rejected", "hum* rejected"});
  CHECK(forms("Hum") == Names{"hum* rejected", "hum approved", "humming rejected"});
}

TEST_CASE_METHOD(Terms, "a list comes in whole or not at all, and goes out again", "[terms]") {
  const std::string list = "Hum: hum*, -humming\nBreathe, Breath: breath*, code:\"breathing\"\n";
  const auto all = import_terms(project(), write("own.terms", list), "own");
  REQUIRE(all.size() == 2);
  CHECK(all[1].family == "Breathe, Breath");
  CHECK(exported_terms(project(), std::nullopt) == list);
  CHECK(exported_terms(project(), "own") == list);
  test::refused<NotFound>(*this, [&] {
    import_terms(project(), write("bad.terms", "New: new\nBad: code:\"no such\"\n"), "bad");
  });
  CHECK(test::refused<InputError>(*this, [&] {
          import_terms(project(), write("none.terms", "# nothing\n"), "none");
        }).ends_with("none.terms: there is no term family in it"));
}

TEST_CASE_METHOD(Terms, "a family is renamed and removed, and forms of it", "[terms]") {
  add_terms(project(), "Hum", {"hum", "humming"}, "");
  add_terms(project(), "Other", {"other"}, "");
  CHECK(rename_terms(project(), "hum", " Humming ").now == "Humming");
  CHECK(test::refused<Conflict>(*this, [&] { rename_terms(project(), "Humming", "other"); }) ==
        "there is a term family \"Other\" already");
  CHECK(lines(remove_terms(project(), "Humming", {"hum"}).forms) == Names{"hum proposed"});
  CHECK(forms("Humming") == Names{"humming proposed"});
  CHECK(test::refused<NotFound>(*this, [&] { remove_terms(project(), "Humming", {"hum"}); }) ==
        "Humming has no form hum; see \"themata terms show\"");
  remove_terms(project(), "Humming", {});
  CHECK(term_families(project()).size() == 1);
}

TEST_CASE_METHOD(Terms, "patterns that count excerpts follow their code", "[terms]") {
  add_terms(project(), "Hum", {"code:\"humming\"", "hum"}, "");
  rename_code(project(), "humming", "singing \"low\"");
  CHECK(forms("Hum") == Names{"hum proposed", "code:\"singing \"\"low\"\"\" proposed"});
  CHECK(count_terms(project(), {}, terms_meant(project(), "Hum")).rows.at(0).excerpts == 3);
  remove_code(project(), "singing \"low\"", true);
  CHECK(forms("Hum") == Names{"hum proposed"});
  CHECK(notices().back() == "the term family \"Hum\" no longer counts the code's excerpts");
}

TEST_CASE_METHOD(Terms, "words with marks inside stay one word", "[terms]") {
  import("three.txt", "Interviewer: So?\nBen: צה\"ל said 3,000 times.\nInterviewer: Oh.\n");
  add_terms(project(), "Army", {"צה*"}, "");
  add_terms(project(), "Many", {"3*"}, "");
  approve_terms(project(), "Army", {});
  approve_terms(project(), "Many", {});
  CHECK(forms("Army") == Names{"\"צה\"\"ל\" approved"});
  CHECK(forms("Many") == Names{"\"3,000\" approved"});
  CHECK(term_table(project(), {}, "Army").at(0).frequency == 1);
  const std::string list = write("out.terms", exported_terms(project(), std::nullopt));
  CHECK(term_table(project(), {}, list).at(1).frequency == 1);
}

TEST_CASE_METHOD(Terms, "a decision that has lost its hit is told", "[terms]") {
  add_terms(project(), "Hum", {"hum"}, "");
  const FamilyReview review = review_of(project(), {}, "Hum", 0);
  decide(project(), review.family, review.hits.at(0), true, "");
  CHECK(notices().empty());
  add_terms(project(), "Hum", {"\"i hum\""}, "");
  CHECK(notices().back() ==
        "1 place that was left out of \"Hum\" is no longer a hit of it; read what is there now with "
        "\"themata terms review\"");
}

TEST_CASE_METHOD(Terms, "what is no pattern, code or family is refused", "[terms]") {
  CHECK(test::refused<InputError>(*this, [&] { add_terms(project(), "All", {"*"}, ""); })
            .starts_with("the pattern * has nothing but stars"));
  test::refused<NotFound>(*this, [&] { add_terms(project(), "X", {"code:\"none\""}, ""); });
  test::refused<InputError>(*this, [&] { add_terms(project(), " ", {"x"}, ""); });
  test::refused<NotFound>(*this, [&] { approve_terms(project(), "none", {}); });
  test::refused<NotFound>(*this, [&] { approve_term_list(project(), "none"); });
  test::refused<NotFound>(*this, [&] { exported_terms(project(), std::nullopt); });
}
