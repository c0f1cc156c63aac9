#include "themata/text/edits.hpp"

#include <algorithm>
#include <cassert>

namespace themata::text {

Edits::Edits(std::vector<Edit> edits) : edits_(std::move(edits)) {
  placed_.reserve(edits_.size());
  std::size_t before = 0;  // the end of the last edit
  std::size_t now = 0;     // and where that is afterwards
  for (const Edit& edit : edits_) {
    assert(edit.range.begin.value >= before && !edit.range.empty());
    now += edit.range.begin.value - before;
    placed_.push_back(now);
    now += edit.with.size();
    before = edit.range.end.value;
  }
}

std::string Edits::apply(std::string_view text) const {
  std::string result;
  result.reserve(text.size());
  std::size_t at = 0;
  for (const Edit& edit : edits_) {
    result += text.substr(at, edit.range.begin.value - at);
    result += edit.with;
    at = edit.range.end.value;
  }
  result += text.substr(at);
  return result;
}

std::size_t Edits::reaching(ByteOffset at) const {
  const auto found =
      std::upper_bound(edits_.begin(), edits_.end(), at,
                       [](ByteOffset offset, const Edit& edit) { return offset < edit.range.end; });
  return static_cast<std::size_t>(found - edits_.begin());
}

ByteOffset Edits::after(std::size_t edits, ByteOffset at) const {
  if (edits == 0) return at;
  const Edit& last = edits_[edits - 1];
  return ByteOffset{placed_[edits - 1] + last.with.size() + (at - last.range.end)};
}

ByteOffset Edits::begin(ByteOffset at) const {
  const std::size_t edit = reaching(at);
  if (edit < edits_.size() && edits_[edit].range.begin <= at) return ByteOffset{placed_[edit]};
  return after(edit, at);
}

ByteOffset Edits::end(ByteOffset at) const {
  const std::size_t edit = reaching(at);
  if (edit < edits_.size() && edits_[edit].range.begin < at) {
    return ByteOffset{placed_[edit] + edits_[edit].with.size()};
  }
  return after(edit, at);
}

TextRange Edits::moved(TextRange range) const {
  if (range.empty()) {
    const ByteOffset at = begin(range.begin);
    return {at, at};
  }
  const ByteOffset first = begin(range.begin);
  return {first, std::max(first, end(range.end))};
}

bool Edits::cuts(ByteOffset at) const {
  const std::size_t edit = reaching(at);
  return edit < edits_.size() && edits_[edit].range.begin < at;
}

bool Edits::cut_out(ByteOffset at) const {
  const std::size_t edit = reaching(at);
  return edit < edits_.size() && edits_[edit].range.begin <= at && edits_[edit].with.empty();
}

bool Edits::change_ends(TextRange range) const {
  if (cuts(range.begin) || cuts(range.end)) return true;
  return !range.empty() && (cut_out(range.begin) || cut_out(range.end - 1));
}

}  // namespace themata::text
