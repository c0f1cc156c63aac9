#include "themata/analysis/ngrams.hpp"

namespace themata::analysis {

void Ngrams::start(const model::SourceData& source) {
  source_ = &source;
  before_.reset();
  latest_.clear();
}

bool Ngrams::follows(const SpokenWord& word) const {
  const bool neighbours =
      before_ && before_->turn == word.turn && before_->position + 1 == word.position;
  if (!neighbours) return false;
  const auto [first, last] = source_->asides_in({before_->range.end, word.range.begin});
  for (std::size_t aside = first; aside < last; ++aside) {
    if (source_->asides[aside].kind != model::AsideKind::speech) return false;
  }
  return true;
}

std::optional<std::size_t> Ngrams::add(const SpokenWord& word, std::optional<std::size_t> term,
                                       const WordTerms& terms) {
  if (!term || !follows(word)) latest_.clear();
  before_ = word;
  if (!term) return std::nullopt;
  latest_.push_back(*term);
  if (latest_.size() > length_) latest_.pop_front();
  if (latest_.size() < length_) return std::nullopt;
  joined_.clear();
  for (const std::size_t part : latest_) {
    if (!joined_.empty()) joined_ += ' ';
    joined_ += terms.term(part);
  }
  return runs_.id(joined_);
}

}  // namespace themata::analysis
