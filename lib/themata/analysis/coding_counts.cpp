#include "themata/analysis/coding_counts.hpp"

#include <algorithm>
#include <vector>

#include "themata/analysis/tally.hpp"

namespace themata::analysis {

namespace {

using model::CodeId;
using model::ParticipantId;
using model::ThemeId;

/// The rows that a coding counts in: its code's own, and those of all themes above.
class RowsOfCodes {
 public:
  explicit RowsOfCodes(const model::Codebook& codebook) {
    std::unordered_map<ThemeId, std::size_t> row_of_theme;
    const std::size_t codes = codebook.codes().size();
    for (const model::Theme& theme : codebook.themes()) {
      row_of_theme.emplace(theme.id, codes + row_of_theme.size());
    }
    for (const model::Code& code : codebook.codes()) {
      std::vector<std::size_t>& rows = rows_[code.id];
      rows.push_back(rows_.size() - 1);
      for (const ThemeId direct : codebook.themes_of(code.id)) {
        for (std::optional<ThemeId> theme = direct; theme; theme = codebook.theme(*theme).parent) {
          rows.push_back(row_of_theme.at(*theme));
        }
      }
      std::sort(rows.begin(), rows.end());
      rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    }
  }

  [[nodiscard]] const std::vector<std::size_t>& of(CodeId code) const { return rows_.at(code); }

 private:
  std::unordered_map<CodeId, std::vector<std::size_t>> rows_;
};

/// Counts segments, one after the other, in the rows of their codes.
class SegmentCounter {
 public:
  explicit SegmentCounter(const model::Codebook& codebook)
      : rows_of_(codebook),
        rows_(codebook.codes().size() + codebook.themes().size()),
        counted_in_(rows_),
        tally_(rows_) {}

  void begin_segment(std::vector<ParticipantId> participants) {
    ++segment_;
    participants_ = std::move(participants);
  }

  void add(CodeId code) {
    for (const std::size_t row : rows_of_.of(code)) {
      if (counted_in_[row] == segment_) continue;
      counted_in_[row] = segment_;
      tally_.add_occurrence(row);
      for (const ParticipantId who : participants_) tally_.add_participant(row, who);
    }
  }

  [[nodiscard]] CodingCount count(std::size_t row) const {
    return {tally_.frequency(row), tally_.participants(row)};
  }

 private:
  RowsOfCodes rows_of_;
  std::size_t rows_;
  std::vector<std::size_t> counted_in_;  // the latest segment that counted in each row
  std::size_t segment_ = 0;              // from 1
  std::vector<ParticipantId> participants_;
  Tally tally_;
};

/// Those who speak in `range`, as far as the selection admits them.
std::vector<ParticipantId> admitted_in(text::TextRange range, const model::SourceData& source,
                                       const model::Selection& selection) {
  std::vector<ParticipantId> found = source.participants_in(range);
  std::erase_if(found, [&](ParticipantId who) { return !selection.admits(who); });
  return found;
}

void count_source(const model::SourceData& source, const model::Selection& selection,
                  SegmentCounter& counter) {
  for (auto coding = source.codings.begin(); coding != source.codings.end();) {
    const text::TextRange range = coding->segment.range;
    std::vector<ParticipantId> participants = admitted_in(range, source, selection);
    const bool admitted = !selection.participants || !participants.empty();
    counter.begin_segment(std::move(participants));
    for (; coding != source.codings.end() && coding->segment.range == range; ++coding) {
      if (admitted && selection.admits(*coding)) counter.add(coding->code);
    }
  }
}

}  // namespace

CodingCounts count_codings(model::Corpus& corpus) {
  const model::Codebook& codebook = corpus.codebook();
  SegmentCounter counter(codebook);
  model::SourceData source;
  corpus.rewind();
  while (corpus.next(source)) count_source(source, corpus.selection(), counter);

  CodingCounts counts;
  std::size_t row = 0;
  for (const model::Code& code : codebook.codes()) counts.codes[code.id] = counter.count(row++);
  for (const model::Theme& theme : codebook.themes()) {
    counts.themes[theme.id] = counter.count(row++);
  }
  return counts;
}

bool admits_coding(const model::Selection& selection, const model::SourceData& source,
                   const model::Coding& coding) {
  if (!selection.admits(coding)) return false;
  if (!selection.participants) return true;
  const auto speaking = source.participants_in(coding.segment.range);
  return std::any_of(speaking.begin(), speaking.end(),
                     [&](ParticipantId who) { return selection.admits(who); });
}

}  // namespace themata::analysis
