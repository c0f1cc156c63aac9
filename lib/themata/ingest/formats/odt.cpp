#include "themata/ingest/formats/odt.hpp"

#include "themata/error.hpp"

namespace themata::ingest {

Document read_odt(std::string_view /*bytes*/) {
  throw InputError(".odt files are not read yet; save it as plain text (.txt)");
}

}  // namespace themata::ingest
