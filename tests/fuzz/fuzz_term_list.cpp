#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>

#include "fuzz/check.hpp"
#include "themata/error.hpp"
#include "themata/exchange/term_list.hpp"
#include "themata/text/fold.hpp"
#include "themata/text/decode.hpp"

namespace {

using namespace themata::exchange;
using themata::fuzz::check;
using themata::model::TermPattern;

void check_pattern(const TermPattern& pattern) {
  check(!pattern.words.empty(), "a pattern has a word");
  if (pattern.kind == TermPattern::Kind::code) return;
  bool stars_alone = true;
  for (const std::string& word : pattern.words) {
    check(!word.empty(), "no word is empty");
    check(themata::text::fold(word) == word, "words are folded");
    stars_alone = stars_alone && word.find_first_not_of('*') == std::string::npos;
  }
  check(!stars_alone, "a pattern is more than stars");
}

void check_list(std::string_view bytes) {
  try {
    for (const auto& family : read_term_list("t.terms", bytes)) {
      check(!family.label.empty(), "a family has a label");
      check(std::any_of(family.patterns.begin(), family.patterns.end(),
                        [](const TermPattern& pattern) { return !pattern.excluded; }),
            "a family has a pattern to count");
      for (const TermPattern& pattern : family.patterns) check_pattern(pattern);
    }
  } catch (const themata::InputError& error) {
    check(error.file() == "t.terms", "an error names the file");
  }
}

}  // namespace

// Any bytes as a term list, as the patterns of a family, and as a pattern.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = themata::fuzz::as_text(data, size);
  check_list(bytes);
  check_list("A: " + std::string(bytes));
  if (!themata::text::is_valid_utf8(bytes)) return 0;
  try {
    check_pattern(parse_term_pattern(bytes));
  } catch (const themata::InputError&) {
  }
  return 0;
}
