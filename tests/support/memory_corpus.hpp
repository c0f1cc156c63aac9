#pragma once

#include <algorithm>
#include <deque>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "themata/model/corpus.hpp"

namespace themata::test {

/// A study in memory, written down in a few lines:
///
///     MemoryCorpus study;
///     study.add_source("One", "Int: And then?\nBen: A deep breath (laughs) [slowly] and out.");
///     study.code("breath", "deep breath");
///
/// Every line is a turn, with its speaker before the first ": ". "Int" is a researcher, "All" is
/// neither researcher nor participant, "-" is nobody; anybody else is the participant of that name,
/// the same one in every source. Parentheses are notes, brackets insertions, braces other voices.
class MemoryCorpus : public model::Corpus {
 public:
  model::SourceData& add_source(std::string name, std::string_view lines,
                                std::string occasion = "") {
    model::SourceData data;
    data.source.id = model::SourceId{static_cast<std::int64_t>(sources_.size() + 1)};
    data.source.name = std::move(name);
    data.source.occasion = std::move(occasion);
    data.source.language = "en";
    data.text = lines;
    for (std::size_t at = 0; at < lines.size();) {
      const std::size_t end = std::min(lines.find('\n', at), lines.size());
      add_turn(data, at, end);
      at = end + 1;
    }
    find_asides(data);
    sources_.push_back(std::move(data));
    return sources_.back();
  }

  model::SourceData& source(std::string_view name) {
    for (auto& data : sources_) {
      if (data.source.name == name) return data;
    }
    throw std::logic_error("no source " + std::string(name));
  }

  /// Applies a code (made if it is new) to the `nth` place of `quote` in the source added last, or
  /// in the one named.
  void code(const std::string& code_name, std::string_view quote,
            const std::string& coder_name = "Ann", std::size_t nth = 1) {
    code_in(sources_.back(), code_name, quote, coder_name, nth);
  }
  void code_in(model::SourceData& data, const std::string& code_name, std::string_view quote,
               const std::string& coder_name = "Ann", std::size_t nth = 1) {
    std::size_t at = data.text.find(quote);
    while (--nth > 0 && at != std::string::npos) at = data.text.find(quote, at + 1);
    if (at == std::string::npos) throw std::logic_error("no quote " + std::string(quote));
    code_range(data, code_name, text::byte_range(at, at + quote.size()), coder_name);
  }
  void code_range(model::SourceData& data, const std::string& code_name, text::TextRange range,
                  const std::string& coder_name = "Ann") {
    model::Coding coding;
    coding.id = model::CodingId{++codings_};
    coding.segment = {data.source.id, range};
    coding.code = add_code(code_name);
    coding.coder = add_coder(coder_name);
    const auto place = std::upper_bound(
        data.codings.begin(), data.codings.end(), coding, [](const auto& a, const auto& b) {
          return std::pair(a.segment.range, a.id) < std::pair(b.segment.range, b.id);
        });
    data.codings.insert(place, coding);
  }

  model::CodeId add_code(const std::string& name) {
    for (const model::Code& code : codes_) {
      if (code.name == name) return code.id;
    }
    codes_.push_back({model::CodeId{static_cast<std::int64_t>(codes_.size() + 1)}, "", name, ""});
    codebook_ = {codes_, themes_, links_};
    return codes_.back().id;
  }

  /// A theme with these codes directly under it, itself under the theme named `parent`, if any.
  model::ThemeId add_theme(const std::string& name, const std::vector<std::string>& codes,
                           const std::string& parent = "") {
    model::Theme theme;
    theme.id = model::ThemeId{static_cast<std::int64_t>(themes_.size() + 1)};
    theme.name = name;
    if (!parent.empty()) theme.parent = theme_id(parent);
    themes_.push_back(theme);
    for (const auto& code : codes) links_.push_back({add_code(code), theme.id});
    codebook_ = {codes_, themes_, links_};
    return theme.id;
  }

  model::ThemeId theme_id(const std::string& name) const { return id_of(themes_, name); }
  model::CodeId code_id(const std::string& name) const { return id_of(codes_, name); }
  model::ParticipantId participant_id(const std::string& name) const {
    return id_of(participants_, name);
  }
  model::CoderId coder_id(const std::string& name) const { return id_of(coders_, name); }

