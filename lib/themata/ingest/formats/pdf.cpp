#include "themata/ingest/formats/pdf.hpp"

#include "themata/error.hpp"

namespace themata::ingest {

Document read_pdf(std::string_view /*bytes*/) {
  throw InputError(".pdf files are not read yet; save it as plain text (.txt)");
}

}  // namespace themata::ingest
