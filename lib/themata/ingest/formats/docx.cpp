#include "themata/ingest/formats/docx.hpp"

#include "themata/error.hpp"

namespace themata::ingest {

Document read_docx(std::string_view /*bytes*/) {
  throw InputError(".docx files are not read yet; save it as plain text (.txt)");
}

}  // namespace themata::ingest
