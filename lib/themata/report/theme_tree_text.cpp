#include <algorithm>
#include <ostream>
#include <string>
#include <string_view>

#include "themata/report/detail/theme_tree_labels.hpp"
#include "themata/report/detail/trim_end.hpp"
#include "themata/report/theme_tree.hpp"
#include "themata/text/display_width.hpp"
#include "themata/text/printable.hpp"

namespace themata::report {
namespace {

using text::LineBreaks;
using text::printable;

constexpr std::size_t least_excerpt_width = 20;

/// Draws a tree line by line; `trunk_` is what stands before every line at the present depth.
class TreeDrawing {
 public:
  TreeDrawing(const ThemeTreeOptions& options, std::ostream& out) : options_(options), out_(out) {}

  void draw(const model::ThemeTree& tree) {
    if (!tree.title.empty()) out_ << printable(tree.title, LineBreaks::as_spaces) << '\n';
    const bool loose = !tree.codes_without_theme.empty();
    for (const auto& theme : tree.themes) draw(theme, !loose && &theme == &tree.themes.back());
    if (!loose) return;
    branch(detail::codes_in_no_theme, true);
    const Deeper deeper(*this, true);
    for (const auto& code : tree.codes_without_theme) {
      draw(code, &code == &tree.codes_without_theme.back());
    }
  }

 private:
  /// While it lives, lines are drawn one level below a branch.
  class Deeper {
   public:
    Deeper(TreeDrawing& drawing, bool last) : trunk_(drawing.trunk_), length_(trunk_.size()) {
      trunk_ += last ? "    " : "│   ";
    }
    ~Deeper() { trunk_.resize(length_); }
    Deeper(const Deeper&) = delete;
    Deeper& operator=(const Deeper&) = delete;

   private:
    std::string& trunk_;
    std::size_t length_;
  };

  void draw(const model::ThemeTree::Theme& theme, bool last) {
    branch(theme.number + ' ' + theme.name + counts(theme), last);
    const Deeper deeper(*this, last);
    for (const auto& code : theme.codes) {
      draw(code, theme.subthemes.empty() && &code == &theme.codes.back());
    }
    for (const auto& subtheme : theme.subthemes) {
      draw(subtheme, &subtheme == &theme.subthemes.back());
    }
  }

  void draw(const model::ThemeTree::Code& code, bool last) {
    branch(code.name + counts(code), last);
    const Deeper deeper(*this, last);
    for (const auto& excerpt : code.quotations) draw(excerpt);
  }

  /// The words in quotes, wrapped, each further line under the first word.
  void draw(const model::ThemeTree::Excerpt& excerpt) {
    const bool wrapped = options_.width > 0;
    const std::string quotation =
        printable("“" + excerpt.text + "” (" + detail::speaker_of(excerpt) + ")",
                  wrapped ? LineBreaks::keep : LineBreaks::as_spaces);
    if (!wrapped) {
      line(quotation);
      return;
    }
    const std::size_t indent = text::display_width(trunk_) + 1;
    const std::size_t width = options_.width - std::min(options_.width, indent);
    bool first = true;
    for (const std::string& part : text::wrap(quotation, std::max(width, least_excerpt_width))) {
      line(first ? part : ' ' + part);
      first = false;
    }
  }

  template <class Counted>
  [[nodiscard]] std::string counts(const Counted& counted) const {
    if (!options_.counts) return {};
    return detail::counts_label(counted.participants, counted.excerpts);
  }

  void branch(std::string_view label, bool last) {
    line((last ? "└── " : "├── ") + printable(label, LineBreaks::as_spaces));
  }

  void line(const std::string& content) {
    std::string whole = trunk_ + content;
    detail::trim_end(whole);
    out_ << whole << '\n';
  }

  const ThemeTreeOptions& options_;
  std::ostream& out_;
  std::string trunk_;
};

}  // namespace

void write_theme_tree_text(const model::ThemeTree& tree, const ThemeTreeOptions& options,
                           std::ostream& out) {
  TreeDrawing(options, out).draw(tree);
}

}  // namespace themata::report
