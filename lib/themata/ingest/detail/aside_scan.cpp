#include "themata/ingest/detail/aside_scan.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "themata/ingest/aside.hpp"
#include "themata/ingest/detail/characters.hpp"
#include "themata/ingest/detail/note_words.hpp"
#include "themata/ingest/detail/timestamp.hpp"

namespace themata::ingest::detail {
namespace {

constexpr std::array<bool, 256> make_marks() {
  std::array<bool, 256> marks{};
  for (const char mark : {'[', ']', '(', ')', '#', '\n'}) {
    marks[static_cast<unsigned char>(mark)] = true;
  }
  return marks;
}
constexpr std::array<bool, 256> is_mark = make_marks();

constexpr bool is_blank(char c) { return c == ' ' || c == '\t'; }

/// A bracket that is open while a turn is read.
struct Opener {
  std::size_t at;
  std::size_t asides;    ///< how many stood before it
  std::size_t unspoken;  ///< and how many of these are not speech
};

/// Reads a turn once, from left to right, with a stack of the brackets that are open.
class AsideScan {
 public:
  AsideScan(std::string_view text, text::TextRange range, std::vector<model::Aside>& asides,
            std::vector<text::ByteOffset>& unclosed)
      : text_(text.substr(0, range.end.value)),
        begin_(range.begin.value),
        at_(begin_),
        asides_(asides),
        unclosed_(unclosed) {}

  void run() {
    const std::size_t first = asides_.size();
    if (begins_line()) read_time();
    while (skip_to_mark()) read_mark();
    std::for_each(asides_.begin() + static_cast<std::ptrdiff_t>(first), asides_.end(),
                  [this](model::Aside& aside) { classify(aside); });
    give_up_openers();
  }

 private:
  [[nodiscard]] bool begins_line() const {
    std::size_t before = at_;
    while (before > 0 && is_blank(text_[before - 1])) --before;
    return before == 0 || text_[before - 1] == '\n';
  }

  bool skip_to_mark() {
    while (at_ < text_.size() && !is_mark[static_cast<unsigned char>(text_[at_])]) ++at_;
    return at_ < text_.size();
  }

  void read_mark() {
    const char mark = text_[at_];
    if (mark == '\n') {
      ++at_;
      if (is_blank_line()) give_up_openers();
      read_time();
    } else if (mark == '#') {
      const auto end = hash_time_end(text_, at_);
      if (end) add(at_, *end, model::AsideKind::timestamp);
      at_ = end.value_or(at_ + 1);
    } else {
      if (!is_emoticon()) mark == '[' || mark == '(' ? open() : close();
      ++at_;
    }
  }

  [[nodiscard]] bool is_blank_line() const {
    std::size_t at = at_;
    while (at < text_.size() && is_blank(text_[at])) ++at;
    return at < text_.size() && text_[at] == '\n';
  }

  /// No bracket goes on behind a blank line: one that was forgotten must not swallow speech.
  void give_up_openers() {
    if (!openers_.empty()) unclosed_.push_back(text::ByteOffset{openers_.front().at});
    openers_.clear();
    open_square_ = open_round_ = 0;
  }

  /// A time at a line's start. A time of day (`10:30 am`) is speech.
  void read_time() {
    while (at_ < text_.size() && is_blank(text_[at_])) ++at_;
    const auto end = timestamp_end(text_, at_);
    if (!end || is_half_day(*end)) return;
    add(at_, *end, model::AsideKind::timestamp);
    at_ = *end;
  }

  [[nodiscard]] bool is_half_day(std::size_t at) const {
    while (at < text_.size() && is_blank(text_[at])) ++at;
    if (at + 1 >= text_.size()) return false;
    const char half = to_ascii_lower(text_[at]);
    std::size_t next = at + 1;
    if (text_[next] == '.') ++next;
    if ((half != 'a' && half != 'p') || next >= text_.size()) return false;
    if (to_ascii_lower(text_[next]) != 'm') return false;
    return next + 1 == text_.size() || !is_ascii_alphanumeric(text_[next + 1]);
  }

  /// `:(` and `:-)` as a word of their own.
  [[nodiscard]] bool is_emoticon() const {
    std::size_t eyes = at_;
    if (eyes > begin_ && text_[eyes - 1] == '-') --eyes;
    if (eyes == begin_ || (text_[eyes - 1] != ':' && text_[eyes - 1] != ';')) return false;
    --eyes;
    const bool begins =
        eyes == begin_ || text::is_white_space(static_cast<unsigned char>(text_[eyes - 1]));
    return begins && (at_ + 1 == text_.size() || white_space_at(text_, at_ + 1) != 0);
  }

  std::size_t& open_count(char open) { return open == '[' ? open_square_ : open_round_; }

  void open() {
    ++open_count(text_[at_]);
    openers_.push_back({at_, asides_.size(), unspoken_});
  }

  /// Closes the nearest bracket of its kind; those that were opened after it belong to it. Each
  /// opener is taken off once, so that any nesting is read in linear time.
  void close() {
    const char open = text_[at_] == ']' ? '[' : '(';
    if (open_count(open) == 0) return;
    Opener opener = openers_.back();
    for (;; opener = openers_.back()) {
      openers_.pop_back();
      --open_count(text_[opener.at]);
      if (text_[opener.at] == open) break;
    }
    add_bracket(opener);
  }

  void add_bracket(const Opener& opener) {
    const std::size_t end = at_ + 1;
    if (text_[opener.at] == '(' && timestamp_end(text_, opener.at) == end) {
      return add(opener.at, end, model::AsideKind::timestamp);
    }
    if (text_[opener.at] == '(' &&
        !begins_with_note_word(text_.substr(opener.at + 1, at_ - opener.at - 1))) {
      // What is not speech inside of spoken parentheses stays what it is.
      if (unspoken_ > opener.unspoken) return;
      asides_.resize(opener.asides);
      asides_.push_back({text::byte_range(opener.at, end), model::AsideKind::speech});
      return;
    }
    asides_.resize(opener.asides);
    unspoken_ = opener.unspoken;
    add(opener.at, end,
        text_[opener.at] == '(' ? model::AsideKind::note : model::AsideKind::insertion);
  }

  void add(std::size_t begin, std::size_t end, model::AsideKind kind) {
    ++unspoken_;
    asides_.push_back({text::byte_range(begin, end), kind});
  }

  /// Square brackets are looked into once all is read: of nested ones only the outermost.
  void classify(model::Aside& aside) const {
    if (aside.kind == model::AsideKind::insertion) {
      aside.kind = classify_bracket(text::slice(text_, aside.range));
    }
  }

  std::string_view text_;  ///< ends with the turn
  std::size_t begin_;
  std::size_t at_;
  std::vector<model::Aside>& asides_;
  std::vector<Opener> openers_;
  std::vector<text::ByteOffset>& unclosed_;
  std::size_t open_square_ = 0;
  std::size_t open_round_ = 0;
  std::size_t unspoken_ = 0;  ///< asides of this turn that are not speech
};

}  // namespace

void scan_asides(std::string_view text, text::TextRange range, std::vector<model::Aside>& asides,
                 std::vector<text::ByteOffset>& unclosed) {
  AsideScan(text, range, asides, unclosed).run();
}

std::string unclosed_bracket_message(std::string_view text, text::ByteOffset at) {
  return std::string{"\""} + text[at.value] +
         "\" is not closed in its paragraph; what follows it is counted as speech";
}

}  // namespace themata::ingest::detail
