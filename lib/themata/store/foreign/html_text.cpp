#include "themata/store/foreign/detail/html_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "themata/text/utf8.hpp"

namespace themata::store {

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 6> references = {
    {{"amp", "&"}, {"lt", "<"}, {"gt", ">"}, {"quot", "\""}, {"apos", "'"}, {"nbsp", "\u00A0"}}};

constexpr std::array<std::string_view, 19> blocks = {
    "p",  "div", "li", "ul", "ol", "h1",         "h2",  "h3", "h4",  "h5",
    "h6", "br",  "tr", "td", "th", "blockquote", "pre", "hr", "body"};

/// What `&...;` stands for; nothing if it is no reference that is known.
std::optional<std::string> meaning_of(std::string_view name) {
  if (name.starts_with('#')) {
    const bool hexadecimal = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
    const std::string_view digits = name.substr(hexadecimal ? 2 : 1);
    unsigned int value = 0;
    const auto [end, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), value, hexadecimal ? 16 : 10);
    const bool whole = error == std::errc{} && end == digits.data() + digits.size();
    if (!whole || value == 0 || value > 0x10FFFFU || (value >= 0xD800U && value < 0xE000U)) {
      return std::nullopt;
    }
    std::string character;
    text::append_code_point(value, character);
    return character;
  }
  for (const auto& [known, character] : references) {
    if (known == name) return std::string(character);
  }
  return std::nullopt;
}

std::string name_of(std::string_view tag) {
  std::string name;
  for (const char c : tag) {
    if (c == '/' && name.empty()) continue;
    const char small = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    if ((small < 'a' || small > 'z') && (small < '0' || small > '9')) break;
    name += small;
  }
  return name;
}

}  // namespace

HtmlText::HtmlText(std::string_view html) {
  while (!html.empty()) {
    const std::size_t open = std::min(html.find('<'), html.size());
    take_text(html.substr(0, open));
    html.remove_prefix(open);
    if (html.empty()) break;
    const bool comment = html.starts_with("<!--");
    const std::size_t close = comment ? html.find("-->") : html.find('>');
    if (close == std::string_view::npos) break;
    const std::string name = name_of(html.substr(1, close - 1));
    if (std::find(blocks.begin(), blocks.end(), name) != blocks.end()) end_block();
    html.remove_prefix(close + (comment ? 3 : 1));
  }
}

/// White space between blocks counts, and is no text.
void HtmlText::take_text(std::string_view raw) {
  std::string decoded;
  for (std::size_t at = 0; at < raw.size(); ++at) {
    const std::size_t end = raw[at] == '&' ? raw.find(';', at) : std::string_view::npos;
    const auto meant =
        end == std::string_view::npos ? std::nullopt : meaning_of(raw.substr(at + 1, end - at - 1));
    if (meant) {
      decoded += *meant;
      at = end;
    } else {
      decoded += raw[at];
    }
  }
  const bool between_blocks = (text_.empty() || text_.back() == '\n') &&
                              decoded.find_first_not_of(" \n\r\t") == std::string::npos;
  stretches_.push_back({counted_, text_.size()});
  counted_ += decoded.size();
  if (between_blocks) {
    stretches_.push_back({counted_, text_.size()});
    return;
  }
  for (char& c : decoded) {
    if (c == '\r' || (c >= 0 && c < ' ' && c != '\n' && c != '\t')) c = ' ';
  }
  text_ += decoded;
}

void HtmlText::end_block() {
  if (text_.empty() || text_.ends_with("\n\n")) return;
  text_ += text_.back() == '\n' ? "\n" : "\n\n";
}

text::ByteOffset HtmlText::place(std::size_t counted) const {
  const auto behind = std::upper_bound(
      stretches_.begin(), stretches_.end(), counted,
      [](std::size_t value, const Stretch& stretch) { return value < stretch.counted; });
  if (behind == stretches_.begin()) return text::ByteOffset{0};
  const Stretch& stretch = *std::prev(behind);
  std::size_t byte = std::min(stretch.byte + (counted - stretch.counted), text_.size());
  while (byte > 0 && byte < text_.size() && text::is_continuation(text_[byte])) --byte;
  return text::ByteOffset{byte};
}

}  // namespace themata::store
