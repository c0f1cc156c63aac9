#include "themata/ingest/detail/style_names.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "themata/ingest/detail/characters.hpp"

namespace themata::ingest::detail {

namespace {

std::string lower(std::string_view name) {
  std::string result{name};
  std::transform(result.begin(), result.end(), result.begin(), to_ascii_lower);
  return result;
}

template <std::size_t N>
bool holds_any(const std::string& name, const std::array<std::string_view, N>& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return name.find(word) != name.npos; });
}

}  // namespace

bool names_speaker_style(std::string_view name) {
  constexpr auto speakers = std::to_array<std::string_view>(
      {"speaker", "interviewer", "question", "moderator", "facilitator", "researcher"});
  constexpr auto others = std::to_array<std::string_view>(
      {"answer", "response", "reply", "respondent", "participant", "text", "speech", "body"});
  const std::string key = lower(name);
  return holds_any(key, speakers) && !holds_any(key, others);
}

bool names_heading_style(std::string_view name) {
  const std::string key = lower(name);
  return key.starts_with("heading") || key.starts_with("title") || key.starts_with("subtitle");
}

}  // namespace themata::ingest::detail
