#include "themata/exchange/detail/annotation_marks.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "themata/error.hpp"
#include "themata/exchange/detail/annotation_frame.hpp"
#include "themata/text/display_width.hpp"
#include "themata/text/name_key.hpp"

namespace themata::exchange::detail {

namespace {

constexpr std::size_t columns_shown = 40;  // of a mark in a message

bool is_blank(char c) { return c == ' ' || c == '\t'; }

/// The characters of a mark, backslashes undone, and which of them stood behind one.
struct Characters {
  std::string text;
  std::vector<bool> escaped;

  void drop_last() {
    text.pop_back();
    escaped.pop_back();
  }
  void trim_end() {
    while (!text.empty() && is_blank(text.back()) && !escaped.back()) drop_last();
  }
};

/// Nothing if the last character is a backslash that stands for none.
std::optional<Characters> unescaped(std::string_view written) {
  Characters characters;
  for (std::size_t at = 0; at < written.size(); ++at) {
    const bool escaped = written[at] == escape;
    if (escaped && ++at == written.size()) return std::nullopt;
    characters.text += written[at];
    characters.escaped.push_back(escaped);
  }
  return characters;
}

/// Takes `#2` off the end, if it is there.
std::size_t take_number(Characters& characters) {
  const std::size_t last = characters.text.find_last_not_of(digits);
  if (last == std::string::npos || characters.text[last] != number_sign) return 1;
  const std::string number = characters.text.substr(last + 1);
  const auto first = characters.escaped.begin() + static_cast<std::ptrdiff_t>(last);
  if (number.empty() || number.size() > most_digits) return 1;
  if (std::find(first, characters.escaped.end(), true) != characters.escaped.end()) return 1;
  while (characters.text.size() > last) characters.drop_last();
  return std::stoul(number);
}

/// True if a name ends like the number of a mark.
bool ends_in_number(std::string_view name) {
  const std::size_t last = name.find_last_not_of(digits);
  return last != std::string_view::npos && last + 1 < name.size() && name[last] == number_sign;
}

std::string escaped_name(std::string_view name) {
  std::string written;
  const std::size_t number_at = ends_in_number(name) ? name.rfind(number_sign) : name.size();
  for (std::size_t at = 0; at < name.size(); ++at) {
    const char c = name[at];
    const bool at_edge = at == 0 || at + 1 == name.size();
    if (c == escape || c == '{' || c == '}' || at == number_at || (at == 0 && c == closing_sign) ||
        (at_edge && is_blank(c))) {
      written += escape;
    }
    written += c;
  }
  return written;
}

/// The marks that wait for a closing one.
class OpenMarks {
 public:
  struct Open {
    Mark mark;
    std::size_t coding = 0;  // index
  };

  [[nodiscard]] bool empty() const { return open_.empty(); }
  [[nodiscard]] const Open& last() const { return open_.back(); }
  void add(Mark mark, std::size_t coding) { open_.push_back({std::move(mark), coding}); }

  /// The one of that very name, for an opening mark that is not to come twice.
  [[nodiscard]] const Open* same(const Mark& mark) const {
    const auto found = std::find_if(open_.begin(), open_.end(), [&](const Open& open) {
      return open.mark.code == mark.code && open.mark.number == mark.number;
    });
    return found == open_.end() ? nullptr : &*found;
  }

  /// The one that `closing` means, which is open no more: by its very name, else by its key, else
  /// by a beginning that only one has.
  std::optional<Open> take(const Mark& closing) {
    if (open_.empty()) return std::nullopt;
    if (closing.code.empty()) return remove(open_.size() - 1);
    for (std::size_t i = open_.size(); i-- > 0;) {
      if (open_[i].mark.code == closing.code && open_[i].mark.number == closing.number) {
        return remove(i);
      }
    }
    const std::string key = text::name_key(closing.code);
    const auto alike = that(closing.number, [&](const std::string& open) { return open == key; });
    if (alike.size() == 1) return remove(alike.front());
    const auto longer =
        that(closing.number, [&](const std::string& open) { return open.starts_with(key); });
    if (longer.size() == 1) return remove(longer.front());
    return std::nullopt;
  }

 private:
  template <class Test>
  [[nodiscard]] std::vector<std::size_t> that(std::size_t number, Test key_fits) const {
    std::vector<std::size_t> fitting;
    for (std::size_t i = 0; i < open_.size(); ++i) {
      if (open_[i].mark.number == number && key_fits(text::name_key(open_[i].mark.code))) {
        fitting.push_back(i);
      }
    }
    return fitting;
  }

  Open remove(std::size_t index) {
    Open taken = std::move(open_[index]);
    open_.erase(open_.begin() + static_cast<std::ptrdiff_t>(index));
    return taken;
  }

  std::vector<Open> open_;
};

/// One walk over a marked text.
class MarkReader {
 public:
  MarkReader(const std::string& file, std::size_t line, std::string_view marked)
      : file_(file), line_(line), marked_(marked) {}

  UnmarkedText read() {
    while (at_ < marked_.size()) {
      const std::size_t plain = std::min(marked_.find_first_of("\\{\n", at_), marked_.size());
      take_to(plain);
      if (at_ < marked_.size()) take_special();
    }
    if (!open_.empty()) {
      const AnnotatedCoding& coding = result_.codings[open_.last().coding];
      throw InputError(file_, coding.begin_line,
                       fmt::format("{} is never closed; put {} where the coding ends",
                                   shown(open_.last().mark), shown(closing(open_.last().mark))));
    }
    return std::move(result_);
  }

