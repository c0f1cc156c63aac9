/// `set_turns`: another reading of a source's text.
#include <catch2/catch.hpp>

#include "support.hpp"
#include "themata/store/corpus.hpp"
#include "themata/store/history.hpp"
#include "themata/store/memos.hpp"
#include "themata/store/participants.hpp"
#include "themata/store/speakers.hpp"

using namespace themata;
using namespace themata::store;

namespace {

/// The filled study, and another reading of its first source, in which Ben is no label.
struct Rereading : test::Study {
  Rereading() {
    test::fill(database);
    first = sources(database)[0].id;
    reading.source.convention = "own labels";
    reading.source.imported = "2024-06-01T10:00:00Z";
    reading.source.details = {{"Place", "Oulu"}};
  }

  void read_again() {
    test::command(database, [&] { set_turns(database, first, reading.source); });
  }

  std::vector<std::string> turns() {
    const model::SourceData source = load_source(database, first);
    std::vector<std::string> lines;
    for (const model::Turn& turn : source.turns) {
      const model::Speaker* speaker = source.speaker_of(turn);
      lines.push_back((speaker == nullptr ? "" : speaker->label) + "|" +
                      std::string(text::slice(source.text, turn.range)));
    }
    return lines;
  }

  model::SourceId first;
  test::Interview reading{"first",
                          "A title\nInterviewer: How was it?\nBen- It was (laughs) fine [at home] "
                          "you know\nOther: (speech it is) hm"};
};

}  // namespace

TEST_CASE_METHOD(Rereading, "a reading takes the place of the one before", "[turns]") {
  CHECK(turns().size() == 4);
  read_again();
  CHECK(turns() == std::vector<std::string>{"|A title", "Interviewer|How was it?",
                                            "|Ben: It was (laughs) fine [at home] you know",
                                            "Other|(speech it is) hm"});
  const model::SourceData source = load_source(database, first);
  CHECK(source.speakers.size() == 2);
  CHECK(source.asides.size() == 3);
  CHECK(source.source.details == std::vector<model::SourceDetail>{{"Place", "Oulu"}});
  const SourceFile file = source_file(database, first);
  CHECK(file.convention == "own labels");
  CHECK(file.imported == "2024-06-01T10:00:00Z");
  CHECK(file.file_name == "first.txt");
  CHECK(file.encoding == "UTF-8");
}

TEST_CASE_METHOD(Rereading, "text, file, codings, memos and participants stay", "[turns]") {
  const std::string text = source_text(database, first);
  const Sha256 hash = original_hash(database, first);
  const auto codings = test::rows(database, "coding");
  const auto contents = test::rows(database, "content").size();
  read_again();
  CHECK(source_text(database, first) == text);
  CHECK(source_original(database, first) == text);
  CHECK(original_hash(database, first) == hash);
  CHECK(test::rows(database, "coding") == codings);
  CHECK(test::rows(database, "content").size() == contents);
  CHECK(memos(database).size() == 2);
  CHECK(participants(database).size() == 1);
}

TEST_CASE_METHOD(Rereading, "words are counted by the new reading", "[turns]") {
  const std::size_t before = source_summaries(database)[0].words;
  read_again();
  const auto speakers = speaker_summaries(database);
  CHECK(speakers[0].speaker.label == "Interviewer");
  CHECK(speakers[0].words == 3);
  CHECK(speakers[1].speaker.label == "Other");
  // Ben's line, its label included, is nobody's.
  CHECK(source_summaries(database)[0].words == before - 7);
}

TEST_CASE_METHOD(Rereading, "other sources are as they were", "[turns]") {
  const auto before = load_source(database, sources(database)[1].id);
  read_again();
  const auto after = load_source(database, sources(database)[1].id);
  CHECK(after.turns.size() == before.turns.size());
  CHECK(after.speakers.size() == 1);
  CHECK(after.text == before.text);
}

TEST_CASE_METHOD(Rereading, "a reading can be taken back and done again", "[turns]") {
  const auto rows_before = test::recorded_rows(database);
  const auto turns_before = turns();
  read_again();
  const auto rows_after = test::recorded_rows(database);
  const auto turns_after = turns();
  const std::int64_t change = log_entries(database).back().id;
  test::undo(database, change);
  CHECK(test::recorded_rows(database) == rows_before);
  CHECK(turns() == turns_before);
  test::redo(database, change);
  CHECK(test::recorded_rows(database) == rows_after);
  CHECK(turns() == turns_after);
}

TEST_CASE_METHOD(Rereading, "a reading that is not committed leaves the file as it was",
                 "[turns]") {
  const std::string bytes = test::read_file(folder.study());
  {
    const Change change = test::begin(database);
    set_turns(database, first, reading.source);
    CHECK(change.has_changes());
  }
  CHECK(test::read_file(folder.study()) == bytes);
  CHECK(turns().size() == 4);
}
