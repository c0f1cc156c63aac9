#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace themata::ingest::detail {

/// Where the parts of a paragraph end that Markdown takes as they are. Remembers what it has not
/// found, so that looking is linear over the whole paragraph.
class Verbatim {
 public:
  explicit Verbatim(std::string_view text) : text_(text) {}

  /// The end of the code span that the backtick at `at` begins, or of the backticks alone if
  /// nothing closes it.
  std::size_t code_span_end(std::size_t at);

  /// The end of the autolink, tag, comment, declaration or CDATA section that the `<` at `at`
  /// begins, or of the `<` alone.
  std::size_t html_end(std::size_t at);

 private:
  static constexpr std::size_t longest_fence = 100;

  std::size_t run_end(std::size_t at) const;
  void find_last_runs();
  std::size_t closed_by(std::string_view end_mark, std::size_t from, std::size_t& hopeless_from,
                        std::size_t otherwise);

  std::string_view text_;
  bool last_runs_are_known_ = false;
  std::array<std::size_t, longest_fence> last_run_{};  ///< the end of the last of each length
  // From here on there is no such end mark.
  std::size_t no_comment_end_ = std::string_view::npos;
  std::size_t no_instruction_end_ = std::string_view::npos;
  std::size_t no_section_end_ = std::string_view::npos;
  std::size_t no_declaration_end_ = std::string_view::npos;
};

/// The end of a link's `(destination "title")` that begins at `at`, or `at` if there is none.
std::size_t link_target_end(std::string_view text, std::size_t at);

}  // namespace themata::ingest::detail
