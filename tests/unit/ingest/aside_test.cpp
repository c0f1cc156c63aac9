#include "themata/ingest/aside.hpp"

#include <string>

#include <catch2/catch.hpp>

#include "unit/ingest/growth.hpp"

namespace themata::ingest {
namespace {

using model::AsideKind;

std::vector<std::string> asides_in(std::string_view text, std::vector<Diagnostic>& diagnostics) {
  std::vector<std::string> found;
  for (const model::Aside& aside :
       find_asides(text, text::byte_range(0, text.size()), diagnostics)) {
    found.push_back(std::string{model::to_string(aside.kind)} + " " +
                    std::string{text::slice(text, aside.range)});
  }
  return found;
}

std::vector<std::string> asides_in(std::string_view text) {
  std::vector<Diagnostic> diagnostics;
  auto found = asides_in(text, diagnostics);
  CHECK(diagnostics.empty());
  return found;
}

using List = std::vector<std::string>;

}  // namespace

TEST_CASE("square brackets are insertions, timestamps or voices") {
  CHECK(classify_bracket("[the garden]") == AsideKind::insertion);
  CHECK(classify_bracket("[laughs]") == AsideKind::insertion);
  CHECK(classify_bracket("[sic]") == AsideKind::insertion);
  CHECK(classify_bracket("[]") == AsideKind::insertion);
  CHECK(classify_bracket("[...]") == AsideKind::insertion);
  CHECK(classify_bracket("[ratio 3:1]") == AsideKind::insertion);
  CHECK(classify_bracket("[01:39]") == AsideKind::timestamp);
  CHECK(classify_bracket("[00:12:31]") == AsideKind::timestamp);
  CHECK(classify_bracket("[#00:12:31-5#]") == AsideKind::timestamp);
  CHECK(classify_bracket("[unintelligible 01:01:52.03]") == AsideKind::timestamp);
  CHECK(classify_bracket("[00:43.810 --> 00:47.850]") == AsideKind::timestamp);
  CHECK(classify_bracket("[Int: mm]") == AsideKind::voice);
  CHECK(classify_bracket("[Ben: yeah [laughs]]") == AsideKind::voice);
  CHECK(classify_bracket("[I:]") == AsideKind::voice);
  CHECK(classify_bracket("[see http://example.org]") == AsideKind::insertion);
}

TEST_CASE("parentheses that begin with a word for what is heard or seen are notes") {
  for (const auto* bracket : {"(laughs)",
                              "(Laughs)",
                              "(LAUGHS)",
                              "(laughing)",
                              "(laughter)",
                              "(chuckles)",
                              "(giggles)",
                              "(sighs)",
                              "(sighs deeply)",
                              "(pause)",
                              "(long pause)",
                              "(Long Pause)",
                              "(pause 5s)",
                              "(3 second pause)",
                              "(3-second pause)",
                              "(a long pause)",
                              "(silence)",
                              "(crying)",
                              "(cries)",
                              "(tearful)",
                              "(sobs)",
                              "(sniffs)",
                              "(coughs)",
                              "(clears throat)",
                              "(clears her throat)",
                              "(inaudible)",
                              "(unclear)",
                              "(indistinct)",
                              "(crosstalk)",
                              "(overlapping)",
                              "(overlapping speech)",
                              "(nods)",
                              "(shakes head)",
                              "(shrugs)",
                              "(smiles)",
                              "(points to chest)",
                              "(gestures)",
                              "(whispers)",
                              "(takes a deep breath)",
                              "(takes deep breath)",
                              "(breathes out)",
                              "(phone rings)",
                              "(door opens)",
                              "(dog barking)",
                              "(knock at the door)",
                              "(recording stops)",
                              "(interruption)",
                              "(background noise)",
                              "(applause)",
                              "(music)",
                              "(both laugh)",
                              "(group laughter)",
                              "(general laughter)",
                              "(interviewer laughs)",
                              "(nervous laughter)",
                              "(softly crying)",
                              "( laughs )",
                              "(unintelligible)",
                              "(lacht)",
                              "(l\u00E4chelt)",
                              "(rires)",
                              "(silencio)"}) {
    CAPTURE(bracket);
    CHECK(classify_bracket(bracket) == AsideKind::note);
  }
}

TEST_CASE("other parentheses are speech") {
  for (const auto* bracket : {"(my sister)",
                              "(I think)",
                              "(not really)",
                              "(2019)",
                              "(in 2019, I mean)",
                              "(ish)",
                              "(sympathizes)",
                              "(think sympathy)",
                              "(whatever it might be)",
                              "(here in the U.S.)",
                              "(laughable idea)",
                              "(the long road)",
                              "(the door)",
                              "(phone number)",
                              "(takes a tablet)",
                              "(she)",
                              "(both of us)",
                              "(a)",
                              "()",
                              "(...)",
                              "(a long time ago we laughed)",
                              "(I was crying)",
                              "(or the pause button)"}) {
    CAPTURE(bracket);
    CHECK(classify_bracket(bracket) == AsideKind::speech);
  }
}

TEST_CASE("asides are found in their order") {
  CHECK(asides_in("So (laughs) I went [to town] (my town) and #00:12:31-5# [01:39] back") ==
        List{"note (laughs)", "insertion [to town]", "speech (my town)", "timestamp #00:12:31-5#",
             "timestamp [01:39]"});
  CHECK(asides_in("none here # 1 #2 ] )").empty());
  CHECK(asides_in("").empty());
}

TEST_CASE("a time at a line's start is a timestamp") {
  CHECK(asides_in("00:12:31 text") == List{"timestamp 00:12:31"});
  CHECK(asides_in("text\n0:22 text\n  (00:12) more") ==
        List{"timestamp 0:22", "timestamp (00:12)"});
  CHECK(asides_in("00:43.810 --> 00:47.850\nHello") == List{"timestamp 00:43.810 --> 00:47.850"});
  CHECK(asides_in("[00:43.810 --> 00:47.850]  Hello") ==
        List{"timestamp [00:43.810 --> 00:47.850]"});
  CHECK(asides_in("0:22") == List{"timestamp 0:22"});
  CHECK(asides_in("10:30 am I woke").empty());
  CHECK(asides_in("10:30am I woke").empty());
  CHECK(asides_in("text 10:30 text").empty());
  CHECK(asides_in("1:2 is a ratio\n3:75 is none").empty());
  CHECK(asides_in("12 people came").empty());
}

TEST_CASE("a time alone in parentheses is a timestamp wherever it stands") {
  CHECK(classify_bracket("(00:12:31)") == AsideKind::timestamp);
  CHECK(classify_bracket("( 12:31 )") == AsideKind::timestamp);
  CHECK(classify_bracket("(0:22 - 0:30)") == AsideKind::timestamp);
  CHECK(classify_bracket("(12:31 pm)") == AsideKind::speech);
  CHECK(classify_bracket("(at 12:31)") == AsideKind::speech);
  CHECK(classify_bracket("(3:1)") == AsideKind::speech);
  CHECK(classify_bracket("(12:75)") == AsideKind::speech);
  CHECK(asides_in("so (00:12:31) I went (12:31), and (12:31 or so) back (0:09)") ==
        List{"timestamp (00:12:31)", "timestamp (12:31)", "speech (12:31 or so)",
             "timestamp (0:09)"});
  CHECK(asides_in("(so I (0:12) went)") == List{"timestamp (0:12)"});
  CHECK(asides_in("[he (0:12) went]") == List{"timestamp [he (0:12) went]"});
}

TEST_CASE("a turn that begins in the midst of a line does not begin with a line's start") {
  const std::string text = "Ben: 10:30 is late\n11:30 too";
  std::vector<Diagnostic> diagnostics;
  const auto asides = find_asides(text, text::byte_range(5, text.size()), diagnostics);
  REQUIRE(asides.size() == 1);
  CHECK(text::slice(text, asides[0].range) == "11:30");
}

TEST_CASE("an inner bracket belongs to its outer one") {
  CHECK(asides_in("[he (laughs) went [x] there]") ==
        List{"insertion [he (laughs) went [x] there]"});
  CHECK(asides_in("(laughs [loud])") == List{"note (laughs [loud])"});
  CHECK(asides_in("(see (this) one)") == List{"speech (see (this) one)"});
  CHECK(asides_in("[a) b]") == List{"insertion [a) b]"});
}

TEST_CASE("what is not speech inside of spoken parentheses stays what it is") {
  CHECK(asides_in("(I say [unintelligible] so)") == List{"insertion [unintelligible]"});
  CHECK(asides_in("(I (laughs) say (so) now)") == List{"note (laughs)", "speech (so)"});
  CHECK(asides_in("[x (I [y] z)]") == List{"insertion [x (I [y] z)]"});
}

TEST_CASE("an unclosed bracket is reported with its line and stays speech") {
  std::vector<Diagnostic> diagnostics;
  CHECK(asides_in("so I\n[laughs went (sighs) home", diagnostics) == List{"note (sighs)"});
  REQUIRE(diagnostics.size() == 1);
  CHECK(diagnostics[0].line == 2);
  CHECK(diagnostics[0].message.find("\"[\"") != std::string::npos);
  diagnostics.clear();
  CHECK(asides_in("(unclosed [x] here", diagnostics) == List{"insertion [x]"});
  CHECK(diagnostics.size() == 1);
}

TEST_CASE("a bracket does not go on behind a blank line") {
  std::vector<Diagnostic> diagnostics;
  CHECK(asides_in("so [I went\n\nhome] (sighs) then", diagnostics) == List{"note (sighs)"});
  REQUIRE(diagnostics.size() == 1);
  CHECK(diagnostics[0].line == 1);
  CHECK(diagnostics[0].message.find("\"[\" is not closed in its paragraph") == 0);
  diagnostics.clear();
  CHECK(asides_in("a (laughs\n \t\nb) (laughs)", diagnostics) == List{"note (laughs)"});
  CHECK(diagnostics.size() == 1);
  diagnostics.clear();
  CHECK(asides_in("a [b (c\n\nd) e] (f)", diagnostics) == List{"speech (f)"});
  CHECK(diagnostics.size() == 1);
}

TEST_CASE("a bracket goes on over line ends") {
  CHECK(asides_in("so [I\nwent\nhome] then") == List{"insertion [I\nwent\nhome]"});
  CHECK(asides_in("a (laughs\n  for long) b\n\nc (sighs)") ==
        List{"note (laughs\n  for long)", "note (sighs)"});
}

TEST_CASE("of each paragraph the first unclosed bracket is reported") {
  std::vector<Diagnostic> diagnostics;
  CHECK(asides_in("a [b (c\n\nd (e) f\n\n\ng (h", diagnostics) == List{"speech (e)"});
  REQUIRE(diagnostics.size() == 2);
  CHECK(diagnostics[0].line == 1);
  CHECK(diagnostics[1].line == 6);
}

TEST_CASE("a bracket does not reach beyond its turn") {
  const std::string text = "one [two three] four";
  std::vector<Diagnostic> diagnostics;
  CHECK(find_asides(text, text::byte_range(0, 8), diagnostics).empty());
  CHECK(diagnostics.size() == 1);
  diagnostics.clear();
  CHECK(find_asides(text, text::byte_range(6, text.size()), diagnostics).empty());
  CHECK(diagnostics.empty());
}

TEST_CASE("emoticons are no brackets") {
  CHECK(asides_in("I was sad :( then glad :) and ;-) so").empty());
  CHECK(asides_in("(glad :) I think)") == List{"speech (glad :) I think)"});
}

TEST_CASE("deep nesting and endless openers are read") {
  const std::size_t many = 50'000;
  std::vector<Diagnostic> diagnostics;
  CHECK(asides_in(std::string(many, '['), diagnostics).empty());
  CHECK(diagnostics.size() == 1);
  CHECK(asides_in(std::string(many, '[') + std::string(many, ']')).size() == 1);
  CHECK(asides_in(std::string(many, '(') + "a" + std::string(many, ')')).size() == 1);
}

TEST_CASE("hostile brackets take linear time") {
  const auto read = [](std::string_view text) {
    std::vector<Diagnostic> diagnostics;
    return find_asides(text, text::byte_range(0, text.size()), diagnostics).size();
  };
  for (const std::string unit :
       {"[", "(", "(a[b]", "[(", "[0:00", "#0:00", "\n(0:00", "(a) [b", "(a\n\n"}) {
    CAPTURE(unit);
    const auto nested = [&](std::size_t size) {
      const std::string text = test::repeated(unit, size);
      return text + std::string(text.size(), ')') + std::string(text.size(), ']');
    };
    CHECK(test::grows_linearly(nested, read, 20'000));
  }
}

}  // namespace themata::ingest
