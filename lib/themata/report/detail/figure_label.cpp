#include "themata/report/detail/figure_label.hpp"

#include "themata/text/graphemes.hpp"
#include "themata/text/printable.hpp"

namespace themata::report::detail {

namespace {

constexpr text::ByteOffset longest_label{4000};  // far more than fits, and no trouble to set

}  // namespace

std::string figure_label(const std::string& name) {
  std::string shown = text::printable(name, text::LineBreaks::as_spaces);
  if (shown.size() <= longest_label.value) return shown;
  shown.resize(text::grapheme_boundary_before(shown, longest_label).value);
  return shown + "…";
}

}  // namespace themata::report::detail
