# Writes OUTPUT, a C++ source with the SQL of FILES: the numbered scripts in the order given, and
# `views.sql`.
cmake_minimum_required(VERSION 3.25)
include("${CMAKE_CURRENT_LIST_DIR}/../../cmake/embed_text.cmake")

set(scripts "")
set(views "\n    \"\"")
foreach(file IN LISTS FILES)
  as_literals("${file}" literals sql)
  get_filename_component(name "${file}" NAME_WE)
  if(name STREQUAL "views")
    set(views "${literals}")
  else()
    string(APPEND scripts "${literals},")
  endif()
endforeach()

file(WRITE "${OUTPUT}" "// Made from schema/*.sql by embed_sql.cmake.
#include \"themata/store/detail/schema.hpp\"

namespace themata::store {
namespace {
const char* const scripts[] = {${scripts}
};
}  // namespace

std::span<const char* const> schema_scripts() { return scripts; }

const char* schema_views() {
  return${views};
}

}  // namespace themata::store
")
