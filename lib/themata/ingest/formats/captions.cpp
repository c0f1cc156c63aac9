#include "themata/ingest/formats/captions.hpp"

#include "themata/error.hpp"

namespace themata::ingest {

Document read_srt(std::string_view /*bytes*/) {
  throw InputError(".srt files are not read yet; save it as plain text (.txt)");
}

Document read_vtt(std::string_view /*bytes*/) {
  throw InputError(".vtt files are not read yet; save it as plain text (.txt)");
}

}  // namespace themata::ingest
