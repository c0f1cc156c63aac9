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

/// How much of a table begins: 1 a cell, 2 a row, 3 a part of its rows; 0 for anything else.
int table_rank(std::string_view name) {
  if (name == "td" || name == "th" || name == "caption") return 1;
  if (name == "tr") return 2;
  return name == "tbody" || name == "thead" || name == "tfoot" ? 3 : 0;
}

bool closes_paragraph(std::string_view name) {
  return is_block(name) || is_list_part(name) || name == "table";
}

/// What closes all that is open in it when it ends.
bool closes_content(std::string_view name) {
  return (is_block(name) && name != "body") || is_table_part(name) || table_rank(name) > 0 ||
         is_list_part(name) || name == "ruby" || name == "select";
}

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

// ---- What is left out --------------------------------------------------------------------------

bool HtmlReader::skips(const HtmlToken& token) {
  if (!skipped_.empty()) return skips_on(token);
  const bool begins = token.kind == HtmlToken::Kind::begin;
  if (!begins || is_void(token.name) || is_unshown_raw(token.name)) return false;
  if (is_xml_ && token.is_closed) return false;
  const bool hidden = is_hidden(token);
  const bool deleted = token.name == "del";
  if (!hidden && !deleted && !is_apart(token.name)) return false;
  if (hidden) ++hidden_;
  if (deleted) ++deleted_;
  skipped_ = token.name;
  skip_counts_.clear();
  skip_counts_[skipped_] = 1;
  return true;
}

/// Within what is left out. Its elements are counted, to find its end; where its end tag is missing
/// it ends where a browser has it end.
bool HtmlReader::skips_on(const HtmlToken& token) {
  if (token.kind == HtmlToken::Kind::text) return true;
  if (ends_skip(token)) {
    skipped_.clear();
    return false;
  }
  if (token.kind == HtmlToken::Kind::begin) {
    if (is_unshown_raw(token.name)) {
      raw_ = token.name;
    } else if (!is_void(token.name) && !(is_xml_ && token.is_closed)) {
      ++skip_counts_[token.name];
    }
    return true;
  }
  if (skipped_open(token.name) > 0 && --skip_counts_[token.name] == 0 && token.name == skipped_) {
    skipped_.clear();
  }
  return true;
}

std::size_t HtmlReader::skipped_open(const std::string& name) const {
  const auto count = skip_counts_.find(name);
  return count == skip_counts_.end() ? 0 : count->second;
}

/// Whether a tag ends what is left out without being its end tag.
bool HtmlReader::ends_skip(const HtmlToken& token) const {
  if (skipped_ == "template") return false;  // closed to what stands around it
  if (token.kind == HtmlToken::Kind::begin) return begin_ends_skip(token.name);
  if (!closes_content(token.name) || skipped_open(token.name) > 0) return false;
  if (token.name == "p" && closes_paragraph(skipped_)) return false;  // it has ended before
  if (is_table_part(token.name) || table_rank(token.name) > 0) {
    return !open_within({token.name}, {"table"}).empty();
  }
  return !open_within({token.name}, {"table", "td", "th"}).empty();
}

bool HtmlReader::begin_ends_skip(const std::string& name) const {
  if (is_apart(skipped_) && skipped_ != "nav" && skipped_ != "rp") return false;
  if (name == "li" && skipped_open("ul") + skipped_open("ol") == 0) {
    if (skipped_ == "li" || !open_within({"li"}, {"ul", "ol"}).empty()) return true;
  }
  if (table_rank(name) > 0 && skipped_open("table") == 0) {
    const int rank = table_rank(skipped_);
    if (rank > 0 ? table_rank(name) >= rank : !open_within({"table"}, {}).empty()) return true;
  }
  if ((name == "dt" || name == "dd") && skipped_open("dl") == 0) {
    if (skipped_ == "dt" || skipped_ == "dd") return true;
    if (!open_within({"dt", "dd"}, {"dl"}).empty()) return true;
  }
  if (name == "option" || name == "optgroup") return skipped_ == "option" || skipped_ == name;
  if (name == "rt" || name == "rp") return skipped_ == "rt" || skipped_ == "rp";
  if (!closes_paragraph(name)) return false;
  if (skipped_ == "p") return true;
  return skipped_open("p") == 0 && !closes_paragraph(skipped_) && table_rank(skipped_) == 0 &&
         !open_within({"p"}, {"table", "td", "th"}).empty();
}

// ---- Elements ----------------------------------------------------------------------------------

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
  const std::string_view other = barrier == "ul" ? "ol" : barrier;
  const std::string name = open_within(names, {barrier, other});
  if (!name.empty()) pop(name);
}

/// The innermost open element of one of these names, unless one of `barriers` is within it; else
/// empty.
std::string HtmlReader::open_within(std::initializer_list<std::string_view> names,
                                    std::initializer_list<std::string_view> barriers) const {
  constexpr std::size_t farthest = 200;  // else time would not be linear
  const auto contains = [](std::initializer_list<std::string_view> list, std::string_view name) {
    return std::find(list.begin(), list.end(), name) != list.end();
  };
  const std::size_t end = open_.size() - std::min(open_.size(), farthest);
  for (std::size_t i = open_.size(); i > end; --i) {
    const std::string& name = open_[i - 1].name;
    if (contains(names, name)) return name;
    if (contains(barriers, name)) break;
  }
  return {};
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
  if (!skipped_.empty()) {
    builder_.notice("an element that was left out (<" + skipped_ +
                    ">) does not end: everything from it to the end of the file was left out; add "
                    "its end tag (</" +
                    skipped_ + ">) if that is too much");
  }
}

}  // namespace themata::ingest::detail
