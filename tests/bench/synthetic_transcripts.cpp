#include "synthetic_transcripts.hpp"

#include <array>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <string_view>
#include <unordered_set>

namespace themata::bench {

namespace {

constexpr std::size_t vocabulary_size = 20'000;

constexpr std::array<std::string_view, 24> onsets = {"b",  "br", "c",  "d",  "dr", "f", "g",  "h",
                                                     "j",  "k",  "l",  "m",  "n",  "p", "r",  "s",
                                                     "st", "t",  "th", "tr", "v",  "w", "sh", ""};
constexpr std::array<std::string_view, 10> vowels = {"a",  "e",  "i",  "o",        "u",
                                                     "ea", "ou", "ai", "\xC3\xA9", "\xC3\xB6"};
constexpr std::array<std::string_view, 8> codas = {"", "", "n", "r", "s", "t", "ng", "'s"};

}  // namespace

SyntheticTranscripts::SyntheticTranscripts(std::uint64_t seed) : random_(seed) {
  std::unordered_set<std::string> known;
  while (vocabulary_.size() < vocabulary_size) {
    std::string word = new_word();
    if (known.insert(word).second) vocabulary_.push_back(std::move(word));
  }
}

/// Frequent words are short.
std::string SyntheticTranscripts::new_word() {
  const std::size_t syllables = 1 + below(vocabulary_.size() < 300 ? 1 : 3);
  std::string word;
  for (std::size_t i = 0; i < syllables; ++i) {
    word += onsets[below(onsets.size())];
    word += vowels[below(i == 0 && vocabulary_.size() < 300 ? 5 : vowels.size())];
  }
  word += codas[below(codas.size())];
  return word;
}

const std::string& SyntheticTranscripts::word() {
  const double share = static_cast<double>(below(1U << 30U)) / (1U << 30U);
  const double rank = std::exp(share * std::log(static_cast<double>(vocabulary_.size())));
  return vocabulary_[static_cast<std::size_t>(rank) - 1];
}

void SyntheticTranscripts::add_turn(std::string& text, const char* label, std::size_t words) {
  text += label;
  for (std::size_t i = 0; i < words; ++i) {
    text += ' ';
    text += word();
    const std::size_t chance = below(200);
    if (chance == 0) text += " (laughs)";
    if (chance == 1) text += " [at home]";
    if (chance >= 180) text += chance >= 190 ? "." : ",";
  }
  text += ".\n";
}

std::string SyntheticTranscripts::interview(std::size_t bytes) {
  std::string text;
  text.reserve(bytes + 2'000);
  while (text.size() < bytes) {
    add_turn(text, "I:", 3 + below(15));
    add_turn(text, "P:", 10 + below(120));
  }
  return text;
}

void SyntheticTranscripts::write(const std::filesystem::path& folder, std::size_t files,
                                 std::size_t bytes_each) {
  std::filesystem::create_directories(folder);
  for (std::size_t i = 1; i <= files; ++i) {
    std::array<char, 32> name{};
    std::snprintf(name.data(), name.size(), "%04zu.txt", i);
    std::ofstream(folder / name.data(), std::ios::binary) << interview(bytes_each);
  }
}

std::string synthetic_term_list(const std::vector<std::string>& vocabulary, std::size_t families) {
  std::string list;
  for (std::size_t i = 0; i < families; ++i) {
    const std::size_t at = 20 + i * 40;  // neither the most frequent words nor the rarest
    list += "Family " + std::to_string(i + 1) + ": " + vocabulary[at] + ", " + vocabulary[at + 7] +
            "*, ~" + vocabulary[at + 13] + ", \"" + vocabulary[i] + ' ' + vocabulary[at + 29] +
            "\"\n";
  }
  return list;
}

}  // namespace themata::bench
