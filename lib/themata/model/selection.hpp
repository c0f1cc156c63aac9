#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "themata/model/codebook.hpp"
#include "themata/model/coding.hpp"
#include "themata/model/source.hpp"

namespace themata::model {

/// Whose words are counted.
enum class Speech { participants, researchers, all };
std::string_view to_string(Speech speech);
std::optional<Speech> parse_speech(std::string_view word);

/// Which part of a study is analysed. An absent list admits all, a present one its members alone
/// (an empty one none); lists of ids are sorted. Different lists narrow each other.
struct Selection {
  std::optional<std::vector<SourceId>> sources;
  std::optional<std::vector<std::string>> occasions;
  std::optional<std::vector<ParticipantId>> participants;
  std::optional<std::vector<CoderId>> coders;
  /// Text coded with any of these (a theme stands for the codes below it).
  std::optional<std::vector<CodeId>> codes;
  Speech speech = Speech::participants;

  [[nodiscard]] bool admits(const Source& source) const;
  [[nodiscard]] bool admits(ParticipantId participant) const;
  /// By coder and code only.
  [[nodiscard]] bool admits(const Coding& coding) const;
  /// True if words are to be counted only inside text that is coded so: with one of `codes`, by one
  /// of `coders`.
  [[nodiscard]] bool coded_text_only() const { return coders.has_value() || codes.has_value(); }
};

}  // namespace themata::model
