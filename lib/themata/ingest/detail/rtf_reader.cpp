#include "themata/ingest/detail/rtf_reader.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "themata/ingest/detail/characters.hpp"
#include "themata/text/characters.hpp"
#include "themata/text/plural.hpp"
#include "themata/text/utf8.hpp"

namespace themata::ingest::detail {

namespace {

constexpr std::size_t deepest = 10000;

/// Groups whose text is no text of the document, though they do not say so by `\*`.
bool is_apart(std::string_view word) {
  static constexpr auto words = std::to_array<std::string_view>(
      {"bookmarkend", "bookmarkstart", "colortbl", "comment",  "filetbl",  "fldinst",    "footer",
       "footerf",     "footerl",       "footerr",  "footnote", "ftncn",    "ftnsep",     "ftnsepc",
       "header",      "headerf",       "headerl",  "headerr",  "listtext", "nonshppict", "objdata",
       "pict",        "pntext",        "private",  "revtbl",   "rxe",      "stylesheet", "tc",
       "template",    "txe",           "upr",      "xe"});
  static_assert(std::is_sorted(words.begin(), words.end()));
  return std::binary_search(words.begin(), words.end(), word);
}

/// Words that are a character.
std::string_view character_of(std::string_view word) {
  static constexpr auto characters =
      std::to_array<std::pair<std::string_view, std::string_view>>({{"bullet", "\u2022"},
                                                                    {"emdash", "\u2014"},
                                                                    {"emspace", "\u2003"},
                                                                    {"endash", "\u2013"},
                                                                    {"enspace", "\u2002"},
                                                                    {"ldblquote", "\u201C"},
                                                                    {"lquote", "\u2018"},
                                                                    {"ltrmark", "\u200E"},
                                                                    {"qmspace", "\u2005"},
                                                                    {"rdblquote", "\u201D"},
                                                                    {"rquote", "\u2019"},
                                                                    {"rtlmark", "\u200F"},
                                                                    {"zwj", "\u200D"},
                                                                    {"zwnj", "\u200C"}});
  const auto found = std::find_if(characters.begin(), characters.end(),
                                  [&](const auto& one) { return one.first == word; });
  return found == characters.end() ? std::string_view{} : found->second;
}

}  // namespace

Document RtfReader::read() {
  RtfToken token;
  while (tokens_.next(token)) take(token);
  flush_text();
  is_unbalanced_ |= !groups_.empty() || too_deep_ > 0;
  report();
  return builder_.finish(CodePage(default_page_).name());
}

void RtfReader::take(const RtfToken& token) {
  using Kind = RtfToken::Kind;
  const bool is_character = token.kind == Kind::text || token.kind == Kind::byte;
  if (!is_character) flush_bytes();
  switch (token.kind) {
    case Kind::group_begin:
      return begin_group();
    case Kind::group_end:
      return end_group();
    case Kind::text:
      return take_bytes(token.text);
    case Kind::byte: {
      const char byte = static_cast<char>(*token.parameter);
      return take_bytes({&byte, 1});
    }
    case Kind::symbol:
    case Kind::word:
      break;
  }
  if (skip_ > 0) {
    --skip_;
  } else if (token.kind == Kind::symbol) {
    take_symbol(token.text.empty() ? '\0' : token.text.front());
  } else {
    take_word(token.text, token.parameter);
  }
}

void RtfReader::begin_group() {
  skip_ = 0;
  ignorable_ = false;
  if (groups_.size() >= deepest) {
    ++too_deep_;
  } else {
    groups_.push_back(state_);
  }
}

void RtfReader::end_group() {
  skip_ = 0;
  ignorable_ = false;
  if (too_deep_ > 0) {
    --too_deep_;
  } else if (groups_.empty()) {
    is_unbalanced_ = true;
  } else {
    const State outer = groups_.back();
    groups_.pop_back();
    if (outer.place != state_.place) leave(state_.place);
    if (outer.strong != state_.strong) flush_text();
    state_ = outer;
  }
}

// ---- Control words -----------------------------------------------------------------------------

void RtfReader::take_word(std::string_view word, std::optional<int> parameter) {
  const bool ignorable = std::exchange(ignorable_, false);
  if (take_place(word)) return;
  if (ignorable) {
    if (word == "shpinst") ++boxes_;
    state_.place = Place::nowhere;
    return;
  }
  if (is_apart(word)) {
    if (word == "footnote" && state_.place == Place::text) ++footnotes_;
    state_.place = Place::nowhere;
    return;
  }
  if (word == "u") return take_unicode(parameter.value_or(0));
  if (take_head(word, parameter) || take_format(word, parameter)) return;
  const std::string_view character = character_of(word);
  if (!character.empty()) return add(character);
  take_layout(word);
}

/// Groups whose text is kept somewhere else.
bool RtfReader::take_place(std::string_view word) {
  static constexpr auto places =
      std::to_array<std::pair<std::string_view, Place>>({{"fonttbl", Place::fonts},
                                                         {"info", Place::info},
                                                         {"annotation", Place::comment},
                                                         {"atnauthor", Place::comment_author},
                                                         {"atrfstart", Place::comment_begin},
                                                         {"atrfend", Place::comment_end},
                                                         {"atnref", Place::comment_id}});
  if (word == "title" && state_.place == Place::info) {
    state_.place = Place::title;
    return true;
  }
  const auto found = std::find_if(places.begin(), places.end(),
                                  [&](const auto& one) { return one.first == word; });
  if (found == places.end() || state_.place == Place::nowhere) return false;
  flush_text();
  state_.place = found->second;
  return true;
}

/// What the head of a file says of its characters.
bool RtfReader::take_head(std::string_view word, std::optional<int> parameter) {
  const int number = parameter.value_or(0);
  if (word == "ansicpg") {
    if (!std::exchange(has_page_, true)) default_page_ = known_code_page(number);
  } else if (word == "mac") {
    default_page_ = 10000;
  } else if (word == "pc") {
    default_page_ = 437;
  } else if (word == "pca") {
    default_page_ = 850;
  } else if (word == "deff") {
    default_font_ = number;
    if (state_.font < 0) state_.font = number;
  } else if (word == "fcharset" && state_.place == Place::fonts) {
    font_pages_[state_.font] = code_page_of_charset(number, 0);
  } else if (word == "cpg" && state_.place == Place::fonts) {
    font_pages_[state_.font] = number == 0 ? 0 : known_code_page(number);
  } else {
    return false;
  }
  return true;
}

bool RtfReader::take_format(std::string_view word, std::optional<int> parameter) {
  const bool is_on = parameter.value_or(1) != 0;
  if (word == "b") {
    if (state_.strong != is_on) flush_text();
    state_.strong = is_on;
  } else if (word == "v") {
    state_.hidden = is_on;
    if (is_on && state_.place == Place::text) ++hidden_;
  } else if (word == "deleted") {
    state_.deleted = is_on;
    if (is_on && state_.place == Place::text) ++deletions_;
  } else if (word == "revised") {
    if (is_on && state_.place == Place::text) ++revisions_;
  } else if (word == "plain") {
    if (state_.strong) flush_text();
    state_.strong = state_.hidden = state_.deleted = false;
    state_.font = default_font_;
  } else if (word == "f") {
    state_.font = parameter.value_or(0);
  } else if (word == "uc") {
    state_.fallback = std::clamp(parameter.value_or(1), 0, 100);
  } else if (word == "pard") {
    state_.in_table = false;
  } else if (word == "intbl") {
    state_.in_table = true;
  } else {
    return false;
  }
  return true;
}

bool RtfReader::take_layout(std::string_view word) {
  if (state_.place == Place::comment && (word == "par" || word == "line")) {
    add("\n");
    return true;
  }
  if (state_.place != Place::text) return false;
  flush_text();
  if (word == "par" || word == "sect" || word == "page") {
    builder_.end_paragraph();
    after_break_ = false;
  } else if (word == "line") {
    break_line();
  } else if (word == "tab") {
    enter_cell();
    builder_.tab();
  } else if (word == "cell") {
    end_cell();
  } else if (word == "row") {
    in_row_ = cell_ended_ = false;
  } else if (word == "nestcell" || word == "nestrow") {
    builder_.end_paragraph();
  } else {
    return false;
  }
  return true;
}

void RtfReader::take_symbol(char symbol) {
  switch (symbol) {
    case '*':
      ignorable_ = true;
      return;
    case '~':
      return add("\u00A0");
    case '_':
      return add("\u2011");
    case '\\':
    case '{':
    case '}':
      return add({&symbol, 1});
    case '\n':
    case '\r':
      take_layout("par");
      return;
    default:  // `\-` is where a word may be parted
      return;
  }
}

// ---- Characters --------------------------------------------------------------------------------

CodePage& RtfReader::code_page() {
  const auto font = font_pages_.find(state_.font);
  const int number = font == font_pages_.end() || font->second == 0 ? default_page_ : font->second;
  return pages_.try_emplace(number, number).first->second;
}

void RtfReader::take_bytes(std::string_view bytes) {
  const std::size_t passed = std::min(bytes.size(), static_cast<std::size_t>(skip_));
  skip_ -= static_cast<int>(passed);
  bytes.remove_prefix(passed);
  ignorable_ = false;
  if (state_.place != Place::nowhere) bytes_ += bytes;
}

void RtfReader::flush_bytes() {
  if (bytes_.empty()) return;
  if (std::all_of(bytes_.begin(), bytes_.end(), text::is_ascii)) {
    add(bytes_);
  } else {
    add(code_page().decode(bytes_));
  }
  bytes_.clear();
}

void RtfReader::take_unicode(int number) {
  const auto unit = static_cast<char32_t>(number < 0 ? number + 0x10000 : number);
  skip_ = state_.fallback;
  const char32_t high = std::exchange(high_surrogate_, 0);
  char32_t character = unit;
  if (unit >= 0xD800 && unit <= 0xDBFF) {
    high_surrogate_ = unit;
    return;
  }
  if (unit >= 0xDC00 && unit <= 0xDFFF) {
    character = high == 0 ? 0xFFFD : 0x10000 + ((high - 0xD800) << 10U) + (unit - 0xDC00);
  }
  if (character > 0x10FFFF) character = 0xFFFD;
  std::string utf8;
  text::append_code_point(character, utf8);
  add(utf8);
}

/// Text to where it belongs.
void RtfReader::add(std::string_view utf8) {
  if (state_.place == Place::text) {
    if (state_.hidden || state_.deleted) return;
    if (run_.empty()) enter_cell();
    run_ += utf8;
    after_break_ = false;
  } else if (state_.place != Place::nowhere && state_.place != Place::fonts &&
             state_.place != Place::info) {
    captured_[state_.place] += utf8;
  }
}

void RtfReader::flush_text() {
  flush_bytes();
  if (run_.empty()) return;
  builder_.add(run_, state_.strong);
  run_.clear();
}

// ---- Layout ------------------------------------------------------------------------------------

/// Before text: opens the table, the row and the cell that it stands in, or closes the table.
void RtfReader::enter_cell() {
  if (!state_.in_table) {
    if (in_table_) builder_.end_table();
    in_table_ = in_row_ = cell_ended_ = false;
    return;
  }
  if (!in_table_) builder_.begin_table();
  in_table_ = true;
  if (!in_row_) builder_.begin_row();
  if (!in_row_ || cell_ended_) builder_.begin_cell();
  in_row_ = true;
  cell_ended_ = false;
}

void RtfReader::end_cell() {
  const bool in_table = std::exchange(state_.in_table, true);
  enter_cell();
  state_.in_table = in_table;
  cell_ended_ = true;
}

void RtfReader::break_line() {
  if (after_break_) {
    builder_.end_paragraph();
  } else {
    builder_.line_break();
  }
  after_break_ = true;
}

// ---- Groups that end ---------------------------------------------------------------------------

void RtfReader::leave(Place place) {
  if (place == Place::text || place == Place::nowhere || place == Place::fonts) return;
  if (place == Place::comment_begin) {
    builder_.begin_comment(std::string{text::trim(captured_[place])});
    captured_.erase(place);
  } else if (place == Place::comment_end) {
    builder_.end_comment(std::string{text::trim(captured_[place])});
    captured_.erase(place);
  } else if (place == Place::comment) {
    finish_comment();
  } else if (place == Place::title) {
    const std::string_view title = text::trim(captured_[place]);
    if (!title.empty()) builder_.detail("Title", std::string{title});
    captured_.erase(place);
  }
}

void RtfReader::finish_comment() {
  ++comments_;
  const std::string_view id = text::trim(captured_[Place::comment_id]);
  builder_.comment(id.empty() ? "comment " + std::to_string(comments_) : std::string{id},
                   std::string{text::trim(captured_[Place::comment_author])},
                   std::string{text::trim(captured_[Place::comment])});
  captured_.erase(Place::comment_id);
  captured_.erase(Place::comment_author);
  captured_.erase(Place::comment);
}

void RtfReader::report() {
  const auto tell = [&](std::size_t count, const std::string& noun, const std::string& what) {
    if (count > 0) builder_.notice(text::plural(count, noun) + ' ' + what);
  };
  if (is_unbalanced_) {
    builder_.notice("the groups of the file (its braces) do not match; it may be cut off");
  }
  tell(deletions_, "deletion", "that was tracked and not accepted yet: the text was left out");
  tell(revisions_, "insertion", "that was tracked and not accepted yet: the text was taken in");
  tell(hidden_, "stretch", "of hidden text was left out");
  tell(footnotes_, "footnote", "was left out");
  tell(boxes_, "drawing or text box", "was left out");
}

}  // namespace themata::ingest::detail
