#include "themata/ingest/detail/html_reader.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "themata/text/characters.hpp"
#include "themata/text/plural.hpp"

namespace themata::ingest::detail {

namespace {

constexpr std::size_t deepest = 10000;

template <std::size_t N>
constexpr bool is_one_of(std::string_view name, const std::array<std::string_view, N>& sorted) {
  return std::binary_search(sorted.begin(), sorted.end(), name);
}

bool is_block(std::string_view name) {
  static constexpr auto names = std::to_array<std::string_view>(
      {"address", "article", "aside",    "blockquote", "body",   "caption", "center", "details",
       "dir",     "div",     "fieldset", "figcaption", "figure", "footer",  "form",   "h1",
       "h2",      "h3",      "h4",       "h5",         "h6",     "header",  "hgroup", "hr",
       "legend",  "li",      "listing",  "main",       "menu",   "ol",      "p",      "pre",
       "search",  "section", "summary",  "textarea",   "ul",     "xmp"});
  static_assert(std::is_sorted(names.begin(), names.end()));
  return is_one_of(name, names);
}

bool is_void(std::string_view name) {
  static constexpr auto names = std::to_array<std::string_view>(
      {"area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input",
       "keygen", "link", "meta", "param", "source", "track", "wbr"});
  static_assert(std::is_sorted(names.begin(), names.end()));
  return is_one_of(name, names);
}

/// What is no part of what the page says.
bool is_apart(std::string_view name) {
  static constexpr auto names = std::to_array<std::string_view>(
      {"datalist", "nav", "noscript", "rp", "select", "svg", "template"});
  static_assert(std::is_sorted(names.begin(), names.end()));
  return is_one_of(name, names);
}

bool is_unshown_raw(std::string_view name) {
  static constexpr auto names = std::to_array<std::string_view>(
      {"iframe", "noembed", "noframes", "script", "style", "title"});
  static_assert(std::is_sorted(names.begin(), names.end()));
  return is_one_of(name, names);
}

bool is_table_part(std::string_view name) {
  return name == "table" || name == "tr" || name == "td" || name == "th";
}

bool is_list_part(std::string_view name) { return name == "dl" || name == "dt" || name == "dd"; }

}  // namespace

HtmlReader::HtmlReader(std::string_view html)
    : tokens_(html), is_xml_(text::trim(html.substr(0, 1000)).starts_with("<?xml")) {}

Document HtmlReader::read() {
  HtmlToken token;
  while (tokens_.next(token)) take(token);
  report();
  return builder_.finish("UTF-8");
}

void HtmlReader::take(const HtmlToken& token) {
  if (token.kind == HtmlToken::Kind::text && !raw_.empty()) return take_raw_text(token.text);
  if (token.kind != HtmlToken::Kind::text) raw_.clear();
  if (skips(token)) return;
  switch (token.kind) {
    case HtmlToken::Kind::text:
      return take_text(without_references(token.text));
    case HtmlToken::Kind::begin:
      begin(token);
      if (is_xml_ && token.is_closed && !is_void(token.name)) end(token.name);
      return;
    case HtmlToken::Kind::end:
      return end(token.name);
  }
}

void HtmlReader::take_raw_text(std::string_view text) {
  if (raw_ == "style") styles_.add_sheet(text);
  if (raw_ == "title" && title_.empty()) title_ = without_references(text::trim(text));
}

/// White space is one space, but for that in `<pre>`.
void HtmlReader::take_text(std::string_view text) {
  constexpr std::string_view no_break_space = "\u00A0";
  std::string plain;
  const auto flush = [&] {
    if (plain.empty()) return;
    if (plain.find_first_not_of(' ') != plain.npos) after_break_ = false;
    builder_.add(plain, strong());
    plain.clear();
  };
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    const bool is_wide = text.substr(at).starts_with(no_break_space);
    const bool is_space = is_wide || c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
    if (pre_ > 0 && c == '\n') {
      flush();
      break_line();
    } else if (!is_space) {
      plain += c;
      after_space_ = false;
    } else if (pre_ > 0 || !after_space_) {
      plain += ' ';
      after_space_ = true;
    }
    at += is_wide ? no_break_space.size() : 1;
  }
  flush();
}

void HtmlReader::begin(const HtmlToken& token) {
  const std::string& name = token.name;
  if (is_unshown_raw(name)) {
    raw_ = name;
  } else if (name == "br") {
    break_line();
  } else if (name == "rt") {
    builder_.add("(", strong());
  } else if (is_table_part(name)) {
    begin_table_part(name);
  } else if (is_list_part(name)) {
    begin_list_part(name);
  } else if (is_block(name)) {
    pop("p");
    if (name == "li") pop_within({"li"}, "ul");
    end_paragraph();
  }
  if (name == "pre") ++pre_;
  if (!is_void(name) && !is_unshown_raw(name)) push(token);
}

