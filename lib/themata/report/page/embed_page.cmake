# Writes OUTPUT, a C++ source with the texts of STYLE and SCRIPT, so that the program needs no file
# beside it.
cmake_minimum_required(VERSION 3.25)
include("${CMAKE_CURRENT_LIST_DIR}/../../../cmake/embed_text.cmake")

as_literals("${STYLE}" style page)
as_literals("${SCRIPT}" script page)
file(WRITE "${OUTPUT}" "// Made from page/page.css and page/page.js by embed_page.cmake.
#include \"themata/report/detail/page_parts.hpp\"

namespace themata::report::detail {

const std::string_view page_style =${style};
const std::string_view page_script =${script};

}  // namespace themata::report::detail
")
