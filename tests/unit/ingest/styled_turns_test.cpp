#include "themata/ingest/detail/styled_turns.hpp"

#include <string>

#include <catch2/catch.hpp>

#include "themata/ingest/detail/characters.hpp"
#include "themata/ingest/detail/document_builder.hpp"
#include "unit/ingest/office_files.hpp"

namespace themata::ingest::detail::test {

using Catch::Matchers::Contains;
using ingest::test::notices_of;
using List = std::vector<std::string>;

/// A document of these paragraphs; `*` begins and ends what is in bold, `/` is a line end.
Document styled(const List& paragraphs) {
  DocumentBuilder builder;
  for (const std::string& paragraph : paragraphs) {
    bool is_bold = false;
    for (const char c : paragraph) {
      if (c == '*') {
        is_bold = !is_bold;
      } else if (c == '/') {
        builder.line_break();
      } else {
        builder.add(std::string_view{&c, 1}, is_bold);
      }
    }
    builder.end_paragraph();
  }
  Document document = builder.finish({});
  find_styled_turns(document);
  return document;
}

/// Each turn as "speaker|what was said".
List said(const Document& document) {
  List result;
  for (const DocumentTurn& turn : document.turns) {
    const text::TextRange range = trimmed(document.text, turn.range);
    result.push_back(turn.speaker + "|" + std::string{text::slice(document.text, range)});
  }
  return result;
}

TEST_CASE("names in bold before paragraphs are labels") {
  const Document document = styled({"*Interview*", "*Int* How was it?", "*Joanne* Cold.",
                                    "Very cold.", "*Int* And?", "*Joanne* Warm."});
  CHECK(document.convention == Convention::styled_labels);
  CHECK(said(document) ==
        List{"Int|How was it?", "Joanne|Cold.\n\nVery cold.", "Int|And?", "Joanne|Warm."});
  CHECK(text::slice(document.text, document.turns[0].label) == "Int");
  CHECK_THAT(notices_of(document).at(0), Contains("names in bold"));
}

TEST_CASE("marks and times beside a name in bold are no speech") {
  const Document document = styled({"*Int -* How was it?", "*Ann Lee (0:12)* - Cold.",
                                    "*Int.* | And?", "*Ann Lee* -- Warm -- now."});
  CHECK(said(document) ==
        List{"Int|How was it?", "Ann Lee|Cold.", "Int|And?", "Ann Lee|-- Warm -- now."});
  CHECK(document.turns[1].started == std::chrono::seconds{12});
}

TEST_CASE("names that come but once, or words in bold, are no labels") {
  CHECK(styled({"*Never* again.", "I was there.", "*Always* so."}).turns.empty());
  CHECK(styled({"*Joanne* Cold.", "*Joanne* Warm."}).turns.empty());
  CHECK(styled({"*yes* it was", "*no* it was not", "*yes* indeed", "*no* way"}).turns.empty());
  CHECK(styled({"*Yes* it was", "*No* it was not", "*Yes* indeed", "*No* way"}).turns.empty());
  CHECK(styled({"Nothing in bold.", "Here neither."}).turns.empty());
  CHECK(styled({}).turns.empty());
}

TEST_CASE("questions in bold are the interviewer's") {
  const Document document = styled(
      {"Title", "*How was it?*", "Cold.", "Very cold.", "*And/then?*", "*Did you go in?*", "Yes."});
  CHECK(document.convention == Convention::bold_questions);
  CHECK(said(document) == List{"Interviewer|How was it?", "Participant|Cold.\n\nVery cold.",
                               "Interviewer|And\nthen?\n\nDid you go in?", "Participant|Yes."});
  CHECK_THAT(notices_of(document).at(0), Contains("3 paragraphs in bold were taken for the inter"));
}

TEST_CASE("an answer may go on in the paragraph of its question") {
  const Document document =
      styled({"*How was it?* Cold.", "Very cold.", "*And then?*", "I went *in*. *Why not?*"});
  CHECK(said(document) == List{"Interviewer|How was it?", "Participant|Cold.\n\nVery cold.",
                               "Interviewer|And then?", "Participant|I went in. Why not?"});
}

TEST_CASE("titles in bold above the first question are nobody's") {
  const Document document =
      styled({"*Interview with Kate*", "*3 June*", "*How was it?*", "Cold.", "*And?*", "Warm."});
  CHECK(said(document) == List{"Interviewer|How was it?", "Participant|Cold.", "Interviewer|And?",
                               "Participant|Warm."});
}

TEST_CASE("answers in bold are the participant's") {
  const Document document = styled({"*Hello.*", "How was it?", "*Cold.*", "And?", "*Warm.*"});
  CHECK(said(document) == List{"Participant|Hello.", "Interviewer|How was it?", "Participant|Cold.",
                               "Interviewer|And?", "Participant|Warm."});
}

TEST_CASE("paragraphs in bold of which it is not clear whose they are, are nobody's") {
  const Document document = styled({"*Week 1*", "Cold.", "*Week 2*", "Warm."});
  CHECK(said(document) ==
        List{"Bold text|Week 1", "Participant|Cold.", "Bold text|Week 2", "Participant|Warm."});
  CHECK(document.turns[0].role == model::SpeakerRole::other);
}

TEST_CASE("titles in bold above a text make no turns") {
  CHECK(styled({"*Diary*", "*May*", "Cold.", "Warm.", "Cold again."}).turns.empty());
  CHECK(styled({"*Diary*", "Cold.", "Warm.", "Cold again."}).turns.empty());
}

}  // namespace themata::ingest::detail::test
