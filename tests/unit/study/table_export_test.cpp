#include "themata/study/table_export.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>

#include <catch2/catch.hpp>

#include "sample_study.hpp"
#include "themata/error.hpp"
#include "themata/exchange/csv_reader.hpp"

using namespace themata;
namespace fs = std::filesystem;

namespace {

exchange::CsvFile table(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {path.string(), std::string{std::istreambuf_iterator<char>(file), {}}};
}

}  // namespace

TEST_CASE("every table goes out, and the dictionary explains every column", "[table_export]") {
  test::SampleStudy study;
  const fs::path folder = study.folder().path() / "tables";
  const std::size_t tables = study::export_tables(study.project(), folder, {});
  std::set<std::pair<std::string, std::string>> explained;
  const exchange::CsvFile dictionary = table(folder / "dictionary.csv");
  for (const auto& row : dictionary.rows()) {
    if (row.cells[2] != "table") explained.emplace(row.cells[0], row.cells[1]);
  }
  std::size_t found = 0;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() != ".csv" || entry.path().stem() == "dictionary") continue;
    ++found;
    const exchange::CsvFile one = table(entry.path());
    for (const std::string& column : one.header()) {
      INFO(entry.path() << " " << column);
      CHECK(explained.contains({entry.path().stem().string(), column}));
    }
  }
  CHECK(found == tables);
  const exchange::CsvFile codings = table(folder / "codings.csv");
  CHECK(codings.rows().size() == 7);
  CHECK(codings.rows()[0].cells.back() == "I breathe slowly");
  CHECK(fs::exists(folder / "texts/0001.txt"));
  CHECK(fs::file_size(folder / "texts/0001.txt") > 0);
}

TEST_CASE("a folder with something in it is left alone", "[table_export]") {
  test::SampleStudy study;
  const std::string kept = study.write("kept.txt", "mine");
  CHECK(fs::exists(kept));
  CHECK_THROWS_AS(study::export_tables(study.project(), study.folder().path(), {}), InputError);
  CHECK_THROWS_AS(study::export_tables(study.project(), "/no such/folder", {}), Error);
  fs::create_directory(study.folder().path() / "empty");
  CHECK(study::export_tables(study.project(), study.folder().path() / "empty/", {}) > 10);
}
