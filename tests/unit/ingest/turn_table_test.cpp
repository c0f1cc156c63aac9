#include "themata/ingest/detail/turn_table.hpp"

#include <string>

#include <catch2/catch.hpp>

namespace themata::ingest::detail::test {

using List = std::vector<std::string>;
using std::chrono::milliseconds;

/// A table as `DocumentBuilder` writes it.
struct Table {
  std::string text;
  std::vector<TableRow> rows;

  explicit Table(const std::vector<List>& content) {
    for (const List& cells : content) {
      if (!text.empty()) text += "\n\n";
      TableRow& row = rows.emplace_back();
      for (const std::string& cell : cells) {
        if (!row.cells.empty() && !cell.empty()) text += '\t';
        const std::size_t begin = text.size();
        text += cell;
        row.cells.push_back(text::byte_range(begin, text.size()));
      }
    }
  }

  [[nodiscard]] std::vector<DocumentTurn> turns() const { return turns_of_table(text, rows); }

  /// Each turn as "speaker|what was said".
  [[nodiscard]] List said() const {
    List result;
    for (const DocumentTurn& turn : turns()) {
      result.push_back(turn.speaker + "|" + std::string{text::slice(text, turn.range)});
    }
    return result;
  }
};

TEST_CASE("a column of names and one of speech are turns") {
  CHECK(Table({{"I:", "How was it?"}, {"P1", "Cold."}, {"I:", "And?"}, {"P1", "Warm."}}).said() ==
        List{"I|How was it?", "P1|Cold.", "I|And?", "P1|Warm."});
  CHECK(Table({{"Joanne", "Cold it was."},
               {"Ben", "Not at all."},
               {"Joanne", "It was."},
               {"Ben", "For you."}})
            .said()
            .size() == 4);
  CHECK(Table({{"Int", "How was it?"}, {"Joanne", "Cold."}}).said() ==
        List{"Int|How was it?", "Joanne|Cold."});
}

TEST_CASE("titles of columns are nobody's, wherever they come again") {
  CHECK(Table({{"Speaker", "Text"},
               {"I", "How was it?"},
               {"P", "Cold."},
               {"Speaker", "Text"},
               {"P", "Warm."}})
            .said() == List{"I|How was it?", "P|Cold.", "P|Warm."});
}

TEST_CASE("a cell without a name goes on with the speaker above") {
  const Table table({{"I", "How was it?"}, {"P", "Cold."}, {"", "Very cold."}, {"I", "And?"}});
  CHECK(table.said() == List{"I|How was it?", "P|Cold.", "P|Very cold.", "I|And?"});
  CHECK(table.turns()[2].label.empty());
}

TEST_CASE("cells with times tell when a turn began and ended") {
  const Table one({{"1", "00:01", "I", "How was it?"}, {"2", "00:04 - 00:09", "P", "Cold."}});
  REQUIRE(one.turns().size() == 2);
  CHECK(one.turns()[0].started == milliseconds{1000});
  CHECK(one.turns()[0].ended == std::nullopt);
  CHECK(one.turns()[1].started == milliseconds{4000});
  CHECK(one.turns()[1].ended == milliseconds{9000});
  CHECK(text::slice(one.text, one.turns()[0].label) == "1\t00:01\tI\t");
  const Table two({{"0:01", "0:03", "I", "How was it?"}, {"0:04", "0:07", "P", "Cold."}});
  REQUIRE(two.turns().size() == 2);
  CHECK(two.turns()[1].started == milliseconds{4000});
  CHECK(two.turns()[1].ended == milliseconds{7000});
}

TEST_CASE("rows in which nothing is said are nobody's") {
  const Table table({{"Part one, in which we meet the sea"},
                     {"I", "How was it?"},
                     {"P", "Cold."},
                     {"What happened after that. All of it.", ""},
                     {"P", ""},
                     {},
                     {"I", "And?"}});
  CHECK(table.said() == List{"I|How was it?", "P|Cold.", "I|And?"});
}

TEST_CASE("the turns of a table are in order and their labels lie before what is said") {
  const Table table({{"", "1", "I", "How was it?", "note"},
                     {"", "", "P", "Cold.", "a long"},
                     {"I", "", "P", "Warm", ""}});
  text::ByteOffset at{0};
  for (const DocumentTurn& turn : table.turns()) {
    CHECK(at <= turn.label.begin);
    CHECK(turn.label.begin <= turn.label.end);
    CHECK(turn.label.end <= turn.range.begin);
    at = turn.range.end;
  }
  CHECK(table.turns().size() == 3);
}

TEST_CASE("other tables are none of turns") {
  CHECK(Table({{"Age", "45"}, {"Town", "Brighton"}, {"Work", "Nurse"}}).said().empty());
  CHECK(Table(std::vector<List>{{"I", "How was it?"}}).said().empty());
  CHECK(Table({{"only"}, {"one"}, {"column"}}).said().empty());
  CHECK(Table(std::vector<List>{}).said().empty());
  CHECK(Table({{"", ""}, {"", ""}}).said().empty());
  CHECK(Table({{"She said so. Twice.", "A longer text in the second column"},
               {"And again she did it.", "Another long text in the second column"}})
            .said()
            .empty());
}

TEST_CASE("tables of many columns are none of turns, and take no time") {
  const auto table = [](std::size_t columns) {
    List titles(columns, "");
    titles.front() = "I";
    titles.back() = "What is said in the last of all columns?";
    List answer = titles;
    answer.front() = "P";
    std::vector<List> content{titles, answer};
    for (std::size_t i = 0; i < 10 * columns; ++i) content.push_back({"P"});
    return Table(content).said().size();
  };
  CHECK(table(256) == 2);
  CHECK(table(257) == 0);
  CHECK(table(6000) == 0);
}

TEST_CASE("a name is told from other contents of a cell") {
  CHECK(speaker_name_in(" Ben (10:31): ") == "Ben");
  CHECK(speaker_name_in("Ben") == "Ben");
  CHECK(speaker_name_in("Speaker 2 [00:01]") == "Speaker 2");
  CHECK(speaker_name_in("Joanne::") == "Joanne");
  CHECK(speaker_name_in("").empty());
  CHECK(speaker_name_in(":").empty());
  CHECK(speaker_name_in("12").empty());
  CHECK(speaker_name_in("I was there.").empty());
  CHECK(speaker_name_in("one two three four five").empty());
}

TEST_CASE("labels in what is said tell the turns, and other columns are nobody's") {
  CHECK(Table({{"I: How was it?", "opening"},
               {"Kay: Safe, mostly.", "safety"},
               {"And warm.\nI: So?", ""},
               {"Kay: Yes.", "short answer, shame?"}})
            .said() ==
        List{"I| How was it?", "Kay| Safe, mostly.", "Kay|And warm.", "I| So?", "Kay| Yes."});
  const Table numbered({{"1", "I: How was it?"}, {"2", "Kay: Safe, mostly, I would say."}});
  CHECK(numbered.said() == List{"I| How was it?", "Kay| Safe, mostly, I would say."});
  CHECK(text::slice(numbered.text, numbered.turns()[1].label) == "Kay:");
  CHECK(Table({{"0:05", "I: How was it?"}, {"0:09", "Kay: Safe, mostly."}}).turns()[1].started ==
        milliseconds{9000});
  CHECK(Table({{"Note: one of them", "x"}, {"and no label here", "y"}}).turns().empty());
}

}  // namespace themata::ingest::detail::test
