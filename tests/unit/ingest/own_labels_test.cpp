/// Turns by the researcher's own convention: `ReadOptions::own_labels`.
#include <string>

#include <catch2/catch.hpp>

#include "themata/error.hpp"
#include "themata/ingest/transcript.hpp"
#include "unit/ingest/reading.hpp"

namespace themata::ingest::test {

namespace {

using List = std::vector<std::string>;

Transcript read_own(std::string_view text, const std::string& own_labels, bool markdown = false) {
  ReadOptions options;
  options.format = markdown ? FileFormat::markdown : FileFormat::plain_text;
  options.own_labels = own_labels;
  return read_transcript(text, options);
}

List own_turns(std::string_view text, const std::string& own_labels) {
  return turns_of(read_own(text, own_labels));
}

}  // namespace

TEST_CASE("every line that fits the researcher's own expression begins a turn", "[own]") {
  const Transcript transcript =
      read_own("<Ben> Hello.\nAnn: no label\n<Ann> Hm.\n<Ben>\n", "<(.*?)>");
  CHECK(transcript.convention == Convention::own);
  CHECK(turns_of(transcript) == List{"Ben|Hello.\nAnn: no label", "Ann|Hm.", "Ben|"});
  CHECK(speakers_of(transcript) == List{"Ben", "Ann"});
  CHECK(text::slice(transcript.text, transcript.turns[0].label) == "<Ben>");
  CHECK(transcript.turns[2].number == 3);
}

TEST_CASE("an own label need not be capitalised, recur or stand alone", "[own]") {
  CHECK(own_turns("so: it was late\n", "(so):") == List{"so|it was late"});
  CHECK(own_turns("Date: never\nDate: always\n", "(Date):") == List{"Date|never", "Date|always"});
}

TEST_CASE("without a group the whole is the name, its colon apart", "[own]") {
  CHECK(own_turns("BEN: yes\nANN : no\n", "[A-Z]+ ?:") == List{"BEN|yes", "ANN|no"});
  CHECK(own_turns("(BEN:) yes\n", "\\((.*)\\)") == List{"BEN|yes"});
}

TEST_CASE("a line whose name would be empty begins no turn", "[own]") {
  CHECK(own_turns("<Ben> Hello\n<> nobody\n< > nor here\n", "<(.*?)>") ==
        List{"Ben|Hello\n<> nobody\n< > nor here"});
}

TEST_CASE("spellings of one own label are one speaker", "[own]") {
  const Transcript transcript = read_own("<Ben> a\n<BEN> b\n", "<(.*?)>");
  CHECK(turns_of(transcript) == List{"Ben|a", "Ben|b"});
  CHECK(line_told(transcript, "\"BEN\" is read as the speaker \"Ben\"") == 2);
}

TEST_CASE("own labels have roles by the rules", "[own]") {
  const Transcript transcript = read_own("<Int> a\n<P1> b\n<Zoë> c\n", "<(.*?)>");
  REQUIRE(transcript.speakers.size() == 3);
  CHECK(transcript.speakers[0].role == model::SpeakerRole::researcher);
  CHECK(transcript.speakers[1].generic);
  CHECK(transcript.speakers[1].role == model::SpeakerRole::participant);
  CHECK_FALSE(transcript.speakers[2].generic);
}

TEST_CASE("what stands above the first own label is the head", "[own]") {
  const Transcript transcript =
      read_own("Interview 3\nDate: 3 May\nBen: not yet\n\n<Ben> Hello.\n", "<(.*?)>");
  CHECK(turns_of(transcript) == List{"Ben|Hello."});
  const List details = details_of(transcript);
  CHECK(std::find(details.begin(), details.end(), "Date=3 May") != details.end());
}

TEST_CASE("look-alikes are not told where the researcher has said what a label is", "[own]") {
  const Transcript transcript = read_own("<Ben> a\nAnn: b\n<Cleo> c\nAnn: d\n<Ben> e\n", "<(.*?)>");
  CHECK(transcript.diagnostics.empty());
  CHECK(transcript.look_alikes.empty());
}

TEST_CASE("asides are found in own turns", "[own]") {
  const Transcript transcript =
      read_own("[x] (laughs)\n<Ben> So [at home] (laughs) it is\n", "<(.*?)>");
  CHECK(asides_of(transcript) == List{"insertion [at home]", "note (laughs)"});
}

TEST_CASE("in Markdown own labels are looked for in the text that is stored", "[own]") {
  const Transcript transcript =
      read_own("**Ben** \\- Hello.\n\n**Ann** \\- Hm.\n", "(\\w+) -", true);
  CHECK(turns_of(transcript) == List{"Ben|Hello.", "Ann|Hm."});
}

TEST_CASE("line ends are settled before own labels are looked for", "[own]") {
  CHECK(own_turns("\xEF\xBB\xBF<Ben> a\r\n<Ann> b\r<Ben> c", "<(.*?)>") ==
        List{"Ben|a", "Ann|b", "Ben|c"});
  CHECK(own_turns("<Ben>\r\na\r\n", "<(.*?)>$") == List{"Ben|a"});
}

TEST_CASE("an own expression that fits no line is refused", "[own]") {
  CHECK_THROWS_AS(read_own("Ben: Hello.\n", "<(.*?)>"), InputError);
  CHECK_THROWS_WITH(read_own("Ben: Hello.\n", "<(.*?)>"),
                    "the regular expression \"<(.*?)>\" fits the beginning of no line");
  CHECK_THROWS_AS(read_own("Ben: Hello.\n", "("), InputError);
  CHECK_THROWS_AS(read_own("Ben: Hello.\n", ".*"), InputError);
}

TEST_CASE("an own expression does not look past its line", "[own]") {
  CHECK(own_turns("<Ben\n> a\n<Ann> b\n", "<([^>]+)>") == List{"Ann|b"});
}

TEST_CASE("a stored text is read again to the byte", "[own]") {
  const std::string text = "\xEF\xBB\xBF<Ben> a\r<Ann> b\n*c*\n";
  ReadOptions options;
  options.own_labels = "\\uFEFF?<(.*?)>";
  const Transcript transcript = reread_transcript(text, options);
  CHECK(transcript.text == text);
  CHECK(transcript.encoding == "UTF-8");
  CHECK(turns_of(transcript) == List{"Ben|a\r<Ann> b\n*c*"});
}

}  // namespace themata::ingest::test
