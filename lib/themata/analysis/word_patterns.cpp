#include "themata/analysis/word_patterns.hpp"

#include <algorithm>
#include <functional>

#include "themata/analysis/term_matcher.hpp"
#include "themata/text/fold.hpp"

namespace themata::analysis {

void WordPatterns::add_form(std::string_view form, std::size_t slot) {
  std::string folded = text::fold(form);
  if (folded.find('*') == std::string::npos) {
    exact_[std::move(folded)].push_back(slot);
  } else {
    wildcards_.emplace_back(std::move(folded), slot);
  }
}

void WordPatterns::add_stem(std::string_view word, std::size_t slot) {
  stems_.emplace_back(text::fold(word), slot);
}

WordPatterns::Known WordPatterns::make_known(const std::string& language) const {
  Known known;
  if (stems_.empty()) return known;
  known.stemmer.emplace_back(language);
  for (const auto& [word, slot] : stems_) {
    known.slots_by_stem[known.stemmer.front().stem(word)].push_back(slot);
  }
  return known;
}

void WordPatterns::set_language(const std::string& language) {
  const std::string key = stems_.empty() ? std::string{} : language;
  auto found = known_.find(key);
  if (found == known_.end()) found = known_.emplace(key, make_known(language)).first;
  current_ = &found->second;
}

const std::vector<std::size_t>& WordPatterns::slots_of(std::string_view word) {
  const std::size_t spelling = current_->spellings.id(word);
  if (spelling == current_->answers.size()) current_->answers.push_back(judge(word));
  return answers_[current_->answers[spelling]];
}

std::uint32_t WordPatterns::judge(std::string_view word) {
  text::fold_into(word, folded_);
  std::vector<std::size_t> slots;
  if (const auto exact = exact_.find(folded_); exact != exact_.end()) slots = exact->second;
  for (const auto& [pattern, slot] : wildcards_) {
    if (matches_wildcards(pattern, folded_)) slots.push_back(slot);
  }
  if (!current_->stemmer.empty()) {
    const auto same = current_->slots_by_stem.find(current_->stemmer.front().stem(folded_));
    if (same != current_->slots_by_stem.end()) {
      slots.insert(slots.end(), same->second.begin(), same->second.end());
    }
  }
  if (slots.empty()) return 0;
  std::sort(slots.begin(), slots.end(), std::greater<>{});
  answers_.push_back(std::move(slots));
  return static_cast<std::uint32_t>(answers_.size() - 1);
}

}  // namespace themata::analysis
