#include <fmt/format.h>

#include "themata/model/names.hpp"
#include "themata/store/foreign/detail/foreign_database.hpp"
#include "themata/store/foreign/detail/html_text.hpp"
#include "themata/text/characters.hpp"
#include "themata/text/graphemes.hpp"

namespace themata::store {

namespace {

using model::PortableCoding;
using model::PortableSource;

/// Taguette's database: of all projects in it (its own export holds one). A tag with a dot in its
/// name stays one code.
class Taguette final : public ForeignReader {
 public:
  explicit Taguette(ForeignDatabase database) : ForeignReader(std::move(database)) {
    study_.origin = "Taguette";
    if (database_.count("projects") > 1) {
      study_.remarks.emplace_back(
          "the file holds several projects, and all of them came in; export a single one from "
          "Taguette if that is not meant");
    }
    database_.each("SELECT name, description FROM projects ORDER BY id",
                   [&](const ForeignRow& row) {
                     if (study_.title.empty()) study_.title = model::usable_name(row.text(0), "");
                     if (auto memo = memo_of(row.text(1), std::nullopt, "")) {
                       study_.memos.push_back(std::move(*memo));
                     }
                   });
    database_.each("SELECT id, path, description FROM tags ORDER BY id",
                   [&](const ForeignRow& row) {
                     codes_.emplace(row.integer(0), study_.codebook.codes.size());
                     model::PortableLabel label;
                     label.name = model::usable_name(row.text(1), "unnamed");
                     label.definition = row.text(2);
                     study_.codebook.codes.push_back(std::move(label));
                   });
    database_.each("SELECT id FROM documents ORDER BY id",
                   [&](const ForeignRow& row) { sources_.push_back(row.integer(0)); });
  }

  bool next(PortableSource& source) override {
    if (next_ == sources_.size()) return false;
    const std::int64_t id = sources_[next_++];
    source = {};
    std::string html;
    database_.each("SELECT name, contents, description FROM documents WHERE id = ?1", {id},
                   [&](const ForeignRow& row) {
                     source.name = model::usable_name(row.text(0), fmt::format("Document {}", id));
                     html = row.text(1);
                     if (auto memo = memo_of(row.text(2), std::nullopt, "")) {
                       source.memos.push_back(std::move(*memo));
                     }
                   });
    const HtmlText text(html);
    read_highlights(id, text, source);
    source.text = text.text();
    return true;
  }

 private:
  void read_highlights(std::int64_t id, const HtmlText& text, PortableSource& source) {
    database_.each(
        "SELECT h.start_offset, h.end_offset, h.snippet, t.tag_id FROM highlights h "
        "LEFT JOIN highlight_tags t ON t.highlight_id = h.id WHERE h.document_id = ?1 "
        "ORDER BY h.start_offset, h.end_offset, h.id, t.tag_id",
        {id}, [&](const ForeignRow& row) {
          const auto range = range_of(row.integer(0), row.integer(1), text);
          const auto code = row.null(3) ? codes_.end() : codes_.find(row.integer(3));
          if (!range || code == codes_.end()) {
            source.losses.push_back(fmt::format(
                "a highlight of \"{}\" ({} to {}): {}", source.name, row.integer(0), row.integer(1),
                range ? "it has no tag" : "there is no such place in its text"));
            return;
          }
          PortableCoding coding;
          coding.code = code->second;
          coding.range = *range;
          if (mark_other_words(text::slice(text.text(), *range), HtmlText(row.text(2)).text(),
                               coding)) {
            source.remarks.emplace_back(
                "a highlight is on other words than its file has beside it: look at it again "
                "(themata excerpts --flagged)");
          }
          source.codings.push_back(std::move(coding));
        });
  }

  static std::optional<text::TextRange> range_of(std::int64_t start, std::int64_t end,
                                                 const HtmlText& text) {
    if (start < 0 || end <= start || end > static_cast<std::int64_t>(text.counted())) {
      return std::nullopt;
    }
    const text::TextRange range{text.place(static_cast<std::size_t>(start)),
                                text.place(static_cast<std::size_t>(end))};
    if (range.end <= range.begin) return std::nullopt;
    const std::string_view words = text::trim(text::slice(text.text(), range));
    if (words.empty()) return std::nullopt;
    const auto begin = static_cast<std::size_t>(words.data() - text.text().data());
    return text::snap_to_graphemes(text.text(), text::byte_range(begin, begin + words.size()));
  }

  std::unordered_map<std::int64_t, std::size_t> codes_;
};

}  // namespace

std::unique_ptr<model::PortableReader> open_taguette(ForeignDatabase database) {
  return std::make_unique<Taguette>(std::move(database));
}

}  // namespace themata::store
