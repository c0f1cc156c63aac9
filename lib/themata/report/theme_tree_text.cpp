#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "themata/report/detail/theme_tree_labels.hpp"
#include "themata/report/detail/trim_end.hpp"
#include "themata/report/theme_tree.hpp"
#include "themata/text/display_width.hpp"
#include "themata/text/printable.hpp"

namespace themata::report {
namespace {

using text::LineBreaks;
using text::printable;

/// Draws a tree line by line; `trunk_` is what stands before every line at the present depth.
class TreeDrawing {
 public:
  TreeDrawing(const ThemeTreeOptions& options, std::ostream& out) : options_(options), out_(out) {}

  void draw(const model::ThemeTree& tree) {
    if (!tree.title.empty()) lines(printable(tree.title, LineBreaks::as_spaces), "", "");
    const bool loose = !tree.codes_without_theme.empty();
    for (const auto& theme : tree.themes) draw(theme, !loose && &theme == &tree.themes.back());
    if (!loose) return;
    branch(detail::codes_in_no_theme, true, true);
    const Deeper deeper(*this, true);
    for (const auto& code : tree.codes_without_theme) {
      draw(code, &code == &tree.codes_without_theme.back());
    }
  }

 private:
  /// What stands under a branch, before all that is below it.
  static std::string below(bool last) { return last ? "    " : "│   "; }

  /// While it lives, lines are drawn one level below a branch.
  class Deeper {
   public:
    Deeper(TreeDrawing& drawing, bool last) : trunk_(drawing.trunk_), length_(trunk_.size()) {
      trunk_ += below(last);
    }
    ~Deeper() { trunk_.resize(length_); }
    Deeper(const Deeper&) = delete;
    Deeper& operator=(const Deeper&) = delete;

   private:
    std::string& trunk_;
    std::size_t length_;
  };

  void draw(const model::ThemeTree::Theme& theme, bool last) {
    const bool has_below = !theme.codes.empty() || !theme.subthemes.empty();
    branch(theme.number + ' ' + theme.name + counts(theme), last, has_below);
    const Deeper deeper(*this, last);
    for (const auto& code : theme.codes) {
      draw(code, theme.subthemes.empty() && &code == &theme.codes.back());
    }
    for (const auto& subtheme : theme.subthemes) {
      draw(subtheme, &subtheme == &theme.subthemes.back());
    }
  }

  void draw(const model::ThemeTree::Code& code, bool last) {
    branch(code.name + counts(code), last, false);
    const Deeper deeper(*this, last);
    for (const auto& excerpt : code.quotations) draw(excerpt);
  }

  /// The words in quotes; each further line stands under the first word.
  void draw(const model::ThemeTree::Excerpt& excerpt) {
    const auto breaks = options_.width > 0 ? LineBreaks::keep : LineBreaks::as_spaces;
    lines(printable("“" + excerpt.text + "” (" + detail::speaker_of(excerpt) + ")", breaks), "",
          " ");
  }

  template <class Counted>
  [[nodiscard]] std::string counts(const Counted& counted) const {
    if (!options_.counts) return {};
    return detail::counts_label(counted.participants, counted.excerpts);
  }

  /// Further lines of a label stand under it, and do not cut the branches that go on below.
  void branch(std::string_view label, bool last, bool has_below) {
    lines(printable(label, LineBreaks::as_spaces), last ? "└── " : "├── ",
          below(last) + (has_below ? "│ " : "  "));
  }

  /// What is drawn at one branch, wrapped if a terminal is to hold it.
  void lines(const std::string& content, const std::string& first, const std::string& further) {
    if (options_.width == 0) {
      line(first + content);
      return;
    }
    const std::size_t margin = text::display_width(trunk_ + further);
    const std::vector<std::string> parts = text::wrap_behind(margin, content, options_.width);
    for (const std::string& part : parts) line((&part == &parts.front() ? first : further) + part);
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
