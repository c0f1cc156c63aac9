#include "themata/study/detail/survey_names.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "themata/text/name_key.hpp"
#include "themata/text/utf8.hpp"

namespace themata::study::detail {

namespace {

constexpr std::ptrdiff_t longest_short_name = 24;  // code points

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool is_short(std::string_view name) {
  const auto points =
      std::count_if(name.begin(), name.end(), [](char c) { return !text::is_continuation(c); });
  return points <= longest_short_name;
}

std::size_t skip_while(std::string_view text, std::size_t at, bool (*is_one)(char)) {
  while (at < text.size() && is_one(text[at])) ++at;
  return at;
}

/// "Q1" of "Q1. What", "Q12_b" of "Q12_b: What", "Q3" of "3) What"; else empty.
std::string leading_number(std::string_view question) {
  constexpr std::size_t most_letters = 4;
  constexpr std::size_t most_digits = 4;
  const std::size_t letters = skip_while(question, 0, is_letter);
  std::size_t end = skip_while(question, letters, is_digit);
  if (letters > most_letters || end == letters || end - letters > most_digits) return {};
  for (;;) {  // parts: 1.2, 1a, Q1_b
    std::size_t next = end;
    if (next < question.size() && (question[next] == '.' || question[next] == '_')) ++next;
    const bool is_part =
        next < question.size() && (is_letter(question[next]) || is_digit(question[next]));
    if (!is_part) break;
    end = next + 1;
    if (is_digit(question[next])) end = skip_while(question, end, is_digit);
  }
  const bool marked = end < question.size() &&
                      std::string_view(".:)]-").find(question[end]) != std::string_view::npos;
  const bool ends = marked || (letters > 0 && end < question.size() && question[end] == ' ');
  if (!ends || !is_short(question.substr(0, end))) return {};
  const std::string number{question.substr(0, end)};
  return letters > 0 ? number : "Q" + number;
}

}  // namespace

std::vector<std::string> short_names(const std::vector<std::string>& questions,
                                     const std::vector<std::size_t>& numbers,
                                     std::string_view noun) {
  std::vector<std::string> names;
  std::unordered_map<std::string, std::size_t> counts;
  for (const std::string& question : questions) {
    names.push_back(is_short(question) ? question : leading_number(question));
    ++counts[text::name_key(names.back())];
  }
  for (std::size_t i = 0; i < names.size(); ++i) {
    const bool is_unique = !names[i].empty() && counts[text::name_key(names[i])] == 1;
    if (!is_unique) names[i] = std::string(noun) + " " + std::to_string(numbers[i]);
  }
  return names;
}

std::string occasion_of(std::string_view column, std::string_view cell) {
  const bool is_number =
      !cell.empty() && std::all_of(cell.begin(), cell.end(), [](char c) { return is_digit(c); });
  if (!is_number || !is_short(column)) return std::string(cell);
  return std::string(column) + " " + std::string(cell);
}

bool is_no_answer(std::string_view cell) {
  constexpr auto marks =
      std::to_array<std::string_view>({"#n/a", "#null!", "-", "--", "---", ".", "<na>", "n.a.",
                                       "n/a", "na", "nan", "null", "–", "—"});
  constexpr std::size_t longest = 6;
  if (cell.size() > longest) return false;
  const std::string key = text::name_key(cell);
  return std::find(marks.begin(), marks.end(), key) != marks.end();
}

}  // namespace themata::study::detail
