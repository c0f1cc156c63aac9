#include "themata/study/applying.hpp"

#include <catch2/catch.hpp>

#include "outcome.hpp"
#include "sample_study.hpp"
#include "themata/study/analyses.hpp"
#include "themata/study/memos.hpp"

using namespace themata;
using namespace themata::study;
using Catch::Contains;
using test::Names;
using test::quoted;

namespace {

/// Accented, joined and many-paged: "é" is e and a combining acute, the family is one grapheme.
const std::string transcript =
    "Ben: It was “fine” (laughs)  in\nthe cafe\xCC\x81 - I   breathe.\n"  // 1
    "Ann: Hm. I breathe \xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7 "
    "too.\n"                    // 2
    "Ben:\n"                    // 3
    "Ann: I BREATHE … out.\n";  // 4

struct Applying : test::TemporaryStudy {
  Applying() {
    import("one.txt", transcript);
    add_code(project(), "breath", "", std::nullopt);
    add_code(project(), "breathing space", "", std::nullopt);
    add_code(project(), "Hope", "", std::nullopt);
  }

  Applied quote(const std::string& words, std::optional<std::size_t> nth = std::nullopt) {
    ApplyRequest request = quoted("Hope", "one", words);
    request.nth = nth;
    return apply_code(project(), request);
  }

  Applied range(std::size_t begin, std::size_t end) {
    ApplyRequest request;
    request.code = "Hope";
    request.source = "one";
    request.range = {text::CodePointOffset{begin}, text::CodePointOffset{end}};
    return apply_code(project(), request);
  }

  Applied turns(std::size_t first, std::size_t last) {
    ApplyRequest request;
    request.code = "Hope";
    request.source = "one";
    request.turns = {first, last};
    return apply_code(project(), request);
  }

  std::size_t coding_count() {
    std::size_t count = 0;
    list_excerpts(project(), {}, [&](const analysis::Excerpt&) { ++count; });
    return count;
  }
};

/// Where in the transcript a text begins, in code points.
std::size_t place(std::string_view found) {
  std::size_t count = 0;
  for (const char c : transcript.substr(0, transcript.find(found))) {
    count += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1U : 0U;
  }
  return count;
}

}  // namespace

TEST_CASE_METHOD(Applying, "a quote is found as it stands", "[applying]") {
  const Applied applied = quote("It was “fine”");
  CHECK(applied.added);
  CHECK(applied.code == "Hope");
  CHECK(applied.source == "one");
  CHECK(applied.range.begin.value == 5);
  CHECK(applied.range.end.value == 18);
  CHECK(applied.text == "It was “fine”");
  CHECK(log_entries(project()).back().summary == "Hope to one 5:18");
}

TEST_CASE_METHOD(Applying, "a quote is found with other white space, quotes and dashes",
                 "[applying]") {
  CHECK(quote("was \"fine\"").text == "was “fine”");
  CHECK(quote("in the cafe\xCC\x81 – I breathe").text == "in\nthe cafe\xCC\x81 - I   breathe");
  CHECK(quote("I BREATHE ... out").text == "I BREATHE … out");
}

TEST_CASE_METHOD(Applying, "a quote is found in other letters and past a note", "[applying]") {
  CHECK(quote("IT WAS 'FINE' IN THE").text == "It was “fine” (laughs)  in\nthe");
  CHECK(quote("i breathe ... OUT").text == "I BREATHE … out");
}

TEST_CASE_METHOD(Applying, "a better match hides the others", "[applying]") {
  CHECK(quote("I breathe").range.begin.value == place("I breathe \xF0"));
  CHECK(quote("I BREATHE").range.begin.value == place("I BREATHE"));
}

TEST_CASE_METHOD(Applying, "a quote that ends within a character is not there", "[applying]") {
  test::refused<NotFound>(*this, [&] { quote("the cafe"); });
  test::refused<NotFound>(*this, [&] { quote("I breathe \xF0\x9F\x91\xA8"); });
}

