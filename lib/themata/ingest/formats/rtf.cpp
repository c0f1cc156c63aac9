#include "themata/ingest/formats/rtf.hpp"

#include "themata/ingest/detail/rtf_reader.hpp"

namespace themata::ingest {

Document read_rtf(std::string_view bytes) { return detail::RtfReader(bytes).read(); }

}  // namespace themata::ingest