void HtmlReader::begin_table_part(const std::string& name) {
  after_space_ = true;
  after_break_ = false;
  if (name == "table") {
    builder_.begin_table();
  } else if (name == "tr") {
    pop_within({"tr"}, "table");
    builder_.begin_row();
  } else {
    pop_within({"td", "th"}, "table");
    builder_.begin_cell();
  }
}

/// Terms and what is said of them are the two cells of a row.
void HtmlReader::begin_list_part(const std::string& name) {
  after_space_ = true;
  after_break_ = false;
  if (name == "dl") return builder_.begin_table();
  pop_within({"dt", "dd"}, "dl");
  if (name == "dt" || in_definition_) {
    builder_.begin_row();
    builder_.begin_cell();
  }
  in_definition_ = name == "dd";
  if (in_definition_) builder_.begin_cell();
}

void HtmlReader::end(const std::string& name) {
  if (name == "table" || name == "dl") {
    if (counts_[name] > 0) builder_.end_table();
    in_definition_ = false;
    after_space_ = true;
  } else if (name == "rt") {
    builder_.add(")", strong());
  } else if (name == "br") {
    break_line();
  } else if (is_block(name)) {
    end_paragraph();
  }
  if (name == "pre" && pre_ > 0) --pre_;
  pop(name);
}

/// Inside of what is left out its own elements are counted, to find its end.
bool HtmlReader::skips(const HtmlToken& token) {
  const bool begins = token.kind == HtmlToken::Kind::begin;
  if (!skipped_.empty()) {
    if (token.kind == HtmlToken::Kind::text) return true;
    if (is_unshown_raw(token.name) && begins) raw_ = token.name;
    const bool is_ended_paragraph = skipped_ == "p" && begins && is_block(token.name);
    if (is_ended_paragraph) {
      skipped_.clear();
      return false;
    }
    const bool is_empty = is_xml_ && token.is_closed;
    if (token.name == skipped_ && !is_empty) {
      skip_depth_ = begins ? skip_depth_ + 1 : skip_depth_ - 1;
      if (skip_depth_ == 0) skipped_.clear();
    }
    return true;
  }
  if (!begins || is_void(token.name) || is_unshown_raw(token.name)) return false;
  if (is_xml_ && token.is_closed) return false;
  const bool hidden = is_hidden(token);
  const bool deleted = token.name == "del";
  if (!hidden && !deleted && !is_apart(token.name)) return false;
  if (hidden) ++hidden_;
  if (deleted) ++deleted_;
  skipped_ = token.name;
  skip_depth_ = 1;
  return true;
}

/// Two in a row are a blank line.
void HtmlReader::break_line() {
  after_space_ = true;
  if (after_break_) {
    builder_.end_paragraph();
  } else {
    builder_.line_break();
  }
  after_break_ = true;
}

void HtmlReader::end_paragraph() {
  builder_.end_paragraph();
  after_space_ = true;
  after_break_ = false;
}

void HtmlReader::push(const HtmlToken& token) {
  if (open_.size() >= deepest) return;
  ++counts_[token.name];
  open_.push_back({token.name, styles_.is_strong(token).value_or(strong())});
}

/// Closes the innermost element of that name with all in it, if there is one.
void HtmlReader::pop(const std::string& name) {
  const auto count = counts_.find(name);
  if (count == counts_.end() || count->second == 0) return;
  for (bool found = false; !found; open_.pop_back()) {
    found = open_.back().name == name;
    --counts_[open_.back().name];
  }
}

/// Closes the innermost element of one of these names, unless `barrier` is within it.
void HtmlReader::pop_within(std::initializer_list<std::string_view> names,
                            std::string_view barrier) {
  constexpr std::size_t farthest = 200;  // else time would not be linear
  const std::size_t end = open_.size() - std::min(open_.size(), farthest);
  for (std::size_t i = open_.size(); i > end; --i) {
    const std::string name = open_[i - 1].name;
    if (name == barrier || (barrier == "ul" && name == "ol")) return;
    if (std::find(names.begin(), names.end(), name) != names.end()) return pop(name);
  }
}

void HtmlReader::report() {
  if (!title_.empty()) builder_.detail("Title", title_);
  if (hidden_ > 0) {
    builder_.notice("text that the page does not show was left out (" +
                    text::plural(hidden_, "element") + ")");
  }
  if (deleted_ > 0) {
    builder_.notice("text that is marked as deleted was left out (" +
                    text::plural(deleted_, "place") + ")");
  }
}

}  // namespace themata::ingest::detail