TEST_CASE_METHOD(Applying, "of a quote that stands twice, one is chosen", "[applying]") {
  const std::string message = test::refused<Conflict>(*this, [&] { quote("b"); });
  CHECK_THAT(message, Contains("the quote \"b\" is in one 2 times; choose with --nth:") &&
                          Contains("turn 1, ") && Contains("turn 2, "));
  CHECK(quote("b", 2).range.begin.value == place("breathe \xF0"));
  CHECK(quote("b", 1).range.begin.value == place("breathe."));
  CHECK_THAT(test::refused<NotFound>(*this, [&] { quote("b", 3); }), Contains("only 2 times"));
  test::refused<NotFound>(*this, [&] { quote("b", 0); });
}

TEST_CASE_METHOD(Applying, "a quote that is nowhere is refused with the nearest places",
                 "[applying]") {
  const std::string message = test::refused<NotFound>(*this, [&] { quote("It was finally over"); });
  CHECK_THAT(
      message,
      Contains("the quote \"It was finally over\" is not in one; the nearest:\n  turn 1, 5:"));
  test::refused<NotFound>(*this, [&] { quote(""); });
  test::refused<NotFound>(*this, [&] { quote("  "); });
}

TEST_CASE_METHOD(Applying, "a range is in code points, its end excluded", "[applying]") {
  const Applied applied = range(5, 7);
  CHECK(applied.text == "It");
  const std::size_t family = place("\xF0\x9F\x91\xA8");
  CHECK(range(family, family + 5).text.size() == 18);
  CHECK(range(0, place("no such text") - 1).text == transcript.substr(0, transcript.size() - 1));
}

TEST_CASE_METHOD(Applying, "a range that is empty, reversed or past the end is refused",
                 "[applying]") {
  CHECK(test::refused<InputError>(*this, [&] { range(7, 7); }) == "the range 7:7 is empty");
  CHECK(test::refused<InputError>(*this, [&] { range(9, 7); }) ==
        "the range 9:7 ends before it begins");
  const std::string length = std::to_string(place("no such text"));
  CHECK(test::refused<InputError>(*this, [&] { range(7, 1000); }) ==
        "the range 7:1000 ends past the text of one, which has " + length + " characters");
  test::refused<InputError>(*this, [&] { range(1000, 1001); });
}

TEST_CASE_METHOD(Applying, "a range through a character is refused with the boundaries",
                 "[applying]") {
  const std::size_t accent = place("\xCC\x81");
  CHECK(test::refused<InputError>(*this, [&] { range(5, accent); }) ==
        "offset " + std::to_string(accent) +
            " of one is inside the character \"e\xCC\x81\"; the nearest boundaries are " +
            std::to_string(accent - 1) + " and " + std::to_string(accent + 1));
  const std::size_t family = place("\xF0\x9F\x91\xA8");
  for (std::size_t inside = 1; inside < 5; ++inside) {
    CAPTURE(inside);
    const std::string boundaries = "the nearest boundaries are " + std::to_string(family) +
                                   " and " + std::to_string(family + 5);
    CHECK_THAT(test::refused<InputError>(*this, [&] { range(5, family + inside); }),
               Contains(boundaries));
    CHECK_THAT(test::refused<InputError>(*this, [&] { range(family + inside, family + 6); }),
               Contains(boundaries));
  }
}

TEST_CASE_METHOD(Applying, "turns are coded from the first one's text to the last one's",
                 "[applying]") {
  CHECK(turns(4, 4).text == "I BREATHE … out.");
  CHECK(turns(2, 4).text == transcript.substr(transcript.find("Hm."),
                                              transcript.rfind('.') + 1 - transcript.find("Hm.")));
}

TEST_CASE_METHOD(Applying, "turns there are not, or without text, are refused", "[applying]") {
  CHECK(test::refused<InputError>(*this, [&] { turns(3, 5); }) ==
        "turns 3-5: one has the turns 1 to 4");
  CHECK(test::refused<InputError>(*this, [&] { turns(0, 1); }) ==
        "turns 0-1: one has the turns 1 to 4");
  CHECK(test::refused<InputError>(*this, [&] { turns(2, 1); }) ==
        "turns 2-1 run backwards; write 1-2");
  CHECK(test::refused<InputError>(*this, [&] { turns(3, 3); }) == "turns 3-3 hold no text");
}

