#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "themata/store/database.hpp"
#include "themata/store/sources.hpp"

namespace themata::store {

/// Stores the text, the file, the turns and the asides of `source`, none of which the history
/// records. Returns the transcript's id.
std::int64_t add_transcript(Database& database, const NewSource& source);

/// Another transcript of the source's present text and file, without turns, made at `time`; its
/// convention is the same unless another is given. Returns its id.
std::int64_t copy_transcript(Database& database, model::SourceId id,
                             const std::optional<std::string>& convention, const std::string& time);

/// From now on the source is read as this transcript says; details and speakers of `reading` take
/// the place of its own.
void set_transcript(Database& database, model::SourceId id, std::int64_t transcript,
                    const NewSource& reading);

}  // namespace themata::store
