#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "themata/ingest/transcript.hpp"
#include "themata/text/offsets.hpp"

namespace themata::ingest::test {

inline Transcript read(std::string_view text, bool markdown = false,
                       std::vector<std::string> known = {}) {
  std::sort(known.begin(), known.end());
  ReadOptions options;
  options.format = markdown ? FileFormat::markdown : FileFormat::plain_text;
  options.known_speakers = std::move(known);
  return read_transcript(text, options);
}

/// Each turn as "speaker|text"; a turn without a speaker as "|text".
inline std::vector<std::string> turns_of(const Transcript& transcript) {
  std::vector<std::string> turns;
  for (const model::Turn& turn : transcript.turns) {
    const std::string speaker =
        turn.speaker ? transcript.speakers.at(*turn.speaker).label : std::string{};
    turns.push_back(speaker + "|" + std::string{text::slice(transcript.text, turn.range)});
  }
  return turns;
}

inline std::vector<std::string> turns_of(std::string_view text, bool markdown = false) {
  return turns_of(read(text, markdown));
}

inline std::vector<std::string> speakers_of(const Transcript& transcript) {
  std::vector<std::string> labels;
  for (const SpeakerLabel& speaker : transcript.speakers) labels.push_back(speaker.label);
  return labels;
}

inline std::vector<std::string> speakers_of(std::string_view text, bool markdown = false) {
  return speakers_of(read(text, markdown));
}

/// Each aside as "kind text".
inline std::vector<std::string> asides_of(const Transcript& transcript) {
  std::vector<std::string> asides;
  for (const model::Aside& aside : transcript.asides) {
    asides.push_back(std::string{model::to_string(aside.kind)} + " " +
                     std::string{text::slice(transcript.text, aside.range)});
  }
  return asides;
}

/// Each detail as "key=value".
inline std::vector<std::string> details_of(const Transcript& transcript) {
  std::vector<std::string> details;
  for (const model::SourceDetail& detail : transcript.details) {
    details.push_back(detail.key + "=" + detail.value);
  }
  return details;
}

/// The line of the first diagnostic whose message has `part` in it, or -1.
inline int line_told(const Transcript& transcript, std::string_view part) {
  for (const Diagnostic& diagnostic : transcript.diagnostics) {
    if (diagnostic.message.find(part) != std::string::npos)
      return static_cast<int>(diagnostic.line);
  }
  return -1;
}

}  // namespace themata::ingest::test
