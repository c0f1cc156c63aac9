#pragma once

#include <compare>
#include <cstdint>
#include <functional>

namespace themata::model {

/// The key of one noun's row in a study. Ids of different nouns are different types.
template <class Noun>
struct Id {
  std::int64_t value = 0;

  constexpr Id() = default;
  constexpr explicit Id(std::int64_t v) : value(v) {}
  constexpr auto operator<=>(const Id&) const = default;
};

using SourceId = Id<struct SourceNoun>;
using SpeakerId = Id<struct SpeakerNoun>;
using ParticipantId = Id<struct ParticipantNoun>;
using CodeId = Id<struct CodeNoun>;
using ThemeId = Id<struct ThemeNoun>;
using CodingId = Id<struct CodingNoun>;
using CoderId = Id<struct CoderNoun>;
using MemoId = Id<struct MemoNoun>;
using JournalEntryId = Id<struct JournalEntryNoun>;
using TermFamilyId = Id<struct TermFamilyNoun>;

}  // namespace themata::model

template <class Noun>
struct std::hash<themata::model::Id<Noun>> {
  std::size_t operator()(themata::model::Id<Noun> id) const noexcept {
    return std::hash<std::int64_t>{}(id.value);
  }
};
