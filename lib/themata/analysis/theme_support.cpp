#include "themata/analysis/theme_support.hpp"

#include <algorithm>
#include <set>
#include <unordered_map>

namespace themata::analysis {

namespace {

using model::ThemeId;

class SupportCounter {
 public:
  explicit SupportCounter(const model::Codebook& codebook) : codebook_(codebook) {
    for (const model::Theme& theme : codebook.themes()) {
      row_of_.emplace(theme.id, rows_.size());
      rows_.push_back({theme.id});
    }
    by_participant_.resize(rows_.size());
    latest_source_.resize(rows_.size());
  }

  /// Codings on one segment, from `begin` to `end`.
  template <class Iterator>
  void add_segment(const model::SourceData& source, Iterator begin, Iterator end) {
    std::set<std::size_t> rows;
    for (auto coding = begin; coding != end; ++coding) add_rows(coding->code, rows);
    if (rows.empty()) return;
    const auto speaking = source.participants_in(begin->segment.range);
    for (const std::size_t row : rows) {
      ++rows_[row].excerpts;
      if (latest_source_[row] != source.source.id.value) ++rows_[row].sources;
      latest_source_[row] = source.source.id.value;
      for (const model::ParticipantId who : speaking) ++by_participant_[row][who];
    }
  }

  std::vector<ThemeSupport> finish() {
    for (std::size_t row = 0; row < rows_.size(); ++row) {
      rows_[row].participants = by_participant_[row].size();
      for (const auto& [who, excerpts] : by_participant_[row]) {
        rows_[row].of_one_participant = std::max(rows_[row].of_one_participant, excerpts);
      }
    }
    return std::move(rows_);
  }

 private:
  void add_rows(model::CodeId code, std::set<std::size_t>& rows) const {
    for (const ThemeId direct : codebook_.themes_of(code)) {
      for (std::optional<ThemeId> theme = direct; theme; theme = codebook_.theme(*theme).parent) {
        rows.insert(row_of_.at(*theme));
      }
    }
  }

  const model::Codebook& codebook_;
  std::unordered_map<ThemeId, std::size_t> row_of_;
  std::vector<ThemeSupport> rows_;
  std::vector<std::unordered_map<model::ParticipantId, std::size_t>> by_participant_;
  std::vector<std::int64_t> latest_source_;  // that counted in each row; ids begin at 1
};

}  // namespace

std::vector<ThemeSupport> theme_support(model::Corpus& corpus) {
  SupportCounter counter(corpus.codebook());
  model::SourceData source;
  corpus.rewind();
  while (corpus.next(source)) {
    for (auto begin = source.codings.begin(); begin != source.codings.end();) {
      const auto end = std::find_if(begin, source.codings.end(), [&](const model::Coding& coding) {
        return coding.segment.range != begin->segment.range;
      });
      counter.add_segment(source, begin, end);
      begin = end;
    }
  }
  return counter.finish();
}

}  // namespace themata::analysis
