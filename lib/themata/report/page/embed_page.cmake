# Writes OUTPUT, a C++ source with the texts of STYLE and SCRIPT, so that the program needs no file
# beside it. Long texts become several adjacent literals, each far below any compiler's limit.
cmake_minimum_required(VERSION 3.25)
set(chunk_size 8000)

function(as_literals file result)
  file(READ "${file}" text)
  string(LENGTH "${text}" length)
  set(literals "")
  set(begin 0)
  while(begin LESS length)
    string(SUBSTRING "${text}" ${begin} ${chunk_size} chunk)
    string(APPEND literals "\n    R\"page(${chunk})page\"")
    math(EXPR begin "${begin} + ${chunk_size}")
  endwhile()
  set(${result} "${literals}" PARENT_SCOPE)
endfunction()

as_literals("${STYLE}" style)
as_literals("${SCRIPT}" script)
file(WRITE "${OUTPUT}" "// Made from page/page.css and page/page.js by embed_page.cmake.
#include \"themata/report/detail/page_parts.hpp\"

namespace themata::report::detail {

const std::string_view page_style =${style};
const std::string_view page_script =${script};

}  // namespace themata::report::detail
")
