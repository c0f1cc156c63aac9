#include <algorithm>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

#include <catch2/catch.hpp>

#include "plain_icu_count.hpp"
#include "support/memory_corpus.hpp"
#include "support/numbered.hpp"
#include "themata/analysis/word_table.hpp"
#include "themata/text/decode.hpp"

using namespace themata;
using analysis::TermCount;
using test::MemoryCorpus;
using test::PlainCounts;

namespace {

/// The plain count as a word table.
std::vector<TermCount> table_of(const PlainCounts& counts) {
  std::vector<TermCount> table;
  for (const auto& [term, count] : counts) {
    table.push_back({term, count.participants.size(), count.frequency});
  }
  std::stable_sort(table.begin(), table.end(), [](const TermCount& a, const TermCount& b) {
    return a.frequency > b.frequency;  // a map is in code point order already
  });
  return table;
}

/// What differs between the two counts, for a message that can be read.
std::string first_difference(const std::vector<TermCount>& a, const std::vector<TermCount>& b) {
  const auto show = [](const TermCount& row) {
    return row.term + ' ' + std::to_string(row.participants) + ' ' + std::to_string(row.frequency);
  };
  for (std::size_t i = 0; i < std::max(a.size(), b.size()); ++i) {
    if (i < a.size() && i < b.size() && a[i] == b[i]) continue;
    return (i < a.size() ? show(a[i]) : "(end)") + " <> " + (i < b.size() ? show(b[i]) : "(end)");
  }
  return "";
}

/// The corpus agrees with the plain count as a whole, source by source, and participant by
/// participant.
void check_against_plain_count(MemoryCorpus& study) {
  PlainCounts whole;
  std::vector<std::pair<model::SourceId, PlainCounts>> by_source;
  model::SourceData source;
  study.rewind();
  while (study.next(source)) {
    count_plainly(source, whole);
    by_source.emplace_back(source.source.id, PlainCounts{});
    count_plainly(source, by_source.back().second);
  }
  CHECK(first_difference(analysis::word_table(study, {}), table_of(whole)) == "");

  for (const auto& [id, counts] : by_source) {
    study.select().sources = {id};
    CHECK(first_difference(analysis::word_table(study, {}), table_of(counts)) == "");
  }
  study.select() = {};
  for (const auto& participant : study.participants()) {
    PlainCounts own;
    study.rewind();
    while (study.next(source)) {
      std::erase_if(source.turns, [&](const model::Turn& turn) {
        return !turn.speaker || source.speakers[*turn.speaker].label != participant.name;
      });
      count_plainly(source, own);
    }
    study.select().participants = {participant.id};
    CHECK(first_difference(analysis::word_table(study, {}), table_of(own)) == "");
    study.select() = {};
  }
}

/// Pieces that try every rule of word segmentation and of folding.
const std::vector<std::string> pieces{"a",
                                      "B",
                                      "the",
                                      "Breath",
                                      "breathe",
                                      "don",
                                      "'",
                                      "’",
                                      "‘",
                                      "\"",
                                      "“",
                                      "”",
                                      " ",
                                      " ",
                                      " ",
                                      "  ",
                                      ".",
                                      ",",
                                      ":",
                                      ";",
                                      "-",
                                      "–",
                                      "…",
                                      "_",
                                      "@",
                                      "#",
                                      "/",
                                      "*",
                                      "&",
                                      "%",
                                      "1",
                                      "42",
                                      "3.14",
                                      "1,000",
                                      "é",
                                      "e\u0301",
                                      "E\u0301",
                                      "\u0301",
                                      "\u0308",
                                      "ß",
                                      "ẞ",
                                      "İ",
                                      "ı",
                                      "I\u0307",
                                      "ﬁ",
                                      "ſ",
                                      "Å",
                                      "Å",
                                      "Ω",
                                      "Ω",
                                      "Σ",
                                      "σ",
                                      "ς",
                                      "\u1F80",
                                      "\u03B1\u0345",
                                      "Ж",
                                      "й",
                                      "и\u0306",
                                      "א",
                                      "״",
                                      "׳",
                                      "ב",
                                      "ع",
                                      "ل",
                                      "\u0640",
                                      "क",
                                      "\u094D",
                                      "ष",
                                      "ि",
                                      "ก",
                                      "า",
                                      "ร",
                                      "ไทย",
                                      "ភាសា",
                                      "日",
                                      "本",
                                      "語",
                                      "ひ",
                                      "らがな",
                                      "カ",
                                      "タ",
                                      "ー",
                                      "한",
                                      "\u1112\u1161\u11AB",
                                      "국",
                                      "\u200B",
                                      "\u200C",
                                      "\u200D",
                                      "\u00AD",
                                      "\u2060",
                                      "\uFEFF",
                                      "\u00A0",
                                      "\u3000",
                                      "\u2003",
                                      "😀",
                                      "👩\u200D👩\u200D👧",
                                      "🏳️\u200D🌈",
                                      "🇩🇪",
                                      "🇫",
                                      "👍🏽",
                                      "½",
                                      "²",
                                      "Ⅷ",
                                      "ⅷ",
                                      "١٢",
                                      "①",
                                      "𐐀",
                                      "𐐨",
                                      "𝒜",
                                      "\u0149",
                                      "ǰ",
                                      "Ա",
                                      "և",
                                      "Ꭰ",
                                      "ꭰ",
                                      "·",
                                      "‧",
                                      "․",
                                      "＇",
                                      "．",
                                      "\u0085",
                                      "\u2028",
                                      "\t",
                                      "(laughs)",
                                      "[she]",
                                      "{mm}",
                                      "(é 1)"};

std::string random_line(std::mt19937& random) {
  std::string line;
  for (std::size_t i = random() % 40; i > 0; --i) line += pieces[random() % pieces.size()];
  return line;
}

MemoryCorpus random_study(std::mt19937& random) {
  const std::vector<std::string> labels{"Int", "All", "-", "Ben", "Mia", "Zoë", "Bo"};
  MemoryCorpus study;
  for (int s = 0; s < 3; ++s) {
    std::string lines;
    for (int turn = 0; turn < 8; ++turn) {
      if (turn > 0) lines += '\n';
      lines += labels[random() % labels.size()] + ": " + random_line(random);
    }
    study.add_source(test::numbered("S", s), lines);
  }
  return study;
}

/// Every paragraph of a file as a turn, by two speakers and a researcher in rotation.
void add_file(MemoryCorpus& study, const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  const std::string text = text::decode(bytes.str()).text;
  model::SourceData& source = study.add_source(path.filename().string(), "A: a\nB: b\nInt: c");
  source.turns.clear();
  source.text = text;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    model::Turn turn;
    turn.number = source.turns.size() + 1;
    turn.speaker = turn.number % source.speakers.size();
    turn.range = text::byte_range(at, end);
    if (end > at) source.turns.push_back(turn);
    at = end + 1;
  }
}

}  // namespace

TEST_CASE("the word table equals a plain ICU count on random texts in many scripts") {
  std::mt19937 random(20'240'229);
  for (int round = 0; round < 200; ++round) {
    MemoryCorpus study = random_study(random);
    check_against_plain_count(study);
  }
}

TEST_CASE("the word table equals a plain ICU count on real transcripts") {
  const std::filesystem::path folder = THEMATA_SHARED_DIR "/real";
  if (!std::filesystem::exists(folder)) return;
  MemoryCorpus study;
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    const auto extension = entry.path().extension();
    if (!entry.is_regular_file() || (extension != ".md" && extension != ".txt")) continue;
    add_file(study, entry.path());
    ++files;
  }
  CHECK(files > 0);
  check_against_plain_count(study);
}
