#pragma once

#include <vector>

#include "themata/store/sources.hpp"
#include "themata/study/detail/import_prepare.hpp"
#include "themata/study/detail/import_speakers.hpp"

namespace themata::study::detail {

/// What of a source follows from how its text was read: turns, asides, speakers, details and
/// convention. The rest is left to the caller. It refers to nothing of `prepared`.
store::NewSource reading_of(const PreparedFile& prepared, const std::vector<FoundSpeaker>& speakers,
                            const SpeakerDirectory& directory);

}  // namespace themata::study::detail
