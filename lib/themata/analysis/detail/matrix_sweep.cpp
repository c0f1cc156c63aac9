#include "themata/analysis/detail/matrix_sweep.hpp"

#include <algorithm>
#include <array>
#include <functional>

namespace themata::analysis::detail {

namespace {

using model::ParticipantId;

/// Each once, in order.
template <class Value>
void keep_distinct(std::vector<Value>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

}  // namespace

MatrixSweep::MatrixSweep(AxisLines& rows, AxisLines& columns, bool is_same,
                         const model::Selection& selection, MatrixCounts& counts)
    : row_axis_(rows),
      column_axis_(columns),
      is_same_(is_same),
      selection_(selection),
      counts_(counts) {}

void MatrixSweep::append_lines(const AxisLines& axis, std::span<const model::CodeId> codes) {
  if (!axis.is_coded()) return;
  const std::size_t begin = lines_.size();
  for (const model::CodeId code : codes) {
    const auto& lines = axis.of_code(code);
    lines_.insert(lines_.end(), lines.begin(), lines.end());
  }
  const auto first = lines_.begin() + static_cast<std::ptrdiff_t>(begin);
  if (lines_.size() - begin < 2) return;
  std::sort(first, lines_.end());
  lines_.erase(std::unique(first, lines_.end()), lines_.end());
}

void MatrixSweep::collect(const model::SourceData& source, bool with_people) {
  segments_.clear();
  lines_.clear();
  people_.clear();
  const bool asks_who = with_people || selection_.participants.has_value();
  for (auto coding = source.codings.begin(); coding != source.codings.end();) {
    Coded segment{coding->segment.range, lines_.size(), 0, 0, people_.size(), 0};
    codes_.clear();
    for (; coding != source.codings.end() && coding->segment.range == segment.range; ++coding) {
      if (selection_.admits(*coding)) codes_.push_back(coding->code);
    }
    if (codes_.empty()) continue;
    if (asks_who) {
      for (const ParticipantId who : source.participants_in(segment.range)) {
        if (selection_.admits(who)) people_.push_back(who);
      }
      if (selection_.participants && people_.size() == segment.people) continue;
    }
    append_lines(row_axis_, codes_);
    segment.columns = lines_.size();
    append_lines(column_axis_, codes_);
    segment.lines_end = lines_.size();
    segment.people_end = people_.size();
    segments_.push_back(segment);
  }
}

MatrixSweep::Lines MatrixSweep::rows_of(const Coded& segment) const {
  return Lines(lines_).subspan(segment.lines, segment.columns - segment.lines);
}

MatrixSweep::Lines MatrixSweep::columns_of(const Coded& segment) const {
  return Lines(lines_).subspan(segment.columns, segment.lines_end - segment.columns);
}

std::span<const ParticipantId> MatrixSweep::people_in(const Coded& segment) const {
  return std::span(people_).subspan(segment.people, segment.people_end - segment.people);
}

MatrixSweep::Lines MatrixSweep::lines_for(AxisLines& axis, Lines coded,
                                          std::vector<LineNumber>& own) {
  if (axis.is_coded()) return coded;
  own.assign(1, axis.of_source());
  return own;
}

void MatrixSweep::add_pair(LineNumber row, LineNumber column) { pairs_.emplace_back(row, column); }

/// Counts a segment once in each cell that it belongs to, and in the totals.
void MatrixSweep::add_excerpt(const Coded& segment) {
  pairs_.clear();
  if (row_axis_.is_by_person() || column_axis_.is_by_person()) {
    const auto add_speaker = [&](auto line_of) {
      own_rows_.assign(1, row_axis_.is_by_person() ? line_of(row_axis_) : all_lines);
      own_columns_.assign(1, column_axis_.is_by_person() ? line_of(column_axis_) : all_lines);
      const Lines rows = row_axis_.is_by_person()
                             ? Lines(own_rows_)
                             : lines_for(row_axis_, rows_of(segment), own_rows_);
      const Lines columns = column_axis_.is_by_person()
                                ? Lines(own_columns_)
                                : lines_for(column_axis_, columns_of(segment), own_columns_);
      for (const LineNumber row : rows) {
        for (const LineNumber column : columns) add_pair(row, column);
      }
    };
    const auto people = people_in(segment);
    for (const ParticipantId who : people) {
      add_speaker([&](AxisLines& axis) { return axis.of_participant(who); });
    }
    if (people.empty()) add_speaker([](AxisLines& axis) { return axis.of_nobody(); });
  } else {
    const Lines rows = lines_for(row_axis_, rows_of(segment), own_rows_);
    const Lines columns = lines_for(column_axis_, columns_of(segment), own_columns_);
    for (const LineNumber row : rows) {
      for (const LineNumber column : columns) add_pair(row, column);
    }
  }
  if (pairs_.empty()) return;
  keep_distinct(pairs_);
  own_rows_.clear();
  own_columns_.clear();
  for (const auto& [row, column] : pairs_) {
    counts_.add(row, column);
    own_rows_.push_back(row);
    own_columns_.push_back(column);
  }
  keep_distinct(own_rows_);
  keep_distinct(own_columns_);
  for (const LineNumber row : own_rows_) counts_.add(row, all_lines);
  for (const LineNumber column : own_columns_) counts_.add(all_lines, column);
  counts_.add(all_lines, all_lines);
}

void MatrixSweep::activate(const Coded& segment) {
  active_rows_.add(rows_of(segment));
  active_columns_.add(columns_of(segment));
  ends_.emplace_back(segment.range.end, static_cast<std::size_t>(&segment - segments_.data()));
  std::push_heap(ends_.begin(), ends_.end(), std::greater<>());
}

/// Takes out the segments that end at `at` or before.
void MatrixSweep::drop_ended(text::ByteOffset at) {
  while (!ends_.empty() && ends_.front().first <= at) {
    const Coded& ended = segments_[ends_.front().second];
    active_rows_.remove(rows_of(ended));
    active_columns_.remove(columns_of(ended));
    std::pop_heap(ends_.begin(), ends_.end(), std::greater<>());
    ends_.pop_back();
  }
}

/// Pairs of segments that share text: each segment, as it begins, with those that have not ended.
void MatrixSweep::add_overlaps() {
  active_rows_.clear();
  active_columns_.clear();
  ends_.clear();
  for (const Coded& segment : segments_) {
    drop_ended(segment.range.begin);
    for (const LineNumber row : rows_of(segment)) {
      for (const LineNumber column : active_columns_.present()) {
        if (is_same_ && row == column) continue;
        counts_.add(row, column, active_columns_.count(column));
      }
    }
    for (const LineNumber column : columns_of(segment)) {
      for (const LineNumber row : active_rows_.present()) {
        if (is_same_ && row == column) continue;
        counts_.add(row, column, active_rows_.count(row));
      }
    }
    activate(segment);
  }
}

void MatrixSweep::count_excerpts(const model::SourceData& source) {
  collect(source, row_axis_.is_by_person() || column_axis_.is_by_person());
  for (const Coded& segment : segments_) add_excerpt(segment);
  if (row_axis_.is_coded() && column_axis_.is_coded()) add_overlaps();
}

/// Counts those who speak in a segment in the cells that it belongs to.
void MatrixSweep::add_people(const Coded& segment) {
  for (const ParticipantId who : people_in(segment)) {
    own_rows_.assign(1, row_axis_.is_by_person() ? row_axis_.of_participant(who) : all_lines);
    own_columns_.assign(1,
                        column_axis_.is_by_person() ? column_axis_.of_participant(who) : all_lines);
    const Lines rows = row_axis_.is_by_person() ? Lines(own_rows_)
                                                : lines_for(row_axis_, rows_of(segment), own_rows_);
    const Lines columns = column_axis_.is_by_person()
                              ? Lines(own_columns_)
                              : lines_for(column_axis_, columns_of(segment), own_columns_);
    if (rows.empty() || columns.empty()) continue;
    for (const LineNumber row : rows) {
      for (const LineNumber column : columns) counts_.add_participant(row, column, who);
      counts_.add_participant(row, all_lines, who);
    }
    for (const LineNumber column : columns) counts_.add_participant(all_lines, column, who);
    counts_.add_participant(all_lines, all_lines, who);
  }
}

void MatrixSweep::add_people_of_overlap(const model::SourceData& source, const Coded& a,
                                        const Coded& b) {
  const text::TextRange shared{std::max(a.range.begin, b.range.begin),
                               std::min(a.range.end, b.range.end)};
  for (const ParticipantId who : source.participants_in(shared)) {
    if (!selection_.admits(who)) continue;
    for (const auto& [one, other] : {std::pair{&a, &b}, std::pair{&b, &a}}) {
      for (const LineNumber row : rows_of(*one)) {
        for (const LineNumber column : columns_of(*other)) {
          if (!is_same_ || row != column) counts_.add_participant(row, column, who);
        }
      }
    }
  }
}

void MatrixSweep::count_participants(const model::SourceData& source) {
  collect(source, true);
  for (const Coded& segment : segments_) add_people(segment);
  if (!row_axis_.is_coded() || !column_axis_.is_coded()) return;
  std::vector<std::size_t> active;
  for (std::size_t i = 0; i < segments_.size(); ++i) {
    const Coded& segment = segments_[i];
    std::erase_if(active,
                  [&](std::size_t one) { return segments_[one].range.end <= segment.range.begin; });
    for (const std::size_t one : active) add_people_of_overlap(source, segments_[one], segment);
    active.push_back(i);
  }
}

/// Counts a word in every cell whose row and column it lies in.
void MatrixSweep::add_word(std::size_t turn) {
  Lines rows = active_rows_.present();
  Lines columns = active_columns_.present();
  if (!row_axis_.is_coded()) {
    own_rows_.assign(1, row_axis_.of_turn(turn));
    rows = own_rows_;
  }
  if (!column_axis_.is_coded()) {
    own_columns_.assign(1, column_axis_.of_turn(turn));
    columns = own_columns_;
  }
  if (rows.empty() || columns.empty()) return;
  for (const LineNumber row : rows) {
    for (const LineNumber column : columns) counts_.add(row, column);
    counts_.add(row, all_lines);
  }
  for (const LineNumber column : columns) counts_.add(all_lines, column);
  counts_.add(all_lines, all_lines);
}

void MatrixSweep::count_words(const model::SourceData& source) {
  collect(source, false);
  active_rows_.clear();
  active_columns_.clear();
  ends_.clear();
  words_.start(source, selection_);
  auto next = segments_.begin();
  while (const auto word = words_.next()) {
    for (; next != segments_.end() && next->range.begin <= word->range.begin; ++next) {
      activate(*next);
    }
    // a segment that ends within this word holds none of the words after it either
    while (!ends_.empty() && ends_.front().first < word->range.end) {
      drop_ended(ends_.front().first);
    }
    add_word(word->turn);
  }
}

}  // namespace themata::analysis::detail
