#include "themata/ingest/formats/rtf.hpp"

#include "themata/error.hpp"

namespace themata::ingest {

Document read_rtf(std::string_view /*bytes*/) {
  throw InputError(".rtf files are not read yet; save it as plain text (.txt)");
}

}  // namespace themata::ingest
