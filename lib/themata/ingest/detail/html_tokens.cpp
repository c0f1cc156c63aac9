#include "themata/ingest/detail/html_tokens.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "themata/ingest/detail/character_reference.hpp"
#include "themata/ingest/detail/characters.hpp"
#include "themata/text/legacy_encoding.hpp"

namespace themata::ingest::detail {

namespace {

constexpr std::string_view blanks = " \t\n\r\f";

bool is_blank(char c) { return blanks.find(c) != blanks.npos; }

std::string lower(std::string_view text) {
  std::string small{text};
  std::transform(small.begin(), small.end(), small.begin(), to_ascii_lower);
  return small;
}

bool is_raw(std::string_view name) {
  constexpr std::array<std::string_view, 8> raw = {"script",  "style",    "xmp",      "iframe",
                                                   "noembed", "noframes", "textarea", "title"};
  return std::find(raw.begin(), raw.end(), name) != raw.end();
}

/// `&#146;`, which is a control character and was meant for a quotation mark.
std::size_t read_windows_reference(std::string_view text, std::size_t at, std::string& out) {
  constexpr std::size_t longest = 8;
  const std::string_view rest = text.substr(at, longest);
  if (!rest.starts_with("&#")) return at;
  const bool is_hexadecimal = rest.size() > 2 && to_ascii_lower(rest[2]) == 'x';
  const std::size_t begin = is_hexadecimal ? 3 : 2;
  const std::size_t end = rest.find(';');
  if (end == rest.npos || end <= begin) return at;
  unsigned int number = 0;
  const auto read =
      std::from_chars(rest.data() + begin, rest.data() + end, number, is_hexadecimal ? 16 : 10);
  if (read.ptr != rest.data() + end || number < 0x80 || number >= 0xA0) return at;
  const auto character =
      text::from_encoding(std::string(1, static_cast<char>(number)), "windows-1252");
  if (!character) return at;
  out += *character;
  return at + end + 1;
}

/// `&nbsp` without its semicolon.
std::size_t read_open_reference(std::string_view text, std::size_t at, std::string& out) {
  constexpr std::array<std::string_view, 5> names = {"amp", "lt", "gt", "quot", "nbsp"};
  constexpr std::array<std::string_view, 5> characters = {"&", "<", ">", "\"", "\u00A0"};
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::size_t end = at + 1 + names[i].size();
    if (text.substr(at + 1, names[i].size()) != names[i]) continue;
    if (end < text.size() && (is_ascii_alphanumeric(text[end]) || text[end] == '=')) continue;
    out += characters[i];
    return end;
  }
  return at;
}

}  // namespace

std::string without_references(std::string_view text) {
  std::string plain;
  plain.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    if (text[at] == '&') {
      end = read_windows_reference(text, at, plain);
      if (end == at) end = read_character_reference(text, at, plain);
      if (end == at) end = read_open_reference(text, at, plain);
    }
    if (end == at) plain += text[end++];
    at = end;
  }
  return plain;
}

std::optional<std::string> HtmlToken::attribute(std::string_view wanted) const {
  const std::string_view all = attributes;
  for (std::size_t at = 0; at < all.size();) {
    at = std::min(all.find_first_not_of(" \t\n\r\f/", at), all.size());
    if (at == all.size()) break;
    const std::size_t name_end = std::min(all.find_first_of(" \t\n\r\f/=", at + 1), all.size());
    const bool is_wanted = lower(all.substr(at, name_end - at)) == wanted;
    at = std::min(all.find_first_not_of(blanks, name_end), all.size());
    std::string_view value;
    if (at < all.size() && all[at] == '=') {
      at = std::min(all.find_first_not_of(blanks, at + 1), all.size());
      const bool is_quoted = at < all.size() && (all[at] == '"' || all[at] == '\'');
      const std::size_t begin = at + (is_quoted ? 1 : 0);
      const std::size_t end =
          is_quoted ? all.find(all[at], begin) : all.find_first_of(blanks, begin);
      value = all.substr(std::min(begin, all.size()), std::min(end, all.size()) - begin);
      at = end == all.npos ? all.size() : end + (is_quoted ? 1 : 0);
    }
    if (is_wanted) return without_references(value);
  }
  return std::nullopt;
}

bool HtmlTokenizer::next(HtmlToken& token) {
  token = {};
  while (at_ < html_.size()) {
    if (!raw_.empty()) {
      take_raw_text(token);
      if (!token.text.empty()) return true;
      continue;
    }
    if (!has_no_more_tags_ && html_[at_] == '<') {
      if (skip_markup()) continue;
      if (take_tag(token)) return true;
    }
    const std::size_t end = has_no_more_tags_ ? html_.npos : html_.find('<', at_ + 1);
    token.text = html_.substr(at_, end - at_);
    at_ += token.text.size();
    return true;
  }
  return false;
}

/// Comments, and what the standard reads as such. One that does not end goes on to the file's end.
bool HtmlTokenizer::skip_markup() {
  const std::string_view rest = html_.substr(at_);
  const bool ends_nothing = rest.starts_with("</") && rest.size() > 2 && !is_ascii_letter(rest[2]);
  if (!rest.starts_with("<!") && !rest.starts_with("<?") && !ends_nothing) return false;
  std::size_t end = rest.npos;
  if (rest.starts_with("<!--")) {
    end = rest.find("-->", 2);
    if (end != rest.npos) end += 2;
  } else {
    end = rest.find('>');
  }
  at_ = end == rest.npos ? html_.size() : at_ + end + 1;
  return true;
}

/// Where the tag's `>` stands, quoted ones passed over.
std::size_t HtmlTokenizer::tag_end(std::size_t at) {
  char quote = '\0';
  char before = '\0';
  for (std::size_t i = at; i < html_.size(); ++i) {
    const char c = html_[i];
    if (quote != '\0') {
      if (c == quote) quote = '\0';
    } else if (c == '>') {
      return i;
    } else if ((c == '"' || c == '\'') && before == '=') {
      quote = c;
    }
    if (!is_blank(c)) before = c;
  }
  return html_.find('>', at);
}

bool HtmlTokenizer::take_tag(HtmlToken& token) {
  const bool ends = at_ + 1 < html_.size() && html_[at_ + 1] == '/';
  const std::size_t begin = at_ + (ends ? 2 : 1);
  if (begin >= html_.size() || !is_ascii_letter(html_[begin])) return false;
  const std::size_t end = tag_end(begin);
  if (end == html_.npos) {
    has_no_more_tags_ = true;
    return false;
  }
  const std::string_view content = html_.substr(begin, end - begin);
  const std::size_t name_end = std::min(content.find_first_of(" \t\n\r\f/"), content.size());
  token.kind = ends ? HtmlToken::Kind::end : HtmlToken::Kind::begin;
  token.name = lower(content.substr(0, name_end));
  token.attributes = content.substr(name_end);
  token.is_closed = content.ends_with('/');
  at_ = end + 1;
  if (!ends && is_raw(token.name) && !token.is_closed) raw_ = token.name;
  return true;
}

void HtmlTokenizer::take_raw_text(HtmlToken& token) {
  std::size_t end = html_.find("</", at_);
  while (end != html_.npos && lower(html_.substr(end + 2, raw_.size())) != raw_) {
    end = html_.find("</", end + 2);
  }
  token.text = html_.substr(at_, end - at_);
  at_ += token.text.size();
  raw_.clear();
}

}  // namespace themata::ingest::detail
