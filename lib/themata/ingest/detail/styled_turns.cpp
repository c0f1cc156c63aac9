#include "themata/ingest/detail/styled_turns.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "themata/ingest/detail/characters.hpp"
#include "themata/ingest/detail/label_vocabulary.hpp"
#include "themata/ingest/detail/timestamp.hpp"
#include "themata/ingest/detail/turn_table.hpp"
#include "themata/ingest/speaker_label.hpp"
#include "themata/text/characters.hpp"
#include "themata/text/name_key.hpp"

namespace themata::ingest::detail {

namespace {

struct Paragraph {
  text::TextRange range;   ///< without white space at its ends
  text::TextRange strong;  ///< what it begins with in bold; may be empty

  [[nodiscard]] bool is_strong() const { return !strong.empty() && strong.end >= range.end; }
};

std::vector<Paragraph> paragraphs_of(const Document& document) {
  std::vector<Paragraph> paragraphs;
  auto strong = document.strong.begin();
  const std::string_view text = document.text;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find("\n\n", begin), text.size());
    const text::TextRange range = trimmed(text, text::byte_range(begin, end));
    begin = end + 2;
    if (range.empty()) continue;
    while (strong != document.strong.end() && strong->end <= range.begin) ++strong;
    Paragraph paragraph{range, {range.begin, range.begin}};
    if (strong != document.strong.end() && strong->begin <= range.begin) {
      paragraph.strong.end = std::min(strong->end, range.end);
    }
    paragraphs.push_back(paragraph);
  }
  return paragraphs;
}

// ---- Names in bold -----------------------------------------------------------------------------

/// What people put between a name and its words.
bool is_mark(char32_t c) { return c == '.' || c == '|' || c == ':' || text::is_dash(c); }

std::string_view without_mark(std::string_view name) {
  for (name = text::trim(name); !name.empty(); name = text::trim(name)) {
    std::size_t last = name.size();
    if (!is_mark(text::previous_code_point(name, last))) break;
    name = name.substr(0, last);
  }
  return name;
}

/// The end of a label: behind a mark that stands there, not in bold, before white space.
text::ByteOffset label_end(std::string_view text, const Paragraph& paragraph) {
  const text::TextRange rest = trimmed(text, {paragraph.strong.end, paragraph.range.end});
  std::size_t end = rest.begin.value;
  if (rest.empty() || !is_mark(text::next_code_point(text, end))) return paragraph.strong.end;
  return white_space_at(text, end) > 0 ? text::ByteOffset{end} : paragraph.strong.end;
}

/// The name that a paragraph begins with in bold, if it goes on otherwise.
std::string_view styled_name(std::string_view text, const Paragraph& paragraph) {
  if (paragraph.strong.empty() || paragraph.is_strong()) return {};
  const std::string_view name = speaker_name_in(without_mark(text::slice(text, paragraph.strong)));
  return is_capitalised(name) && !is_title_or_answer(text::name_key(name)) ? name
                                                                           : std::string_view{};
}

void add_times(std::string_view text, DocumentTurn& turn) {
  const Times times = first_times_in(text::slice(text, turn.label));
  turn.started = times.started;
  turn.ended = times.ended;
}

std::vector<DocumentTurn> turns_of_names(std::string_view text,
                                         const std::vector<Paragraph>& paragraphs) {
  std::unordered_map<std::string, std::size_t> counts;
  for (const Paragraph& paragraph : paragraphs) {
    const std::string_view name = styled_name(text, paragraph);
    if (!name.empty()) ++counts[text::name_key(name)];
  }
  std::erase_if(counts, [](const auto& entry) {
    return entry.second < 2 && !is_researcher_label(entry.first) && !is_generic_label(entry.first);
  });
  std::vector<DocumentTurn> turns;
  if (counts.size() < 2) return turns;
  for (const Paragraph& paragraph : paragraphs) {
    const std::string_view name = styled_name(text, paragraph);
    if (!name.empty() && counts.contains(text::name_key(name))) {
      DocumentTurn turn;
      turn.label = {paragraph.strong.begin, label_end(text, paragraph)};
      turn.speaker = name;
      turn.range = {turn.label.end, paragraph.range.end};
      add_times(text, turn);
      turns.push_back(std::move(turn));
    } else if (!turns.empty()) {
      turns.back().range.end = paragraph.range.end;
    }
  }
  return turns;
}

// ---- Paragraphs in bold ------------------------------------------------------------------------

bool asks(std::string_view text, text::TextRange range) {
  const std::string_view said = text::trim(text::slice(text, range));
  return said.ends_with('?') || said.ends_with("\u061F") || said.ends_with("\uFF1F") ||
         said.ends_with("?\"") || said.ends_with("?\u201D");
}

