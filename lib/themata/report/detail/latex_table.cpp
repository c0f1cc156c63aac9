#include <algorithm>
#include <ostream>

#include <fmt/format.h>

#include "themata/report/detail/column_shares.hpp"
#include "themata/report/detail/latex.hpp"

namespace themata::report::detail {

namespace {

constexpr std::size_t characters_across = 75;  ///< of a page at its normal size, without the gaps
constexpr std::size_t small_characters_across = 110;
constexpr std::size_t most_columns_at_size = 6;  ///< more are set smaller
constexpr std::size_t longest_float = 30;        ///< rows; a longer table goes on over the pages
constexpr double share_of_gaps = 0.028;          ///< of the width, between two columns

struct Layout {
  std::vector<std::string> columns;  ///< their declarations
  bool goes_on = false;
  bool is_small = false;
};

Layout layout_of(const Table& table) {
  const bool is_small = table.columns.size() > most_columns_at_size;
  const ColumnShares shares =
      share_width(table, is_small ? small_characters_across : characters_across, 0);
  const auto count = static_cast<double>(table.columns.size());
  const double text_width = std::max(0.3, 0.99 - (count - 1) * share_of_gaps);
  Layout layout;
  layout.is_small = is_small;
  layout.goes_on = table.rows.size() > longest_float || shares.is_wrapped;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const bool right = table.columns[i].to_the_right();
    if (!shares.is_wrapped) {
      layout.columns.emplace_back(right ? "r" : "l");
      continue;
    }
    layout.columns.push_back(fmt::format(">{{\\{}\\arraybackslash}}p{{{:.3f}\\linewidth}}",
                                         right ? "raggedleft" : "raggedright",
                                         shares.shares[i] * text_width));
  }
  return layout;
}

std::string heading(const Table& table) {
  std::string line;
  std::size_t footnotes = 0;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (i > 0) line += " & ";
    line += escape_latex(table.columns[i].name, LatexBreak::space);
    if (table.columns[i].footnote.empty()) continue;
    line += fmt::format("\\textsuperscript{{{}}}", static_cast<char>('a' + footnotes++));
  }
  return line + " \\\\\n";
}

void write_rows(const Table& table, LatexBreak line_break, std::ostream& out) {
  for (const auto& row : table.rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) out << " & ";
      out << escape_latex(to_string(row[i]), line_break);
    }
    out << " \\\\\n";
  }
}

void write_foot(const Table& table, std::ostream& out) {
  const TableFoot foot{table.note, footnotes_of(table.columns)};
  if (foot.empty()) return;
  out << "\\par\\smallskip\\noindent\\begin{minipage}{\\linewidth}\\footnotesize\\raggedright\n";
  if (!foot.note.empty()) {
    out << "\\textit{Note.}";
    for (const auto& sentence : foot.note) out << ' ' << escape_latex(sentence, LatexBreak::space);
    out << "\\par\n";
  }
  for (const auto& footnote : foot.footnotes) {
    out << "\\textsuperscript{" << footnote.letter << "}~"
        << escape_latex(footnote.text, LatexBreak::space) << "\\par\n";
  }
  out << "\\end{minipage}\n";
}

std::string caption(const Table& table, const char* ending) {
  if (table.title.empty()) return {};
  return "\\caption{" + escape_latex(table.title, LatexBreak::space) + "}" + ending;
}

std::string declarations(const Layout& layout) {
  std::string all;
  for (const std::string& column : layout.columns) all += column;
  return "@{}" + all + "@{}";
}

void write_float(const Table& table, const Layout& layout, std::ostream& out) {
  out << "\\begin{table}[htbp]\n" << caption(table, "\n");
  out << "\\begin{tabular}{" << declarations(layout) << "}\n\\toprule\n"
      << heading(table) << "\\midrule\n";
  write_rows(table, LatexBreak::space, out);
  out << "\\bottomrule\n\\end{tabular}\n";
  write_foot(table, out);
  out << "\\end{table}\n";
}

void write_over_pages(const Table& table, const Layout& layout, std::ostream& out) {
  const bool wraps = layout.columns.front().size() > 1;
  out << "\\begin{longtable}{" << declarations(layout) << "}\n" << caption(table, "\\\\\n");
  out << "\\toprule\n"
      << heading(table) << "\\midrule\n\\endfirsthead\n\\toprule\n"
      << heading(table) << "\\midrule\n\\endhead\n\\bottomrule\n\\endlastfoot\n";
  write_rows(table, wraps ? LatexBreak::newline : LatexBreak::space, out);
  out << "\\end{longtable}\n";
  write_foot(table, out);
}

}  // namespace

void write_latex_table(const Table& table, std::ostream& out) {
  const Layout layout = layout_of(table);
  if (table.columns.empty()) return;
  out << (layout.is_small ? "\\begingroup\\scriptsize\\setlength{\\tabcolsep}{4pt}\n"
                          : "\\begingroup\n");
  if (layout.goes_on) {
    write_over_pages(table, layout, out);
  } else {
    write_float(table, layout, out);
  }
  out << "\\endgroup\n";
}

}  // namespace themata::report::detail
