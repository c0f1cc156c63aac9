#include "themata/analysis/excerpts.hpp"

#include <algorithm>
#include <optional>
#include <unordered_map>

#include "themata/analysis/coding_counts.hpp"
#include "themata/analysis/detail/without_times.hpp"
#include "themata/text/offset_index.hpp"

namespace themata::analysis {

namespace {

/// What excerpts take from the study's small tables, each looked up once.
class Names {
 public:
  explicit Names(const model::Corpus& corpus) {
    for (const auto& participant : corpus.participants()) {
      participants_.emplace(participant.id, participant.name);
    }
    for (const auto& coder : corpus.coders()) coders_.emplace(coder.id, coder.name);
    const model::Codebook& codebook = corpus.codebook();
    for (const auto& code : codebook.codes()) {
      codes_.emplace(code.id, NamedCode{code.name, codebook.theme_paths(code.id)});
    }
  }

  void fill(const model::SourceData& source, const model::Coding& coding, Excerpt& excerpt) const {
    const NamedCode& code = codes_.at(coding.code);
    excerpt.code = code.name;
    excerpt.themes = code.themes;
    excerpt.coder = coders_.at(coding.coder);
    excerpt.participants.clear();
    for (const auto who : source.participants_in(coding.segment.range)) {
      excerpt.participants.push_back(participants_.at(who));
    }
  }

 private:
  struct NamedCode {
    std::string name;
    std::string themes;
  };
  std::unordered_map<model::ParticipantId, std::string> participants_;
  std::unordered_map<model::CoderId, std::string> coders_;
  std::unordered_map<model::CodeId, NamedCode> codes_;
};

bool is_researcher(const model::SourceData& source, std::size_t turn) {
  const model::Speaker* speaker = source.speaker_of(source.turns[turn]);
  return speaker != nullptr && speaker->role == model::SpeakerRole::researcher;
}

/// What a researcher said last before a turn.
std::string question_before(const model::SourceData& source, std::size_t turn) {
  constexpr std::size_t farthest = 20;  // turns: what was asked long before was answered there
  if (is_researcher(source, turn)) return {};
  for (std::size_t back = 1; back <= std::min(turn, farthest); ++back) {
    if (!is_researcher(source, turn - back)) continue;
    return detail::without_times(source, source.turns[turn - back].range);
  }
  return {};
}

void list_source(const model::SourceData& source, const model::Selection& selection,
                 const Names& names, const std::function<void(const Excerpt&)>& sink) {
  std::optional<text::OffsetIndex> offsets;  // made only if it is needed
  Excerpt excerpt;
  excerpt.source = source.source.name;
  excerpt.occasion = source.source.occasion;
  for (const model::Coding& coding : source.codings) {
    if (!admits_coding(selection, source, coding)) continue;
    if (!offsets) offsets.emplace(source.text);
    excerpt.id = coding.id;
    excerpt.code_id = coding.code;
    excerpt.range = offsets->code_points(coding.segment.range);
    excerpt.utf16_begin = offsets->utf16(coding.segment.range.begin);
    excerpt.text = text::slice(source.text, coding.segment.range);
    const auto [first, last] = source.turns_in(coding.segment.range);
    excerpt.started = first < last ? source.turns[first].started : std::nullopt;
    excerpt.turn = first < last ? source.turns[first].number : 0;
    excerpt.question = first < last ? question_before(source, first) : std::string();
    excerpt.rule = coding.rule;
    names.fill(source, coding, excerpt);
    sink(excerpt);
  }
}

}  // namespace

void list_excerpts(model::Corpus& corpus, const std::function<void(const Excerpt&)>& sink) {
  const Names names(corpus);
  model::SourceData source;
  corpus.rewind();
  while (corpus.next(source)) list_source(source, corpus.selection(), names, sink);
}

}  // namespace themata::analysis
