#include <algorithm>
#include <ostream>
#include <utility>

#include "themata/report/detail/document_writers.hpp"
#include "themata/report/detail/table_writers.hpp"

namespace themata::report {
namespace {

using WriteDocument = void(const Document&, std::ostream&);

/// Collects tables, and writes a document of them.
class DocumentTableWriter final : public TableWriter {
 public:
  DocumentTableWriter(std::ostream& out, WriteDocument* write) : out_(out), write_(write) {}

  void row(const std::vector<Cell>& cells) override { table_.rows.push_back(cells); }
  void close() override { write_(document_, out_); }

 protected:
  void start(const std::vector<Column>& columns, const std::string& title) override {
    table_ = {title, columns, {}, {}};
  }

  void end(const TableFoot& foot) override {
    table_.note = foot.note;
    drop_empty_columns();
    document_.blocks.emplace_back(std::move(table_));
  }

 private:
  void drop_empty_columns() {
    for (std::size_t i = table_.columns.size(); i > 0; --i) {
      const bool is_empty =
          std::all_of(table_.rows.begin(), table_.rows.end(),
                      [&](const auto& row) { return row[i - 1] == Cell(std::string()); });
      if (!table_.columns[i - 1].only_if_filled || !is_empty) continue;
      const auto at = static_cast<std::ptrdiff_t>(i - 1);
      table_.columns.erase(table_.columns.begin() + at);
      for (auto& row : table_.rows) row.erase(row.begin() + at);
    }
  }

  std::ostream& out_;
  WriteDocument* write_;
  Document document_;
  Table table_;
};

}  // namespace

std::unique_ptr<TableWriter> detail::make_latex_writer(std::ostream& out) {
  return std::make_unique<DocumentTableWriter>(out, write_document_latex);
}

std::unique_ptr<TableWriter> detail::make_docx_writer(std::ostream& out) {
  return std::make_unique<DocumentTableWriter>(out, write_document_word);
}

}  // namespace themata::report
