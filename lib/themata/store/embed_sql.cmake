# Writes OUTPUT, a C++ source with the SQL of FILES: the numbered scripts in the order given, and
# `views.sql`. Long texts become several adjacent literals, each far below any compiler's limit.
cmake_minimum_required(VERSION 3.25)
set(chunk_size 8000)

function(as_literals file result)
  file(READ "${file}" sql)
  string(LENGTH "${sql}" length)
  set(literals "")
  set(begin 0)
  while(begin LESS length)
    string(SUBSTRING "${sql}" ${begin} ${chunk_size} chunk)
    string(APPEND literals "\n    R\"sql(${chunk})sql\"")
    math(EXPR begin "${begin} + ${chunk_size}")
  endwhile()
  set(${result} "${literals}" PARENT_SCOPE)
endfunction()

set(scripts "")
set(views "\n    \"\"")
foreach(file IN LISTS FILES)
  as_literals("${file}" literals)
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
