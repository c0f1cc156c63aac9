#include "themata/ingest/detail/rtf_tokens.hpp"

#include <algorithm>

#include "themata/ingest/detail/characters.hpp"

namespace themata::ingest::detail {

namespace {

constexpr std::size_t longest_word = 32;

std::optional<int> hexadecimal(char c) {
  if (is_digit(c)) return c - '0';
  const char small = to_ascii_lower(c);
  if (small >= 'a' && small <= 'f') return small - 'a' + 10;
  return std::nullopt;
}

}  // namespace

bool RtfTokenizer::next(RtfToken& token) {
  token = {};
  while (at_ < bytes_.size() && (bytes_[at_] == '\n' || bytes_[at_] == '\r')) ++at_;
  if (at_ >= bytes_.size()) return false;
  const char c = bytes_[at_];
  if (c == '{' || c == '}') {
    token.kind = c == '{' ? RtfToken::Kind::group_begin : RtfToken::Kind::group_end;
    ++at_;
  } else if (c == '\\') {
    take_control(token);
  } else {
    const std::size_t end = std::min(bytes_.find_first_of("\\{}\r\n", at_), bytes_.size());
    token.text = bytes_.substr(at_, end - at_);
    at_ = end;
  }
  return true;
}

void RtfTokenizer::take_control(RtfToken& token) {
  ++at_;
  if (at_ < bytes_.size() && is_ascii_letter(bytes_[at_])) return take_word(token);
  if (at_ < bytes_.size() && bytes_[at_] == '\'' && take_byte(token)) return;
  token.kind = RtfToken::Kind::symbol;
  token.text = bytes_.substr(at_, 1);
  at_ = std::min(at_ + 1, bytes_.size());
}

bool RtfTokenizer::take_byte(RtfToken& token) {
  if (at_ + 2 >= bytes_.size()) return false;
  const auto high = hexadecimal(bytes_[at_ + 1]);
  const auto low = hexadecimal(bytes_[at_ + 2]);
  if (!high || !low) return false;
  token.kind = RtfToken::Kind::byte;
  token.parameter = 16 * *high + *low;
  at_ += 3;
  return true;
}

void RtfTokenizer::take_word(RtfToken& token) {
  token.kind = RtfToken::Kind::word;
  std::size_t end = at_;
  while (end < bytes_.size() && end - at_ < longest_word && is_ascii_letter(bytes_[end])) ++end;
  token.text = bytes_.substr(at_, end - at_);
  at_ = end;
  take_parameter(token);
  if (at_ < bytes_.size() && bytes_[at_] == ' ') ++at_;
  if (token.text == "bin" && token.parameter) {
    const auto length = static_cast<std::size_t>(std::max(*token.parameter, 0));
    at_ += std::min(length, bytes_.size() - at_);
  }
}

void RtfTokenizer::take_parameter(RtfToken& token) {
  constexpr int largest = 100'000'000;
  const bool is_negative =
      at_ + 1 < bytes_.size() && bytes_[at_] == '-' && is_digit(bytes_[at_ + 1]);
  std::size_t end = at_ + (is_negative ? 1 : 0);
  if (end >= bytes_.size() || !is_digit(bytes_[end])) return;
  int value = 0;
  for (; end < bytes_.size() && is_digit(bytes_[end]); ++end) {
    value = std::min(10 * std::min(value, largest) + (bytes_[end] - '0'), largest);
  }
  token.parameter = is_negative ? -value : value;
  at_ = end;
}

}  // namespace themata::ingest::detail
