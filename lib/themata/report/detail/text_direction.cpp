#include "themata/report/detail/text_direction.hpp"

#include <algorithm>

#include "themata/text/visual_order.hpp"

namespace themata::report::detail {

namespace {

constexpr std::string_view latin_letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
constexpr std::string_view left_to_right =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
constexpr std::string_view spaces = " \n\t";

/// The next word with the spaces behind it.
std::string_view next_word(std::string_view text) {
  const std::size_t end = std::min(text.find_first_of(spaces), text.size());
  return text.substr(0, std::min(text.find_first_not_of(spaces, end), text.size()));
}

}  // namespace

bool begins_right_to_left(std::string_view text) {
  return text::has_right_to_left(text.substr(0, text.find_first_of(latin_letters)));
}

std::vector<DirectedRun> directed_runs(std::string_view text) {
  std::vector<DirectedRun> runs;
  bool right_to_left = begins_right_to_left(text);
  while (!text.empty()) {
    const std::string_view word = next_word(text);
    if (text::has_right_to_left(word)) {
      right_to_left = true;
    } else if (word.find_first_of(left_to_right) != std::string_view::npos) {
      right_to_left = false;
    }
    if (!runs.empty() && runs.back().right_to_left == right_to_left) {
      runs.back().text = {runs.back().text.data(), runs.back().text.size() + word.size()};
    } else {
      runs.push_back({word, right_to_left});
    }
    text.remove_prefix(word.size());
  }
  return runs;
}

}  // namespace themata::report::detail
