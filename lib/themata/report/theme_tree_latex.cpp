#include <ostream>
#include <string>

#include "themata/report/detail/latex.hpp"
#include "themata/report/detail/theme_tree_labels.hpp"
#include "themata/report/theme_tree.hpp"

namespace themata::report {
namespace {

using detail::escape_latex;
using detail::LatexBreak;

std::string flat(const std::string& text) { return escape_latex(text, LatexBreak::space); }

class TreeWriter {
 public:
  TreeWriter(const ThemeTreeOptions& options, std::ostream& out) : options_(options), out_(out) {}

  void write(const model::ThemeTree& tree) {
    if (!tree.title.empty()) out_ << "\\section*{" << flat(tree.title) << "}\n";
    for (const auto& theme : tree.themes) write(theme, 0);
    if (tree.codes_without_theme.empty()) return;
    line(0, std::string("\\textit{") + detail::codes_in_no_theme + '}');
    for (const auto& code : tree.codes_without_theme) write(code, 1);
  }

 private:
  void write(const model::ThemeTree::Theme& theme, std::size_t level) {
    line(level, "\\textbf{" + theme.number + ' ' + flat(theme.name) + '}' + counts(theme) +
                    described(theme.definition));
    for (const auto& code : theme.codes) write(code, level + 1);
    for (const auto& subtheme : theme.subthemes) write(subtheme, level + 1);
  }

  void write(const model::ThemeTree::Code& code, std::size_t level) {
    line(level, flat(code.name) + counts(code) + described(code.description));
    for (const auto& excerpt : code.quotations) {
      line(level + 1, "\\textit{" + escape_latex(excerpt.text, LatexBreak::newline) + "} --- " +
                          flat(detail::speaker_of(excerpt)));
    }
  }

  void line(std::size_t level, const std::string& content) {
    out_ << "{\\leftskip=" << 2 * level + 1 << "em\\noindent\\hspace*{-1em}" << content
         << "\\par}\n";
  }

  template <class Counted>
  [[nodiscard]] std::string counts(const Counted& counted) const {
    if (!options_.counts) return {};
    return detail::counts_label(counted.participants, counted.excerpts);
  }

  static std::string described(const std::string& description) {
    return description.empty() ? std::string() : ": " + flat(description);
  }

  const ThemeTreeOptions& options_;
  std::ostream& out_;
};

}  // namespace

void write_theme_tree_latex(const model::ThemeTree& tree, const ThemeTreeOptions& options,
                            std::ostream& out) {
  detail::begin_latex(out);
  TreeWriter(options, out).write(tree);
  detail::end_latex(out);
}

}  // namespace themata::report
