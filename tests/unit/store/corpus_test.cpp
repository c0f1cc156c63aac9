#include "themata/store/corpus.hpp"

#include <catch2/catch.hpp>

#include "support.hpp"
#include "themata/error.hpp"
#include "themata/store/brackets.hpp"
#include "themata/store/codebook.hpp"
#include "themata/store/coders.hpp"
#include "themata/store/codings.hpp"
#include "themata/store/detail/query.hpp"
#include "themata/store/participants.hpp"

using namespace themata;
using namespace themata::store;

namespace {

struct Filled : test::Study {
  Filled() { test::fill(database); }
};

std::vector<std::string> names(model::Corpus& corpus) {
  std::vector<std::string> result;
  model::SourceData data;
  while (corpus.next(data)) result.push_back(data.source.name);
  return result;
}

}  // namespace

TEST_CASE_METHOD(Filled, "a corpus gives each source with all that belongs to it", "[corpus]") {
  const auto corpus = open_corpus(database, {});
  model::SourceData data;
  REQUIRE(corpus->next(data));
  CHECK(data.source.name == "first");
  CHECK(data.source.details.size() == 2);
  CHECK(data.text == source_text(database, data.source.id));

  REQUIRE(data.speakers.size() == 3);
  CHECK(data.speakers[1].label == "Ben");
  CHECK(data.speakers[1].source == data.source.id);
  CHECK(data.speakers[1].participant == participants(database)[0].id);
  CHECK(data.speakers[2].role == model::SpeakerRole::other);

  REQUIRE(data.turns.size() == 4);
  CHECK_FALSE(data.turns[0].speaker.has_value());
  CHECK(data.turns[1].speaker == 0);
  CHECK(data.turns[2].number == 3);
  CHECK(data.turns[2].speaker == 1);
  CHECK(text::slice(data.text, data.turns[2].label) == "Ben:");
  CHECK(text::slice(data.text, data.turns[2].range) == "It was (laughs) fine [at home] you know");

  REQUIRE(data.asides.size() == 3);
  CHECK(text::slice(data.text, data.asides[0].range) == "(laughs)");
  CHECK(data.asides[0].kind == model::AsideKind::note);
  CHECK(data.asides[1].kind == model::AsideKind::speech);  // set for this study
  CHECK(data.asides[2].kind == model::AsideKind::speech);

  REQUIRE(data.codings.size() == 2);
  CHECK(data.codings[0].segment.range < data.codings[1].segment.range);
  CHECK(data.codings[0].segment.source == data.source.id);

  REQUIRE(corpus->next(data));
  CHECK(data.source.name == "second");
  CHECK(data.text == "Ben: Grüße aus Köln");
  CHECK(data.speakers.size() == 1);
  CHECK(data.turns.size() == 1);
  CHECK(data.asides.empty());
  CHECK(data.codings.empty());
  CHECK(data.source.details.empty());
  CHECK_FALSE(corpus->next(data));
  CHECK_FALSE(corpus->next(data));
}

TEST_CASE_METHOD(Filled, "a corpus has the study's small tables", "[corpus]") {
  const auto corpus = open_corpus(database, {});
  CHECK(corpus->codebook().codes().size() == 2);
  CHECK(corpus->participants().size() == 1);
  CHECK(corpus->coders().size() == 1);
  CHECK(corpus->selection().speech == model::Speech::participants);
}

TEST_CASE_METHOD(Filled, "a corpus can be read again", "[corpus]") {
  const auto corpus = open_corpus(database, {});
  CHECK(names(*corpus) == std::vector<std::string>{"first", "second"});
  corpus->rewind();
  CHECK(names(*corpus) == std::vector<std::string>{"first", "second"});
}

TEST_CASE_METHOD(Filled, "only the selected sources are read", "[corpus]") {
  model::Selection selection;
  selection.sources = std::vector{sources(database)[1].id};
  CHECK(names(*open_corpus(database, selection)) == std::vector<std::string>{"second"});
  selection.sources = std::vector<model::SourceId>{};
  CHECK(names(*open_corpus(database, selection)).empty());
}

TEST_CASE_METHOD(Filled, "texts and codings are read only if wanted", "[corpus]") {
  model::SourceData data;
  data.text = "left over";
  const auto no_texts = open_corpus(database, {}, {.texts = false, .codings = true});
  REQUIRE(no_texts->next(data));
  CHECK(data.text.empty());
  CHECK(data.codings.size() == 2);
  const auto no_codings = open_corpus(database, {}, {.texts = true, .codings = false});
  REQUIRE(no_codings->next(data));
  CHECK_FALSE(data.text.empty());
  CHECK(data.codings.empty());
}