/// A question in bold whose answer goes on in the same paragraph is a paragraph of its own.
std::vector<Paragraph> with_answers_apart(std::string_view text,
                                          const std::vector<Paragraph>& paragraphs) {
  std::vector<Paragraph> apart;
  for (const Paragraph& paragraph : paragraphs) {
    const text::TextRange answer = trimmed(text, {paragraph.strong.end, paragraph.range.end});
    if (paragraph.is_strong() || answer.empty() || !asks(text, paragraph.strong)) {
      apart.push_back(paragraph);
      continue;
    }
    const text::TextRange question = trimmed(text, paragraph.strong);
    apart.push_back({question, question});
    apart.push_back({answer, {answer.begin, answer.begin}});
  }
  return apart;
}

/// Titles in bold above the first question.
std::size_t count_titles(std::string_view text, const std::vector<Paragraph>& paragraphs) {
  std::size_t titles = 0;
  while (titles + 1 < paragraphs.size() && paragraphs[titles].is_strong() &&
         paragraphs[titles + 1].is_strong() && !asks(text, paragraphs[titles].range)) {
    ++titles;
  }
  const bool precede_question = titles < paragraphs.size() && asks(text, paragraphs[titles].range);
  return precede_question ? titles : 0;
}

/// How many paragraphs there are of a kind, and how many of them ask.
struct Kind {
  std::size_t paragraphs = 0;
  std::size_t questions = 0;
  [[nodiscard]] bool mostly_asks() const { return 2 * questions >= paragraphs; }
};

/// Who speaks in bold, and who does not.
struct Cast {
  DocumentTurn strong;
  DocumentTurn plain;
  std::string notice;
};

Cast cast_of(const Kind& strong, const Kind& plain) {
  Cast cast;
  const std::string count = std::to_string(strong.paragraphs);
  if (strong.mostly_asks() == plain.mostly_asks()) {
    cast.strong.speaker = "Bold text";
    cast.strong.role = model::SpeakerRole::other;
    cast.plain.speaker = "Participant";
    cast.notice = "no labels were found; it is not clear who speaks in the " + count +
                  " paragraphs in bold, so they are in no count (if they are the interviewer's: "
                  "speaker set \"Bold text\" --role researcher)";
    return cast;
  }
  const bool bold_asks = strong.mostly_asks();
  cast.strong.speaker = bold_asks ? "Interviewer" : "Participant";
  cast.plain.speaker = bold_asks ? "Participant" : "Interviewer";
  cast.notice = "no labels were found; the " + count + " paragraphs in bold were taken for " +
                (bold_asks ? "the interviewer's and the others for the participant's"
                           : "the participant's and the others for the interviewer's");
  return cast;
}

/// Paragraphs of a kind that follow each other are one turn. What stands above the first one in
/// bold is the document's head.
std::vector<DocumentTurn> turns_of_kinds(const std::vector<Paragraph>& paragraphs,
                                         const Cast& cast) {
  std::vector<DocumentTurn> turns;
  bool was_strong = false;
  for (const Paragraph& paragraph : paragraphs) {
    if (turns.empty() && !paragraph.is_strong()) continue;
    if (!turns.empty() && paragraph.is_strong() == was_strong) {
      turns.back().range.end = paragraph.range.end;
      continue;
    }
    was_strong = paragraph.is_strong();
    turns.push_back(was_strong ? cast.strong : cast.plain);
    turns.back().label = {paragraph.range.begin, paragraph.range.begin};
    turns.back().range = paragraph.range;
  }
  return turns;
}

void find_bold_paragraphs(Document& document, const std::vector<Paragraph>& all) {
  constexpr std::size_t fewest = 2;
  std::vector<Paragraph> paragraphs = with_answers_apart(document.text, all);
  const std::size_t titles = count_titles(document.text, paragraphs);
  paragraphs.erase(paragraphs.begin(), paragraphs.begin() + static_cast<std::ptrdiff_t>(titles));
  Kind strong;
  Kind plain;
  for (const Paragraph& paragraph : paragraphs) {
    Kind& kind = paragraph.is_strong() ? strong : plain;
    ++kind.paragraphs;
    if (asks(document.text, paragraph.range)) ++kind.questions;
  }
  if (strong.paragraphs < fewest || plain.paragraphs < fewest) return;
  const Cast cast = cast_of(strong, plain);
  std::vector<DocumentTurn> turns = turns_of_kinds(paragraphs, cast);
  if (turns.size() <= fewest) return;  // a title above a text is no turn
  document.turns = std::move(turns);
  document.convention = Convention::bold_questions;
  document.notices.push_back({0, cast.notice});
}

}  // namespace

void find_styled_turns(Document& document) {
  if (document.strong.empty()) return;
  const std::vector<Paragraph> paragraphs = paragraphs_of(document);
  std::vector<DocumentTurn> turns = turns_of_names(document.text, paragraphs);
  if (turns.empty()) {
    find_bold_paragraphs(document, paragraphs);
    return;
  }
  document.turns = std::move(turns);
  document.convention = Convention::styled_labels;
  document.notices.push_back(
      {0, "the names in bold at the beginning of paragraphs were taken for labels"});
}

}  // namespace themata::ingest::detail
