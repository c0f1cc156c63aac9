#include "themata/study/term_suggestions.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include <fmt/format.h>

#include "themata/error.hpp"
#include "themata/exchange/term_list.hpp"
#include "themata/store/corpus.hpp"
#include "themata/study/terms.hpp"
#include "themata/text/affix_dictionary.hpp"
#include "themata/text/fold.hpp"
#include "themata/text/name_key.hpp"
#include "themata/text/near_words.hpp"
#include "themata/text/stem.hpp"
#include "themata/text/utf8.hpp"

namespace themata::study {

namespace {

constexpr std::size_t least_root = 3;         ///< letters that a wildcard needs
constexpr std::size_t least_near_length = 5;  ///< of shorter words too many are a letter apart
constexpr std::size_t example_window = 5;     ///< words on either side

std::size_t length(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

/// What two words begin with, cut between characters.
std::string common_beginning(std::string_view a, std::string_view b) {
  std::size_t n = 0;
  while (n < a.size() && n < b.size() && a[n] == b[n]) ++n;
  while (n > 0 && n < a.size() && (a[n] & 0xC0) == 0x80) --n;
  return std::string(a.substr(0, n));
}

/// The ways that need nothing but the word and a form.
class Finder {
 public:
  Finder(Project& project, const std::string& language, std::string word)
      : word_(std::move(word)), root_(word_) {
    try {
      stemmer_.emplace(language);
      stem_ = stemmer_->stem(word_);
      root_ = common_beginning(word_, stem_);
    } catch (const NotFound& error) {
      project.notice(std::string(error.what()) + "; forms are found without one");
    }
    dictionary_ = text::AffixDictionary::of_language(language);
    if (dictionary_) {
      stems_ = dictionary_->stems(word_);
    } else {
      project.notice(fmt::format(
          "no Hunspell dictionary of the language \"{}\" is installed; forms are found without one",
          language));
    }
  }

  std::vector<std::string> ways_to(const std::string& form) {
    std::vector<std::string> ways;
    if (stemmer_ && stemmer_->stem(form) == stem_) ways.emplace_back("stem");
    if (dictionary_ && shares_stem(form)) ways.emplace_back("affixes");
    if (length(root_) >= least_root && form.find(root_) != std::string::npos) {
      ways.emplace_back("wildcard");
    }
    if (ways.empty() && form == word_) ways.emplace_back("wildcard");
    return ways;
  }

 private:
  bool shares_stem(const std::string& form) {
    const std::vector<std::string> stems = dictionary_->stems(form);
    return std::find_first_of(stems.begin(), stems.end(), stems_.begin(), stems_.end()) !=
           stems.end();
  }

  std::string word_;
  std::string root_;
  std::string stem_;
  std::vector<std::string> stems_;
  std::optional<text::Stemmer> stemmer_;
  std::optional<text::AffixDictionary> dictionary_;
};

/// Adds the forms that are one letter away from one that was found.
void add_near(const std::vector<TermCount>& all, std::vector<Suggestion>& found) {
  std::unordered_set<std::string> known;
  std::vector<std::string> long_enough;
  text::NearWords near;
  for (const Suggestion& suggestion : found) {
    known.insert(suggestion.form);
    if (length(suggestion.form) < least_near_length) continue;
    long_enough.push_back(suggestion.form);
    near.add(suggestion.form);
  }
  for (const TermCount& row : all) {
    if (known.contains(row.term)) continue;
    const auto nearest = near.find(row.term);
    if (!nearest || text::edit_distance(row.term, long_enough[*nearest]) != 1) continue;
    found.push_back({row.term, {"near " + long_enough[*nearest]}, {}, row.participants,
                     row.frequency, {}});
  }
}

/// The first place of each, in one walk over the study.
void add_examples(Project& project, const Filter& filter, std::vector<Suggestion>& found) {
  if (found.empty()) return;
  std::unordered_map<std::string, Suggestion*> without_example;
  model::TermFamily family;
  for (Suggestion& suggestion : found) {
    without_example.emplace(suggestion.form, &suggestion);
    family.patterns.push_back({model::TermPattern::Kind::words, {suggestion.form}, false});
  }
  const auto corpus = store::open_corpus(project.database(), select(project, filter));
  analysis::kwic(*corpus, family, example_window, [&](const KwicLine& line) {
    const auto place = without_example.find(text::fold(line.keyword));
    if (place == without_example.end()) return;
    place->second->example = line;
    without_example.erase(place);
  });
}

void add_states(const model::StoredFamily& family, std::vector<Suggestion>& found) {
  for (Suggestion& suggestion : found) {
    for (const model::TermForm& form : family.forms) {
      if (form.pattern == suggestion.form) suggestion.state = form.state;
    }
  }
}

std::string one_word(const std::string& word) {
  const model::TermPattern pattern = exchange::parse_term_pattern(word);
  const bool plain = pattern.kind == model::TermPattern::Kind::words && !pattern.excluded &&
                     pattern.words.size() == 1 &&
                     pattern.words.front().find('*') == std::string::npos;
  if (!plain) throw InputError(fmt::format("{} is not one word, whose derivatives could be found", word));
  return pattern.words.front();
}

}  // namespace

std::vector<Suggestion> suggest_forms(Project& project, const Filter& filter,
                                      const std::string& word,
                                      const std::optional<std::string>& family) {
  Finder finder(project, study_info(project).language, one_word(word));
  const std::vector<TermCount> all = word_table(project, filter, {});
  std::vector<Suggestion> found;
  for (const TermCount& row : all) {
    std::vector<std::string> ways = finder.ways_to(row.term);
    if (ways.empty()) continue;
    found.push_back({row.term, std::move(ways), {}, row.participants, row.frequency, {}});
  }
  add_near(all, found);
  std::stable_sort(found.begin(), found.end(), [](const Suggestion& a, const Suggestion& b) {
    return a.frequency != b.frequency ? a.frequency > b.frequency : a.form < b.form;
  });
  add_examples(project, filter, found);
  if (family) add_states(find_family(term_families(project), *family), found);
  return found;
}

}  // namespace themata::study