TEST_CASE_METHOD(Filled, "codings come by begin, then end, then id", "[corpus]") {
  test::command(database, [&] {
    const model::SourceId id = sources(database)[1].id;
    const auto codes = codebook(database).codes();
    const model::CoderId ada = coders(database)[0].id;
    const auto coding = [&](std::size_t begin, std::size_t end, std::size_t code) {
      return NewCoding{"g", {id, text::byte_range(begin, end)}, codes[code].id, ada, "t", "", ""};
    };
    // in commands of their own, so that ids do not follow the text; the later code comes first
    add_codings(database, {coding(8, 9, 0)});
    add_codings(database, {coding(5, 9, 1)});
    add_codings(database, {coding(5, 9, 0)});
    add_codings(database, {coding(5, 6, 0)});
  });
  const auto data = load_source(database, sources(database)[1].id);
  REQUIRE(data.codings.size() == 4);
  CHECK(data.codings[0].segment.range == text::byte_range(5, 6));
  CHECK(data.codings[1].segment.range == text::byte_range(5, 9));
  CHECK(data.codings[2].segment.range == text::byte_range(5, 9));
  CHECK(data.codings[1].id < data.codings[2].id);
  CHECK(data.codings[3].segment.range == text::byte_range(8, 9));
}

TEST_CASE_METHOD(Filled, "a corpus locks nothing between two sources", "[corpus]") {
  const auto corpus = open_corpus(database, {});
  model::SourceData data;
  REQUIRE(corpus->next(data));
  CHECK(sqlite3_txn_state(connection_of(database).handle(), "main") == SQLITE_TXN_NONE);
  Database other = Database::open(folder.study(), Database::Access::write);
  connection_of(other).sqlite().setBusyTimeout(0);
  CHECK(test::command(other, [&] { add_code(other, "new", "", "guid-new"); }));
}

TEST_CASE_METHOD(Filled, "a study that another program changes meanwhile is not read on",
                 "[corpus]") {
  const auto corpus = open_corpus(database, {});
  model::SourceData data;
  REQUIRE(corpus->next(data));
  Database other = Database::open(folder.study(), Database::Access::write);
  test::command(other, [&] { add_code(other, "new", "", "guid-new"); });
  CHECK_THROWS_WITH(corpus->next(data), Catch::Contains("changed while it was read"));
  CHECK_THROWS_AS(corpus->next(data), StoreError);
  CHECK(names(*open_corpus(database, {})).size() == 2);
}

TEST_CASE_METHOD(Filled, "a corpus can be read within a change", "[corpus]") {
  Change change = test::begin(database);
  set_bracket(database, "(laughs)", model::AsideKind::speech);
  const auto corpus = open_corpus(database, {});
  model::SourceData data;
  REQUIRE(corpus->next(data));
  CHECK(data.asides[0].kind == model::AsideKind::speech);
  CHECK(change.commit("set"));
}

TEST_CASE_METHOD(Filled, "one source can be loaded alone", "[corpus]") {
  const model::SourceId id = sources(database)[0].id;
  const model::SourceData data = load_source(database, id);
  CHECK(data.source.name == "first");
  CHECK(data.text == source_text(database, id));
  CHECK(data.turns.size() == 4);
  CHECK(data.asides[1].kind == model::AsideKind::speech);
  CHECK(data.codings.size() == 2);
  CHECK_THROWS_AS(load_source(database, model::SourceId{99}), NotFound);
}

TEST_CASE_METHOD(Filled, "a source that does not fit its text is reported, not analysed",
                 "[corpus]") {
  const std::string damage = GENERATE(
      "UPDATE turn SET \"end\" = 100000 WHERE number = 4", "UPDATE turn SET begin = -1",
      "UPDATE turn SET speaker_number = 3 WHERE number = 4", "UPDATE turn SET speaker_number = -1",
      "UPDATE aside SET \"end\" = 100000 WHERE begin = 45", "UPDATE coding SET \"end\" = 100000");
  connection_of(database).execute(damage);
  CHECK_THROWS_WITH(load_source(database, sources(database)[0].id),
                    Catch::Contains("damaged") && Catch::Contains("\"first\""));
  const auto corpus = open_corpus(database, {}, {.texts = false, .codings = true});
  model::SourceData data;
  CHECK_THROWS_AS(corpus->next(data), StoreError);
}

TEST_CASE_METHOD(Filled, "a source that names what is missing is reported, not analysed",
                 "[corpus]") {
  const std::string damage =
      GENERATE("UPDATE coding SET code_id = 99", "UPDATE coding SET coder_id = 99",
               "UPDATE speaker SET participant_id = 99 WHERE participant_id = 1");
  connection_of(database).execute("PRAGMA foreign_keys = OFF; " + damage);
  CHECK_THROWS_WITH(load_source(database, sources(database)[0].id),
                    Catch::Contains("damaged") && Catch::Contains("\"first\" is missing"));
  const auto corpus = open_corpus(database, {});
  model::SourceData data;
  CHECK_THROWS_AS(corpus->next(data), StoreError);
}
