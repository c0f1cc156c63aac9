#pragma once

#include <cstddef>
#include <functional>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "themata/analysis/coding_counts.hpp"
#include "themata/analysis/excerpts.hpp"
#include "themata/analysis/kwic.hpp"
#include "themata/analysis/kwic_order.hpp"
#include "themata/analysis/slip_list.hpp"
#include "themata/analysis/word_table.hpp"
#include "themata/model/theme_tree.hpp"
#include "themata/report/theme_diagram.hpp"
#include "themata/store/history.hpp"
#include "themata/study/filter.hpp"
#include "themata/study/project.hpp"

namespace themata::study {

using analysis::CodingCount;
using analysis::CodingCounts;
using analysis::Excerpt;
using analysis::KwicLine;
using analysis::KwicOrder;
using analysis::parse_kwic_order;
using analysis::SlipLine;
using analysis::TermCount;
using analysis::whole_turn;
using analysis::WordTableOptions;
using text::to_string;

/// `freq`: every word of the selected speech.
std::vector<TermCount> word_table(Project& project, const Filter& filter,
                                  const WordTableOptions& options);

/// `freq --terms`: the families that `terms_meant` finds, in their order.
std::vector<TermCount> term_table(Project& project, const Filter& filter, const std::string& terms);

/// `kwic`: every place of a pattern as it stands in a term list.
void kwic(Project& project, const Filter& filter, const std::string& pattern, std::size_t window,
          const std::function<void(const KwicLine&)>& sink);

/// The same in another order, so held in memory.
std::vector<KwicLine> ordered_kwic(Project& project, const Filter& filter,
                                   const std::string& pattern, std::size_t window,
                                   analysis::KwicOrder order);

/// `freq --check`: words that are likely slips of the transcript.
void list_slips(Project& project, const Filter& filter,
                const std::function<void(const SlipLine&)>& sink);

/// `excerpts`: one for each coding.
void list_excerpts(Project& project, const Filter& filter,
                   const std::function<void(const Excerpt&)>& sink);

/// The codebook and how often each code and theme was applied.
struct CountedCodebook {
  model::Codebook codebook;
  CodingCounts counts;
};
CountedCodebook count_codings(Project& project, const Filter& filter);

/// What a tree holds besides themes, subthemes and codes with their counts.
struct TreeParts {
  bool excerpts = false;
  bool memos = false;  ///< those on what the filter admits, all others but participants', and the
                       ///< journal
};
/// `tree`.
model::ThemeTree theme_tree(Project& project, const Filter& filter, TreeParts parts);

/// `tree --map`: the pairs of themes that share excerpts, themes below the first `levels` taken for
/// those above them.
std::vector<report::ThemeLink> theme_links(Project& project, const Filter& filter,
                                           std::size_t levels);

/// Writes the tree as XML; see `exchange::write_theme_tree_xml`.
std::size_t write_theme_tree_xml(const model::ThemeTree& tree, std::ostream& out);

using store::LogEntry;
/// The commands that changed the study, oldest first.
std::vector<LogEntry> log_entries(Project& project);

}  // namespace themata::study