TEST_CASE_METHOD(Applying, "a request must say which text", "[applying]") {
  ApplyRequest request;
  request.code = "Hope";
  request.source = "one";
  CHECK(test::refused<InputError>(*this, [&] { apply_code(project(), request); }) ==
        "say which text: a quote, a range or turns");
}

TEST_CASE_METHOD(Applying, "the same coding is stored once, and another coder's beside it",
                 "[applying]") {
  const Applied first = quote("Hm.");
  const Applied again =
      test::unchanged(*this, [&] { return range(place("Hm."), place("Hm.") + 3); });
  CHECK_FALSE(again.added);
  CHECK(again.id == first.id);
  Project bea = as("Bea");
  CHECK(apply_code(bea, quoted("Hope", "one", "Hm.")).added);
  CHECK(coding_count() == 2);
}

TEST_CASE_METHOD(Applying, "a memo comes with the coding", "[applying]") {
  ApplyRequest request = quoted("Hope", "one", "Hm.");
  request.memo = "is it?";
  apply_code(project(), request);
  const auto memos = list_memos(project());
  REQUIRE(memos.size() == 1);
  CHECK(memos[0].text == "is it?");
  CHECK(memos[0].name == "Hope on one");
}

TEST_CASE_METHOD(Applying, "an unknown code or source is refused with the nearest", "[applying]") {
  CHECK(test::refused<NotFound>(*this, [&] {
          apply_code(project(), quoted("Hoep", "one", "Hm."));
        }) == "no code is named \"Hoep\"; did you mean \"Hope\"?; --create makes it");
  test::refused<NotFound>(*this, [&] { apply_code(project(), quoted("Hope", "two", "Hm.")); });
  test::refused<Conflict>(*this, [&] { apply_code(project(), quoted("bre", "one", "Hm.")); });
}

TEST_CASE_METHOD(Applying, "a code is made on request, unless the quote is not there",
                 "[applying]") {
  ApplyRequest request = quoted("Joy", "one", "nowhere to be found");
  request.create = true;
  test::refused<NotFound>(*this, [&] { apply_code(project(), request); });
  request.quote = "Hm.";
  CHECK(apply_code(project(), request).code == "Joy");
  CHECK(find_code(codebook(project()), "Joy").description.empty());
  request.code = "\n";
  test::refused<InputError>(*this, [&] { apply_code(project(), request); });
}

TEST_CASE_METHOD(Applying, "a code that is to be made is not one whose name begins so",
                 "[applying]") {
  ApplyRequest request = quoted("Ho", "one", "Hm.");
  CHECK(apply_code(project(), request).code == "Hope");
  request.create = true;
  CHECK(apply_code(project(), request).code == "Ho");
  request.code = "bre";
  CHECK(apply_code(project(), request).code == "bre");
  request.code = "HOPE";
  CHECK(apply_code(project(), request).code == "Hope");
}

TEST_CASE_METHOD(Applying, "codings are taken away by their ids", "[applying]") {
  const Applied one = quote("Hm.");
  const Applied two = quote("It was");
  const Applied three = quote("too.");
  unapply(project(), {three.id.value, one.id.value, three.id.value});
  CHECK(coding_count() == 1);
  CHECK(log_entries(project()).back().summary == "2 codings");
  CHECK(test::refused<NotFound>(*this, [&] {
          unapply(project(), {two.id.value, 99});
        }) == "there is no coding 99; see the column id of \"themata excerpts\"");
  test::refused<NotFound>(*this, [&] { unapply(project(), {one.id.value}); });
  test::refused<NotFound>(*this, [&] { unapply(project(), {0, two.id.value}); });
  test::refused<NotFound>(*this, [&] { unapply(project(), {-1}); });
  CHECK(coding_count() == 1);
}
