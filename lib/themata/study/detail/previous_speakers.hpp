#pragma once

#include <optional>
#include <string>
#include <vector>

#include "themata/model/id.hpp"
#include "themata/store/speakers.hpp"
#include "themata/study/project.hpp"

namespace themata::study::detail {

/// Who spoke in a source before it is read again.
std::vector<store::SpeakerSummary> speakers_of(Project& project, model::SourceId source);

/// The participant among them, if there is one only.
std::optional<std::string> only_participant(const std::vector<store::SpeakerSummary>& speakers);

}  // namespace themata::study::detail
