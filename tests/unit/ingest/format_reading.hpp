#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "themata/ingest/transcript.hpp"
#include "unit/ingest/reading.hpp"

namespace themata::ingest::test {

inline Transcript read_as(FileFormat format, std::string_view bytes) {
  ReadOptions options;
  options.format = format;
  return read_transcript(bytes, options);
}

/// Each turn's times in milliseconds as "began-ended"; what is not known is empty.
inline std::vector<std::string> times_of(const Transcript& transcript) {
  const auto written = [](std::optional<std::chrono::milliseconds> time) {
    return time ? std::to_string(time->count()) : std::string{};
  };
  std::vector<std::string> times;
  for (const model::Turn& turn : transcript.turns) {
    times.push_back(written(turn.started) + "-" + written(turn.ended));
  }
  return times;
}

/// The messages of what a person should look at.
inline std::vector<std::string> told_by(const Transcript& transcript) {
  std::vector<std::string> messages;
  for (const Diagnostic& diagnostic : transcript.diagnostics) {
    messages.push_back(diagnostic.message);
  }
  return messages;
}

}  // namespace themata::ingest::test
