#include "themata/ingest/detail/pdf_hyphens.hpp"

#include <algorithm>

#include "themata/ingest/detail/characters.hpp"
#include "themata/text/characters.hpp"
#include "themata/text/fold.hpp"
#include "themata/text/utf8.hpp"

namespace themata::ingest::detail {

namespace {

constexpr std::string_view soft_hyphen = "\u00AD";

/// The bytes of the hyphen that a text ends with.
std::size_t hyphen_at_end(std::string_view text) {
  for (const std::string_view hyphen : {"-", "\u2010"}) {
    if (text.ends_with(hyphen)) return hyphen.size();
  }
  return 0;
}

bool ends_in_letter_or_number(std::string_view text) {
  if (text.empty()) return false;
  std::size_t at = text.size();
  text::previous_code_point(text, at);
  return is_alphanumeric_at(text, at);
}

/// Without what is no letter or number at its ends.
std::string_view bare(std::string_view word) {
  while (!word.empty() && !is_alphanumeric_at(word, 0)) {
    std::size_t at = 0;
    text::next_code_point(word, at);
    word.remove_prefix(at);
  }
  while (!word.empty() && !ends_in_letter_or_number(word)) {
    std::size_t at = word.size();
    text::previous_code_point(word, at);
    word = word.substr(0, at);
  }
  return word;
}

/// As words are compared here: folded, all hyphens alike.
std::string key_of(std::string_view word) {
  std::string key = text::fold(word);
  for (std::size_t at = key.find("\u2010"); at != key.npos; at = key.find("\u2010", at)) {
    key.replace(at, 3, "-");
  }
  return key;
}

std::string_view last_word(std::string_view line) {
  const std::size_t space = line.rfind(' ');
  return space == line.npos ? line : line.substr(space + 1);
}

std::string_view first_word(std::string_view line) { return line.substr(0, line.find(' ')); }

/// The word begins with a letter that is no capital.
bool begins_small(std::string_view word) {
  if (word.empty() || is_digit(word.front()) || !is_alphanumeric_at(word, 0)) return false;
  std::size_t end = 0;
  text::next_code_point(word, end);
  return text::fold(word.substr(0, end)) == word.substr(0, end);
}

bool begins_with_capital(std::string_view word) {
  return !word.empty() && is_alphanumeric_at(word, 0) && !is_digit(word.front()) &&
         !begins_small(word);
}

}  // namespace

bool ends_with_hyphen(std::string_view line) {
  if (line.ends_with(soft_hyphen)) return true;
  const std::size_t size = hyphen_at_end(line);
  return size > 0 && ends_in_letter_or_number(line.substr(0, line.size() - size));
}

void HyphenRules::learn(std::string_view line) {
  while (!line.empty()) {
    const std::size_t end = std::min(line.find(' '), line.size());
    const std::string_view word = line.substr(0, end);
    const bool is_last = end == line.size();
    line.remove_prefix(std::min(end + 1, line.size()));
    const bool is_broken = ends_with_hyphen(word);
    if (is_broken && !is_last) ++broken_off_;
    if (is_broken && is_last) return;
    const std::string_view letters = bare(word);
    if (!letters.empty()) ++words_[key_of(letters)];
  }
}

bool HyphenRules::knows(std::string_view word) const { return words_.contains(key_of(word)); }

HyphenRules::Hyphen HyphenRules::kind_of(std::string_view line, std::string_view next) const {
  if (line.ends_with(soft_hyphen)) return Hyphen::soft;
  if (!ends_with_hyphen(line)) return Hyphen::none;
  const std::string_view before = last_word(line.substr(0, line.size() - hyphen_at_end(line)));
  const std::string_view after = first_word(next);
  if (begins_with_capital(after) && !begins_with_capital(before)) return Hyphen::before_space;
  if (!begins_small(after) || is_digit(before.back())) return Hyphen::fixed;
  const std::string begin{before};
  const std::string end{after};
  if (knows(bare(begin + end))) return Hyphen::of_known_word;
  if (knows(bare(begin + '-' + end))) return Hyphen::of_known_compound;
  return knows(bare(before)) && knows(bare(after)) ? Hyphen::of_known_parts : Hyphen::of_parts;
}

void HyphenRules::weigh(std::string_view line, std::string_view next) {
  const Hyphen kind = kind_of(line, next);
  if (kind == Hyphen::of_known_word || kind == Hyphen::of_parts) ++divided_;
  if (kind == Hyphen::of_known_compound) ++compounds_;
}

LineJoint HyphenRules::joint(std::string_view line, std::string_view next) const {
  switch (kind_of(line, next)) {
    case Hyphen::none:
    case Hyphen::before_space:
      return {0, " ", false};
    case Hyphen::soft:
      return {soft_hyphen.size(), "", true};
    case Hyphen::fixed:
    case Hyphen::of_known_compound:
      return {0, "", false};
    case Hyphen::of_known_word:
    case Hyphen::of_parts:
      break;
    case Hyphen::of_known_parts:
      if (divided_ <= compounds_) return {0, broken_off_ > 0 ? " " : "", false};
  }
  return {hyphen_at_end(line), "", true};
}

}  // namespace themata::ingest::detail
