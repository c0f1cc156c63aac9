#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace themata::test {

/// One stretch of text in each of many scripts and of the forms that trip segmenters up.
inline const std::vector<std::string>& script_samples() {
  static const std::vector<std::string> samples = {
      "I don't know -- she said: \"it's 5:30, or 1,000.50\", e.g. at a.m. (or p.m.)",
      "_ __ a_b _x x_ @ me@home.org @you a:b 1:2 a;b 1;2 ' 'tis rock'n'roll o''o a.b. ..c",
      "Sie wei\u00DF nicht, wie sch\u00F6n das f\u00FCr uns w\u00E4re \u2013 \u201Eja\u201C, "
      "sagt\u2019s.",
      "l\u2019\u00E9t\u00E9 c\u2019est na\u00EFve, e\u0301te\u0301 a\u0308 \u0301",
      "\u0395\u03AF\u03BD\u03B1\u03B9 \u03BA\u03B1\u03BB\u03AC; \u03CC\u03C7\u03B9 \u1FB3\u0345",
      "\u041F\u0440\u0438\u0432\u0435\u0442, \u043A\u0430\u043A \u0434\u0435\u043B\u0430? "
      "\u0419\u0438\u0306",
      "\u0645\u0631\u062D\u0628\u0627 \u0628\u0643\u060C \u0643\u064E\u064A\u0652\u0641 "
      "\u0663\u066B\u0661\u0664",
      "\u05E9\u05DC\u05D5\u05DD \u05E6\u05D4\"\u05DC \u05D2'\u05D5\u05E8\u05D2'",
      "\u0E2A\u0E27\u0E31\u0E2A\u0E14\u0E35\u0E04\u0E23\u0E31\u0E1A\u0E09\u0E31\u0E19\u0E44\u0E21"
      "\u0E48\u0E23\u0E39\u0E49 ok \u0E04\u0E48\u0E30",
      "\u6211\u4EEC\u5728\u8FD9\u91CC\uFF0C\u4E0D\u77E5\u9053\u3002 OK \u4ED6\u8BF4\u8FC7 "
      "123\u4E2A",
      "\u79C1\u306F\u5B66\u751F\u3067\u3059\u3002\u30C6\u30B9\u30C8\u3092\u66F8\u304F\u3001\uFF76"
      "\uFF9E \uFF9E",
      "\uC548\uB155\uD558\uC138\uC694 \u1100\u1161\u11A8 \uD55C\uAD6D",
      "\u0915\u094D\u0937\u093F \u0928\u092E\u0938\u094D\u0924\u0947 \u0967\u0968\u0969",
      "\U0001F600\U0001F1EB\U0001F1F7\U0001F1E9\U0001F1EA "
      "\U0001F468\u200D\U0001F469\u200D\U0001F467 1\uFE0F\u20E3 #\uFE0F\u20E3 \u2764\uFE0F",
      "a\u200Db a\u00ADb a\u200Bb a\u2060b \uFEFFx x\u0301\u0302y",
      "a\u00A0b\u2028c\u0085d\u3000e\u2003 \uFF9Ef \u2003\uFF9E",
      "\U0001D400\U0001D401 \U00020000\U00020001 \u2160\u00BD\u00B2 \u24D0",
      "x\ny\n\n z\tw\n\u0301a \n\uFF9E",
      "I\u2019m \u2018quoted\u2019 \u201Cyes\u201D \u2026 and\u2014so",
  };
  return samples;
}

/// A text made of pieces of the samples and single characters of them, the same for each seed.
class TextMaker {
 public:
  explicit TextMaker(unsigned int seed) : random_(seed) {}

  std::string text(std::size_t pieces) {
    std::string out;
    for (std::size_t i = 0; i < pieces; ++i) out += piece();
    return out;
  }
  std::size_t below(std::size_t bound) { return bound == 0 ? 0 : random_() % bound; }

 private:
  std::string piece() {
    static const std::vector<std::string> glue = {" ",  "\n",     "'",      ".",      "a",
                                                  "B1", "\u2019", "_",      ",",      ":",
                                                  "\"", "7",      "\u0301", "\u200D", "@"};
    if (below(2) == 0) return glue[below(glue.size())];
    const std::string& sample = script_samples()[below(script_samples().size())];
    const std::size_t begin = boundary(sample, below(sample.size()));
    const std::size_t end = boundary(sample, begin + below(12));
    return sample.substr(begin, end - begin);
  }
  static std::size_t boundary(const std::string& text, std::size_t at) {
    at = std::min(at, text.size());
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) ++at;
    return at;
  }

  std::mt19937 random_;  // not a distribution: those differ between libraries
};

/// The real transcripts, where the checkout has them beside it.
inline std::vector<std::string> real_transcripts() {
  std::vector<std::string> texts;
  const std::filesystem::path folder = std::filesystem::path(THEMATA_SHARED_DIR) / "real";
  if (!std::filesystem::exists(folder)) return texts;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    const std::string extension = entry.path().extension().string();
    if (extension != ".md" && extension != ".txt") continue;
    std::ifstream file(entry.path(), std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    texts.push_back(text.str());
  }
  return texts;
}

}  // namespace themata::test
