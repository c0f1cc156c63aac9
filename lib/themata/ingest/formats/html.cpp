#include "themata/ingest/formats/html.hpp"

#include "themata/error.hpp"

namespace themata::ingest {

Document read_html(std::string_view /*bytes*/) {
  throw InputError(".html files are not read yet; save it as plain text (.txt)");
}

}  // namespace themata::ingest
