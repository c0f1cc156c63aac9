#include "themata/analysis/spoken_words.hpp"

#include <algorithm>
#include <iterator>
#include <limits>
#include <utility>

#include "themata/analysis/stretches.hpp"

namespace themata::analysis {

namespace {

bool in_scope(model::Speech scope, const model::Speaker* speaker) {
  switch (scope) {
    case model::Speech::participants:
      return speaker != nullptr && speaker->role == model::SpeakerRole::participant;
    case model::Speech::researchers:
      return speaker != nullptr && speaker->role == model::SpeakerRole::researcher;
    case model::Speech::all:
      return true;
  }
  return false;
}

bool is_counted(const model::Speaker* speaker, const model::Selection& selection) {
  if (!in_scope(selection.speech, speaker)) return false;
  if (!selection.participants) return true;
  return speaker != nullptr && speaker->role == model::SpeakerRole::participant &&
         speaker->participant && selection.admits(*speaker->participant);
}

}  // namespace

bool is_counted(const model::SourceData& source, const model::Turn& turn,
                const model::Selection& selection) {
  return is_counted(source.speaker_of(turn), selection);
}

void SpokenWords::start(const model::SourceData& source, const model::Selection& selection,
                        TurnTest wanted) {
  source_ = &source;
  wanted_ = std::move(wanted);
  narrowed_to_coded_text_ = selection.coded_text_only();
  coded_.clear();
  if (narrowed_to_coded_text_) coded_ = coded_stretches(source, selection);
  counts_nobody_ = is_counted(nullptr, selection);
  counts_speaker_.clear();
  for (const model::Speaker& speaker : source.speakers) {
    counts_speaker_.push_back(is_counted(&speaker, selection));
  }
  turn_ = next_turn_ = position_ = aside_ = coded_at_ = 0;
  next_aside_ = {};
  segmenter_.start({});
}

bool SpokenWords::next_turn() {
  for (; next_turn_ < source_->turns.size(); ++next_turn_) {
    const model::Turn& turn = source_->turns[next_turn_];
    if (!(turn.speaker ? counts_speaker_.at(*turn.speaker) : counts_nobody_)) continue;
    if (!shares_coded_text(turn.range)) continue;
    if (wanted_ && !wanted_(text::slice(source_->text, turn.range))) continue;
    turn_ = next_turn_++;
    position_ = 0;
    segmenter_.start(source_->text, turn.range);
    return true;
  }
  return false;
}

std::span<const text::TextRange> SpokenWords::next_run() {
  for (;;) {
    const std::span<const text::TextRange> found = segmenter_.next_run();
    if (found.empty()) {
      if (!next_turn()) return {};
      continue;
    }
    if (!narrowed_to_coded_text_ && next_aside_ >= found.back().end) return found;
    run_.clear();
    std::copy_if(found.begin(), found.end(), std::back_inserter(run_),
                 [&](text::TextRange word) { return !in_aside(word) && in_coded_text(word); });
    if (!run_.empty()) return run_;
  }
}

bool SpokenWords::lies_in_aside(text::TextRange word) {
  const auto& asides = source_->asides;
  while (aside_ < asides.size() && asides[aside_].range.end <= word.begin) ++aside_;
  if (aside_ == asides.size()) {
    next_aside_ = text::ByteOffset{std::numeric_limits<std::size_t>::max()};
    return false;
  }
  next_aside_ = asides[aside_].range.begin;
  return asides[aside_].kind != model::AsideKind::speech && asides[aside_].range.contains(word);
}

bool SpokenWords::shares_coded_text(text::TextRange turn) {
  if (!narrowed_to_coded_text_) return true;
  while (coded_at_ < coded_.size() && coded_[coded_at_].end <= turn.begin) ++coded_at_;
  return coded_at_ < coded_.size() && coded_[coded_at_].begin < turn.end;
}

bool SpokenWords::lies_in_coded_text(text::TextRange word) {
  return shares_coded_text(word) && coded_[coded_at_].contains(word);
}

}  // namespace themata::analysis
