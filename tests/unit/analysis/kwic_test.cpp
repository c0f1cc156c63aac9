#include "themata/analysis/kwic.hpp"

#include <catch2/catch.hpp>

#include "support/memory_corpus.hpp"
#include "term_notation.hpp"

using namespace themata;
using analysis::KwicLine;
using test::family;
using test::MemoryCorpus;

namespace {

std::vector<KwicLine> lines_of(MemoryCorpus& study, const std::vector<std::string>& patterns,
                               std::size_t window) {
  std::vector<KwicLine> lines;
  analysis::kwic(study, family("f", patterns), window,
                 [&](const KwicLine& line) { lines.push_back(line); });
  return lines;
}

std::vector<std::string> shown(MemoryCorpus& study, const std::string& pattern,
                               std::size_t window) {
  std::vector<std::string> found;
  for (const KwicLine& line : lines_of(study, {pattern}, window)) {
    found.push_back(line.before + '|' + line.keyword + '|' + line.after);
  }
  return found;
}

using Shown = std::vector<std::string>;

}  // namespace

TEST_CASE("a keyword has the time of its turn") {
  MemoryCorpus study;
  study.add_source("One", "Ben: a breath\nBen: another breath").turns[1].started =
      std::chrono::milliseconds{751000};
  const auto lines = lines_of(study, {"breath"}, 2);
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].started == std::nullopt);
  CHECK(lines[1].started == std::chrono::milliseconds{751000});
}

TEST_CASE("a keyword is shown with so many words on either side") {
  MemoryCorpus study;
  study.add_source("One", "Ben: Well, I take a deep breath, and then I go on.");
  CHECK(shown(study, "breath", 2) == Shown{"a deep |breath|, and then"});
  CHECK(shown(study, "breath", 0) == Shown{"|breath|"});
  CHECK(shown(study, "\"deep breath\"", 1) == Shown{"a |deep breath|, and"});
}

TEST_CASE("a context ends where the turn ends") {
  MemoryCorpus study;
  study.add_source("One", "Int: and then?\nBen: “Breathe,” I said.\nInt: mm");
  CHECK(shown(study, "breathe", 5) == Shown{"“|Breathe|,” I said."});
  CHECK(shown(study, "said", 2) == Shown{"Breathe,” I |said|."});
  CHECK(shown(study, "said", 3) == Shown{"“Breathe,” I |said|."});
}

TEST_CASE("contexts count the words said and show notes between them as they stand") {
  MemoryCorpus study;
  study.add_source("One", "Ben: so (laughs) calm [she means] now");
  CHECK(shown(study, "calm", 2) == Shown{"so (laughs) |calm| [she means] now"});
}

TEST_CASE("white space is trimmed at the outer ends only") {
  MemoryCorpus study;
  auto& source = study.add_source("One", "Ben: . .  calm  . .");
  source.turns[0].range = text::byte_range(4, source.text.size());
  CHECK(shown(study, "calm", 3) == Shown{". .  |calm|  . ."});
}

TEST_CASE("offsets are code points of the whole source") {
  MemoryCorpus study;
  study.add_source("One", "Zoë: 😀 é calm, calm");
  const auto lines = lines_of(study, {"calm"}, 1);
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].range ==
        text::CodePointRange{text::CodePointOffset{9}, text::CodePointOffset{13}});
  CHECK(lines[1].range ==
        text::CodePointRange{text::CodePointOffset{15}, text::CodePointOffset{19}});
}

TEST_CASE("lines name the source and who speaks, in the study's order") {
  MemoryCorpus study;
  study.add_source("One", "Int: calm\nBen: calm\nAll: calm\n-: calm");
  study.add_source("Two", "Mia: calm");
  study.select().speech = model::Speech::all;
  Shown who;
  for (const auto& line : lines_of(study, {"calm"}, 1))
    who.push_back(line.source + '/' + line.participant);
  CHECK(who == Shown{"One/Int", "One/Ben", "One/All", "One/", "Two/Mia"});
}

TEST_CASE("an excerpt is a keyword too, with the context of its first turn") {
  MemoryCorpus study;
  study.add_source("One", "Ben: then we did\nMia: yes we did\nInt: good");
  study.code("Together", "we did\nMia: yes");
  CHECK(shown(study, "code:\"Together\"", 5) == Shown{"then |we did\nMia: yes|"});
}

TEST_CASE("an excerpt in no turn has no context") {
  MemoryCorpus study;
  auto& source = study.add_source("One", "Ben: calm");
  study.code_range(source, "Label", text::byte_range(0, 4));
  const auto lines = lines_of(study, {"code:\"Label\""}, 5);
  REQUIRE(lines.size() == 1);
  CHECK(lines[0].keyword == "Ben:");
  CHECK(lines[0].participant.empty());
  CHECK(lines[0].before.empty());
  CHECK(lines[0].after.empty());
}
