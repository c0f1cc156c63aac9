#include "themata/study/edit.hpp"

#include <catch2/catch.hpp>

#include "outcome.hpp"
#include "support/temporary_study.hpp"
#include "themata/study/analyses.hpp"
#include "themata/study/codebook.hpp"

using namespace themata;
using namespace themata::study;
using Catch::Contains;
using themata::test::TemporaryStudy;

namespace {

using Names = std::vector<std::string>;

/// Ada has made a code, and so is known to the study.
struct AdasStudy : TemporaryStudy {
  AdasStudy() { add_code(project(), "Hope", "", std::nullopt); }
};

}  // namespace

TEST_CASE_METHOD(AdasStudy, "the first coder needs no announcement, the second has one", "[edit]") {
  CHECK(notices().empty());
  Project bea = as("Bea");
  add_code(bea, "Fear", "", std::nullopt);
  CHECK(notices() == Names{"\"Bea\" is a new coder in this study"});
  add_code(bea, "Joy", "", std::nullopt);
  CHECK(notices().size() == 1);
  CHECK(coder_names(project()) == Names{"Ada", "Bea"});
}

TEST_CASE_METHOD(AdasStudy, "a coder whose name is nearly a known one is refused", "[edit]") {
  const std::string name = GENERATE("ada", "ADA", "Adan", "da", "Aba", "Aad");
  CAPTURE(name);
  Project other = as(name);
  const std::string message =
      test::refused<Conflict>(*this, [&] { add_code(other, "Fear", "", std::nullopt); });
  CHECK(message == "the coder \"" + name +
                       "\" is new here but nearly \"Ada\", whom the study knows; use --coder "
                       "\"Ada\", or --new-coder if they are two people");
  CHECK(coder_names(project()) == Names{"Ada"});
}

TEST_CASE_METHOD(AdasStudy, "a coder two letters away is another person", "[edit]") {
  const std::string name = GENERATE("Adele", "Bea", "A", "Adás");
  CAPTURE(name);
  Project other = as(name);
  add_code(other, "Fear", "", std::nullopt);
  CHECK(coder_names(project()) == Names{"Ada", name});
}

TEST_CASE_METHOD(AdasStudy, "a coder who insists on the name is let in", "[edit]") {
  Project other = as("ada", true);
  add_code(other, "Fear", "", std::nullopt);
  CHECK(coder_names(project()) == Names{"Ada", "ada"});
  CHECK(notices().size() == 1);
  Project again = as("ada");  // is known by now
  add_code(again, "Joy", "", std::nullopt);
  CHECK(log_entries(project()).back().coder == "ada");
}

TEST_CASE_METHOD(AdasStudy, "to insist is harmless for a coder who is known", "[edit]") {
  Project ada = as("Ada", true);
  add_code(ada, "Fear", "", std::nullopt);
  CHECK(coder_names(project()) == Names{"Ada"});
  CHECK(notices().empty());
}

TEST_CASE_METHOD(AdasStudy, "a command that changes nothing writes nothing and makes no coder",
                 "[edit]") {
  Project bea = as("Bea");
  const bool committed = test::unchanged(*this, [&] {
    Edit edit(bea, "look");
    return edit.commit("nothing");
  });
  CHECK_FALSE(committed);
  CHECK(coder_names(project()) == Names{"Ada"});
  CHECK(notices().empty());
  CHECK(log_entries(project()).size() == 1);
}

TEST_CASE_METHOD(AdasStudy, "what is not committed is taken back", "[edit]") {
  const std::string before = bytes();
  {
    Project bea = as("Bea");
    Edit edit(bea, "try");
    edit.coder();
  }
  CHECK(test::is_untouched(*this, before));
  CHECK(coder_names(project()) == Names{"Ada"});
}

TEST_CASE_METHOD(AdasStudy, "a coder named in a file is looked up by the same rule", "[edit]") {
  Edit edit(project(), "apply");
  const model::CoderId ada = edit.coder();
  CHECK(edit.coder("Ada") == ada);
  CHECK_THROWS_AS(edit.coder("Aida"), Conflict);
  const model::CoderId cleo = edit.coder("Cleo");
  CHECK(cleo != ada);
  CHECK(edit.coder("Cleo") == cleo);
  CHECK_THROWS_WITH(edit.coder("cleo"), Contains("nearly \"Cleo\""));
  CHECK(notices() == Names{"\"Cleo\" is a new coder in this study"});
}

TEST_CASE_METHOD(AdasStudy, "two coders with nearly the same name can both go on", "[edit]") {
  Project other = as("ada", true);
  add_code(other, "Fear", "", std::nullopt);
  add_code(project(), "Joy", "", std::nullopt);
  CHECK(log_entries(project()).size() == 3);
}

TEST_CASE_METHOD(AdasStudy, "a command is logged with who gave it and when", "[edit]") {
  const auto log = log_entries(project());
  REQUIRE(log.size() == 1);
  CHECK(log[0].time == now);
  CHECK(log[0].coder == "Ada");
  CHECK(log[0].command == "code add");
  CHECK(log[0].summary == "Hope");
}