  /// What the analysis is narrowed to; everything until a test says otherwise.
  model::Selection& select() { return selection_; }

  const model::Codebook& codebook() const override { return codebook_; }
  const std::vector<model::Participant>& participants() const override { return participants_; }
  const std::vector<model::Coder>& coders() const override { return coders_; }
  const model::Selection& selection() const override { return selection_; }
  bool next(model::SourceData& data) override {
    while (at_ < sources_.size() && !selection_.admits(sources_[at_].source)) ++at_;
    if (at_ == sources_.size()) return false;
    data = sources_[at_++];
    return true;
  }
  void rewind() override { at_ = 0; }

 private:
  template <class Thing>
  static decltype(Thing::id) id_of(const std::vector<Thing>& things, const std::string& name) {
    for (const Thing& thing : things) {
      if (thing.name == name) return thing.id;
    }
    throw std::logic_error("nothing is named " + name);
  }

  model::CoderId add_coder(const std::string& name) {
    for (const model::Coder& coder : coders_) {
      if (coder.name == name) return coder.id;
    }
    coders_.push_back({model::CoderId{static_cast<std::int64_t>(coders_.size() + 1)}, name});
    return coders_.back().id;
  }

  model::ParticipantId add_participant(const std::string& name) {
    for (const model::Participant& participant : participants_) {
      if (participant.name == name) return participant.id;
    }
    const model::ParticipantId id{static_cast<std::int64_t>(participants_.size() + 1)};
    participants_.push_back({id, "", name, {}});
    return id;
  }

  std::size_t speaker_index(model::SourceData& data, const std::string& label) {
    for (std::size_t i = 0; i < data.speakers.size(); ++i) {
      if (data.speakers[i].label == label) return i;
    }
    model::Speaker speaker;
    speaker.id = model::SpeakerId{++speakers_};
    speaker.source = data.source.id;
    speaker.label = label;
    if (label == "Int") {
      speaker.role = model::SpeakerRole::researcher;
    } else if (label == "All") {
      speaker.role = model::SpeakerRole::other;
    } else {
      speaker.participant = add_participant(label);
    }
    data.speakers.push_back(speaker);
    return data.speakers.size() - 1;
  }

  void add_turn(model::SourceData& data, std::size_t begin, std::size_t end) {
    const std::string_view text = data.text;
    const std::size_t colon = text.find(": ", begin);
    if (colon == std::string_view::npos || colon >= end) throw std::logic_error("no speaker");
    model::Turn turn;
    turn.number = data.turns.size() + 1;
    const std::string label(text.substr(begin, colon - begin));
    if (label != "-") turn.speaker = speaker_index(data, label);
    turn.label = text::byte_range(begin, colon + 1);
    turn.range = text::byte_range(colon + 2, end);
    data.turns.push_back(turn);
  }

  static void find_asides(model::SourceData& data) {
    const std::map<char, std::pair<char, model::AsideKind>> kinds{
        {'(', {')', model::AsideKind::note}},
        {'[', {']', model::AsideKind::insertion}},
        {'{', {'}', model::AsideKind::voice}}};
    for (std::size_t at = 0; at < data.text.size(); ++at) {
      const auto kind = kinds.find(data.text[at]);
      if (kind == kinds.end()) continue;
      const std::size_t end = data.text.find(kind->second.first, at);
      if (end == std::string::npos) throw std::logic_error("a bracket is open");
      data.asides.push_back({text::byte_range(at, end + 1), kind->second.second});
      at = end;
    }
  }

  std::deque<model::SourceData> sources_;  // so that references to them stay good
  std::vector<model::Code> codes_;
  std::vector<model::Theme> themes_;
  std::vector<model::CodeInTheme> links_;
  model::Codebook codebook_;
  std::vector<model::Participant> participants_;
  std::vector<model::Coder> coders_;
  model::Selection selection_;
  std::int64_t speakers_ = 0;
  std::int64_t codings_ = 0;
  std::size_t at_ = 0;
};

}  // namespace themata::test
