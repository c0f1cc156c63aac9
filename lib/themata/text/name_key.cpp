#include "themata/text/name_key.hpp"

#include <algorithm>
#include <utility>

#include "themata/text/characters.hpp"
#include "themata/text/fold.hpp"
#include "themata/text/utf8.hpp"

namespace themata::text {
namespace {

std::u32string code_points_of(std::string_view text) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size();) out += next_code_point(text, at);
  return out;
}

std::size_t edit_distance_of(const std::u32string& a, const std::u32string& b) {
  std::vector<std::size_t> before_last(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    before_last.swap(last);
    last.swap(row);
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({replaced, last[j] + 1, row[j - 1] + 1});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], before_last[j - 2] + 1);
      }
    }
  }
  return row[b.size()];
}

// How unlike the two keys are: 0 begins with it, 1 contains it, else 1 + the edits between them;
// nothing if that is more than a third of the wanted name.
struct Likeness {
  std::size_t rank;
  std::size_t candidate;
  auto operator<=>(const Likeness&) const = default;
};

void compare(const std::string& wanted_key, const std::u32string& wanted, const std::string& name,
             std::size_t candidate, std::vector<Likeness>& found) {
  const std::string key = name_key(name);
  if (key.starts_with(wanted_key)) {
    found.push_back({0, candidate});
  } else if (key.find(wanted_key) != key.npos) {
    found.push_back({1, candidate});
  } else {
    const std::u32string letters = code_points_of(key);
    const std::size_t allowed = std::max<std::size_t>(1, wanted.size() / 3);
    const auto [shorter, longer] = std::minmax({letters.size(), wanted.size()});
    if (longer - shorter > allowed) return;
    const std::size_t edits = edit_distance_of(wanted, letters);
    if (edits <= allowed) found.push_back({1 + edits, candidate});
  }
}

}  // namespace

std::string name_key(std::string_view name) {
  std::string plain;
  const std::string_view inner = trim(name);
  bool in_space = false;
  for (std::size_t at = 0; at < inner.size();) {
    const char32_t c = next_code_point(inner, at);
    const bool is_space = is_white_space(c);
    if (is_space && !in_space) plain += ' ';
    in_space = is_space;
    if (is_space) continue;
    append_code_point(is_quotation_mark(c) ? U'\'' : c, plain);
  }
  return fold(plain);
}

std::size_t edit_distance(std::string_view a, std::string_view b) {
  return edit_distance_of(code_points_of(a), code_points_of(b));
}

std::vector<std::string> nearest_names(std::string_view name,
                                       const std::vector<std::string>& candidates,
                                       std::size_t limit) {
  const std::string key = name_key(name);
  std::vector<Likeness> found;
  if (!key.empty()) {
    const std::u32string wanted = code_points_of(key);
    for (std::size_t i = 0; i < candidates.size(); ++i) {
      compare(key, wanted, candidates[i], i, found);
    }
  }
  std::sort(found.begin(), found.end());
  if (found.size() > limit) found.resize(limit);
  std::vector<std::string> names;
  for (const Likeness& one : found) names.push_back(candidates[one.candidate]);
  return names;
}

}  // namespace themata::text
