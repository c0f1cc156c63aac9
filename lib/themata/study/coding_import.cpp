#include <map>
#include <unordered_map>

#include <fmt/format.h>

#include "themata/error.hpp"
#include "themata/exchange/coding_csv.hpp"
#include "themata/model/names.hpp"
#include "themata/store/codings.hpp"
#include "themata/store/corpus.hpp"
#include "themata/store/sources.hpp"
#include "themata/study/applying.hpp"
#include "themata/study/detail/codebook_builder.hpp"
#include "themata/study/detail/segment_finder.hpp"
#include "themata/study/edit.hpp"
#include "themata/study/files.hpp"
#include "themata/text/graphemes.hpp"
#include "themata/text/plural.hpp"

namespace themata::study {

namespace {

using exchange::CodingRow;

/// The rows of one file on their way to codings, in the file's order.
class CodingRows {
 public:
  CodingRows(Project& project, Edit& edit, std::string path, bool create,
             const CodingProgress& progress)
      : project_(project),
        edit_(edit),
        path_(std::move(path)),
        created_(project.now()),
        progress_(progress),
        codebook_(project, create),
        sources_(store::sources(project.database())) {}

  CodingImport store(const std::vector<CodingRow>& rows) {
    codings_.resize(rows.size());
    // By source, so that each text is loaded once and one at a time.
    std::map<model::SourceId, std::vector<std::size_t>> by_source;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      naming_row(rows[i], [&] { by_source[look_up(rows[i], codings_[i])].push_back(i); });
    }
    std::size_t done = 0;
    for (const auto& [source, indices] : by_source) {
      store_in(source, indices, rows);
      if (progress_) progress_(++done, by_source.size());
    }
    outcome_.rows = rows.size();
    outcome_.new_codes = codebook_.new_codes();
    outcome_.new_themes = codebook_.new_themes();
    return std::move(outcome_);
  }

 private:
  template <class Action>
  void naming_row(const CodingRow& row, Action&& action) {
    try {
      action();
    } catch (const StoreError&) {
      throw;
    } catch (const Error& error) {
      throw InputError(path_, row.line, fmt::format("row {}: {}", row.row, error.what()));
    }
  }

  /// Each name as it is written is looked up once.
  model::SourceId source(const std::string& name) {
    const auto [known, is_new] = source_ids_.try_emplace(name);
    if (is_new) known->second = model::find_named("source", name, sources_).id;
    return known->second;
  }

  /// Everything of a coding but its range.
  model::SourceId look_up(const CodingRow& row, store::NewCoding& coding) {
    coding.guid = project_.new_guid();
    coding.segment.source = source(row.source);
    coding.code = codebook_.code_in_use(row.code);
    if (!row.theme.empty()) {
      for (const model::ThemeId theme : codebook_.themes(row.theme)) {
        codebook_.assign(theme, coding.code);
      }
    }
    coding.coder = row.coder.empty() ? edit_.coder() : edit_.coder(row.coder);
    coding.created = created_;
    coding.memo = row.memo;
    if (!row.memo.empty()) coding.memo_guid = project_.new_guid();
    return coding.segment.source;
  }

  /// Finds the segments of one source's rows, and stores their codings.
  void store_in(model::SourceId source, const std::vector<std::size_t>& indices,
                const std::vector<CodingRow>& rows) {
    const detail::SegmentFinder finder(store::load_source(project_.database(), source));
    std::vector<store::NewCoding> of_source;
    for (const std::size_t i : indices) {
      naming_row(rows[i], [&] { codings_[i].segment.range = segment(finder, rows[i]); });
      of_source.push_back(std::move(codings_[i]));
    }
    for (const store::StoredCoding& stored : store::add_codings(project_.database(), of_source)) {
      outcome_.added += stored.added ? 1 : 0;
    }
  }

  text::TextRange segment(const detail::SegmentFinder& finder, const CodingRow& row) {
    if (!row.range) return finder.by_quote(row.quote, row.nth);
    const text::TextRange range = finder.by_range(*row.range);
    const text::TextRange snapped = text::snap_to_graphemes(finder.source().text, range);
    if (snapped != range) {
      const text::CodePointRange at = finder.code_points(snapped);
      outcome_.snapped.push_back(fmt::format(
          "{}:{}: row {}: {}:{} cuts a character and was taken as {}:{}", path_, row.line, row.row,
          row.range->begin.value, row.range->end.value, at.begin.value, at.end.value));
    }
    return snapped;
  }

  Project& project_;
  Edit& edit_;
  std::string path_;
  std::string created_;
  const CodingProgress& progress_;
  detail::CodebookBuilder codebook_;
  std::vector<model::Source> sources_;
  std::unordered_map<std::string, model::SourceId> source_ids_;
  std::vector<store::NewCoding> codings_;
  CodingImport outcome_;
};

}  // namespace

CodingImport apply_from(Project& project, const std::string& path, bool create,
                        const CodingProgress& progress) {
  const std::vector<CodingRow> rows = exchange::read_codings(path, read_file(path));
  Edit edit(project, "apply");
  CodingImport outcome = CodingRows(project, edit, path, create, progress).store(rows);
  edit.commit(fmt::format("{} from a file of {}", text::plural(outcome.added, "coding"),
                          text::plural(outcome.rows, "row")));
  return outcome;
}

}  // namespace themata::study
