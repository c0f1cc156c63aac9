#pragma once

#include <optional>
#include <string>
#include <vector>

#include "themata/ingest/transcript.hpp"
#include "themata/model/id.hpp"
#include "themata/model/source_data.hpp"
#include "themata/store/speakers.hpp"
#include "themata/study/project.hpp"

namespace themata::study::detail {

/// Who spoke in a source before it is read again.
std::vector<store::SpeakerSummary> speakers_of(Project& project, model::SourceId source);

/// The participant among them, if there is one only.
std::optional<std::string> only_participant(const std::vector<store::SpeakerSummary>& speakers);

/// Gives a source that was read again the labels back that a person gave its speakers since the
/// text was first read (`speaker rename`, `speaker merge`): a label that a turn had in the text
/// before is the speaker whose turn that is by now. Labels that are one speaker by then become one.
/// Who spoke in a text without labels keeps that one's label. A label that is not in the turns'
/// text (the bold questions of a document) is left as it is read. `before` is the source with its
/// text, as it was; linear in the turns.
void restore_labels(const model::SourceData& before, ingest::Transcript& transcript);

}  // namespace themata::study::detail
