#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

#include "themata/model/memo.hpp"
#include "themata/model/record.hpp"
#include "themata/model/selection.hpp"
#include "themata/model/source.hpp"
#include "themata/model/study_info.hpp"
#include "themata/model/term_family.hpp"

namespace themata::model {

namespace {

/// The words of one enumeration; the single place where each is spelled.
template <class Enum, std::size_t n>
using Spelling = std::array<std::pair<Enum, std::string_view>, n>;

template <class Enum, std::size_t n>
std::string_view word_for(const Spelling<Enum, n>& spelling, Enum value) {
  for (const auto& [candidate, word] : spelling) {
    if (candidate == value) return word;
  }
  return {};
}

template <class Enum, std::size_t n>
std::optional<Enum> value_for(const Spelling<Enum, n>& spelling, std::string_view wanted) {
  for (const auto& [value, word] : spelling) {
    if (word == wanted) return value;
  }
  return std::nullopt;
}

constexpr Spelling<SourceKind, 4> source_kinds{{{SourceKind::interview, "interview"},
                                                {SourceKind::group, "group"},
                                                {SourceKind::written, "written"},
                                                {SourceKind::diary, "diary"}}};

constexpr Spelling<SpeakerRole, 3> speaker_roles{{{SpeakerRole::participant, "participant"},
                                                  {SpeakerRole::researcher, "researcher"},
                                                  {SpeakerRole::other, "other"}}};

constexpr Spelling<AsideKind, 5> aside_kinds{{{AsideKind::speech, "speech"},
                                              {AsideKind::note, "note"},
                                              {AsideKind::insertion, "insertion"},
                                              {AsideKind::timestamp, "timestamp"},
                                              {AsideKind::voice, "voice"}}};

constexpr Spelling<Speech, 3> speech_scopes{{{Speech::participants, "participants"},
                                             {Speech::researchers, "researchers"},
                                             {Speech::all, "all"}}};

constexpr Spelling<Approach, 3> approaches{{{Approach::reflexive, "reflexive"},
                                            {Approach::codebook, "codebook"},
                                            {Approach::coding_reliability, "coding-reliability"}}};

constexpr Spelling<MemoTarget, 7> memo_targets{{{MemoTarget::study, "study"},
                                                {MemoTarget::source, "source"},
                                                {MemoTarget::code, "code"},
                                                {MemoTarget::theme, "theme"},
                                                {MemoTarget::coding, "coding"},
                                                {MemoTarget::participant, "participant"},
                                                {MemoTarget::turn, "turn"}}};

constexpr Spelling<PhaseNames, 2> phase_names{
    {{PhaseNames::of_2006, "2006"}, {PhaseNames::of_2022, "2022"}}};

constexpr Spelling<ReadingTarget, 2> reading_targets{
    {{ReadingTarget::source, "source"}, {ReadingTarget::theme, "theme"}}};

constexpr Spelling<StatementKind, 3> statement_kinds{{{StatementKind::stated, "stated"},
                                                      {StatementKind::dismissed, "dismissed"},
                                                      {StatementKind::withdrawn, "withdrawn"}}};

constexpr Spelling<FormState, 3> form_states{{{FormState::proposed, "proposed"},
                                              {FormState::approved, "approved"},
                                              {FormState::rejected, "rejected"}}};

constexpr Spelling<bool, 2> hit_decisions{{{false, "kept"}, {true, "left out"}}};

}  // namespace

std::string_view to_string(SourceKind kind) { return word_for(source_kinds, kind); }
std::string_view to_string(SpeakerRole role) { return word_for(speaker_roles, role); }
std::string_view to_string(AsideKind kind) { return word_for(aside_kinds, kind); }
std::string_view to_string(Speech speech) { return word_for(speech_scopes, speech); }
std::string_view to_string(Approach approach) { return word_for(approaches, approach); }

std::optional<SourceKind> parse_source_kind(std::string_view word) {
  return value_for(source_kinds, word);
}
std::optional<SpeakerRole> parse_speaker_role(std::string_view word) {
  return value_for(speaker_roles, word);
}
std::optional<AsideKind> parse_aside_kind(std::string_view word) {
  return value_for(aside_kinds, word);
}
std::optional<Speech> parse_speech(std::string_view word) { return value_for(speech_scopes, word); }
std::optional<Approach> parse_approach(std::string_view word) {
  return value_for(approaches, word);
}

std::string_view to_string(MemoTarget target) { return word_for(memo_targets, target); }

std::optional<MemoTarget> parse_memo_target(std::string_view word) {
  return value_for(memo_targets, word);
}

std::string_view to_string(PhaseNames names) { return word_for(phase_names, names); }

std::optional<PhaseNames> parse_phase_names(std::string_view word) {
  return value_for(phase_names, word);
}

std::string_view to_string(ReadingTarget target) { return word_for(reading_targets, target); }

std::optional<ReadingTarget> parse_reading_target(std::string_view word) {
  return value_for(reading_targets, word);
}

std::string_view to_string(StatementKind kind) { return word_for(statement_kinds, kind); }

std::optional<StatementKind> parse_statement_kind(std::string_view word) {
  return value_for(statement_kinds, word);
}

std::string_view to_string(FormState state) { return word_for(form_states, state); }

std::optional<FormState> parse_form_state(std::string_view word) {
  return value_for(form_states, word);
}

std::string_view decision_word(bool left_out) { return word_for(hit_decisions, left_out); }

std::optional<bool> parse_decision(std::string_view word) { return value_for(hit_decisions, word); }

}  // namespace themata::model
