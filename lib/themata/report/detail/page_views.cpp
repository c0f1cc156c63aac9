#include <algorithm>
#include <ostream>
#include <unordered_map>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "themata/report/detail/html.hpp"
#include "themata/report/detail/page_parts.hpp"
#include "themata/report/diagram.hpp"
#include "themata/text/plural.hpp"

namespace themata::report::detail {

namespace {

using model::ThemeTree;

void begin_view(const char* id, const char* name, std::ostream& out) {
  out << "<section id=\"" << id << "\" data-print>\n<h2 tabindex=\"-1\">" << name << "</h2>\n";
}

void end_view(std::ostream& out) { out << "</section>\n"; }

/// A count that leads to its excerpts, if there are any.
std::string linked(std::size_t count, const std::string& query) {
  if (count == 0) return "0";
  return fmt::format("<a href=\"#excerpts?{}\">{}</a>", escape_html(query), count);
}

std::string counts(std::size_t participants, std::size_t excerpts, const std::string& query) {
  return fmt::format(" <span class=\"count\">{} · {} {}</span>",
                     text::plural(participants, "participant"), linked(excerpts, query),
                     excerpts == 1 ? "excerpt" : "excerpts");
}

void write_note(const std::vector<std::string>& note, std::ostream& out) {
  if (note.empty()) return;
  out << "<p class=\"note\"><em>Note.</em>";
  for (const std::string& sentence : note) out << ' ' << escape_html(sentence);
  out << "</p>\n";
}

/// Places of codes and themes, by GUID, as the page's data number them.
class Places {
 public:
  explicit Places(const model::Codebook& codebook) {
    for (const auto& theme : codebook.themes()) themes_.emplace(theme.guid, themes_.size());
    for (const auto& code : codebook.codes()) codes_.emplace(code.guid, codes_.size());
  }
  [[nodiscard]] std::string of(const ThemeTree::Theme& theme) const {
    return fmt::format("theme={}", themes_.at(theme.guid));
  }
  [[nodiscard]] std::string of(const ThemeTree::Code& code) const {
    return fmt::format("code={}", codes_.at(code.guid));
  }

 private:
  std::unordered_map<std::string, std::size_t> themes_;
  std::unordered_map<std::string, std::size_t> codes_;
};

std::string css_color(const Color& color) {
  const auto level = [](double part) { return static_cast<int>(part * 255 + 0.5); };
  return fmt::format("rgb({}, {}, {})", level(color.red), level(color.green), level(color.blue));
}

class TreeView {
 public:
  TreeView(const StudyPage& page, std::ostream& out) : places_(page.codebook), out_(out) {}

  void write(const ThemeTree& tree) {
    out_ << "<div class=\"tree\">\n<ul>\n";
    for (std::size_t i = 0; i < tree.themes.size(); ++i) write(tree.themes[i], i, true);
    if (!tree.codes_without_theme.empty()) {
      out_ << "<li><details open><summary><span class=\"name\">Codes in no theme</span></summary>\n"
              "<ul>\n";
      for (const auto& code : tree.codes_without_theme) write(code);
      out_ << "</ul>\n</details></li>\n";
    }
    out_ << "</ul>\n</div>\n";
  }

 private:
  void write(const ThemeTree::Theme& theme, std::size_t branch, bool is_top) {
    out_ << "<li><details" << (is_top ? " open" : "") << "><summary>";
    if (is_top) {
      const std::string color = theme.color.empty()
                                    ? css_color(fill_color({theme.name, "", 0, branch}))
                                    : escape_html(theme.color);
      out_ << "<span class=\"swatch\" style=\"background:" << color << "\"></span>";
    }
    out_ << "<span class=\"name\">" << escape_html(theme.number + ' ' + theme.name) << "</span>"
         << counts(theme.participants, theme.excerpts, places_.of(theme)) << "</summary>\n";
    if (!theme.definition.empty()) {
      out_ << "<p class=\"soft\">" << escape_html(theme.definition) << "</p>\n";
    }
    out_ << "<ul>\n";
    for (const auto& code : theme.codes) write(code);
    for (const auto& subtheme : theme.subthemes) write(subtheme, branch, false);
    out_ << "</ul>\n</details></li>\n";
  }

