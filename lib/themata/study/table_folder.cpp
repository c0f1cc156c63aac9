#include "themata/study/detail/table_folder.hpp"

#include <system_error>

#include <fmt/format.h>
#include <unistd.h>

#include "themata/error.hpp"

namespace themata::study::detail {

namespace fs = std::filesystem;

TableFolder::TableFolder(fs::path folder) : folder_(std::move(folder)) {
  if (folder_.filename().empty()) folder_ = folder_.parent_path();  // "tables/"
  std::error_code error;
  if (fs::exists(folder_) && (!fs::is_directory(folder_) || !fs::is_empty(folder_, error))) {
    throw InputError(folder_.string(),
                     "is there already and not empty; give the name of a new folder");
  }
  temporary_ = folder_.string() + ".part" + std::to_string(::getpid());
  fs::create_directory(temporary_, error);
  if (error) fail(error.message());
}

TableFolder::~TableFolder() {
  std::error_code ignored;
  if (!finished_) fs::remove_all(temporary_, ignored);
}

void TableFolder::fail(const std::string& reason) const {
  throw Error(folder_.string() + ": cannot be written: " + reason);
}

TableFolder::Table::Table(const fs::path& file, const std::vector<report::Column>& columns)
    : stream_(file, std::ios::binary),
      writer_(report::make_table_writer(report::TableFormat::csv, stream_)) {
  writer_->begin(columns);
}

TableFolder::Table& TableFolder::table(const std::string& name, const std::string& description,
                                       const std::vector<DescribedColumn>& columns) {
  std::vector<report::Column> plain;
  dictionary_.push_back({name, "", "table", description});
  for (const DescribedColumn& column : columns) {
    plain.push_back({column.name});
    dictionary_.push_back(
        {name, column.name, column.is_number ? "number" : "text", column.description});
  }
  tables_.push_back(std::make_unique<Table>(temporary_ / (name + ".csv"), plain));
  return *tables_.back();
}

void TableFolder::file(const std::string& name, const std::string& content) {
  const fs::path path = temporary_ / name;
  std::error_code error;
  fs::create_directories(path.parent_path(), error);
  std::ofstream stream(path, std::ios::binary);
  stream.write(content.data(), static_cast<std::streamsize>(content.size()));
  stream.close();
  if (!stream) fail("there is no room, or no permission, for " + name);
}

std::size_t TableFolder::finish() {
  const std::size_t count = tables_.size();
  const std::vector<std::vector<report::Cell>> rows = dictionary_;
  Table& dictionary = table("dictionary", "what each table and column means",
                            {{"table", ""}, {"column", ""}, {"type", ""}, {"description", ""}});
  for (const auto& row : rows) dictionary.row(row);
  for (const auto& one : tables_) {
    one->writer_->finish();
    one->writer_->close();
    one->stream_.close();
    if (!one->stream_) fail("there is no room, or no permission, for its tables");
  }
  std::error_code error;
  fs::rename(temporary_, folder_, error);
  if (error) fail(error.message());
  finished_ = true;
  return count;
}

}  // namespace themata::study::detail
