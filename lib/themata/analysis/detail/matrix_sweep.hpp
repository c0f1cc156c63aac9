#pragma once

#include <cstddef>
#include <span>
#include <utility>
#include <vector>

#include "themata/analysis/detail/active_lines.hpp"
#include "themata/analysis/detail/matrix_axis.hpp"
#include "themata/analysis/detail/matrix_counts.hpp"
#include "themata/analysis/spoken_words.hpp"

namespace themata::analysis::detail {

/// Counts the codings of one source after the other into the cells of a matrix. Its axes must have
/// the source open.
class MatrixSweep {
 public:
  /// All must outlive the sweep. `is_same`: the axes are of the same kind, so that the cells of a
  /// line with itself count no pairs.
  MatrixSweep(AxisLines& rows, AxisLines& columns, bool is_same, const model::Selection& selection,
              MatrixCounts& counts);

  void count_excerpts(const model::SourceData& source);
  void count_participants(const model::SourceData& source);
  void count_words(const model::SourceData& source);

 private:
  using Lines = std::span<const LineNumber>;

  /// A distinct segment that the selection admits, with the lines of its codes in both axes and
  /// those who speak in it, as places in `lines_` and `people_`.
  struct Coded {
    text::TextRange range;
    std::size_t lines = 0;  ///< where its rows begin; its columns follow, then those of the next
    std::size_t columns = 0;
    std::size_t lines_end = 0;
    std::size_t people = 0;
    std::size_t people_end = 0;
  };

  void collect(const model::SourceData& source, bool with_people);
  void append_lines(const AxisLines& axis, std::span<const model::CodeId> codes);
  [[nodiscard]] Lines rows_of(const Coded& segment) const;
  [[nodiscard]] Lines columns_of(const Coded& segment) const;
  [[nodiscard]] std::span<const model::ParticipantId> people_in(const Coded& segment) const;

  /// The lines of a segment in an axis, as far as they do not depend on who speaks in it.
  Lines lines_for(AxisLines& axis, Lines coded, std::vector<LineNumber>& own);
  void add_excerpt(const Coded& segment);
  void add_pair(LineNumber row, LineNumber column);
  void add_overlaps();
  void add_people(const Coded& segment);
  void add_people_of_overlap(const model::SourceData& source, const Coded& a, const Coded& b);
  void add_word(std::size_t turn);
  void drop_ended(text::ByteOffset at);
  void activate(const Coded& segment);

  AxisLines& row_axis_;
  AxisLines& column_axis_;
  bool is_same_;
  const model::Selection& selection_;
  MatrixCounts& counts_;

  std::vector<Coded> segments_;
  std::vector<LineNumber> lines_;
  std::vector<model::ParticipantId> people_;
  std::vector<model::CodeId> codes_;
  std::vector<std::pair<LineNumber, LineNumber>> pairs_;  ///< in which the present excerpt counts
  std::vector<LineNumber> own_rows_;
  std::vector<LineNumber> own_columns_;
  ActiveLines active_rows_;
  ActiveLines active_columns_;
  std::vector<std::pair<text::ByteOffset, std::size_t>> ends_;  ///< of active segments: a heap
  SpokenWords words_;
};

}  // namespace themata::analysis::detail
