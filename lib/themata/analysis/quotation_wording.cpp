#include "themata/analysis/quotation_wording.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "themata/text/words.hpp"

namespace themata::analysis {

namespace {

struct Same {
  std::string_view written;
  std::string_view meant;
};

constexpr std::array kinds{Same{"\u2018", "'"},   Same{"\u2019", "'"}, Same{"\u201C", "\""},
                           Same{"\u201D", "\""},  Same{"\u2013", "-"}, Same{"\u2014", "-"},
                           Same{"\u2026", "..."}, Same{"\u00A0", " "}};

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

/// With one kind of quotes, dashes and ellipses, and one space where there is white space.
std::string plain(std::string_view text) {
  std::string result;
  while (!text.empty()) {
    const auto kind = std::find_if(kinds.begin(), kinds.end(), [&](const Same& same) {
      return text.starts_with(same.written);
    });
    const std::string_view next = kind == kinds.end() ? text.substr(0, 1) : kind->meant;
    text.remove_prefix(kind == kinds.end() ? 1 : kind->written.size());
    for (const char c : next) {
      if (!is_space(c)) {
        result += c;
      } else if (!result.empty() && result.back() != ' ') {
        result += ' ';
      }
    }
  }
  return result;
}

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

/// A stretch of a wording: the excerpt's words, or an editor's bracket.
struct Piece {
  std::string_view text;
  bool is_bracket = false;
};

std::vector<Piece> pieces_of(std::string_view wording) {
  std::vector<Piece> pieces;
  while (!wording.empty()) {
    const std::size_t open = std::min(wording.find('['), wording.size());
    const std::size_t close = wording.find(']', open);
    if (close == std::string_view::npos) {
      pieces.push_back({wording});
      break;
    }
    if (open > 0) pieces.push_back({wording.substr(0, open)});
    pieces.push_back({wording.substr(open, close - open + 1), true});
    wording.remove_prefix(close + 1);
  }
  return pieces;
}

/// Brackets that the excerpt has in the same place are its words.
std::vector<Piece> with_own_brackets(std::string_view wording, std::string_view excerpt) {
  std::vector<Piece> pieces = pieces_of(wording);
  for (Piece& piece : pieces) {
    const bool is_omission = piece.text == "[...]";
    if (piece.is_bracket && !is_omission && excerpt.find(piece.text) != std::string_view::npos) {
      piece.is_bracket = false;
    }
  }
  std::vector<Piece> joined;
  for (const Piece& piece : pieces) {
    if (!joined.empty() && !piece.is_bracket && !joined.back().is_bracket) {
      Piece& last = joined.back();
      last.text = {last.text.data(), last.text.size() + piece.text.size()};
    } else {
      joined.push_back(piece);
    }
  }
  return joined;
}

/// The part of `words` from the word in which it stops to follow `excerpt` somewhere after `from`.
std::string differing_part(std::string_view excerpt, std::size_t from, std::string_view words) {
  std::size_t longest = 0;
  for (std::size_t at = from; at < excerpt.size(); ++at) {
    const std::size_t most = std::min(words.size(), excerpt.size() - at);
    std::size_t same = 0;
    while (same < most && excerpt[at + same] == words[same]) ++same;
    longest = std::max(longest, same);
  }
  const std::size_t space = words.rfind(' ', std::min(longest, words.size() - 1));
  const std::size_t begin = space == std::string_view::npos ? 0 : space + 1;
  return std::string(words.substr(begin));
}

}  // namespace

std::optional<std::string> words_not_said(std::string_view excerpt, std::string_view wording) {
  const std::string said = plain(excerpt);
  const std::string printed = plain(wording);
  std::size_t at = 0;
  for (const Piece& piece : with_own_brackets(printed, said)) {
    const std::string_view words = trimmed(piece.text);
    if (piece.is_bracket || words.empty()) continue;
    const std::size_t found = said.find(words, at);
    if (found == std::string::npos) return differing_part(said, at, words);
    at = found + words.size();
  }
  return std::nullopt;
}

std::size_t quoted_words(std::string_view wording) {
  std::size_t count = 0;
  for (const Piece& piece : pieces_of(wording)) {
    if (piece.is_bracket) continue;
    text::WordSegmenter words;
    words.start(piece.text);
    while (words.next()) ++count;
  }
  return count;
}

}  // namespace themata::analysis
