#include "themata/exchange/term_list.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "themata/error.hpp"
#include "themata/exchange/detail/decoded_file.hpp"
#include "themata/text/fold.hpp"
#include "themata/text/name_key.hpp"
#include "themata/text/words.hpp"

namespace themata::exchange {
namespace {

using detail::trimmed;

using model::TermPattern;

bool is_blank(char c) { return c == ' ' || c == '\t'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The length in bytes of the one of `symbols` that stands at `at`; 0 if none does.
template <std::size_t N>
std::size_t length_of_any(const std::array<std::string_view, N>& symbols, std::string_view text,
                          std::size_t at) {
  for (const std::string_view symbol : symbols) {
    if (text.compare(at, symbol.size(), symbol) == 0) return symbol.size();
  }
  return 0;
}

/// `"` and what word processors make of it.
std::size_t quote_length(std::string_view text, std::size_t at) {
  constexpr std::array<std::string_view, 5> quotes{"\"", "\u201C", "\u201D", "\u201E", "\u201F"};
  return length_of_any(quotes, text, at);
}

/// `-` and what word processors make of it (figure dash, en and em dash, hyphen, minus).
std::size_t minus_length(std::string_view text) {
  constexpr std::array<std::string_view, 7> minuses{"-",      "\u2010", "\u2011", "\u2012",
                                                    "\u2013", "\u2014", "\u2212"};
  return length_of_any(minuses, text, 0);
}

/// True if a `#` at `at` begins a comment.
bool begins_comment(std::string_view text, std::size_t at) {
  return text[at] == '#' && (at == 0 || is_blank(text[at - 1]));
}

/// What stands between the quotes that open and close `text`; a `"` in it is written twice.
std::string unquoted(std::string_view text) {
  std::string content;
  std::size_t at = quote_length(text, 0);
  while (at < text.size()) {
    const std::size_t length = quote_length(text, at);
    if (length == 0) {
      content += text[at++];
    } else if (text.substr(at, 2) == "\"\"") {
      content += '"';
      at += 2;
    } else if (at + length == text.size()) {
      return content;
    } else {
      throw InputError(
          fmt::format("there is text after the closing quote in {}; put a comma "
                      "between patterns",
                      text));
    }
  }
  throw InputError(fmt::format("the quote in {} is never closed", text));
}

/// In quotes; a `"` in it is written twice.
std::string quoted(std::string_view content) {
  std::string text = "\"";
  for (const char c : content) text.append(c == '"' ? 2 : 1, c);
  return text + '"';
}

/// False for a word such as `3,000` or a Hebrew abbreviation with a `"` in it.
bool reads_unquoted(std::string_view word) {
  for (std::size_t at = 0; at < word.size(); ++at) {
    if (word[at] == ',' || quote_length(word, at) > 0) return false;
  }
  return true;
}

/// `pattern` with each `*` replaced by a letter, or by a digit where it stands next to one ("3.*"),
/// so that it is of one word with its neighbours. Offsets stay the same.
std::string without_stars(std::string_view pattern) {
  std::string plain(pattern);
  std::size_t end = 0;
  while (true) {
    const std::size_t begin = pattern.find_first_of("*.,", end);
    if (begin == std::string_view::npos) return plain;
    end = std::min(pattern.find_first_not_of("*.,", begin), pattern.size());
    const bool number = (begin > 0 && is_digit(pattern[begin - 1])) ||
                        (end < pattern.size() && is_digit(pattern[end]));
    std::replace(plain.begin() + static_cast<std::ptrdiff_t>(begin),
                 plain.begin() + static_cast<std::ptrdiff_t>(end), '*', number ? '0' : 'a');
  }
}

/// Where a pattern stands: among others behind commas, or by itself.
enum class Place { in_list, alone };

/// Reads patterns one after the other.
class PatternReader {
 public:
  explicit PatternReader(Place place) : place_(place) {}

  TermPattern read(std::string_view pattern) {
    TermPattern result;
    std::string_view rest = trimmed(pattern);
    if (const std::size_t minus = rest.empty() ? 0 : minus_length(rest)) {
      result.excluded = true;
      rest = trimmed(rest.substr(minus));
    }
    if (rest.empty()) {
      throw InputError(result.excluded ? "a - stands alone; put the pattern to take out behind it"
                                       : "a pattern is empty; remove one of the commas around it");
    }
    if (rest.front() == '~') {
      result.kind = TermPattern::Kind::stem;
      result.words = {stem_word(rest)};
    } else if (rest.substr(0, 5) == "code:") {
      result.kind = TermPattern::Kind::code;
      result.words = {code_name(rest)};
    } else {
      result.words = phrase(rest);
    }
    return result;
  }

 private:
  std::vector<std::string> phrase(std::string_view pattern) {
    const bool quoted = quote_length(pattern, 0) > 0;
    std::vector<std::string> words = words_of(quoted ? unquoted(pattern) : std::string(pattern));
    if (!quoted) check_unquoted(pattern, words.size());
    if (words.empty()) {
      throw InputError(fmt::format("the pattern {} has no letter or digit to look for", pattern));
    }
    const auto is_stars = [](const std::string& word) {
      return word.find_first_not_of('*') == std::string::npos;
    };
    if (std::all_of(words.begin(), words.end(), is_stars)) {
      throw InputError(fmt::format(
          "the pattern {} has nothing but stars, which would be every word; add a letter to it",
          pattern));
    }
    return words;
  }

  /// Words side by side are more likely a comma forgotten than a phrase.
  void check_unquoted(std::string_view pattern, std::size_t words) const {
    if (pattern.find('"') != std::string_view::npos) {
      throw InputError(fmt::format("quotes must enclose the whole of the pattern {}", pattern));
    }
    if (words > 1 && place_ == Place::in_list &&
        pattern.find_first_of(" \t") != std::string_view::npos) {
      throw InputError(fmt::format(
          "put a comma between the words of {}, or quotes around them if they are a phrase",
          pattern));
    }
    if (words > 1 && pattern.find(',') != std::string_view::npos) {
      throw InputError(fmt::format(
          "{} are several patterns where one is wanted; a phrase with a comma needs quotes",
          pattern));
    }
  }

  std::string stem_word(std::string_view pattern) {
    const std::vector<std::string> words = words_of(pattern.substr(1));
    if (words.size() != 1 || words[0].find('*') != std::string::npos ||
        quote_length(pattern, 1) > 0) {
      throw InputError(
          fmt::format("the pattern {} must be a ~ and one word, without stars or quotes", pattern));
    }
    return words[0];
  }

  static std::string code_name(std::string_view pattern) {
    const std::string_view quoted = pattern.substr(5);
    const std::string content =
        !quoted.empty() && quote_length(quoted, 0) > 0 ? unquoted(quoted) : std::string();
    const std::string_view name = trimmed(content);
    if (name.empty()) {
      throw InputError(fmt::format(
          "the pattern {} must be code: and a name in quotes, as in code:\"Trust\"", pattern));
    }
    return std::string(name);
  }

  /// The words of `pattern`, folded, with their stars.
  std::vector<std::string> words_of(std::string_view pattern) {
    const std::string plain = without_stars(pattern);
    std::vector<text::TextRange> ranges;
    segmenter_.start(plain);
    while (const auto word = segmenter_.next()) {
      if (!ranges.empty() && joined_by_star(pattern, ranges.back(), *word)) {
        ranges.back().end = word->end;
      } else {
        ranges.push_back(*word);
      }
    }
    std::vector<std::string> words;
    for (const text::TextRange range : ranges) {
      words.push_back(text::fold(text::slice(pattern, range)));
    }
    return words;
  }

  /// True for words that touch at a star: those of scripts that a letter does not join.
  static bool joined_by_star(std::string_view pattern, text::TextRange left,
                             text::TextRange right) {
    return left.end == right.begin &&
           (pattern[left.end.value - 1] == '*' || pattern[right.begin.value] == '*');
  }

  Place place_;
  text::WordSegmenter segmenter_;
};

/// Where the label of a line ends: at its first colon followed by white space or the line's end.
/// Nothing for a line that is blank or all comment.
std::optional<std::size_t> label_end(std::string_view line) {
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (line[at] == ':' && (at + 1 == line.size() || is_blank(line[at + 1]))) return at;
    if (begins_comment(line, at)) {
      line = line.substr(0, at);
      break;
    }
  }
  if (trimmed(line).empty()) return std::nullopt;
  throw InputError(
      "there is no label; write a label, a colon, a space and the patterns, as in \"Calm: calm*\"");
}

/// Cuts a list at its commas, up to a comment; neither counts inside quotes.
std::vector<std::string_view> split_patterns(std::string_view list) {
  std::vector<std::string_view> patterns;
  bool quoted = false;
  std::size_t begin = 0;
  std::size_t at = 0;
  while (at < list.size() && (quoted || !begins_comment(list, at))) {
    const std::size_t quote = quote_length(list, at);
    if (quote > 0) quoted = !quoted;
    if (list[at] == ',' && !quoted) {
      patterns.push_back(trimmed(list.substr(begin, at - begin)));
      begin = at + 1;
    }
    at += std::max<std::size_t>(quote, 1);
  }
  if (quoted) throw InputError("a quote is never closed; end it with a second \"");
  const std::string_view last = trimmed(list.substr(begin, at - begin));
  if (!last.empty() || !patterns.empty()) patterns.push_back(last);
  return patterns;
}

std::optional<model::TermFamily> read_family(std::string_view line, PatternReader& reader) {
  const auto colon = label_end(line);
  if (!colon) return std::nullopt;
  model::TermFamily family{std::string(trimmed(line.substr(0, *colon))), {}};
  if (family.label.empty()) throw InputError("the label before the colon is empty");
  for (const std::string_view pattern : split_patterns(line.substr(*colon + 1))) {
    family.patterns.push_back(reader.read(pattern));
  }
  if (std::all_of(family.patterns.begin(), family.patterns.end(),
                  [](const TermPattern& pattern) { return pattern.excluded; })) {
    throw InputError(fmt::format("the family \"{}\" has no pattern to count", family.label));
  }
  return family;
}

}  // namespace

std::vector<model::TermFamily> read_term_list(const std::string& name, std::string_view bytes) {
  const std::string content = detail::decoded_file(name, bytes);
  std::vector<model::TermFamily> families;
  std::unordered_map<std::string, std::size_t> lines;
  PatternReader reader(Place::in_list);
  std::string_view rest = content;
  for (std::size_t line = 1; !rest.empty(); ++line) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    try {
      if (auto family = read_family(rest.substr(0, end), reader)) {
        const auto [first, is_new] = lines.emplace(text::name_key(family->label), line);
        if (!is_new) {
          throw InputError(
              fmt::format("the label \"{}\" is already on line {}", family->label, first->second));
        }
        families.push_back(std::move(*family));
      }
    } catch (const InputError& error) {
      throw InputError(name, line, error.what());
    }
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return families;
}

model::TermPattern parse_term_pattern(std::string_view pattern) {
  return PatternReader(Place::alone).read(pattern);
}

std::string written_pattern(const TermPattern& pattern) {
  const std::string minus = pattern.excluded ? "-" : "";
  switch (pattern.kind) {
    case TermPattern::Kind::stem:
      return minus + "~" + pattern.words.at(0);
    case TermPattern::Kind::code:
      return minus + "code:" + quoted(pattern.words.at(0));
    case TermPattern::Kind::words:
      break;
  }
  const bool plain = pattern.words.size() == 1 && reads_unquoted(pattern.words.front());
  if (plain) return minus + pattern.words.front();
  return minus + quoted(fmt::format("{}", fmt::join(pattern.words, " ")));
}

std::string written_family(const model::TermFamily& family) {
  std::vector<std::string> patterns;
  for (const TermPattern& pattern : family.patterns) patterns.push_back(written_pattern(pattern));
  const std::string line = fmt::format("{}: {}", family.label, fmt::join(patterns, ", "));
  if (label_end(line) != family.label.size()) {
    throw InputError(fmt::format(
        "the label \"{}\" cannot stand in a term list; rename it without \": \" and \"#\"",
        family.label));
  }
  return line;
}

}  // namespace themata::exchange
