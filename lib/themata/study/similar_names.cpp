#include "themata/study/detail/similar_names.hpp"

#include <algorithm>
#include <cctype>

#include "themata/text/name_key.hpp"

namespace themata::study::detail {

namespace {

/// Letters and digits alone, for comparing names that are typed in several ways.
std::string bare(const std::string& name) {
  std::string letters;
  for (const char c : text::name_key(name)) {
    const bool counts =
        static_cast<unsigned char>(c) >= 0x80 || std::isalnum(static_cast<unsigned char>(c));
    if (counts) letters += c;
  }
  return letters;
}

bool has_digit(const std::string& name) {
  return std::any_of(name.begin(), name.end(), [](unsigned char c) { return std::isdigit(c); });
}

}  // namespace

std::vector<std::pair<std::string, std::string>> similar_names(
    const std::vector<model::Participant>& participants) {
  constexpr std::size_t most_compared = 500;
  constexpr std::size_t shortest = 5;
  std::vector<std::pair<std::string, std::string>> similar;
  if (participants.size() > most_compared) return similar;
  std::vector<std::string> names;
  for (const model::Participant& participant : participants)
    names.push_back(bare(participant.name));
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i].size() < shortest || has_digit(names[i])) continue;
    for (std::size_t j = i + 1; j < names.size(); ++j) {
      if (names[j].size() < shortest || has_digit(names[j])) continue;
      if (text::edit_distance(names[i], names[j]) > 1) continue;
      similar.emplace_back(participants[i].name, participants[j].name);
    }
  }
  return similar;
}

}  // namespace themata::study::detail
