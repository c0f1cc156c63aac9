#include "themata/model/names.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <map>
#include <optional>
#include <utility>

#include "themata/error.hpp"
#include "themata/text/characters.hpp"
#include "themata/text/decode.hpp"
#include "themata/text/graphemes.hpp"
#include "themata/text/name_key.hpp"
#include "themata/text/utf8.hpp"
#include "themata/text/words.hpp"

namespace themata::model {

namespace {

constexpr std::size_t longest_name = 500;  // bytes
constexpr std::size_t shown_names = 5;     // in a message

/// `"A", "B" or "C"`.
std::string quoted_list(const std::vector<std::string>& names, std::string_view last_joiner) {
  std::string list;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) list += i + 1 == names.size() ? std::string(last_joiner) : ", ";
    list += '"' + names[i] + '"';
  }
  return list;
}

[[noreturn]] void throw_not_found(std::string_view noun, std::string_view wanted,
                                  const std::vector<std::string>& names) {
  std::string message = "no " + std::string(noun) + " is named \"" + std::string(wanted) + '"';
  std::vector<std::string> nearest = text::nearest_names(wanted, names);
  if (!nearest.empty()) {
    message += "; did you mean " + quoted_list(nearest, " or ") + "?";
  } else if (names.empty()) {
    message += "; there is none yet";
  } else if (names.size() <= shown_names) {
    message += "; there is " + quoted_list(names, " and ");
  }
  throw NotFound(message, std::move(nearest));
}

[[noreturn]] void throw_ambiguous(std::string_view noun, std::string_view wanted,
                                  const std::vector<std::size_t>& found,
                                  const std::vector<std::string>& names) {
  std::vector<std::string> shown;
  for (std::size_t i = 0; i < std::min(found.size(), shown_names); ++i) {
    shown.push_back(names[found[i]]);
  }
  std::string list = quoted_list(shown, found.size() > shown.size() ? ", " : " or ");
  if (found.size() > shown.size()) {
    list += " or " + std::to_string(found.size() - shown.size()) + " more";
  }
  throw Conflict('"' + std::string(wanted) + "\" could be the " + std::string(noun) + " " + list +
                 "; write more of the name");
}

/// The one index in `found`, nothing if there is none.
std::optional<std::size_t> the_only(std::string_view noun, std::string_view wanted,
                                    const std::vector<std::size_t>& found,
                                    const std::vector<std::string>& names) {
  if (found.empty()) return std::nullopt;
  if (found.size() > 1) throw_ambiguous(noun, wanted, found, names);
  return found.front();
}

/// `Site 1` of `Site 1, Turku`, but not of `Site 12`.
bool begins_with_words(std::string_view value, std::string_view beginning) {
  if (!value.starts_with(beginning) || value.size() == beginning.size()) return false;
  const std::size_t end = beginning.size();
  if (!text::is_grapheme_boundary(value, text::ByteOffset{end})) return false;
  std::size_t next = end;
  text::next_code_point(value, next);
  text::WordSegmenter segmenter;  // a letter or a digit is a word by itself
  segmenter.start(value.substr(end, next - end));
  return !segmenter.next().has_value();
}

bool is_control_or_line_break(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x2028 || c == 0x2029;
}

/// "U+0007".
std::string code_point_label(char32_t c) {
  std::array<char, 16> label{};
  std::snprintf(label.data(), label.size(), "U+%04X", static_cast<unsigned>(c));
  return label.data();
}

}  // namespace

std::size_t find_name(std::string_view noun, std::string_view wanted,
                      const std::vector<std::string>& names) {
  const auto exact = std::find(names.begin(), names.end(), wanted);
  if (exact != names.end()) return static_cast<std::size_t>(exact - names.begin());

  const std::string key = text::name_key(wanted);
  if (key.empty()) throw_not_found(noun, wanted, names);
  std::vector<std::size_t> equal;
  std::vector<std::size_t> beginning;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::string candidate = text::name_key(names[i]);
    if (candidate == key) equal.push_back(i);
    if (candidate.starts_with(key)) beginning.push_back(i);
  }
  if (const auto found = the_only(noun, wanted, equal, names)) return *found;
  if (const auto found = the_only(noun, wanted, beginning, names)) return *found;
  throw_not_found(noun, wanted, names);
}

std::vector<std::size_t> find_values(std::string_view noun, std::string_view wanted,
                                     const std::vector<std::string>& values) {
  const std::string key = text::name_key(wanted);
  std::vector<std::size_t> equal;
  std::map<std::string, std::vector<std::size_t>> beginning;  // by key
  for (std::size_t i = 0; i < values.size(); ++i) {
    std::string candidate = text::name_key(values[i]);
    if (candidate == key) equal.push_back(i);
    if (!key.empty() && begins_with_words(candidate, key)) {
      beginning[std::move(candidate)].push_back(i);
    }
  }
  if (!equal.empty()) return equal;
  if (beginning.empty()) throw_not_found(noun, wanted, values);
  std::vector<std::size_t> first_of_each;
  for (const auto& [candidate, found] : beginning) first_of_each.push_back(found.front());
  std::sort(first_of_each.begin(), first_of_each.end());
  if (beginning.size() > 1) throw_ambiguous(noun, wanted, first_of_each, values);
  return beginning.begin()->second;
}

std::string checked_name(std::string_view noun, std::string_view name) {
  const std::string whose = "the name of the " + std::string(noun);
  if (!text::is_valid_utf8(name)) {
    throw InputError(whose + " is not valid UTF-8; check the encoding of the terminal or file");
  }
  const std::string_view kept = text::trim(name);
  if (kept.empty()) throw InputError(whose + " is blank; give it at least one character");
  for (std::size_t at = 0; at < kept.size();) {
    const char32_t c = text::next_code_point(kept, at);
    if (is_control_or_line_break(c)) {
      throw InputError(whose + " contains a control character or line break (" +
                       code_point_label(c) + "); write it on one line of plain text");
    }
  }
  if (kept.size() > longest_name) {
    throw InputError(whose + " is " + std::to_string(kept.size()) +
                     " bytes long; shorten it to at most " + std::to_string(longest_name));
  }
  return std::string(kept);
}

std::string usable_name(std::string_view written, std::string_view otherwise) {
  std::string name;
  for (std::size_t at = 0; at < written.size();) {
    const std::size_t begin = at;
    const char32_t c = text::next_code_point(written, at);
    if (is_control_or_line_break(c)) {
      name += ' ';
    } else {
      name += written.substr(begin, at - begin);
    }
  }
  std::string_view kept = text::trim(name);
  if (kept.size() > longest_name) {
    std::size_t end = longest_name;
    while (text::is_continuation(kept[end])) --end;
    kept = text::trim(kept.substr(0, end));
  }
  return std::string(kept.empty() ? otherwise : kept);
}

}  // namespace themata::model
