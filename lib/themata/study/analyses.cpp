#include "themata/study/analyses.hpp"

#include "themata/analysis/term_table.hpp"
#include "themata/analysis/theme_overlap.hpp"
#include "themata/exchange/term_list.hpp"
#include "themata/exchange/theme_tree_xml.hpp"
#include "themata/store/corpus.hpp"
#include "themata/study/meant_terms.hpp"

namespace themata::study {

std::vector<analysis::TermCount> word_table(Project& project, const Filter& filter,
                                            const analysis::WordTableOptions& options) {
  const auto corpus = store::open_corpus(project.database(), select(project, filter));
  return analysis::word_table(*corpus, options);
}

std::vector<analysis::TermCount> term_table(Project& project, const Filter& filter,
                                            const std::string& terms) {
  const auto families = terms_meant(project, terms).families;
  const auto corpus = store::open_corpus(project.database(), select(project, filter));
  return analysis::term_table(*corpus, families);
}

void kwic(Project& project, const Filter& filter, const std::string& pattern, std::size_t window,
          const std::function<void(const analysis::KwicLine&)>& sink) {
  const model::TermFamily family{pattern, {exchange::parse_term_pattern(pattern)}};
  const auto corpus = store::open_corpus(project.database(), select(project, filter));
  analysis::kwic(*corpus, family, window, sink);
}

std::vector<KwicLine> ordered_kwic(Project& project, const Filter& filter,
                                   const std::string& pattern, std::size_t window,
                                   analysis::KwicOrder order) {
  std::vector<KwicLine> lines;
  kwic(project, filter, pattern, window, [&](const KwicLine& line) { lines.push_back(line); });
  analysis::sort_kwic(lines, order);
  return lines;
}

void list_slips(Project& project, const Filter& filter,
                const std::function<void(const SlipLine&)>& sink) {
  const auto corpus = store::open_corpus(project.database(), select(project, filter));
  analysis::list_slips(*corpus, sink);
}

void list_excerpts(Project& project, const Filter& filter,
                   const std::function<void(const analysis::Excerpt&)>& sink) {
  const auto corpus = store::open_corpus(project.database(), select(project, filter));
  analysis::list_excerpts(*corpus, sink);
}

CountedCodebook count_codings(Project& project, const Filter& filter) {
  const auto corpus = store::open_corpus(project.database(), select(project, filter),
                                         {.texts = false, .codings = true});
  analysis::CodingCounts counts = analysis::count_codings(*corpus);
  return {corpus->codebook(), std::move(counts)};
}

std::vector<report::ThemeLink> theme_links(Project& project, const Filter& filter,
                                           std::size_t levels) {
  const auto corpus = store::open_corpus(project.database(), select(project, filter),
                                         {.texts = false, .codings = true});
  const model::Codebook codebook = corpus->codebook();
  std::vector<report::ThemeLink> links;
  for (const analysis::ThemePair& pair : analysis::theme_links(*corpus, levels)) {
    links.push_back(
        {codebook.theme(pair.first).guid, codebook.theme(pair.second).guid, pair.excerpts});
  }
  return links;
}

std::size_t write_theme_tree_xml(const model::ThemeTree& tree, std::ostream& out) {
  return exchange::write_theme_tree_xml(tree, out);
}

std::vector<LogEntry> log_entries(Project& project) {
  return store::log_entries(project.database());
}

}  // namespace themata::study
