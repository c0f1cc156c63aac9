#include "themata/spreadsheet/module.hpp"

#include <sstream>

#include <catch2/catch.hpp>
#include <dlfcn.h>

#include "themata/error.hpp"
#include "themata/spreadsheet/xlsx_writer.hpp"

using namespace themata;
using namespace themata::spreadsheet;

namespace {

template <class Function>
Function* loaded(const char* name) {
  void* const library = ::dlopen(THEMATA_SPREADSHEET_MODULE, RTLD_NOW | RTLD_LOCAL);
  REQUIRE(library != nullptr);
  void* const found = ::dlsym(library, name);
  REQUIRE(found != nullptr);
  return reinterpret_cast<Function*>(found);
}

}  // namespace

TEST_CASE("the module says which version it is, and has the name that is looked for") {
  CHECK(std::string(loaded<TagFunction>(tag_function)()) == THEMATA_VERSION);
  CHECK(std::string(THEMATA_SPREADSHEET_MODULE).ends_with(std::string("/") + module_file));
}

TEST_CASE("the module writes as the library does, and its errors are the program's") {
  const report::Table table{"", {{"text"}}, {{std::string("safe")}}, {}};
  std::ostringstream own;
  const auto writer = make_xlsx_writer(own);
  report::write_table(table, *writer);
  writer->close();
  std::ostringstream through_module;
  std::unique_ptr<report::TableWriter> other;
  std::string error;
  loaded<WriterFunction>(writer_function)(through_module, other, error);
  CHECK(error.empty());
  report::write_table(table, *other);
  other->close();
  CHECK(through_module.str() == own.str());
  loaded<WriterFunction>(writer_function)(through_module, other, error);
  other->begin({{"text"}});
  CHECK_THROWS_AS(other->row({std::string(40000, 'x')}), Error);
}
