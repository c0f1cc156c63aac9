#include <algorithm>
#include <ostream>
#include <string>
#include <string_view>

#include "themata/report/detail/markdown.hpp"
#include "themata/report/detail/theme_tree_labels.hpp"
#include "themata/report/theme_tree.hpp"

namespace themata::report {
namespace {

using detail::escape_markdown;
using detail::escape_markdown_line;

/// `text` on one line.
std::string flat(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

/// A line as Markdown shows it; deep indentation would make it a block of code.
std::string_view without_indent(std::string_view line) {
  line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
  return line;
}

/// Writes nested lists; `indent_` stands before every line at the present depth.
class ListWriter {
 public:
  ListWriter(const ThemeTreeOptions& options, std::ostream& out) : options_(options), out_(out) {}

  void write(const model::ThemeTree& tree) {
    if (!tree.title.empty()) out_ << "# " << flat(escape_markdown(tree.title)) << "\n\n";
    for (const auto& theme : tree.themes) write(theme);
    if (tree.codes_without_theme.empty()) return;
    item(std::string("*") + detail::codes_in_no_theme + '*');
    write_below(tree.codes_without_theme);
  }

 private:
  void write(const model::ThemeTree::Theme& theme) {
    item("**" + theme.number + ' ' + flat(escape_markdown(theme.name)) + "**" + counts(theme) +
         described(theme.definition));
    write_below(theme.codes);
    write_below(theme.subthemes);
  }

  void write(const model::ThemeTree::Code& code) {
    item(flat(escape_markdown_line(code.name)) + counts(code) + described(code.description));
    indent_ += "  ";
    for (const auto& excerpt : code.quotations) write(excerpt);
    indent_.resize(indent_.size() - 2);
    if (!code.quotations.empty()) out_ << '\n';
  }

  /// A quotation; an empty line before it parts it from the one above.
  void write(const model::ThemeTree::Excerpt& excerpt) {
    out_ << '\n';
    std::string_view rest = excerpt.text;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      const std::string_view line = without_indent(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
      const bool breaks_here = !line.empty() && !rest.empty() && rest.front() != '\n';
      quoted_line(escape_markdown_line(line) + (breaks_here ? "\\" : ""));
    }
    quoted_line("");
    quoted_line("— " + flat(escape_markdown(detail::speaker_of(excerpt))));
  }

  void quoted_line(std::string_view line) {
    out_ << indent_ << (line.empty() ? ">" : "> ") << line << '\n';
  }

  template <class Noun>
  void write_below(const std::vector<Noun>& nouns) {
    indent_ += "  ";
    for (const Noun& noun : nouns) write(noun);
    indent_.resize(indent_.size() - 2);
  }

  void item(std::string_view content) { out_ << indent_ << "- " << content << '\n'; }

  template <class Counted>
  [[nodiscard]] std::string counts(const Counted& counted) const {
    if (!options_.counts) return {};
    return detail::counts_label(counted.participants, counted.excerpts);
  }

  static std::string described(std::string_view description) {
    if (description.empty()) return {};
    return ": " + flat(escape_markdown(description));
  }

  const ThemeTreeOptions& options_;
  std::ostream& out_;
  std::string indent_;
};

}  // namespace

void write_theme_tree_markdown(const model::ThemeTree& tree, const ThemeTreeOptions& options,
                               std::ostream& out) {
  ListWriter(options, out).write(tree);
}

}  // namespace themata::report