  void write(const ThemeTree::Code& code) {
    out_ << "<li>" << escape_html(code.name)
         << counts(code.participants, code.excerpts, places_.of(code)) << "</li>\n";
  }

  Places places_;
  std::ostream& out_;
};

/// What leads to a quotation's place, by the sources' names.
class QuotationLinks {
 public:
  explicit QuotationLinks(const StudyPage& page) {
    for (const auto& [name, occasion] : page.sources) sources_.emplace(name, sources_.size());
  }

  [[nodiscard]] std::string of(const Quotation& quotation) const {
    const auto source = sources_.find(quotation.source);
    if (source == sources_.end()) return escape_html(quotation.source);
    std::string place = quotation.source;
    if (quotation.turn > 0) place += fmt::format(", turn {}", quotation.turn);
    return fmt::format("<a href=\"#transcripts?source={}&amp;at={}\">{}</a>", source->second,
                       quotation.utf16_begin, escape_html(place));
  }

 private:
  std::unordered_map<std::string, std::size_t> sources_;
};

/// Quotations by theme, as they stand in running text.
void write_quotations(const StudyPage& page, std::ostream& out) {
  const QuotationLinks links(page);
  std::vector<std::string> before;
  for (const Quotation& one : page.quotations) {
    if (one.themes != before || &one == &page.quotations.front()) {
      out << "<h3>"
          << escape_html(one.themes.empty() ? "In no theme"
                                            : fmt::format("{}", fmt::join(one.themes, " / ")))
          << "</h3>\n";
      before = one.themes;
    }
    out << "<article tabindex=\"-1\">\n<header><span>"
        << escape_html(one.participant.empty() ? one.source : one.participant);
    if (!one.occasion.empty()) out << ", " << escape_html(one.occasion);
    out << "</span>" << links.of(one) << "</header>\n<blockquote dir=\"auto\">"
        << escape_html(page.share == Share::none ? "(The words are not in this file.)" : one.text)
        << "</blockquote>\n</article>\n";
  }
}

void write_voices(const std::vector<ThemeVoices>& voices, std::ostream& out) {
  const Table table = voice_table(voices);
  out << "<div class=\"scroll\"><table>\n<caption>" << escape_html(table.title)
      << "</caption>\n<thead><tr><th scope=\"col\">Theme</th><th scope=\"col\" "
         "class=\"n\">Participants</th><th scope=\"col\" class=\"n\">Quoted</th><th scope=\"col\" "
         "class=\"n\">Quotations</th><th scope=\"col\">Voices</th><th scope=\"col\">Not "
         "quoted</th></tr></thead>\n<tbody>\n";
  for (const auto& row : table.rows) {
    out << "<tr>";
    for (std::size_t i = 0; i < row.size(); ++i) {
      const bool is_number = table.columns[i].to_the_right();
      out << (i == 0      ? "<th scope=\"row\">"
              : is_number ? "<td class=\"n\">"
                          : "<td>")
          << escape_html(to_string(row[i])) << (i == 0 ? "</th>" : "</td>");
    }
    out << "</tr>\n";
  }
  out << "</tbody>\n</table></div>\n";
}

void write_terms(const PageTerms& terms, std::size_t table, Share share, std::ostream& out) {
  std::size_t most = 1;
  for (const auto& row : terms.rows) most = std::max(most, row.frequency);
  out << "<div class=\"scroll\"><table>\n<caption>" << escape_html(terms.title)
      << "</caption>\n<thead><tr><th scope=\"col\">Term</th><th scope=\"col\" "
         "class=\"n\">Participants</th><th scope=\"col\" class=\"n\">Frequency</th><td "
         "class=\"chart\"></td></tr></thead>\n<tbody>\n";
  for (std::size_t i = 0; i < terms.rows.size(); ++i) {
    const PageTerms::Row& row = terms.rows[i];
    const std::string frequency =
        row.frequency == 0 || share == Share::none
            ? std::to_string(row.frequency)
            : fmt::format("<a href=\"#hits?table={}&amp;row={}\">{}</a>", table, i, row.frequency);
    out << "<tr><th scope=\"row\">" << escape_html(row.label) << "</th><td class=\"n\">"
        << row.participants << "</td><td class=\"n\">" << frequency
        << "</td><td class=\"chart\" aria-hidden=\"true\">";
    if (row.frequency > 0) {
      out << fmt::format("<span class=\"bar\" style=\"width:{:.1f}%\"></span>",
                         100.0 * static_cast<double>(row.frequency) / static_cast<double>(most));
    }
    out << "</td></tr>\n";
  }
  out << "</tbody>\n</table></div>\n";
  write_note(terms.note, out);
}

/// Where each of some names stands among others, which hold them in the same order; `npos` for one
/// that they do not hold.
std::vector<std::size_t> places_in_order(const std::vector<std::string>& names,
                                         const std::vector<std::vector<std::string>>& others) {
  std::vector<std::size_t> places;
  std::size_t at = 0;
  for (const std::string& name : names) {
    std::size_t found = at;
    const auto is_it = [&](const std::vector<std::string>& forms) {
      return std::find(forms.begin(), forms.end(), name) != forms.end();
    };
    while (found < others.size() && !is_it(others[found])) ++found;
    places.push_back(found < others.size() ? found : std::string::npos);
    if (found < others.size()) at = found + 1;
  }
  return places;
}

/// What leads to a column's excerpts; nothing for "(no participant)" and the like.
std::vector<std::string> column_queries(const StudyPage& page, const PageMatrix& one) {
  std::vector<std::string> queries;
  if (one.column_noun == "occasion") {
    for (const std::string& name : one.matrix.columns) {
      queries.push_back(name == "(no occasion)" ? "" : "&occasion=" + percent_encoded(name));
    }
    return queries;
  }
  std::vector<std::vector<std::string>> people;
  for (const std::string& name : page.participants) people.push_back({name});
  for (const std::size_t place : places_in_order(one.matrix.columns, people)) {
    queries.push_back(place == std::string::npos ? "" : fmt::format("&participant={}", place));
  }
  return queries;
}

void write_matrix(const StudyPage& page, const PageMatrix& one, std::ostream& out) {
  const analysis::Matrix& matrix = one.matrix;
  std::vector<std::vector<std::string>> themes;
  for (const auto& theme : page.codebook.themes()) {
    themes.push_back({theme.name, page.codebook.path(theme.id)});
  }
  const auto rows = places_in_order(matrix.rows, themes);
  const auto columns = column_queries(page, one);
  std::size_t most = 1;
  for (const std::size_t count : matrix.cells) most = std::max(most, count);
  out << "<div class=\"scroll\"><table class=\"heat\">\n<caption>" << escape_html(one.title)
      << "</caption>\n<thead><tr><th scope=\"col\">Theme</th>";
  for (const std::string& name : matrix.columns) {
    out << "<th scope=\"col\" class=\"up\">" << escape_html(name) << "</th>";
  }
  out << "</tr></thead>\n<tbody>\n";
  for (std::size_t r = 0; r < matrix.rows.size(); ++r) {
    const std::size_t level =
        rows[r] == std::string::npos ? 0 : page.codebook.depth(page.codebook.themes()[rows[r]].id);
    out << "<tr><th scope=\"row\" class=\"sub\" style=\"--level:" << level << "\">"
        << escape_html(matrix.rows[r]) << "</th>";
    for (std::size_t c = 0; c < matrix.columns.size(); ++c) {
      const std::size_t count = matrix.at(r, c);
      const bool leads = rows[r] != std::string::npos && !columns[c].empty();
      out << fmt::format("<td style=\"--h:{:.2f}\">",
                         0.55 * static_cast<double>(count) / static_cast<double>(most))
          << (leads ? linked(count, fmt::format("theme={}{}", rows[r], columns[c]))
                    : std::to_string(count))
          << "</td>";
    }
    out << "</tr>\n";
  }
  out << "</tbody>\n</table></div>\n";
}

/// An example may be words of a transcript.
void write_code_row(const ThemeTree::Code& code, const std::string& theme, const Places& places,
                    Share share, std::ostream& out) {
  out << "<tr><th scope=\"row\">" << escape_html(code.name) << "</th><td>" << escape_html(theme)
      << "</td><td class=\"n\">" << code.participants << "</td><td class=\"n\">"
      << linked(code.excerpts, places.of(code)) << "</td><td>" << escape_html(code.description);
  for (const auto& [name, text] : {std::pair{"Include", &code.includes},
                                   {"Exclude", &code.excludes},
                                   {"Example", &code.example}}) {
    const bool is_withheld = share == Share::none && text == &code.example;
    if (!text->empty() && !is_withheld)
      out << "<br><em>" << name << ":</em> " << escape_html(*text);
  }
  out << "</td></tr>\n";
}

void write_code_rows(const ThemeTree::Theme& theme, const Places& places, Share share,
                     std::ostream& out) {
  for (const auto& code : theme.codes) {
    write_code_row(code, theme.number + ' ' + theme.name, places, share, out);
  }
  for (const auto& subtheme : theme.subthemes) write_code_rows(subtheme, places, share, out);
}

}  // namespace

void write_overview(const StudyPage& page, std::ostream& out) {
  begin_view("overview", "Overview", out);
  out << "<dl class=\"facts\">\n";
  for (const auto& [name, value] : page.facts) {
    out << "<div><dt>" << escape_html(name) << "</dt><dd>" << escape_html(value) << "</dd></div>\n";
  }
  out << "</dl>\n<h3>Themes</h3>\n<ol>\n";
  const Places places(page.codebook);
  for (const auto& theme : page.tree.themes) {
    out << "<li>" << escape_html(theme.name)
        << counts(theme.participants, theme.excerpts, places.of(theme)) << "</li>\n";
  }
  out << "</ol>\n<p class=\"note\">Every count leads to the excerpts behind it, and every excerpt "
         "to "
         "its place. Keys: 1 to 8 for the views, / for the filter, j and k through a list.</p>\n";
  end_view(out);
}

void write_tree_view(const StudyPage& page, std::ostream& out) {
  begin_view("themes", "Themes", out);
  TreeView(page, out).write(page.tree);
  out << "<p class=\"note\">A theme takes in all that lies below it, and counts a participant or "
         "an "
         "excerpt once.</p>\n";
  end_view(out);
}

void write_quotation_view(const StudyPage& page, std::ostream& out) {
  begin_view("quotations", "Quotations", out);
  if (page.quotations.empty()) out << "<p>No excerpt is chosen to be quoted yet.</p>\n";
  write_quotations(page, out);
  if (!page.quotations.empty()) write_voices(page.voices, out);
  end_view(out);
}

void write_term_view(const StudyPage& page, std::ostream& out) {
  begin_view("terms", "Terms", out);
  if (page.terms.empty()) out << "<p>The study keeps no term lists.</p>\n";
  for (std::size_t i = 0; i < page.terms.size(); ++i)
    write_terms(page.terms[i], i, page.share, out);
  end_view(out);
}

void write_matrix_view(const StudyPage& page, std::ostream& out) {
  begin_view("matrices", "Matrices", out);
  for (const PageMatrix& one : page.matrices) write_matrix(page, one, out);
  out << "<p class=\"note\">Excerpts: distinct segments. The darker, the more.</p>\n";
  end_view(out);
}

void write_codebook_view(const StudyPage& page, std::ostream& out) {
  begin_view("codebook", "Codebook", out);
  out << "<div class=\"scroll\"><table>\n<thead><tr><th scope=\"col\">Code</th><th "
         "scope=\"col\">Theme</th><th scope=\"col\" class=\"n\">Participants</th><th scope=\"col\" "
         "class=\"n\">Excerpts</th><th scope=\"col\">Description</th></tr></thead>\n<tbody>\n";
  const Places places(page.codebook);
  for (const auto& theme : page.tree.themes) write_code_rows(theme, places, page.share, out);
  for (const auto& code : page.tree.codes_without_theme)
    write_code_row(code, "", places, page.share, out);
  out << "</tbody>\n</table></div>\n";
  end_view(out);
}

}  // namespace themata::report::detail
