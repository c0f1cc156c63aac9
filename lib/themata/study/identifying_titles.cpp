#include "themata/study/detail/identifying_titles.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "themata/text/name_key.hpp"

namespace themata::study::detail {

namespace {

// clang-format off
constexpr auto identifying_words = std::to_array<std::string_view>({
    "address", "addresses", "birthdate", "birthday", "cellphone", "dob", "email", "firstname",
    "forename", "fullname", "ip", "ipaddress", "lastname", "latitude", "longitude", "mail", "mobile",
    "name", "names", "nickname", "phone", "postal", "postcode", "street", "surname", "tel",
    "telephone", "username", "zip", "zipcode"});
// clang-format on
static_assert(std::is_sorted(identifying_words.begin(), identifying_words.end()));

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; }

/// "first", "name" of "First_Name" and of "FirstName"; "ip", "address" of "IPAddress".
std::vector<std::string> words_of_title(std::string_view title) {
  std::vector<std::string> words;
  std::string word;
  const auto end_word = [&] {
    if (!word.empty()) words.push_back(text::name_key(word));
    word.clear();
  };
  for (std::size_t i = 0; i < title.size(); ++i) {
    const char c = title[i];
    if (!is_upper(c) && !is_lower(c)) {
      end_word();
      continue;
    }
    const bool after_lower = i > 0 && is_lower(title[i - 1]);
    const bool before_lower = i + 1 < title.size() && is_lower(title[i + 1]);
    if (is_upper(c) && (after_lower || before_lower)) end_word();
    word += c;
  }
  end_word();
  return words;
}

bool has_word(const std::vector<std::string>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

bool is_identifying_title(std::string_view title, bool in_question) {
  constexpr std::size_t most_words_of_a_name = 3;
  const std::vector<std::string> words = words_of_title(title);
  if (!in_question && words.size() > most_words_of_a_name) return false;
  const auto is_identifying = [](const std::string& word) {
    return std::binary_search(identifying_words.begin(), identifying_words.end(), word);
  };
  if (std::any_of(words.begin(), words.end(), is_identifying)) return true;
  const bool tells_day = has_word(words, "date") || has_word(words, "day");
  return has_word(words, "birth") && tells_day;
}

}  // namespace themata::study::detail
