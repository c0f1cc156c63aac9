#include "themata/exchange/manifest_csv.hpp"

#include <catch2/catch.hpp>

using themata::exchange::ManifestEntry;
using themata::exchange::read_manifest;
using themata::model::SourceKind;

namespace {

std::vector<ManifestEntry> read(std::string_view bytes) { return read_manifest("m.csv", bytes); }

}  // namespace

TEST_CASE("A manifest says who, when and what of each file") {
  const auto entries = read(
      "file,participant,occasion,kind\n"
      "joanne.txt,Joanne,week 12,interview\n"
      "\"pairs, 1.txt\",,baseline,group\n");
  REQUIRE(entries.size() == 2);
  CHECK(entries[0].file == "joanne.txt");
  CHECK(entries[0].participant == "Joanne");
  CHECK(entries[0].occasion == "week 12");
  CHECK(entries[0].kind == SourceKind::interview);
  CHECK(entries[0].line == 2);
  CHECK(entries[0].name.empty());
  CHECK(entries[1].file == "pairs, 1.txt");
  CHECK(entries[1].participant.empty());
  CHECK(entries[1].kind == SourceKind::group);
}

TEST_CASE("Only the column of files is needed, in any place; other columns are nobody's concern") {
  const auto entries = read("remark;file;name\nold; a.txt ;First\n");
  REQUIRE(entries.size() == 1);
  CHECK(entries[0].file == "a.txt");
  CHECK(entries[0].name == "First");
  CHECK_FALSE(entries[0].kind);
}

TEST_CASE("Rows of empty cells, as spreadsheets leave them, are passed over") {
  CHECK(read("file,kind\na.txt,diary\n,\n , \n").size() == 1);
}

TEST_CASE("What is wrong with a manifest is said with its line") {
  CHECK_THROWS_WITH(read("participant\nBen\n"),
                    "m.csv:1: there is no column \"file\"; the columns are participant");
  CHECK_THROWS_WITH(read("file,kind\na.txt,\n\n,diary\n"), "m.csv:4: the row names no file");
  CHECK_THROWS_WITH(
      read("file,kind\na.txt,interviw\n"),
      "m.csv:2: \"interviw\" is no kind of source; use interview, group, written or diary");
  CHECK_THROWS_WITH(read("file\na.txt\nb.txt\na.txt\n"),
                    "m.csv:4: the file \"a.txt\" is already on line 2; list it once");
}

TEST_CASE("A misspelt column is refused, for its cells would be lost without a word") {
  CHECK_THROWS_WITH(read("file,partcipant\na.txt,Ben\n"),
                    "m.csv:1: there is no column \"participant\", but one named \"partcipant\"; "
                    "rename it to \"participant\" or to something less like it");
  CHECK_THROWS_WITH(read("File,Ocassion\n"), Catch::Contains("\"occasion\""));
  CHECK_NOTHROW(read("file,participants' age\n"));
  CHECK_NOTHROW(read("file,name,names\n"));
}
