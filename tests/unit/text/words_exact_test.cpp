/// Words against ICU's own iterator over the whole text, byte for byte, where it is hardest.
#include <memory>
#include <random>
#include <string>
#include <vector>

#include <catch2/catch.hpp>
#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include "themata/text/utf8.hpp"
#include "themata/text/words.hpp"

namespace {

using namespace themata::text;

/// The rule itself: one pass of ICU over the text in UTF-16. (Over UTF-8 its dictionaries take
/// other decisions: they have thresholds in units of the text they are given.)
class RuleWords {
 public:
  RuleWords() {
    UErrorCode status = U_ZERO_ERROR;
    boundaries_.reset(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
    REQUIRE(U_SUCCESS(status));
  }

  const std::vector<TextRange>& of(const std::string& text) {
    wide_ = icu::UnicodeString::fromUTF8(text);
    boundaries_->setText(wide_);
    words_.clear();
    std::size_t byte = 0;
    std::int32_t begin = 0;
    for (std::int32_t end; (end = boundaries_->next()) != icu::BreakIterator::DONE;) {
      const std::size_t first = byte;
      bool is_word = false;
      while (begin < end) {
        const UChar32 c = wide_.char32At(begin);
        begin += U16_LENGTH(c);
        byte += static_cast<std::size_t>(U8_LENGTH(c));
        is_word = is_word || (U_GET_GC_MASK(c) & (U_GC_L_MASK | U_GC_N_MASK)) != 0;
      }
      if (is_word) words_.push_back(byte_range(first, byte));
    }
    return words_;
  }

 private:
  std::unique_ptr<icu::BreakIterator> boundaries_;
  icu::UnicodeString wide_;
  std::vector<TextRange> words_;
};

bool agrees(const std::string& text, WordSegmenter& segmenter, RuleWords& rule) {
  segmenter.start(text);
  for (const TextRange word : rule.of(text)) {
    const auto ours = segmenter.next();
    if (ours == word) continue;
    const std::size_t line = text.rfind('\n', word.begin.value) + 1;
    UNSCOPED_INFO("here: " << text.substr(line, text.find('\n', line) - line));
    UNSCOPED_INFO("ICU: " << slice(text, word));
    if (ours) UNSCOPED_INFO("not: " << slice(text, *ours));
    return false;
  }
  return !segmenter.next();
}

/// The same by runs, for a part of a longer text: what stands around it changes nothing.
bool agrees_within(const std::string& before, const std::string& text, const std::string& after,
                   WordSegmenter& segmenter, RuleWords& rule) {
  const std::string whole = before + text + after;
  segmenter.start(whole, byte_range(before.size(), before.size() + text.size()));
  std::vector<TextRange> words;
  for (auto run = segmenter.next_run(); !run.empty(); run = segmenter.next_run()) {
    for (const TextRange word : run) {
      words.push_back(byte_range(word.begin.value - before.size(), word.end.value - before.size()));
    }
  }
  return words == rule.of(text);
}

bool is_surrogate(char32_t c) { return c >= 0xD800 && c < 0xE000; }

/// The characters that the rules speak of, more than one of most kinds, and some that they do not.
const std::vector<char32_t>& tricky_characters() {
  static const std::vector<char32_t> characters = {
      'a',     'Z',     '5',     ' ',     '\n',    '\r',    '\t',    '_',     '@',     ':',
      ';',     '.',     ',',     '\'',    '"',     '-',     0x00,    0x85,    0xA0,    0xAA,
      0xAD,    0xB2,    0xB7,    0xBD,    0xE9,    0x2C2,   0x301,   0x345,   0x37E,   0x387,
      0x3B1,   0x416,   0x55F,   0x5D0,   0x5F4,   0x600,   0x628,   0x64B,   0x661,   0x66B,
      0x66C,   0x6DD,   0x915,   0x93F,   0x94D,   0x967,   0xE01,   0xE34,   0xE50,   0xEAB,
      0x1019,  0x1100,  0x1161,  0x1780,  0x180E,  0x200B,  0x200C,  0x200D,  0x200E,  0x2003,
      0x2014,  0x2018,  0x2019,  0x201C,  0x2024,  0x2026,  0x2027,  0x2028,  0x203F,  0x2060,
      0x20E3,  0x2122,  0x2139,  0x2160,  0x2460,  0x24C2,  0x263A,  0x3000,  0x3001,  0x3005,
      0x3031,  0x3042,  0x309B,  0x30A2,  0x30FC,  0x4E00,  0xA789,  0xAC00,  0xFE0F,  0xFE13,
      0xFE33,  0xFE52,  0xFE55,  0xFEFF,  0xFF07,  0xFF0C,  0xFF0E,  0xFF1A,  0xFF10,  0xFF21,
      0xFF3F,  0xFF76,  0xFF9E,  0xFFFD,  0x1D400, 0x1F170, 0x1F1EB, 0x1F1F7, 0x1F3FB, 0x1F600,
      0x1F468, 0x20000, 0xE0020, 0xE0101, 0x10FFFF};
  return characters;
}

std::string random_text(std::mt19937& random, std::size_t length) {
  const auto& characters = tricky_characters();
  std::string text;
  while (length-- > 0) append_code_point(characters[random() % characters.size()], text);
  return text;
}

}  // namespace

TEST_CASE("Every code point in many surroundings is cut as by ICU") {
  const std::vector<std::pair<std::string, std::string>> surroundings = {
      {"a", "b"},       {"1", "2"},  {"a", "'b"},          {"a'", "b"},       {"1.", "2"},
      {" ", " "},       {"\n", "x"}, {"_", "_"},           {"a ", "\u0301c"}, {"\u05D0", "\u05D1"},
      {"a\u200D", "z"}, {"", ""},    {"\u2019", "\u2019s"}};
  WordSegmenter segmenter;
  RuleWords rule;
  // Several to a text, for speed; a line feed between them parts all.
  for (char32_t first = 0; first <= 0x10FFFF; first += 64) {
    std::string text;
    for (char32_t c = first; c < first + 64; ++c) {
      if (is_surrogate(c)) continue;
      for (const auto& [before, after] : surroundings) {
        text += before;
        append_code_point(c, text);
        text += after + '\n';
      }
    }
    CAPTURE(static_cast<std::uint32_t>(first));
    if (!agrees(text, segmenter, rule)) FAIL("differs from ICU");
  }
}

TEST_CASE("Every pair and triple of tricky characters is cut as by ICU") {
  const auto& characters = tricky_characters();
  WordSegmenter segmenter;
  RuleWords rule;
  for (const char32_t a : characters) {
    for (const char32_t b : characters) {
      std::string text;
      for (const char32_t c : characters) {
        for (const char32_t one : {a, b, c}) append_code_point(one, text);
        text += '\n';
        for (const char32_t one : {U'k', a, b, c}) append_code_point(one, text);
        text += "k\n";
      }
      CAPTURE(static_cast<std::uint32_t>(a), static_cast<std::uint32_t>(b));
      if (!agrees(text, segmenter, rule)) FAIL("differs from ICU");
    }
  }
}

TEST_CASE("Random sequences of tricky characters are cut as by ICU") {
  std::mt19937 random(20240607);
  WordSegmenter segmenter;
  RuleWords rule;
#ifdef NDEBUG
  constexpr int rounds = 40'000;
#else
  constexpr int rounds = 4'000;  // without optimisation, under sanitizers, it takes long
#endif
  for (int round = 0; round < rounds; ++round) {
    const std::string text = random_text(random, 1 + random() % 24);
    CAPTURE(text, round);
    if (!agrees(text, segmenter, rule)) FAIL("differs from ICU");
    const std::string before = random_text(random, random() % 4);
    const std::string after = random_text(random, random() % 40);
    CAPTURE(before, after);
    if (!agrees_within(before, text, after, segmenter, rule)) FAIL("differs from ICU in a part");
  }
  for (int round = 0; round < rounds / 200; ++round) {
    const std::string text = random_text(random, 3'000);
    CAPTURE(round);
    if (!agrees(text, segmenter, rule)) FAIL("differs from ICU");
  }
}

TEST_CASE("Random sequences of what a block knows by itself are cut as by ICU") {
  const std::vector<std::string> pieces = {
      "a",      "Zoe",    "7",      "42",     " ",      " ",      ".",      ",",      "'",
      ";",      ":",      "-",      "_",      "\u00E9", "\u00D7", "\u0142", "\u0436", "\u0301",
      "\u2018", "\u2019", "\u2019", "\u201D", "\u2014", "\u2026", "\u2024", "\u200D", "\u05D0"};
  std::mt19937 random(77);
  WordSegmenter segmenter;
  RuleWords rule;
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    while (text.size() < 40 + random() % 200) text += pieces[random() % pieces.size()];
    CAPTURE(text, round);
    if (!agrees(text, segmenter, rule)) FAIL("differs from ICU");
    if (!agrees_within("a", text, "b\u2019", segmenter, rule)) FAIL("differs from ICU in a part");
  }
}

TEST_CASE("Runs for ICU's dictionaries are cut as in their text, also when they come again") {
  const std::vector<std::string> runs = {"\u6211\u4EEC\u5728\u8FD9\u91CC",
                                         "\u4E0D\u77E5\u9053",
                                         "\u79C1\u306F\u5B66\u751F\u3067\u3059",
                                         "\u30C6\u30B9\u30C8\u30FC",
                                         "\uFF76\uFF9E",
                                         "\uC548\uB155",
                                         "\uD638\uD761\uC774",
                                         "\u0E2A\u0E27\u0E31\u0E2A\u0E14\u0E35",
                                         "\u0E04\u0E48\u0E30",
                                         "\u1780\u17D2\u1789\u17BB\u17C6",
                                         "\u0E34",
                                         "\u3005"};
  const std::vector<std::string> between = {
      " ",      " ", "\n",         "\u3002",     "\uFF0C", "!",      "",       "",
      "a",      "7", "_",          "@",          "\uFF1A", "\u0301", "\u200D", "\uFE0F",
      "\u2019", ".", "\U0001F600", "\U0001F1EB", "\u05D0", "\u3000"};
  std::mt19937 random(31);
  WordSegmenter segmenter;
  RuleWords rule;
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    for (std::size_t i = 1 + random() % 9; i > 0; --i) {
      text += between[random() % between.size()] + runs[random() % runs.size()];
    }
    text += between[random() % between.size()];
    CAPTURE(text, round);
    if (!agrees(text, segmenter, rule)) FAIL("differs from ICU");
    if (!agrees_within("\u4E0D", text, "\u9053", segmenter, rule))
      FAIL("differs from ICU in a part");
  }
}

