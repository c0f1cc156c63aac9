#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "themata/analysis/matrix.hpp"

namespace themata::analysis::detail {

/// The number of a row or a column. 0 stands for all of them together.
using LineNumber = std::uint32_t;
inline constexpr LineNumber all_lines = 0;

/// Numbers the lines of an axis.
class AxisLines {
 public:
  AxisLines(const MatrixAxis& axis, const model::Corpus& corpus);

  void open(const model::SourceData& source);
  [[nodiscard]] bool is_coded() const { return axis_.is_coded(); }
  [[nodiscard]] bool is_by_person() const;

  /// The lines of a code, each once: its own, or those of all themes above it.
  [[nodiscard]] const std::vector<LineNumber>& of_code(model::CodeId code) const;
  /// The line of the source that is open; of someone who speaks in it; of nobody; of a turn's
  /// words. For groups alone.
  LineNumber of_source();
  LineNumber of_participant(model::ParticipantId who);
  LineNumber of_nobody();
  LineNumber of_turn(std::size_t turn);

  struct Line {
    LineNumber number = 0;
    std::string name;
    bool is_retired = false;  ///< a code or theme not to be applied any more
  };
  /// In the codebook's or the study's order.
  [[nodiscard]] std::vector<Line> order() const;

 private:
  void number_codes();
  void number_themes();

  MatrixAxis axis_;
  const model::Corpus& corpus_;
  GroupFinder groups_;
  std::vector<Line> coded_lines_;
  std::unordered_map<model::CodeId, std::vector<LineNumber>> of_code_;
};

}  // namespace themata::analysis::detail
