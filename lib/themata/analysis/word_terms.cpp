#include "themata/analysis/word_terms.hpp"

#include <limits>
#include <unordered_map>
#include <unordered_set>

#include "themata/analysis/string_ids.hpp"
#include "themata/text/fold.hpp"
#include "themata/text/stem.hpp"
#include "themata/text/stop_words.hpp"

namespace themata::analysis {

namespace {

using WordSet = std::unordered_set<std::string_view>;

constexpr std::size_t left_out = std::numeric_limits<std::size_t>::max();

/// What is known of the spellings of one language.
struct Language {
  const WordSet* function_words = nullptr;
  const WordSet* fillers = nullptr;
  std::optional<text::Stemmer> stemmer;
  StringIds spellings;
  std::vector<std::size_t> terms;  // of each spelling
};

bool holds(const WordSet* words, std::string_view word) {
  return words != nullptr && words->contains(word);
}

}  // namespace

struct WordTerms::Impl {
  WordTermOptions options;
  std::unordered_set<std::string> own;
  std::unordered_map<std::string, Language> languages;
  Language* current = nullptr;
  StringIds terms;
  std::string folded;

  Language made_for(const std::string& language) const {
    Language made;
    if (options.without_function_words) made.function_words = &text::stop_words(language);
    if (options.without_fillers) made.fillers = &text::filler_words(language);
    if (options.by_stem) made.stemmer.emplace(language);
    return made;
  }

  std::size_t judged(std::string_view word) {
    text::fold_into(word, folded);
    if (holds(current->function_words, folded) || holds(current->fillers, folded) ||
        own.contains(folded)) {
      return left_out;
    }
    return terms.id(current->stemmer ? current->stemmer->stem(folded) : folded);
  }
};

WordTerms::WordTerms(const WordTermOptions& options) : impl_(std::make_unique<Impl>()) {
  impl_->options = options;
  impl_->own.insert(options.stop_words.begin(), options.stop_words.end());
}

WordTerms::~WordTerms() = default;
WordTerms::WordTerms(WordTerms&&) noexcept = default;
WordTerms& WordTerms::operator=(WordTerms&&) noexcept = default;

void WordTerms::set_language(const std::string& language) {
  const WordTermOptions& options = impl_->options;
  const bool any_language =
      !options.without_function_words && !options.without_fillers && !options.by_stem;
  const std::string& key = any_language ? std::string() : language;
  auto found = impl_->languages.find(key);
  if (found == impl_->languages.end()) {
    found = impl_->languages.emplace(key, impl_->made_for(language)).first;
  }
  impl_->current = &found->second;
}

std::optional<std::size_t> WordTerms::term_of(std::string_view word) {
  Language& language = *impl_->current;
  const std::size_t spelling = language.spellings.id(word);
  if (spelling == language.terms.size()) language.terms.push_back(impl_->judged(word));
  const std::size_t term = language.terms[spelling];
  return term == left_out ? std::nullopt : std::optional{term};
}

std::string_view WordTerms::term(std::size_t number) const { return impl_->terms.string(number); }

std::size_t WordTerms::size() const { return impl_->terms.size(); }

}  // namespace themata::analysis
