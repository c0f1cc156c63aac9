#include "themata/report/study_page.hpp"

#include <sstream>

#include <catch2/catch.hpp>
#include <rapidjson/document.h>

using namespace themata;
using namespace themata::report;
using model::ThemeTree;

namespace {

const std::string hostile = "</script><script>alert(1)</script> \" ' & \x01 ]]>";

StudyPage sample(Share share) {
  StudyPage page;
  page.title = hostile;
  page.language = "en";
  page.facts = {{"Sources", "1"}};
  page.codebook = {{{model::CodeId{1}, "c1", hostile, ""}},
                   {{model::ThemeId{1}, "t1", hostile, "", std::nullopt}},
                   {{model::CodeId{1}, model::ThemeId{1}}}};
  const ThemeTree::Code code{"c1", hostile, hostile, 1, 1, {}};
  page.tree = {hostile, {{"t1", "1", hostile, hostile, 1, 1, {}, {code}}}, {}};
  page.participants = {hostile};
  page.coders = {"Ana"};
  page.sources = {{hostile, hostile}};
  page.share = share;
  page.terms = {{"list", {{hostile, 1, 1, {{"s", "p", hostile, hostile, ""}}}}, {hostile}}};
  page.matrices = {{"m", "participant", {{hostile}, {hostile}, {1}, {1}, {1}, 1}}};
  return page;
}

const PageSource source{{{0, 5, 1, {0}, {{0, 0}}, hostile}}, hostile, {{1, 0, 5, "P", false}}};

std::string written(const StudyPage& page) {
  std::ostringstream out;
  StudyPageWriter writer(page, out);
  writer.write(source);
  writer.finish();
  return out.str();
}

std::size_t occurrences(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
    ++count;
  }
  return count;
}

/// The data of a script element.
rapidjson::Document data(const std::string& page, const std::string& id) {
  const std::string begin = "<script type=\"application/json\" id=\"" + id + "\">";
  const std::size_t at = page.find(begin);
  REQUIRE(at != std::string::npos);
  const std::size_t end = page.find("</script>", at);
  rapidjson::Document document;
  document.Parse(page.substr(at + begin.size(), end - at - begin.size()).c_str());
  REQUIRE_FALSE(document.HasParseError());
  return document;
}

}  // namespace

TEST_CASE("how much is shared has its words") {
  for (const Share share : {Share::none, Share::excerpts, Share::all}) {
    CHECK(parse_share(to_string(share)) == share);
  }
  CHECK_FALSE(parse_share("some"));
}

TEST_CASE("no text of a study ends a script or begins one") {
  const std::string page = written(sample(Share::all));
  CHECK(page.find("<script>alert") == std::string::npos);
  // the page's own script, and the data: study, hits, source, text
  CHECK(occurrences(page, "<script") == 5);
  CHECK(occurrences(page, "</script>") == 5);
  CHECK(std::string(data(page, "source-0")["segments"][0][5].GetString()) == hostile);
  CHECK(std::string(data(page, "study")["codes"][0]["name"].GetString()) == hostile);
}

TEST_CASE("a page holds as many words as are shared") {
  StudyPage page = sample(Share::none);
  page.terms.clear();
  const std::string none = written(page);
  CHECK(data(none, "source-0")["segments"][0].Size() == 5);
  CHECK(none.find("id=\"text-0\"") == std::string::npos);
  page.share = Share::excerpts;
  const std::string excerpts = written(page);
  CHECK(data(excerpts, "source-0")["segments"][0].Size() == 6);
  CHECK(excerpts.find("id=\"text-0\"") == std::string::npos);
  page.share = Share::all;
  CHECK(std::string(data(written(page), "text-0")["text"].GetString()) == hostile);
}

TEST_CASE("without words of the transcripts, a code has no example") {
  StudyPage page = sample(Share::none);
  page.tree.themes[0].codes[0].example = "somebody said this";
  CHECK(written(page).find("somebody said this") == std::string::npos);
  page.share = Share::excerpts;
  CHECK(written(page).find("somebody said this") != std::string::npos);
}

TEST_CASE("a page fetches nothing") {
  const std::string page = written(sample(Share::all));
  CHECK(page.find("http:") == std::string::npos);
  CHECK(page.find("https:") == std::string::npos);
  CHECK(page.find("default-src 'none'") != std::string::npos);
}

TEST_CASE("counts lead to their excerpts") {
  const std::string page = written(sample(Share::excerpts));
  CHECK(page.find("href=\"#excerpts?theme=0\"") != std::string::npos);
  CHECK(page.find("href=\"#excerpts?code=0\"") != std::string::npos);
  CHECK(page.find("href=\"#excerpts?theme=0&amp;participant=0\"") != std::string::npos);
  CHECK(page.find("href=\"#hits?table=0&amp;row=0\"") != std::string::npos);
}

TEST_CASE("a quotation leads to its place") {
  StudyPage page = sample(Share::excerpts);
  Quotation quotation;
  quotation.themes = {hostile};
  quotation.text = hostile;
  quotation.participant = "P";
  quotation.source = hostile;
  quotation.turn = 3;
  quotation.utf16_begin = 17;
  page.quotations = {quotation};
  CHECK(written(page).find("<a href=\"#transcripts?source=0&amp;at=17\">") != std::string::npos);
}
