#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <vector>

namespace themata::ingest::detail {

/// The runs of `*` and `_` of one paragraph, and which of them are emphasis: CommonMark's
/// "process emphasis", with a lower limit kept for each kind of closer, so that the whole is
/// linear.
class Emphasis {
 public:
  /// The runs stand in `out`, to whose end each is appended right after it was added here.
  explicit Emphasis(std::string& out) : out_(out) {}

  /// The next run is `length` times `mark`, between two characters of the source.
  void add(char mark, std::size_t length, char32_t before, char32_t after);

  /// How many runs there are.
  [[nodiscard]] std::size_t count() const { return runs_.size(); }

  /// Pairs what can be paired among the runs from `first` on; the others there stay literal.
  void match(std::size_t first);

  /// Takes the paired marks out of `out`. Appends to `emphasised_colons` where in `out` a colon
  /// ended that emphasis ended with: `**Ben:**`.
  void remove_marks(std::vector<std::size_t>& emphasised_colons);

 private:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);
  static constexpr std::size_t closer_kinds = 12;  ///< mark, can open too, length modulo 3

  struct Run {
    char mark;
    bool can_open;
    bool can_close;
    bool has_closed;
    std::size_t at;        ///< in `out_`
    std::size_t length;    ///< as typed
    std::size_t left;      ///< marks that are not paired yet
    std::size_t previous;  ///< the run before, among those that may still be paired
    std::size_t next;
  };

  std::size_t close(std::size_t closer, std::array<std::size_t, closer_kinds>& lowest);
  [[nodiscard]] std::size_t find_opener(const Run& closer, std::size_t lowest) const;
  void unlink(std::size_t run);

  std::string& out_;
  std::vector<Run> runs_;
  std::size_t last_ = none;  ///< of the runs that may still be paired
};

}  // namespace themata::ingest::detail
