#pragma once

#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "themata/report/table.hpp"

namespace themata::study::detail {

/// A column of a table, and what a reader who has nothing else must know of it.
struct DescribedColumn {
  std::string name;
  std::string description;
  bool is_number = false;
};

/// A folder of CSV tables, made under another name and put into its place at the end.
class TableFolder {
 public:
  /// Throws `InputError` if `folder` is there and holds anything, `Error` if it cannot be made.
  explicit TableFolder(std::filesystem::path folder);
  ~TableFolder();
  TableFolder(const TableFolder&) = delete;
  TableFolder& operator=(const TableFolder&) = delete;

  /// A table that is being written.
  class Table {
   public:
    Table(const std::filesystem::path& file, const std::vector<report::Column>& columns);
    void row(const std::vector<report::Cell>& cells) { writer_->row(cells); }

   private:
    friend class TableFolder;
    std::ofstream stream_;
    std::unique_ptr<report::TableWriter> writer_;
  };
  /// Begins `name.csv`.
  Table& table(const std::string& name, const std::string& description,
               const std::vector<DescribedColumn>& columns);
  /// A plain file; `name` may have a folder in it.
  void file(const std::string& name, const std::string& content);

  /// Writes `dictionary.csv` and puts the folder into its place. Throws `Error` if anything could
  /// not be written. Returns the number of tables, without the dictionary.
  std::size_t finish();

 private:
  [[noreturn]] void fail(const std::string& reason) const;

  std::filesystem::path folder_;
  std::filesystem::path temporary_;
  bool finished_ = false;
  std::vector<std::unique_ptr<Table>> tables_;
  std::vector<std::vector<report::Cell>> dictionary_;
};

}  // namespace themata::study::detail
