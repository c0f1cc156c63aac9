#include "themata/study/term_suggestions.hpp"

#include <algorithm>

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "outcome.hpp"
#include "support/temporary_study.hpp"
#include "themata/study/terms.hpp"

using namespace themata;
using namespace themata::study;
using Names = std::vector<std::string>;

namespace {

struct Suggestions : test::TemporaryStudy {
  Suggestions() {
    import("one.txt",
           "Int: Breathalyse?\n"
           "Ben: I breathe. Breathing, breathin' and a breath; she breathes. Unsafe!\n"
           "Int: Safe?\n"
           "Mia: safely, safe, safeguards; breathing. The sofa. Breathtaking.\n");
  }

  /// "form participants/frequency: found by" of each.
  Names lines(const std::string& word, const std::optional<std::string>& family = {}) {
    Names result;
    for (const Suggestion& form : suggest_forms(project(), {}, word, family)) {
      result.push_back(fmt::format("{} {}/{}: {}{}", form.form, form.participants, form.frequency,
                                   fmt::join(form.found_by, "; "),
                                   form.state ? fmt::format(" ({})", model::to_string(*form.state))
                                              : ""));
    }
    return result;
  }
};

}  // namespace

TEST_CASE_METHOD(Suggestions, "forms are told with what found them", "[terms]") {
  CHECK(lines("Breathe") == Names{"breathing 2/2: stem; affixes; wildcard",
                                  "breath 1/1: stem; wildcard",
                                  "breathe 1/1: stem; affixes; wildcard",
                                  "breathes 1/1: stem; affixes; wildcard",
                                  "breathin 1/1: wildcard",
                                  "breathtaking 1/1: wildcard"});
  CHECK(lines("safe") == Names{"safe 1/1: stem; affixes; wildcard", "safeguards 1/1: wildcard",
                               "safely 1/1: stem; affixes; wildcard", "unsafe 1/1: affixes; wildcard"});
}

TEST_CASE_METHOD(Suggestions, "a slip of one letter is near what was found", "[terms]") {
  import("two.txt", "Int: So?\nBen: I was brething, brathing and breatging. And batheing.\n");
  const Names found = lines("breathing");
  CHECK(std::count(found.begin(), found.end(), "brething 1/1: near breathing") == 1);
  CHECK(std::count(found.begin(), found.end(), "brathing 1/1: near breathing") == 1);
  CHECK(std::none_of(found.begin(), found.end(),
                     [](const std::string& line) { return line.starts_with("batheing"); }));
}

TEST_CASE_METHOD(Suggestions, "each has the first place where it is said", "[terms]") {
  const auto found = suggest_forms(project(), {}, "breathe", std::nullopt);
  CHECK(found[0].example.source == "one");
  CHECK(found[0].example.participant == "Ben");
  CHECK(found[0].example.keyword == "Breathing");
  CHECK(found[0].example.before == "I breathe. ");
}

TEST_CASE_METHOD(Suggestions, "what a family says of a form is told", "[terms]") {
  add_terms(project(), "Safe", {"safe", "-safeguards"}, "");
  approve_terms(project(), "Safe", {"safely"});
  CHECK(lines("safe", "saf") ==
        Names{"safe 1/1: stem; affixes; wildcard (proposed)", "safeguards 1/1: wildcard (rejected)",
              "safely 1/1: stem; affixes; wildcard (approved)", "unsafe 1/1: affixes; wildcard"});
}

TEST_CASE_METHOD(Suggestions, "without means for the language the word is still looked for",
                 "[terms]") {
  model::StudyInfo info = study_info(project());
  info.language = "xx";
  set_study_info(project(), info);
  CHECK(lines("breathe") == Names{"breath 1/1: near breathe", "breathe 1/1: wildcard", "breathes 1/1: wildcard"});
  REQUIRE(notices().size() == 2);
  CHECK(notices()[0].starts_with("there is no stemmer for the language \"xx\""));
  CHECK(notices()[1] ==
        "no Hunspell dictionary of the language \"xx\" is installed; forms are found without one");
}

TEST_CASE_METHOD(Suggestions, "only one word has derivatives", "[terms]") {
  for (const std::string word : {"two words", "breath*", "~breath", "code:\"x\"", "-x"}) {
    CHECK(test::refused<InputError>(*this, [&] { lines(word); }) ==
          word + " is not one word, whose derivatives could be found");
  }
  CHECK(lines("ocean").empty());
}
