#include "themata/analysis/method_words.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "themata/text/fold.hpp"
#include "themata/text/words.hpp"

namespace themata::analysis {

namespace {

constexpr std::array<MethodWord, 4> words{{
    {"emerge",
     "Themes do not emerge from data: a researcher makes them (Braun and Clarke 2006, p. 80)"},
    {"saturation",
     "Saturation does not fit an analysis in which meaning is made by interpretation (Braun and "
     "Clarke 2021)"},
    {"bias",
     "A researcher's subjectivity is a resource of the analysis, not a bias to be controlled "
     "(Braun and Clarke 2019)"},
    {"inter-rater",
     "Agreement between coders is no measure of quality where coding is interpretation (Braun and "
     "Clarke 2019)"},
}};

struct Form {
  std::string_view begin;  // of a word
  std::string_view next;   // of the word after it; empty: any
  std::string_view name;
};

constexpr std::array<Form, 10> forms{{
    {"emerge", "", "emerge"},
    {"emerging", "", "emerge"},
    {"saturat", "", "saturation"},
    {"bias", "", "bias"},
    {"unbias", "", "bias"},
    {"interrater", "", "inter-rater"},
    {"intercoder", "", "inter-rater"},
    {"inter", "rater", "inter-rater"},
    {"inter", "coder", "inter-rater"},
    {"inter", "observer", "inter-rater"},
}};

bool meets(const Form& form, std::string_view word, std::string_view next) {
  if (word.starts_with("emergenc") && word != "emergence") return false;  // an emergency
  if (form.next.empty()) return word.starts_with(form.begin);
  return word == form.begin && next.starts_with(form.next);
}

}  // namespace

std::span<const MethodWord> method_words() { return words; }

std::vector<MethodWordHit> method_words_in(std::string_view text) {
  std::vector<text::TextRange> ranges;
  std::vector<std::string> folded;
  text::WordSegmenter segmenter;
  segmenter.start(text);
  while (const auto range = segmenter.next()) {
    ranges.push_back(*range);
    folded.push_back(text::fold(text::slice(text, *range)));
  }
  folded.emplace_back();  // what follows the last word

  std::vector<MethodWordHit> hits;
  for (std::size_t i = 0; i < ranges.size(); ++i) {
    const auto form = std::find_if(forms.begin(), forms.end(), [&](const Form& one) {
      return meets(one, folded[i], folded[i + 1]);
    });
    if (form == forms.end()) continue;
    const std::size_t last = form->next.empty() ? i : i + 1;
    hits.push_back({form->name, {ranges[i].begin, ranges[last].end}});
  }
  return hits;
}

}  // namespace themata::analysis
