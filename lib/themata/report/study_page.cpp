#include "themata/report/study_page.hpp"

#include <array>
#include <ostream>

#include "themata/report/detail/html.hpp"
#include "themata/report/detail/page_parts.hpp"

namespace themata::report {

namespace {

using detail::escape_html;

constexpr std::array share_words{std::pair{"none", Share::none},
                                 std::pair{"excerpts", Share::excerpts},
                                 std::pair{"all", Share::all}};

// Nothing is fetched, whatever stands in the page.
constexpr const char* security =
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'";

void write_head(const StudyPage& page, std::ostream& out) {
  out << "<!DOCTYPE html>\n<html lang=\"" << escape_html(page.language)
      << "\">\n<head>\n<meta charset=\"utf-8\">\n"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
         "<meta http-equiv=\"Content-Security-Policy\" content=\""
      << security << "\">\n<meta name=\"referrer\" content=\"no-referrer\">\n<title>"
      << escape_html(page.title) << "</title>\n<style>\n"
      << detail::page_style << "</style>\n</head>\n<body>\n";
}

void write_navigation(const StudyPage& page, std::ostream& out) {
  out << "<a class=\"skip\" href=\"#excerpts\">To the excerpts</a>\n<header>\n<h1>"
      << escape_html(page.title)
      << "</h1>\n<button type=\"button\" id=\"theme-switch\" class=\"theme-switch\">Light or "
         "dark</button>\n</header>\n<nav aria-label=\"Views\">\n<ul>\n";
  for (const auto& [id, name] : {std::pair{"overview", "Overview"},
                                 {"themes", "Themes"},
                                 {"quotations", "Quotations"},
                                 {"terms", "Terms"},
                                 {"matrices", "Matrices"},
                                 {"codebook", "Codebook"},
                                 {"excerpts", "Excerpts"},
                                 {"transcripts", "Transcripts"}}) {
    out << "<li><a href=\"#" << id << "\">" << name << "</a></li>\n";
  }
  out << "</ul>\n</nav>\n<p id=\"status\" class=\"skip\" role=\"status\"></p>\n<noscript><p>The "
         "excerpts "
         "and transcripts need JavaScript, which is turned off here.</p></noscript>\n<main>\n";
}

/// A view that the script fills.
void write_made_view(const char* id, const char* name, std::ostream& out) {
  out << "<section id=\"" << id << "\" hidden>\n<h2 tabindex=\"-1\">" << name << "</h2>\n<div id=\""
      << id << "-body\"></div>\n</section>\n";
}

}  // namespace

std::string_view to_string(Share share) {
  return share_words.at(static_cast<std::size_t>(share)).first;
}

std::optional<Share> parse_share(std::string_view word) {
  for (const auto& [name, share] : share_words) {
    if (name == word) return share;
  }
  return std::nullopt;
}

StudyPageWriter::StudyPageWriter(const StudyPage& page, std::ostream& out)
    : page_(page), out_(out) {
  write_head(page, out);
  write_navigation(page, out);
  detail::write_overview(page, out);
  detail::write_tree_view(page, out);
  detail::write_quotation_view(page, out);
  detail::write_term_view(page, out);
  detail::write_matrix_view(page, out);
  detail::write_codebook_view(page, out);
  write_made_view("excerpts", "Excerpts", out);
  write_made_view("hits", "Hits of a term", out);
  write_made_view("transcripts", "Transcripts", out);
  out << "</main>\n";
  detail::write_study_data(page, out);
  if (page.share == Share::none) return;
  for (std::size_t i = 0; i < page.terms.size(); ++i) detail::write_hit_data(page.terms[i], i, out);
}

StudyPageWriter::~StudyPageWriter() = default;

void StudyPageWriter::write(const PageSource& source) {
  detail::write_source_data(source, sources_++, page_.share, out_);
}

void StudyPageWriter::finish() {
  out_ << "<script>\n" << detail::page_script << "</script>\n</body>\n</html>\n";
}

}  // namespace themata::report
