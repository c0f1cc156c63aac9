#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "themata/model/source_data.hpp"
#include "themata/study/detail/rewriting.hpp"

namespace themata::study::detail {

/// The labels under which the participant speaks in the source; none: not at all.
std::vector<std::string> labels_of(const model::SourceData& source, model::ParticipantId who);

/// True if no other participant says anything in the source.
bool speaks_alone(const model::SourceData& source, model::ParticipantId who);

/// What is left of a source without the turns of a participant. A turn goes with its label, from
/// the line that it begins on to the line that the next one begins on; so do bracketed words of
/// theirs in the turns of others, "[Joanne: mm]", where they may be called any of `names` but what
/// another speaker of the source is called. `reading` is the source's.
SourceRewriting cut_speech(const model::SourceData& source, const store::NewSource& reading,
                           model::ParticipantId who, const std::vector<std::string>& names);

}  // namespace themata::study::detail
