#include "themata/analysis/spoken_words.hpp"

#include <algorithm>

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

void SpokenWords::start(const model::SourceData& source, const model::Selection& selection) {
  source_ = &source;
  narrowed_to_coded_text_ = selection.coded_text_only();
  coded_.clear();
  if (narrowed_to_coded_text_) coded_ = coded_stretches(source, selection);
  counts_nobody_ = is_counted(nullptr, selection);
  counts_speaker_.clear();
  for (const model::Speaker& speaker : source.speakers) {
    counts_speaker_.push_back(is_counted(&speaker, selection));
  }
  turn_ = next_turn_ = position_ = aside_ = coded_at_ = 0;
  segmenter_.start({});
}

std::optional<SpokenWord> SpokenWords::next() {
  do {
    const std::size_t begin =
        turn_ < source_->turns.size() ? source_->turns[turn_].range.begin.value : 0;
    while (const auto in_turn = segmenter_.next()) {
      const text::TextRange word{in_turn->begin + begin, in_turn->end + begin};
      if (in_aside(word)) continue;
      const std::size_t position = position_++;
      if (in_coded_text(word)) return SpokenWord{word, turn_, position};
    }
  } while (next_turn());
  return std::nullopt;
}

bool SpokenWords::next_turn() {
  for (; next_turn_ < source_->turns.size(); ++next_turn_) {
    const model::Turn& turn = source_->turns[next_turn_];
    if (!(turn.speaker ? counts_speaker_.at(*turn.speaker) : counts_nobody_)) continue;
    if (!shares_coded_text(turn.range)) continue;
    turn_ = next_turn_++;
    position_ = 0;
    segmenter_.start(text::slice(source_->text, turn.range));
    return true;
  }
  return false;
}

bool SpokenWords::in_aside(text::TextRange word) {
  const auto& asides = source_->asides;
  while (aside_ < asides.size() && asides[aside_].range.end <= word.begin) ++aside_;
  return aside_ < asides.size() && asides[aside_].kind != model::AsideKind::speech &&
         asides[aside_].range.contains(word);
}

bool SpokenWords::shares_coded_text(text::TextRange turn) {
  if (!narrowed_to_coded_text_) return true;
  while (coded_at_ < coded_.size() && coded_[coded_at_].end <= turn.begin) ++coded_at_;
  return coded_at_ < coded_.size() && coded_[coded_at_].begin < turn.end;
}

bool SpokenWords::in_coded_text(text::TextRange word) {
  return !narrowed_to_coded_text_ || (shares_coded_text(word) && coded_[coded_at_].contains(word));
}

}  // namespace themata::analysis
