#include "themata/study/autocoding.hpp"

#include <catch2/catch.hpp>

#include "outcome.hpp"
#include "sample_study.hpp"
#include "themata/study/analyses.hpp"
#include "themata/study/terms.hpp"

using namespace themata;
using namespace themata::study;

namespace {

struct Rules : test::SampleStudy {
  static AutocodeRequest request(const std::string& pattern, AutocodeUnit unit) {
    AutocodeRequest wanted;
    wanted.code = "silence";
    wanted.pattern = pattern;
    wanted.unit = unit;
    return wanted;
  }

  static std::vector<std::string> texts(const Autocoding& coding) {
    std::vector<std::string> result;
    for (const AutocodePlace& place : coding.places) {
      result.push_back(place.source + "|" + place.text + (place.coded ? "|coded" : ""));
    }
    return result;
  }

  std::size_t automatic() {
    std::size_t count = 0;
    list_excerpts(project(), {}, [&](const Excerpt& one) { count += one.rule.empty() ? 0 : 1; });
    return count;
  }
};

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE_METHOD(Rules, "a preview tells the places and changes nothing", "[autocoding]") {
  const auto preview = test::unchanged(
      *this, [&] { return preview_autocode(project(), request("hum*", AutocodeUnit::match)); });
  CHECK(texts(preview) == Lines{"one|hum", "two|Humming", "together|hum", "together|hum"});
  CHECK(preview.rule == "hum* by match");
}

TEST_CASE_METHOD(Rules, "the sentence, or the turn, of a hit is coded once", "[autocoding]") {
  CHECK(texts(preview_autocode(project(), request("breathe", AutocodeUnit::sentence))) ==
        Lines{"one|I breathe slowly (laughs) now.", "two|I breathe."});
  CHECK(texts(preview_autocode(project(), request("no", AutocodeUnit::sentence))) ==
        Lines{"two|No more.|coded"});
  CHECK(texts(preview_autocode(project(), request("i", AutocodeUnit::turn))) ==
        Lines{"one|I breathe slowly (laughs) now.", "one|At home I hum.",
              "two|Humming helps. I breathe."});
}

TEST_CASE_METHOD(Rules, "codings made by a rule bear it, and those that are there stay",
                 "[autocoding]") {
  AutocodeRequest wanted = request("hum*", AutocodeUnit::turn);
  wanted.code = "humming";
  const Autocoding done = autocode(project(), wanted);
  CHECK(done.added == 3);  // on the fourth of these turns Ada has the code already
  CHECK(automatic() == 3);
  CHECK(log_entries(project()).back().summary == "humming at hum* by turn: 3 codings");
  CHECK(autocode(project(), wanted).added == 0);
}

TEST_CASE_METHOD(Rules, "a person who applies the same accepts it", "[autocoding]") {
  autocode(project(), request("hum*", AutocodeUnit::match));
  const std::size_t before = automatic();
  const auto first = preview_autocode(project(), request("hum*", AutocodeUnit::match)).places[0];
  ApplyRequest by_hand;
  by_hand.code = "silence";
  by_hand.source = first.source;
  by_hand.range = first.range;
  CHECK_FALSE(apply_code(project(), by_hand).added);
  CHECK(automatic() == before - 1);
}

TEST_CASE_METHOD(Rules, "term families are rules too", "[autocoding]") {
  add_terms(project(), "Sound", {"hum", "laugh"}, "");
  AutocodeRequest wanted;
  wanted.code = "new one";
  wanted.terms = "Sound";
  wanted.create = true;
  const Autocoding done = autocode(project(), wanted);
  CHECK(done.added == 4);
  CHECK(done.rule == "terms Sound by match");
}

TEST_CASE_METHOD(Rules, "what is met nowhere, or has no code, is refused", "[autocoding]") {
  test::refused<NotFound>(*this, [&] { autocode(project(), request("zzz", AutocodeUnit::match)); });
  AutocodeRequest wanted = request("hum*", AutocodeUnit::match);
  wanted.code = "nothing";
  test::refused<NotFound>(*this, [&] { autocode(project(), wanted); });
  wanted.terms = "Sound";
  wanted.code = "silence";
  test::refused<InputError>(*this, [&] { autocode(project(), wanted); });
}
