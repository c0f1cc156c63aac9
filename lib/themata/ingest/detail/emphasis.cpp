#include "themata/ingest/detail/emphasis.hpp"

#include <algorithm>

#include "themata/ingest/detail/punctuation.hpp"
#include "themata/text/characters.hpp"

namespace themata::ingest::detail {
namespace {

/// CommonMark's Unicode white space: tab, line feed, form feed, carriage return and category Zs.
bool is_space(char32_t c) {
  return text::is_white_space(c) && c != 0x0B && c != 0x85 && c != 0x2028 && c != 0x2029;
}

}  // namespace

void Emphasis::add(char mark, std::size_t length, char32_t before, char32_t after) {
  const bool space_before = is_space(before);
  const bool space_after = is_space(after);
  const bool punctuation_before = is_punctuation(before);
  const bool punctuation_after = is_punctuation(after);
  const bool left_flanking =
      !space_after && (!punctuation_after || space_before || punctuation_before);
  const bool right_flanking =
      !space_before && (!punctuation_before || space_after || punctuation_after);
  const bool inside_words = mark == '_';
  const bool can_open = left_flanking && (!inside_words || !right_flanking || punctuation_before);
  const bool can_close = right_flanking && (!inside_words || !left_flanking || punctuation_after);
  const std::size_t added = runs_.size();
  runs_.push_back({mark, can_open, can_close, false, out_.size(), length, length, last_, none});
  if (last_ != none) runs_[last_].next = added;
  last_ = added;
}

void Emphasis::match(std::size_t first) {
  std::size_t closer = none;
  for (std::size_t i = last_; i != none && i >= first; i = runs_[i].previous) closer = i;
  if (closer == none) return;
  const std::size_t before = runs_[closer].previous;
  std::array<std::size_t, closer_kinds> lowest{};
  lowest.fill(first);
  while (closer != none) closer = close(closer, lowest);
  last_ = before;
  if (before != none) runs_[before].next = none;
}

/// Pairs `closer`, if it closes, with the nearest opener; returns the run to look at next.
/// `lowest` tells for each kind of closer from which run on there may be an opener for it.
std::size_t Emphasis::close(std::size_t closer, std::array<std::size_t, closer_kinds>& lowest) {
  const Run run = runs_[closer];
  if (!run.can_close) return run.next;
  const std::size_t kind = (run.mark == '_' ? 6U : 0U) + (run.can_open ? 3U : 0U) + run.length % 3;
  const std::size_t opener = find_opener(run, lowest[kind]);
  if (opener == none) {
    lowest[kind] = closer;
    if (!run.can_open) unlink(closer);
    return run.next;
  }
  const std::size_t paired = run.left >= 2 && runs_[opener].left >= 2 ? 2 : 1;
  runs_[closer].has_closed = true;
  runs_[opener].left -= paired;
  runs_[closer].left -= paired;
  runs_[opener].next = closer;  // what stands between them stays literal
  runs_[closer].previous = opener;
  if (runs_[opener].left == 0) unlink(opener);
  if (runs_[closer].left > 0) return closer;
  unlink(closer);
  return run.next;
}

/// The nearest run before `closer`, from `lowest` on, that it closes.
std::size_t Emphasis::find_opener(const Run& closer, std::size_t lowest) const {
  for (std::size_t i = closer.previous; i != none && i >= lowest; i = runs_[i].previous) {
    const Run& run = runs_[i];
    if (run.mark != closer.mark || !run.can_open) continue;
    const bool inside_words = run.can_close || closer.can_open;
    const bool rule_of_three = (run.length + closer.length) % 3 == 0 && closer.length % 3 != 0;
    if (!(inside_words && rule_of_three)) return i;
  }
  return none;
}

void Emphasis::unlink(std::size_t run) {
  const std::size_t previous = runs_[run].previous;
  const std::size_t next = runs_[run].next;
  if (previous != none) runs_[previous].next = next;
  if (next != none) runs_[next].previous = previous;
  if (last_ == run) last_ = previous;
}

void Emphasis::remove_marks(std::vector<std::size_t>& emphasised_colons) {
  if (runs_.empty()) return;
  std::size_t to = runs_.front().at;
  for (std::size_t i = 0; i < runs_.size(); ++i) {
    const bool closes_all = runs_[i].has_closed && runs_[i].left == 0;
    if (closes_all && to > 0 && out_[to - 1] == ':') emphasised_colons.push_back(to);
    const std::size_t from = runs_[i].at + (runs_[i].length - runs_[i].left);
    const std::size_t end = i + 1 < runs_.size() ? runs_[i + 1].at : out_.size();
    std::move(out_.begin() + static_cast<std::ptrdiff_t>(from),
              out_.begin() + static_cast<std::ptrdiff_t>(end),
              out_.begin() + static_cast<std::ptrdiff_t>(to));
    to += end - from;
  }
  out_.resize(to);
}

}  // namespace themata::ingest::detail
