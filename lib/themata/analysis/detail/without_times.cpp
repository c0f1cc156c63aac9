#include "themata/analysis/detail/without_times.hpp"

#include <algorithm>

namespace themata::analysis::detail {

std::string without_times(const model::SourceData& source, text::TextRange range) {
  std::string words;
  text::ByteOffset at = range.begin;
  const auto [first, last] = source.asides_in(range);
  for (std::size_t i = first; i < last; ++i) {
    const model::Aside& aside = source.asides[i];
    if (aside.kind != model::AsideKind::timestamp) continue;
    words += text::slice(source.text, {at, std::max(at, aside.range.begin)});
    at = std::min(aside.range.end, range.end);
  }
  words += text::slice(source.text, {at, range.end});
  words.erase(0, words.find_first_not_of(" \n\t"));
  return words;
}

}  // namespace themata::analysis::detail
