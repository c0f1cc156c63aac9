#include "themata/ingest/formats/table_file.hpp"

#include "themata/error.hpp"

namespace themata::ingest {

Document read_csv(std::string_view /*bytes*/) {
  throw InputError(".csv files are not read yet; save it as plain text (.txt)");
}

Document read_tsv(std::string_view /*bytes*/) {
  throw InputError(".tsv files are not read yet; save it as plain text (.txt)");
}

Document read_xlsx(std::string_view /*bytes*/) {
  throw InputError(".xlsx files are not read yet; save it as plain text (.txt)");
}

}  // namespace themata::ingest
