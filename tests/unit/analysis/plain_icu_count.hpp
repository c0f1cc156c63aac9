#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>

#include "themata/model/source_data.hpp"

namespace themata::test {

/// What a plain count knows of one word.
struct PlainCount {
  std::size_t frequency = 0;
  std::set<std::string> participants;  ///< labels of those who said it
};

using PlainCounts = std::map<std::string, PlainCount>;

/// The words that participants say in `source`, counted a second time in the plainest way, straight
/// with ICU and with none of the library's text code: the whole turn as UTF-16, ICU's root word
/// iterator, one word after the other into a map. Adds to `counts`.
void count_plainly(const model::SourceData& source, PlainCounts& counts);

}  // namespace themata::test
