#include "themata/ingest/detail/caption_text.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>

#include "themata/ingest/detail/character_reference.hpp"
#include "themata/ingest/detail/characters.hpp"
#include "themata/ingest/detail/timestamp.hpp"

namespace themata::ingest::detail {

namespace {

constexpr std::size_t longest_tag = 1000;

/// A tag: `<NAME.class annotation>` or `</NAME>`.
struct Tag {
  std::string name;  ///< in small letters; empty for a time
  bool ends = false;
  std::string_view annotation;
};

bool is_known(std::string_view name) {
  constexpr std::array<std::string_view, 10> known = {"v", "c",    "b",    "i",  "u",
                                                      "s", "lang", "ruby", "rt", "font"};
  return std::find(known.begin(), known.end(), name) != known.end();
}

/// What stands between `<` and `>`, if it is a tag of captions.
std::optional<Tag> tag_in(std::string_view content) {
  Tag tag;
  if (times_in(content).started) return tag;
  tag.ends = content.starts_with('/');
  if (tag.ends) content.remove_prefix(1);
  const std::size_t name_end = std::min(content.find_first_of(". \t\n/"), content.size());
  tag.name = content.substr(0, name_end);
  std::transform(tag.name.begin(), tag.name.end(), tag.name.begin(), to_ascii_lower);
  if (!is_known(tag.name)) return {};
  const std::size_t blank = content.find_first_of(" \t\n");
  if (blank != content.npos) tag.annotation = text::trim(content.substr(blank));
  return tag;
}

class Plain {
 public:
  explicit Plain(CaptionText& result) : result_(result) { result_.voices.emplace_back(); }

  void add(const Cue& cue, std::uint32_t number) {
    cue_ = number;
    voice_ = cue.speaker.empty() ? 0 : voice_of(cue.speaker);
    const std::string_view payload = cue.payload;
    for (std::size_t at = 0; at < payload.size();) at = take(payload, at);
    end_line();
  }

 private:
  /// Past what begins at `at`.
  std::size_t take(std::string_view payload, std::size_t at) {
    std::size_t end = at;
    switch (payload[at]) {
      case '\n':
        end_line();
        return at + 1;
      case '<':
        end = take_tag(payload, at);
        break;
      case '{':
        end = override_end(payload, at);
        break;
      case '&':
        end = read_character_reference(payload, at, result_.text);
        break;
      default:
        break;
    }
    if (end == at) result_.text += payload[end++];
    return end;
  }

  std::size_t take_tag(std::string_view payload, std::size_t at) {
    const std::size_t size = payload.substr(at, longest_tag).find('>');
    if (size == payload.npos) return at;
    const auto tag = tag_in(payload.substr(at + 1, size - 1));
    if (!tag) return at;
    if (tag->name == "v") {
      end_line();
      voice_ = tag->ends ? 0 : voice_of(tag->annotation);
    } else if (tag->name == "rt") {
      result_.text += tag->ends ? ')' : '(';
    }
    return at + size + 1;
  }

  /// `{\an8}`
  static std::size_t override_end(std::string_view payload, std::size_t at) {
    const std::string_view rest = payload.substr(at, longest_tag);
    const std::size_t close = rest.starts_with("{\\") ? rest.find('}') : rest.npos;
    return close == rest.npos ? at : at + close + 1;
  }

  void end_line() {
    std::string& text = result_.text;
    std::replace(text.begin() + static_cast<std::ptrdiff_t>(line_begin_), text.end(), '\n', ' ');
    const text::TextRange line = trimmed(text, text::byte_range(line_begin_, text.size()));
    if (!line.empty()) result_.lines.push_back({cue_, voice_, line});
    text += '\n';
    line_begin_ = text.size();
  }

  std::uint32_t voice_of(std::string_view annotation) {
    std::string name;
    for (std::size_t at = 0; at < annotation.size();) {
      const std::size_t end = read_character_reference(annotation, at, name);
      if (end == at) name += annotation[at];
      at = std::max(end, at + 1);
    }
    std::replace(name.begin(), name.end(), '\n', ' ');
    name = text::trim(name);
    if (name.empty()) return 0;
    const auto number = static_cast<std::uint32_t>(result_.voices.size());
    const auto [known, is_new] = numbers_.try_emplace(name, number);
    if (is_new) result_.voices.push_back(std::move(name));
    return known->second;
  }

  CaptionText& result_;
  std::unordered_map<std::string, std::uint32_t> numbers_;  ///< of voices
  std::uint32_t cue_ = 0;
  std::uint32_t voice_ = 0;
  std::size_t line_begin_ = 0;
};

/// The lines of one caption, as indices of `CaptionText::lines`.
struct Lines {
  std::size_t begin = 0;
  std::size_t end = 0;
};

class Rolling {
 public:
  explicit Rolling(CaptionText& captions) : captions_(captions) {
    const std::vector<CaptionLine>& lines = captions.lines;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (i == 0 || lines[i].cue != lines[i - 1].cue) cues_.push_back({i, i});
      cues_.back().end = i + 1;
    }
  }

  std::size_t drop() {
    if (!rolls()) return 0;
    std::vector<CaptionLine> kept;
    for (std::size_t i = 0; i < cues_.size(); ++i) {
      const std::size_t again = i == 0 ? 0 : repeated(cues_[i - 1], cues_[i]);
      kept.insert(kept.end(), line_at(cues_[i].begin + again), line_at(cues_[i].end));
    }
    const std::size_t dropped = captions_.lines.size() - kept.size();
    captions_.lines = std::move(kept);
    return dropped;
  }

 private:
  [[nodiscard]] std::vector<CaptionLine>::const_iterator line_at(std::size_t index) const {
    return captions_.lines.begin() + static_cast<std::ptrdiff_t>(index);
  }
  [[nodiscard]] std::string_view words(std::size_t index) const {
    return text::slice(captions_.text, captions_.lines[index].range);
  }

  /// Of somebody who says the same thing over and over, or of a machine that got stuck, it is not
  /// true that the captions go on behind what they repeat.
  [[nodiscard]] bool rolls() const {
    std::size_t repeating = 0;
    std::size_t going_on = 0;
    for (std::size_t i = 1; i < cues_.size(); ++i) {
      const std::size_t again = repeated(cues_[i - 1], cues_[i]);
      if (again == 0) continue;
      ++repeating;
      if (again < cues_[i].end - cues_[i].begin) ++going_on;
    }
    return repeating >= 2 && 3 * repeating >= cues_.size() && 4 * going_on >= repeating;
  }

  /// How many of the lines that `cue` begins with are those that `before` ends with.
  [[nodiscard]] std::size_t repeated(Lines before, Lines cue) const {
    constexpr std::size_t most = 3;  // no more are on a screen
    std::size_t count = std::min({before.end - before.begin, cue.end - cue.begin, most});
    const auto is_same = [&](std::size_t i) {
      return words(before.end - count + i) == words(cue.begin + i);
    };
    for (; count > 0; --count) {
      std::size_t same = 0;
      while (same < count && is_same(same)) ++same;
      if (same == count) break;
    }
    return count;
  }

  CaptionText& captions_;
  std::vector<Lines> cues_;
};

}  // namespace

CaptionText plain_captions(const std::vector<Cue>& cues) {
  CaptionText result;
  Plain plain(result);
  for (std::size_t i = 0; i < cues.size(); ++i) plain.add(cues[i], static_cast<std::uint32_t>(i));
  return result;
}

std::size_t drop_rolled_lines(CaptionText& captions) { return Rolling(captions).drop(); }

}  // namespace themata::ingest::detail
