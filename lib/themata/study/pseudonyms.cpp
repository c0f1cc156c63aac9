#include "themata/study/detail/pseudonyms.hpp"

#include <algorithm>
#include <unordered_set>

#include <fmt/format.h>

#include "themata/error.hpp"
#include "themata/study/detail/person_names.hpp"
#include "themata/text/characters.hpp"
#include "themata/text/fold.hpp"
#include "themata/text/letter_case.hpp"
#include "themata/text/utf8.hpp"

namespace themata::study::detail {

namespace {

std::vector<std::string> words_of(const std::string& name) {
  std::vector<std::string> words(1);
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t here = at;
    if (!text::is_white_space(text::next_code_point(name, at))) {
      words.back() += name.substr(here, at - here);
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

/// Not so "van" in "van der Berg", or "M." in "M. Smith": nobody is known by that alone.
bool can_stand_alone(const std::string& word) {
  const auto letters = std::count_if(word.begin(), word.end(),
                                     [](char c) { return c != '.' && !text::is_continuation(c); });
  return letters > 1 && text::letter_case(word) != text::LetterCase::lower;
}

bool is_number(const std::string& name) {
  return !name.empty() && name.find_first_not_of("0123456789") == std::string::npos;
}

bool is_title(const std::string& word) {
  static const std::unordered_set<std::string_view> titles = {
      "mr",     "mrs",  "ms",    "miss", "mx",     "dr",     "prof",    "professor",
      "sir",    "lady", "lord",  "dame", "sister", "nurse",  "doctor",  "father",
      "mother", "aunt", "uncle", "herr", "frau",   "madame", "monsieur"};
  std::string folded = text::fold(word);
  if (folded.ends_with('.')) folded.pop_back();
  return titles.contains(folded);
}

std::vector<std::string> reals(const std::vector<MappedName>& names) {
  std::vector<std::string> result;
  result.reserve(names.size());
  for (const MappedName& name : names) result.push_back(name.real);
  return result;
}

}  // namespace

Pseudonyms::Pseudonyms(const std::string& file, const std::vector<exchange::NameMapRow>& rows,
                       const std::string& language)
    : finder_({}), language_(language) {
  for (const exchange::NameMapRow& row : rows) add_row(file, row);
  check_pseudonyms(file, rows);
  for (const exchange::NameMapRow& row : rows) add_parts(row);
  finder_ = text::NameFinder(reals(names_));
}

Pseudonyms::Pseudonyms(const std::vector<std::string>& names,
                       const std::vector<std::string>& others, const std::string& text,
                       const std::string& language)
    : finder_({}), language_(language), verbatim_(true) {
  for (const std::string& name : names) {
    const auto [known, is_new] =
        by_key_.emplace(text::NameFinder::key(name, segmenter_), names_.size());
    if (!is_new) continue;
    names_.push_back({MappedName::Kind::row, name, text, ""});
    names_.back().sure_only = is_anybody(name);
  }
  for (const std::string& name : names) add_parts_of(name, text);
  leave_to_others(others);
  finder_ = text::NameFinder(reals(names_));
}

void Pseudonyms::add_parts_of(const std::string& name, const std::string& text) {
  const std::vector<std::string> words = words_of(name);
  const bool counts = std::any_of(words.begin(), words.end(), is_number);  // "Nurse 2"
  if (words.size() < 2 || counts || is_anybody(name)) return;
  for (const std::string& word : words) {
    if (is_anybody(word) || is_title(word) || !can_stand_alone(word)) continue;
    const bool is_new =
        by_key_.emplace(text::NameFinder::key(word, segmenter_), names_.size()).second;
    if (is_new) names_.push_back({MappedName::Kind::part, word, text, ""});
  }
}

void Pseudonyms::leave_to_others(const std::vector<std::string>& others) {
  const auto leave = [&](const std::string& theirs, const std::string& whole) {
    const auto known = by_key_.find(text::NameFinder::key(theirs, segmenter_));
    // the first is what the person is called in the study, and nobody else is
    if (known == by_key_.end() || (known->second == 0 && !names_[0].sure_only)) {
      return known != by_key_.end();
    }
    MappedName& name = names_[known->second];
    if (name.kind == MappedName::Kind::other) return true;
    name.kind = MappedName::Kind::unmapped;
    name.pseudonym.clear();
    name.why = fmt::format("it may be \"{}\"", whole);
    return true;
  };
  for (const std::string& other : others) {
    const std::vector<std::string> words = words_of(other);
    if (words.size() > 1) {
      for (const std::string& word : words) leave(word, other);
    }
    if (leave(other, other) || words.size() < 2) continue;
    by_key_.emplace(text::NameFinder::key(other, segmenter_), names_.size());
    names_.push_back({MappedName::Kind::other, other, "", ""});
  }
}

void Pseudonyms::add_row(const std::string& file, const exchange::NameMapRow& row) {
  const auto [known, is_new] =
      by_key_.emplace(text::NameFinder::key(row.real, segmenter_), names_.size());
  if (is_new) {
    names_.push_back({MappedName::Kind::row, row.real, row.pseudonym, ""});
    return;
  }
  MappedName& name = names_[known->second];
  if (text::fold(name.pseudonym) != text::fold(row.pseudonym)) {
    throw InputError(
        file, row.line,
        fmt::format("\"{}\" has another pseudonym already, \"{}\"; keep one of the rows", row.real,
                    name.pseudonym));
  }
  name.others.push_back(row);
}

void Pseudonyms::check_pseudonyms(const std::string& file,
                                  const std::vector<exchange::NameMapRow>& rows) {
  text::NameFinder finder(reals(names_));
  for (const exchange::NameMapRow& row : rows) {
    const auto hits = finder.find(row.pseudonym);
    if (hits.empty()) continue;
    throw InputError(
        file, row.line,
        fmt::format("the pseudonym \"{}\" holds the real name \"{}\", which would stay "
                    "in the study; choose another",
                    row.pseudonym, names_[hits.front().name].real));
  }
}

void Pseudonyms::add_parts(const exchange::NameMapRow& row) {
  const std::vector<std::string> real = words_of(row.real);
  const std::vector<std::string> pseudonym = words_of(row.pseudonym);
  if (real.size() < 2) return;
  for (std::size_t i = 0; i < real.size(); ++i) {
    if (real.size() == pseudonym.size()) {
      if (text::fold(real[i]) != text::fold(pseudonym[i])) {
        add_part(real[i], pseudonym[i], "", row.real);
      }
    } else {
      add_part(real[i], "",
               fmt::format("\"{}\" and \"{}\" have not as many words", row.real, row.pseudonym),
               row.real);
    }
  }
}

void Pseudonyms::add_part(const std::string& part, const std::string& pseudonym,
                          const std::string& why, const std::string& whole) {
  const std::string key = text::NameFinder::key(part, segmenter_);
  if (key.empty() || !can_stand_alone(part)) return;
  const auto [known, is_new] = by_key_.emplace(key, names_.size());
  if (is_new) {
    const auto kind = pseudonym.empty() ? MappedName::Kind::unmapped : MappedName::Kind::part;
    names_.push_back({kind, part, pseudonym, why});
    return;
  }
  MappedName& name = names_[known->second];
  if (name.kind == MappedName::Kind::row || name.pseudonym == pseudonym) return;
  name.kind = MappedName::Kind::unmapped;
  name.pseudonym.clear();
  name.why = fmt::format("it is a part of \"{}\" and of another name", whole);
}

std::vector<text::NameFinder::Hit> Pseudonyms::hits(std::string_view text, Where where) {
  std::vector<text::NameFinder::Hit> whole = finder_.find(text);
  if (!where.joined) return whole;
  // what is a whole word stays one: "MacDonald"
  std::vector<text::NameFinder::Hit> all;
  std::size_t next = 0;
  for (const text::NameFinder::Hit& hit : finder_.find_joined(text)) {
    while (next < whole.size() && whole[next].range.end <= hit.range.begin) {
      all.push_back(whole[next++]);
    }
    if (next == whole.size() || hit.range.end <= whole[next].range.begin) all.push_back(hit);
  }
  all.insert(all.end(), whole.begin() + static_cast<std::ptrdiff_t>(next), whole.end());
  return all;
}

void Pseudonyms::look_at(std::string_view text) {
  for (const text::NameFinder::Hit& hit : finder_.find(text)) {
    const auto written = text::letter_case(text::slice(text, hit.range));
    ++(written == text::LetterCase::lower ? names_[hit.name].lower : names_[hit.name].capital);
  }
}

void Pseudonyms::decide() {
  for (MappedName& name : names_) {
    if (words_of(name.real).size() > 1) continue;
    const bool rather_a_word = name.capital > 0 && name.lower > name.capital;
    name.lower_too = !rather_a_word && !text::is_also_a_word(text::fold(name.real), language_);
  }
}

std::optional<std::string> Pseudonyms::replacement(std::size_t index, std::string_view written,
                                                   bool surely_a_name) const {
  const MappedName& name = names_[index];
  if (name.kind == MappedName::Kind::unmapped) return std::nullopt;
  if (verbatim_) {
    if (surely_a_name) return name.pseudonym;
    const bool lower = text::letter_case(written) == text::LetterCase::lower;
    if (name.sure_only || (lower && !name.lower_too)) return std::nullopt;
    return name.pseudonym;
  }
  const std::string composed = text::composed(written);
  if (composed == text::composed(name.real)) return name.pseudonym;
  for (const exchange::NameMapRow& other : name.others) {
    if (composed == text::composed(other.real)) return other.pseudonym;
  }
  switch (text::letter_case(written)) {
    case text::LetterCase::lower:
      if (!name.lower_too && !surely_a_name) return std::nullopt;
      return text::lower_case(name.pseudonym);
    case text::LetterCase::upper:
      return text::upper_case(name.pseudonym);
    case text::LetterCase::none:
    case text::LetterCase::mixed:
      break;
  }
  return name.pseudonym;
}

}  // namespace themata::study::detail
