#include <random>
#include <sstream>

#include <catch2/catch.hpp>

#include "themata/report/table.hpp"
#include "themata/text/display_width.hpp"

using namespace themata::report;
using themata::text::display_width;

namespace {

using Rows = std::vector<std::vector<Cell>>;
constexpr auto text = Column::Kind::text;
constexpr auto number = Column::Kind::number;

std::string written(const std::vector<Column>& columns, const Rows& rows, std::size_t width = 0) {
  std::ostringstream out;
  const auto writer = make_table_writer(TableFormat::text, out, {width});
  writer->begin(columns);
  for (const auto& row : rows) writer->row(row);
  writer->finish();
  return out.str();
}

std::vector<std::string> lines_of(const std::string& table) {
  std::vector<std::string> lines;
  std::istringstream in(table);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

}  // namespace

TEST_CASE("Columns are aligned under a heading and a rule, numbers to the right") {
  CHECK(written({{"term", text}, {"participants", number}, {"frequency", number}},
                {{"calm", 9, 1024}, {"breathe", 12, 7}}) ==
        "term     participants  frequency\n"
        "───────  ────────────  ─────────\n"
        "calm                9       1024\n"
        "breathe            12          7\n");
}

TEST_CASE("No line ends in spaces, whatever the last cells are") {
  CHECK(written({{"a", text}, {"description", text}}, {{"x", ""}, {"", "y "}, {"", ""}}) ==
        "a  description\n"
        "─  ───────────\n"
        "x\n"
        "   y\n"
        "\n");
}

TEST_CASE("A table without rows has its heading") {
  CHECK(written({{"term", text}}, {}) == "term\n────\n");
  CHECK(written({{"term", text}}, {}, 80) == "term\n────\n");
}

TEST_CASE("Wide, combining and right-to-left characters keep the columns straight") {
  CHECK(written({{"name", text}, {"n", number}},
                {{"日本語", 1}, {"cafe\u0301", 22}, {"שלום", 3}, {"😀👩‍👧", 4}}) ==
        "name     n\n"
        "──────  ──\n"
        "日本語   1\n"
        "cafe\u0301    22\n"
        "שלום     3\n"
        "😀👩‍👧     4\n");
}

TEST_CASE("Without a width, line breaks and tabs are spaces and nothing is wrapped") {
  const std::string longest(300, 'x');
  CHECK(written({{"text", text}}, {{"one\ntwo\tthree\r"}, {longest}}) == "text\n" + [] {
    std::string rule;
    for (int i = 0; i < 300; ++i) rule += "─";
    return rule;
  }() + "\none two three\n" + longest + "\n");
}

TEST_CASE("Control characters never reach the terminal") {
  CHECK(written({{"t", text}}, {{"\x1B[31mred\x07 \x7F \xC2\x9B 0"}}) ==
        "t\n───────────────\n\uFFFD[31mred\uFFFD \uFFFD \uFFFD 0\n");
}

TEST_CASE("Long cells are wrapped to the terminal, and their own line breaks kept") {
  CHECK(written({{"code", text}, {"n", number}, {"text", text}},
                {{"Safe place", 3, "I picture the beach near my nan's house and stay there"},
                 {"Humour", 11, "Ha!\nWell."}},
                40) ==
        "code         n  text\n"
        "──────────  ──  ────────────────────────\n"
        "Safe place   3  I picture the beach near\n"
        "                my nan's house and stay\n"
        "                there\n"
        "Humour      11  Ha!\n"
        "                Well.\n");
}

TEST_CASE("Long texts give way first, in proportion to what they hold") {
  const std::string words = "aaaa bbbb cccc dddd eeee ffff gggg hhhh";
  const auto lines = lines_of(
      written({{"a", text}, {"b", text}, {"c", text}}, {{"short one", words, words + words}}, 80));
  CHECK(lines[1] ==
        "─────────  ────────────────────  ───────────────────────────────────────────────");
  CHECK(lines[2] == "short one  aaaa bbbb cccc dddd   aaaa bbbb cccc dddd eeee ffff gggg hhhhaaaa");
}

TEST_CASE("Where that is not enough, short texts are wrapped too") {
  CHECK(
      written({{"a", text}, {"b", text}}, {{"one two three", "Well, I think so, and so on"}}, 20) ==
      "a      b\n"
      "─────  ─────────────\n"
      "one    Well, I think\n"
      "two    so, and so on\n"
      "three\n");
}

TEST_CASE("A table that fits the terminal is not wrapped") {
  CHECK(written({{"a", text}, {"b", text}}, {{"one two", "three"}}, 14) ==
        "a        b\n───────  ─────\none two  three\n");
}

TEST_CASE("In a terminal too narrow for columns, each row is a record") {
  CHECK(written({{"name", text}, {"participants", number}, {"description", text}},
                {{"Self-criticism", 3, "being hard\n on oneself, a lot"}, {"Calm", 10, ""}}, 34) ==
        "name          Self-criticism\n"
        "participants  3\n"
        "description   being hard\n"
        "               on oneself, a lot\n"
        "\n"
        "name          Calm\n"
        "participants  10\n"
        "description\n");
  CHECK(written({{"name", text}, {"participants", number}}, {{"Self-criticism", 3}}, 1) ==
        "name          Self-criticism\n"
        "participants  3\n");
}

TEST_CASE("Wrapped tables stay within the terminal and lose no word") {
  const std::vector<std::string> words{"a",    "breath",         "日本語", "cafe\u0301",
                                       "שלום", "self-criticism", "😀",      "antidisestablishment"};
  std::mt19937 random(5);
  for (int round = 0; round < 300; ++round) {
    Rows rows(1 + random() % 4);
    std::string all;
    for (auto& row : rows) {
      for (int column = 0; column < 3; ++column) {
        std::string cell;
        for (std::size_t n = random() % 30; n > 0; --n) {
          cell += words[random() % words.size()] + (random() % 9 == 0 ? "\n" : " ");
        }
        row.emplace_back(cell);
        all += cell;
      }
      row.emplace_back(static_cast<std::int64_t>(random() % 1000));
    }
    const std::size_t width = 40 + random() % 80;
    const std::string table =
        written({{"a", text}, {"b", text}, {"c", text}, {"n", number}}, rows, width);
    INFO(table);
    for (const std::string& line : lines_of(table)) {
      REQUIRE(display_width(line) <= width);
      REQUIRE((line.empty() || line.back() != ' '));
    }
    const auto letters = [](const std::string& s) {
      return std::count_if(s.begin(), s.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    };
    const bool has_columns = table.find("──") != std::string::npos;
    const auto headings = static_cast<std::ptrdiff_t>(has_columns ? 1 : rows.size());
    REQUIRE(letters(table) == letters(all) + 4 * headings);
  }
}
