#pragma once

#include <string>

#include "themata/model/id.hpp"
#include "themata/text/offsets.hpp"

namespace themata::model {

/// A person who codes.
struct Coder {
  CoderId id;
  std::string name;
  std::string guid = {};
};

/// A stretch of one source; its printed text is an excerpt.
struct Segment {
  SourceId source;
  text::TextRange range;
  auto operator<=>(const Segment&) const = default;
};

/// One coder's application of one code to one segment.
struct Coding {
  CodingId id;
  std::string guid;
  Segment segment;
  CodeId code;
  CoderId coder;
  std::string rule = {};  ///< of `autocode`, by which it was applied; empty: by a person
};

}  // namespace themata::model