 private:
  static Mark closing(Mark mark) {
    mark.closes = true;
    return mark;
  }
  static std::string shown(const Mark& mark) { return written_mark(mark); }

  void take_to(std::size_t end) {
    result_.text += marked_.substr(at_, end - at_);
    at_ = end;
  }

  void take_special() {
    switch (marked_[at_]) {
      case escape:
        return take_backslashes();
      case '{':
        return take_braces();
      default:
        ++line_;
        take_to(at_ + 1);
    }
  }

  /// Before a brace two of them stand for one, and an odd one makes the brace a mere brace.
  void take_backslashes() {
    const std::size_t end = std::min(marked_.find_first_not_of(escape, at_), marked_.size());
    if (end == marked_.size() || marked_[end] != '{') return take_to(end);
    const std::size_t count = end - at_;
    result_.text.append(count / 2, escape);
    at_ = end;
    if (count % 2 == 1) take_to(end + 1);
  }

  /// Of a run of braces the last two open a mark.
  void take_braces() {
    const std::size_t end = std::min(marked_.find_first_not_of('{', at_), marked_.size());
    if (end - at_ < mark_begins.size()) return take_to(end);
    take_to(end - mark_begins.size());
    at_ = end;
    take_mark(inside_of_mark());
  }

  /// What stands between the braces; the reader moves behind them.
  std::string_view inside_of_mark() {
    const std::size_t begin = at_;
    for (; at_ < marked_.size() && marked_[at_] != '\n'; ++at_) {
      const std::string_view rest = marked_.substr(at_);
      if (rest.starts_with(mark_ends)) {
        at_ += mark_ends.size();
        return marked_.substr(begin, at_ - mark_ends.size() - begin);
      }
      if (rest.starts_with(mark_begins)) break;
      if (marked_[at_] == escape && rest.size() > 1 && rest[1] != '\n') ++at_;
    }
    throw InputError(file_, line_,
                     fmt::format("the mark {{{{{} is not closed by }}}} on its line; where two "
                                 "braces are text, write \\{{{{",
                                 text::shortened(marked_.substr(begin, at_ - begin), columns_shown,
                                                 text::CutAt::end)));
  }

  void take_mark(std::string_view inside) {
    const auto mark = parse_mark(inside);
    if (!mark) {
      throw InputError(file_, line_,
                       fmt::format("the mark {{{{{}}}}} names no code; where two braces are text, "
                                   "write \\{{{{",
                                   inside));
    }
    if (mark->closes) return close(*mark);
    open(*mark);
  }

  void open(const Mark& mark) {
    if (const OpenMarks::Open* same = open_.same(mark)) {
      const Mark second{false, mark.code, mark.number + 1};
      throw InputError(
          file_, line_,
          fmt::format("{} is open since line {}; close it with {}, or number a second coding that "
                      "overlaps the first: {}...{}",
                      shown(mark), result_.codings[same->coding].begin_line, shown(closing(mark)),
                      shown(second), shown(closing(second))));
    }
    const text::ByteOffset here{result_.text.size()};
    open_.add(mark, result_.codings.size());
    result_.codings.push_back({mark.code, {here, here}, line_, 0});
  }

  void close(const Mark& mark) {
    const auto opened = open_.take(mark);
    if (!opened) {
      throw InputError(file_, line_,
                       fmt::format("{} closes what is not open{}", shown(mark),
                                   open_.empty() ? std::string{}
                                                 : fmt::format("; {} was opened last",
                                                               shown(open_.last().mark))));
    }
    AnnotatedCoding& coding = result_.codings[opened->coding];
    coding.range.end = text::ByteOffset{result_.text.size()};
    coding.end_line = line_;
    if (coding.range.empty()) {
      throw InputError(file_, line_,
                       fmt::format("there is no text between {} and {}", shown(opened->mark),
                                   shown(closing(opened->mark))));
    }
  }

  const std::string& file_;
  std::size_t line_;
  std::string_view marked_;
  std::size_t at_ = 0;
  OpenMarks open_;
  UnmarkedText result_;
};

}  // namespace

std::optional<Mark> parse_mark(std::string_view inside) {
  const auto skip_blanks = [&] {
    while (!inside.empty() && is_blank(inside.front())) inside.remove_prefix(1);
  };
  Mark mark;
  skip_blanks();
  mark.closes = !inside.empty() && inside.front() == closing_sign;
  if (mark.closes) {
    inside.remove_prefix(1);
    skip_blanks();
    if (inside.empty()) return mark;
  }
  auto characters = unescaped(inside);
  if (!characters) return std::nullopt;
  characters->trim_end();
  mark.number = take_number(*characters);
  characters->trim_end();
  mark.code = std::move(characters->text);
  if (mark.code.empty() || mark.number == 0) return std::nullopt;
  return mark;
}

std::string written_mark(const Mark& mark) {
  std::string written(mark_begins);
  if (mark.closes) written += closing_sign;
  written += escaped_name(mark.code);
  if (mark.number > 1) written += number_sign + std::to_string(mark.number);
  written += mark_ends;
  return written;
}

UnmarkedText without_marks(const std::string& file, std::size_t first_line,
                           std::string_view marked) {
  return MarkReader(file, first_line, marked).read();
}

}  // namespace themata::exchange::detail
