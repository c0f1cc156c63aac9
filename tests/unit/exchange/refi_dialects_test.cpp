#include <algorithm>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "themata/exchange/offset_evidence.hpp"
#include "themata/exchange/refi_project_reader.hpp"
#include "unit/exchange/refi_files.hpp"

namespace themata::exchange::test {

namespace {

using Unit = OffsetConvention::Unit;
using LineEnds = OffsetConvention::LineEnds;

/// What real programs do (measured, see docs/file-formats.md, "REFI-QDA"), and what others may.
std::vector<Dialect> dialects() {
  return {
      {"NVivo for Windows", true, true, false, {Unit::utf16, LineEnds::as_in_file, false, false}},
      {"QualCoder", true, false, false, {Unit::code_points, LineEnds::as_in_file, false, false}},
      {"QualCoder with CRLF",
       true,
       true,
       false,
       {Unit::code_points, LineEnds::as_in_file, false, false}},
      {"MAXQDA", false, false, false, {Unit::code_points, LineEnds::as_in_file, false, false}},
      {"MAXQDA, if it counts as Windows does",
       false,
       false,
       false,
       {Unit::utf16, LineEnds::as_in_file, false, false}},
      {"ATLAS.ti", false, true, false, {Unit::code_points, LineEnds::one, false, false}},
      {"a counter of marks",
       true,
       false,
       false,
       {Unit::code_points, LineEnds::as_in_file, true, false}},
      {"ends inclusive",
       false,
       false,
       false,
       {Unit::code_points, LineEnds::as_in_file, false, true}},
      {"ends inclusive in UTF-16 with CRLF",
       true,
       true,
       false,
       {Unit::utf16, LineEnds::as_in_file, false, true}},
      {"all at once", true, true, false, {Unit::utf16, LineEnds::one, true, true}},
      {"text in the .qde",
       false,
       false,
       true,
       {Unit::code_points, LineEnds::as_in_file, false, false}},
      {"text in the .qde, counted before XML took the CR",
       false,
       false,
       true,
       {Unit::utf16, LineEnds::two, false, false}},
  };
}

const std::string torture =
    "Ivy: At first \U0001F600 nothing.\n"
    "\n"
    "Ben: Cafe\u0301 & <bar>, \"she\" said \U0001F1EB\U0001F1EE and "
    "\U0001F468\u200D\U0001F469\u200D\U0001F467 came.\n"
    "Noa: \u05E9\u05DC\u05D5\u05DD \u05E2\u05D5\u05DC\u05DD, \u0645\u0631\u062D\u0628\u0627.\n"
    "Ben: \U00020000\U00020001 is Chinese, and \U0001D54F is maths \U0001F9CA\U0001F9CA.\n"
    "Ivy: The water held me; I was breathing out, slowly, and again.\n"
    "Ben: Yes.\n"
    "Ivy: And after a year \U0001F30A I still go. Every week. Last \U0001F600";

/// The words and more that are selected.
std::vector<Selected> selections(bool named) {
  std::vector<Selected> all;
  const auto add = [&](std::size_t begin, std::size_t end) {
    all.push_back({begin, end, named ? torture.substr(begin, end - begin) : ""});
  };
  const auto words = [&](const std::string& wanted) {
    const std::size_t begin = torture.find(wanted);
    REQUIRE(begin != std::string::npos);
    add(begin, begin + wanted.size());
  };
  add(0, 1);                                // the first character
  add(torture.size() - 4, torture.size());  // the last, a surrogate pair in UTF-16
  add(0, torture.size());                   // everything
  words("At first \U0001F600 nothing");
  words("Cafe\u0301");
  words("\U0001F1EB\U0001F1EE");
  words("\U0001F468\u200D\U0001F469\u200D\U0001F467 came");
  words("\u05E9\u05DC\u05D5\u05DD \u05E2\u05D5\u05DC\u05DD");
  words("\u0645\u0631\u062D\u0628\u0627");
  words("\U00020000\U00020001");
  words("I was breathing out");
  words("breathing out, slowly, and again");  // overlaps the one before
  words("Yes.\nIvy: And after a year");       // across a line end
  words("Every week");
  words("and \U0001D54F is maths");
  return all;
}

std::vector<std::string> excerpts_of(model::PortableReader& reader, model::PortableSource& source) {
  REQUIRE(reader.next(source));
  std::vector<std::string> excerpts;
  for (const auto& coding : source.codings) {
    excerpts.emplace_back(text::slice(source.text, coding.range));
  }
  std::sort(excerpts.begin(), excerpts.end());
  return excerpts;
}

std::vector<std::string> intended(const std::vector<Selected>& all) {
  std::vector<std::string> excerpts;
  for (const Selected& one : all)
    excerpts.push_back(torture.substr(one.begin, one.end - one.begin));
  std::sort(excerpts.begin(), excerpts.end());
  return excerpts;
}

std::string joined(const std::vector<std::string>& all) {
  std::string result;
  for (const std::string& one : all) result += one + "\n";
  return result;
}

}  // namespace

TEST_CASE("in every dialect every excerpt is the one that was meant", "[refi]") {
  const Folder folder;
  for (const bool named : {true, false}) {
    for (const Dialect& dialect : dialects()) {
      INFO(dialect.name << (named ? ", named" : ", without names"));
      const auto selected = selections(named);
      const auto file = write_zip(folder, project_of(torture, selected, dialect));
      const auto reader = open_refi_project(file, {});
      model::PortableSource source;
      const auto excerpts = excerpts_of(*reader, source);
      INFO(joined(source.remarks));
      CHECK(source.text == torture);
      CHECK(excerpts == intended(selected));
      CHECK(source.losses.empty());
      for (const auto& coding : source.codings) CHECK(coding.flag_reason.empty());
    }
  }
}

TEST_CASE("what is found is told, and can be set by hand", "[refi]") {
  const Folder folder;
  const Dialect nvivo = dialects()[0];
  const auto file = write_zip(folder, project_of(torture, selections(true), nvivo));
  model::PortableSource source;
  excerpts_of(*open_refi_project(file, {}), source);
  CHECK(source.offsets.convention == "UTF-16 units, line ends as in the file, end exclusive");
  CHECK(source.offsets.selections == 15);
  CHECK(source.offsets.names == 15);
  CHECK(source.offsets.names_that_fit == 15);
  CHECK_FALSE(source.offsets.is_doubtful);
  RefiReadOptions by_hand;
  by_hand.offsets = parse_offset_convention("code-points");
  const auto wrong = excerpts_of(*open_refi_project(file, by_hand), source);
  CHECK(wrong != intended(selections(true)));
  by_hand.offsets = parse_offset_convention("utf16");
  CHECK(excerpts_of(*open_refi_project(file, by_hand), source) == intended(selections(true)));
}

TEST_CASE("a few selections are read as those of the project's other sources", "[refi]") {
  const Folder folder;
  Dialect dialect = dialects()[0];
  Members members = project_of(torture, selections(true), dialect);
  // A second source with one selection, which says nothing by itself of what a line end counts.
  const std::string text = "One.\nTwo words here.";
  const std::string second =
      "<TextSource guid=\"" + guid(400) + "\" name=\"Second\" plainTextPath=\"internal://" +
      guid(400) + ".txt\"><PlainTextSelection guid=\"" + guid(401) +
      "\" startPosition=\"6\" endPosition=\"9\"><Coding guid=\"" + guid(402) +
      "\"><CodeRef targetGUID=\"" + guid(1) + "\"/></Coding></PlainTextSelection></TextSource>";
  std::string& project = members[0].second;
  project.insert(project.find("</Sources>"), second);
  members.emplace_back("sources/" + guid(400) + ".txt", "One.\r\nTwo words here.");
  const auto reader = open_refi_project(write_zip(folder, members), {});
  model::PortableSource source;
  REQUIRE(reader->next(source));
  REQUIRE(reader->next(source));
  CHECK(source.text == text);
  REQUIRE(source.codings.size() == 1);
  CHECK(text::slice(source.text, source.codings[0].range) == "Two");
}

TEST_CASE("a selection that cannot be right is told, not guessed", "[refi]") {
  const Folder folder;
  Members members = project_of(torture, selections(true), dialects()[1]);
  std::string& project = members[0].second;
  const auto add = [&](const std::string& start, const std::string& end, const std::string& name) {
    static int number = 700;
    project.insert(project.find("</TextSource>"),
                   "<PlainTextSelection guid=\"" + guid(number) + "\" name=\"" + name +
                       "\" startPosition=\"" + start + "\" endPosition=\"" + end +
                       "\"><Coding guid=\"" + guid(500 + number) + "\"><CodeRef targetGUID=\"" +
                       guid(1) + "\"/></Coding></PlainTextSelection>");
    ++number;
  };
  add("-3", "4", "negative");
  add("9", "4", "reversed");
  add("5", "5", "empty");
  add("10", "100000", "past the end");
  add("x", "4", "no number");
  add("99999999999999999999", "4", "too large");
  add("4", "9", "some words that are not there");
  const auto reader = open_refi_project(write_zip(folder, members), {});
  model::PortableSource source;
  const auto excerpts = excerpts_of(*reader, source);
  CHECK(excerpts.size() == selections(true).size() + 1);
  CHECK(source.losses.size() == 6);
  for (const char* reason : {"begins before the text", "ends before it begins", "it is empty",
                             "past the end", "does not say where it is"}) {
    INFO(reason);
    CHECK(joined(source.losses).find(reason) != std::string::npos);
  }
  const auto flagged = std::find_if(source.codings.begin(), source.codings.end(),
                                    [](const auto& one) { return !one.flag_reason.empty(); });
  REQUIRE(flagged != source.codings.end());
  CHECK(flagged->flag_excerpt == "some words that are not there");
}

TEST_CASE("a selection that cuts a character is widened, and told", "[refi]") {
  const Folder folder;
  const std::size_t flag = torture.find("\U0001F1EB\U0001F1EE");
  std::vector<Selected> all = selections(true);
  all.push_back({flag, flag + 4, "\U0001F1EB"});  // half of a flag
  const auto reader =
      open_refi_project(write_zip(folder, project_of(torture, all, dialects()[1])), {});
  model::PortableSource source;
  const auto excerpts = excerpts_of(*reader, source);
  CHECK(std::count(excerpts.begin(), excerpts.end(), "\U0001F1EB\U0001F1EE") == 2);
  CHECK(joined(source.remarks).find("widened to whole ones") != std::string::npos);
}

}  // namespace themata::exchange::test
