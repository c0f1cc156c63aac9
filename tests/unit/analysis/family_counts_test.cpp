#include "themata/analysis/family_counts.hpp"

#include <catch2/catch.hpp>

#include "support/memory_corpus.hpp"
#include "term_notation.hpp"
#include "themata/analysis/term_table.hpp"

using namespace themata;
using analysis::count_families;
using analysis::FamilyCount;
using analysis::FormCount;
using test::family;
using test::MemoryCorpus;

namespace {

using Forms = std::vector<FormCount>;

MemoryCorpus breathing() {
  MemoryCorpus study;
  study.add_source("One",
                   "Int: breathe?\n"
                   "Ben: Breath, breathing. To be (laughs) honest, breath-taking\n"
                   "Mia: breathing and BREATHING");
  study.add_source("Two", "Ben: calm at rest, at (pause) rest; a breath");
  return study;
}

model::Segment place(MemoryCorpus& study, const std::string& source, const std::string& quote) {
  const model::SourceData& data = study.source(source);
  const std::size_t at = data.text.find(quote);
  return {data.source.id, text::byte_range(at, at + quote.size())};
}

}  // namespace

TEST_CASE("a row says which forms it counted, the most frequent first") {
  MemoryCorpus study = breathing();
  const FamilyCount row = count_families(study, {family("Breath", {"breath*"})}).at(0);
  CHECK(row.label == "Breath");
  CHECK(row.participants == 2);
  CHECK(row.frequency == 6);
  CHECK(row.forms == Forms{{"breath", 3}, {"breathing", 3}});
  CHECK(row.rejected.empty());
  CHECK(row.excerpts == 0);
}

TEST_CASE("the form of a phrase is its words, without what is not said") {
  MemoryCorpus study = breathing();
  const auto rows = count_families(
      study, {family("Rest", {"\"at rest\""}), family("Honest", {"\"to be honest\""})});
  CHECK(rows.at(0).forms == Forms{{"at rest", 2}});
  CHECK(rows.at(1).forms == Forms{{"to be honest", 1}});
}

TEST_CASE("what is taken out is counted beside") {
  MemoryCorpus study = breathing();
  const FamilyCount row =
      count_families(study, {family("Breath", {"breath*", "-breathing", "-\"breath taking\"",
                                               "-never"})})
          .at(0);
  CHECK(row.frequency == 2);
  CHECK(row.forms == Forms{{"breath", 2}});
  CHECK(row.rejected == Forms{{"breathing", 3}, {"breath taking", 1}});
}

TEST_CASE("a hit that was left out by sense counts for nobody") {
  MemoryCorpus study = breathing();
  std::vector<model::TermFamily> families{family("Breath", {"breath*"}), family("Calm", {"calm"})};
  families[0].left_out = {place(study, "One", "BREATHING"), place(study, "One", "breathing and")};
  auto rows = count_families(study, families);
  CHECK(rows.at(0).frequency == 5);  // "breathing and" is the place of no hit
  CHECK(rows.at(0).left_out == 1);
  CHECK(rows.at(0).participants == 2);
  CHECK(rows.at(1).frequency == 1);
  CHECK(analysis::term_table(study, families).at(0).frequency == 5);

  model::Segment other = place(study, "One", "breathing and");
  other.range.end = text::ByteOffset{other.range.begin.value + 9};
  families[0].left_out.push_back(other);
  rows = count_families(study, families);
  CHECK(rows.at(0).participants == 1);  // Mia said it twice, and both are left out
  CHECK(rows.at(0).left_out == 2);
}

TEST_CASE("excerpts are told from forms") {
  MemoryCorpus study = breathing();
  study.code("Ease", "calm at rest");
  const FamilyCount row =
      count_families(study, {family("Ease", {"calm*", "code:\"Ease\"", "breath"})}).at(0);
  CHECK(row.frequency == 4);  // the excerpt is longer than "calm", which begins it
  CHECK(row.excerpts == 1);
  CHECK(row.forms == Forms{{"breath", 3}});
}

TEST_CASE("rows have the numbers of the term table") {
  MemoryCorpus study = breathing();
  const auto families = {family("Breath", {"breath*", "-breathing"}), family("None", {"xyz"}),
                         family("Rest", {"\"at rest\"", "rest"})};
  const auto table = analysis::term_table(study, families);
  const auto rows = count_families(study, families);
  REQUIRE(rows.size() == table.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    CHECK(rows[i].label == table[i].term);
    CHECK(rows[i].participants == table[i].participants);
    CHECK(rows[i].frequency == table[i].frequency);
    std::size_t of_forms = rows[i].excerpts;
    for (const FormCount& form : rows[i].forms) of_forms += form.frequency;
    CHECK(of_forms == rows[i].frequency);
  }
  CHECK(count_families(study, {}).empty());
}
