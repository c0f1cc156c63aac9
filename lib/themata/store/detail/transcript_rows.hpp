#pragma once

#include <cstdint>
#include <vector>

#include "themata/store/sources.hpp"

namespace themata::store {

/// Adds the turns of a reading to a transcript that has none.
void add_turns(Database& database, std::int64_t transcript, const NewSource& source);
/// The same for its asides, with the brackets that are new to the study.
void add_asides(Database& database, std::int64_t transcript, const NewSource& source);
/// Adds speakers to a source that has none.
void add_speakers(Database& database, model::SourceId id,
                  const std::vector<NewSource::NewSpeaker>& speakers);

}  // namespace themata::store