TEST_CASE("Words across the ends of blocks are cut as by ICU") {
  WordSegmenter segmenter;
  RuleWords rule;
  for (const std::string middle :
       {"don't", "don\u2019t", "x.", "1,5", "e.g. ", "'", "a_b", "\u00E9", "1\u20192", "x\u2026",
        "\u2014", "\u0436.\u0436", "\u00D7"}) {
    for (std::size_t shift = 0; shift < 140; ++shift) {
      for (const char filler : {' ', 'w', '.'}) {
        const std::string text = std::string(shift, filler) + middle;
        CAPTURE(text);
        CHECK(agrees(text, segmenter, rule));
        CHECK(agrees(text + " end", segmenter, rule));
      }
    }
  }
}

TEST_CASE("A cautious segmenter, for another version of ICU, finds the same words") {
  WordSegmenter segmenter = WordSegmenter::cautious();
  RuleWords rule;
  std::mt19937 random(5);
  for (int round = 0; round < 5'000; ++round) {
    const std::string text = random_text(random, 1 + random() % 40);
    CAPTURE(text, round);
    if (!agrees(text, segmenter, rule)) FAIL("differs from ICU");
  }
  CHECK(agrees("I don\u2019t, e.g. a_b @c d:e 1,5 caf\u00E9", segmenter, rule));
}
