#pragma once

#include <cstddef>
#include <functional>
#include <string>

#include "themata/model/source.hpp"
#include "themata/study/project.hpp"

namespace themata::study {

/// A coding of a source with who made it, when and how.
struct BlameLine {
  model::CodingId id;
  std::size_t turn = 0;        ///< in which it begins; 0: above the first
  text::CodePointRange range;  ///< code points, half-open
  std::string code;
  std::string coder;
  std::string created;  ///< ISO 8601, UTC
  std::string rule;     ///< of autocode; empty: by a person
  std::string text;
};

/// The codings of a source, in order of their places.
void list_blame(Project& project, const model::Source& source,
                const std::function<void(const BlameLine&)>& sink);

}  // namespace themata::study
