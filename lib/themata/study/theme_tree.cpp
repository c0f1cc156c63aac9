#include <iterator>
#include <map>
#include <optional>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "themata/model/memo.hpp"
#include "themata/store/coders.hpp"
#include "themata/store/corpus.hpp"
#include "themata/store/journal.hpp"
#include "themata/store/memos.hpp"
#include "themata/store/sources.hpp"
#include "themata/study/analyses.hpp"
#include "themata/study/detail/segment_finder.hpp"

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

using Memos = std::vector<model::ThemeTree::Memo>;

/// The memos of a study by what they are on.
class MemosByTarget {
 public:
  explicit MemosByTarget(Project& project) : project_(project) {
    for (const model::Coder& coder : store::coders(project.database())) {
      coders_.emplace(coder.id, coder.name);
    }
    for (const model::Source& source : store::sources(project.database())) {
      sources_.emplace(source.id.value, source.name);
    }
    for (const model::Memo& memo : store::memos(project.database())) {
      memos_[{memo.target, memo.target_id}].push_back(memo);
    }
  }

  [[nodiscard]] Memos on(model::MemoTarget target, std::int64_t id) const {
    Memos result;
    const auto found = memos_.find({target, id});
    if (found == memos_.end()) return result;
    for (const model::Memo& memo : found->second) result.push_back(shown(memo));
    return result;
  }

  /// On the study, its sources and their turns.
  [[nodiscard]] Memos on_study() const {
    Memos result = on(model::MemoTarget::study, 0);
    for (const auto& [target, memos] : memos_) {
      if (target.first == model::MemoTarget::source)
        append(on(target.first, target.second), result);
      if (target.first == model::MemoTarget::turn) append(on_turns(target.second, memos), result);
    }
    return result;
  }

  /// On codings that the filter admits, by code.
  [[nodiscard]] std::unordered_map<model::CodeId, Memos> on_codings(const Filter& filter) const {
    std::unordered_map<model::CodeId, Memos> by_code;
    list_excerpts(project_, filter, [&](const analysis::Excerpt& excerpt) {
      for (model::ThemeTree::Memo& memo : on(model::MemoTarget::coding, excerpt.id.value)) {
        memo.source = excerpt.source;
        memo.range = excerpt.range;
        by_code[excerpt.code_id].push_back(std::move(memo));
      }
    });
    return by_code;
  }

  [[nodiscard]] std::vector<model::ThemeTree::JournalEntry> journal() const {
    std::vector<model::ThemeTree::JournalEntry> entries;
    for (const model::JournalEntry& entry : store::journal_entries(project_.database())) {
      entries.push_back({coders_.at(entry.author), entry.created, entry.phase, entry.text});
    }
    return entries;
  }

 private:
  static void append(Memos more, Memos& memos) {
    std::move(more.begin(), more.end(), std::back_inserter(memos));
  }

  [[nodiscard]] model::ThemeTree::Memo shown(const model::Memo& memo) const {
    const bool in_source =
        memo.target == model::MemoTarget::source || memo.target == model::MemoTarget::turn;
    return {coders_.at(memo.author), memo.created, memo.text,
            in_source ? sources_.at(memo.target_id) : "", std::nullopt};
  }

  [[nodiscard]] Memos on_turns(std::int64_t source, const std::vector<model::Memo>& memos) const {
    const detail::SegmentFinder finder(
        store::load_source(project_.database(), model::SourceId{source}));
    Memos result;
    for (const model::Memo& memo : memos) {
      result.push_back(shown(memo));
      if (memo.turn) result.back().range = finder.code_points(*memo.turn);
    }
    return result;
  }

  Project& project_;
  std::unordered_map<model::CoderId, std::string> coders_;
  std::unordered_map<std::int64_t, std::string> sources_;
  std::map<std::pair<model::MemoTarget, std::int64_t>, std::vector<model::Memo>> memos_;
};

/// Turns a counted codebook into the tree.
class TreeBuilder {
 public:
  TreeBuilder(const CountedCodebook& counted, Quotations quotations)
      : codebook_(counted.codebook), counts_(counted.counts), quotations_(std::move(quotations)) {}

  void add_memos(const MemosByTarget& memos, const Filter& filter) {
    memos_ = &memos;
    on_codings_ = memos.on_codings(filter);
  }

  [[nodiscard]] model::ThemeTree::Theme theme(model::ThemeId id) const {
    const model::Theme& from = codebook_.theme(id);
    const analysis::CodingCount count = counts_.themes.at(id);
    model::ThemeTree::Theme theme{
        from.guid,          codebook_.number(id), from.name, from.definition,
        count.participants, count.excerpts,       {},        {},
        from.idea,           {},                 from.includes, from.excludes,
        from.example,        from.color};
    if (memos_ != nullptr) theme.memos = memos_->on(model::MemoTarget::theme, id.value);
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
            found == quotations_.end() ? std::vector<model::ThemeTree::Excerpt>{} : found->second,
            memos_of(id),
            from.includes,
            from.excludes,
            from.example,
            from.color};
  }

 private:
  /// Those on the code, then those on its codings.
  [[nodiscard]] Memos memos_of(model::CodeId id) const {
    if (memos_ == nullptr) return {};
    Memos memos = memos_->on(model::MemoTarget::code, id.value);
    const auto found = on_codings_.find(id);
    if (found != on_codings_.end()) {
      memos.insert(memos.end(), found->second.begin(), found->second.end());
    }
    return memos;
  }

  const model::Codebook& codebook_;
  const analysis::CodingCounts& counts_;
  Quotations quotations_;
  const MemosByTarget* memos_ = nullptr;  // none: they are not asked for
  std::unordered_map<model::CodeId, Memos> on_codings_;
};

}  // namespace

model::ThemeTree theme_tree(Project& project, const Filter& filter, TreeParts parts) {
  const CountedCodebook counted = count_codings(project, filter);
  TreeBuilder builder(counted, parts.excerpts ? quotations_by_code(project, filter) : Quotations{});
  model::ThemeTree tree;
  std::optional<MemosByTarget> memos;
  if (parts.memos) {
    memos.emplace(project);
    builder.add_memos(*memos, filter);
    tree.memos = memos->on_study();
    tree.journal = memos->journal();
  }
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
