#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "themata/ingest/transcript.hpp"
#include "themata/text/line_pattern.hpp"
#include "themata/text/offsets.hpp"

namespace themata::ingest::detail {

/// A line that begins with a label candidate. There may be millions of them.
struct LabelLine {
  std::uint32_t line = 0;      ///< from 1
  std::uint32_t id = 0;        ///< index into `LabelCensus::labels`
  text::TextRange name;        ///< see `LabelCandidate`
  text::TextRange label;       ///< begins where the line does, white space apart
  text::ByteOffset end;        ///< of the line
  bool is_timed = false;       ///< there is a time behind the name
  bool has_text_below = true;  ///< a line label's: text on the very next line
  bool is_listed = false;      ///< an item of a Markdown list, whose mark is part of the label
  bool is_strong = false;      ///< the name is in bold
};

/// A label that some lines begin with, however it is written there.
struct DistinctLabel {
  std::string key;            ///< see `text::name_key`
  std::string_view spelling;  ///< as first typed
  std::string word;           ///< see `label_word`
  std::size_t lines = 0;
  std::size_t capitalised_lines = 0;
  std::size_t timed_lines = 0;   ///< with a time behind the name
  std::size_t firm_lines = 0;    ///< with one, or with text below
  std::size_t listed_lines = 0;  ///< in a Markdown list
  std::size_t strong_lines = 0;  ///< in bold
  bool is_researcher = false;
  bool is_generic = false;
  bool is_other = false;  ///< see `is_other_label`
  bool is_accepted = false;
};

/// All lines of a text that one convention would take for the beginning of a turn.
struct LabelCensus {
  Convention convention = Convention::none;
  std::vector<LabelLine> lines;
  std::vector<DistinctLabel> labels;  ///< in order of their first lines

  [[nodiscard]] const DistinctLabel& label_of(const LabelLine& line) const {
    return labels[line.id];
  }
};

/// A text in which labels are looked for.
struct LabelText {
  std::string_view text;
  /// Set for Markdown: see `PlainMarkdown::emphasised_colons`.
  const std::vector<std::size_t>* emphasised_colons = nullptr;
  /// See `Document::strong`; null if the format has no such thing.
  const std::vector<text::TextRange>* strong = nullptr;
  /// For the convention `own`.
  text::LinePattern* own_labels = nullptr;
};

LabelCensus take_census(const LabelText& text, Convention convention);

/// Counts the lines of each label anew. `take_census` leaves that to be done, once it is known
/// which lines belong to the text's head.
void count_lines(std::string_view text, LabelCensus& census);

}  // namespace themata::ingest::detail
