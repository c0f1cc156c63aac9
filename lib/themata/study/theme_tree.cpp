#include <unordered_map>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "themata/study/analyses.hpp"

namespace themata::study {

namespace {

using Quotations = std::unordered_map<model::CodeId, std::vector<model::ThemeTree::Excerpt>>;

/// The excerpts of each code. Codings of one code on the same segment follow each other closely
/// enough: only those of the last begin can be equal.
Quotations quotations_by_code(Project& project, const Filter& filter) {
  Quotations quotations;
  list_excerpts(project, filter, [&](const analysis::Excerpt& excerpt) {
    auto& of_code = quotations[excerpt.code_id];
    const bool there = !of_code.empty() && of_code.back().source == excerpt.source &&
                       of_code.back().range == excerpt.range;
    if (there) return;
    of_code.push_back({excerpt.source, fmt::format("{}", fmt::join(excerpt.participants, "; ")),
                       excerpt.range, excerpt.text});
  });
  return quotations;
}

/// Turns a counted codebook into the tree.
class TreeBuilder {
 public:
  TreeBuilder(const CountedCodebook& counted, Quotations quotations)
      : codebook_(counted.codebook), counts_(counted.counts), quotations_(std::move(quotations)) {}

  [[nodiscard]] model::ThemeTree::Theme theme(model::ThemeId id) const {
    const model::Theme& from = codebook_.theme(id);
    const analysis::CodingCount count = counts_.themes.at(id);
    model::ThemeTree::Theme theme{
        from.guid,          codebook_.number(id), from.name, from.definition,
        count.participants, count.excerpts,       {},        {}};
    for (const model::ThemeId below : codebook_.subthemes(id)) {
      theme.subthemes.push_back(this->theme(below));
    }
    for (const model::CodeId below : codebook_.codes_of(id)) theme.codes.push_back(code(below));
    return theme;
  }

  [[nodiscard]] model::ThemeTree::Code code(model::CodeId id) const {
    const model::Code& from = codebook_.code(id);
    const analysis::CodingCount count = counts_.codes.at(id);
    const auto found = quotations_.find(id);
    return {from.guid,
            from.name,
            from.description,
            count.participants,
            count.excerpts,
            found == quotations_.end() ? std::vector<model::ThemeTree::Excerpt>{} : found->second};
  }

 private:
  const model::Codebook& codebook_;
  const analysis::CodingCounts& counts_;
  Quotations quotations_;
};

}  // namespace

model::ThemeTree theme_tree(Project& project, const Filter& filter, bool with_excerpts) {
  const CountedCodebook counted = count_codings(project, filter);
  const TreeBuilder builder(counted,
                            with_excerpts ? quotations_by_code(project, filter) : Quotations{});
  model::ThemeTree tree;
  tree.title = study_info(project).title;
  for (const model::ThemeId top : counted.codebook.top_level()) {
    tree.themes.push_back(builder.theme(top));
  }
  for (const model::Code& code : counted.codebook.codes()) {
    if (counted.codebook.themes_of(code.id).empty()) {
      tree.codes_without_theme.push_back(builder.code(code.id));
    }
  }
  return tree;
}

}  // namespace themata::study
