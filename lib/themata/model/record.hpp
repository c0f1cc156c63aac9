#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "themata/model/id.hpp"

namespace themata::model {

/// A dated entry in the researchers' diary of the study.
struct JournalEntry {
  JournalEntryId id;
  std::string guid;
  CoderId author;
  std::string created;  ///< ISO 8601, UTC
  int phase = 1;        ///< the phase that the study was in, 1 to 6
  std::string text;
};

/// Somebody went on, or back, to a phase.
struct PhaseMove {
  std::string guid;
  int phase = 1;  ///< 1 to 6
  CoderId coder;
  std::string created;  ///< ISO 8601, UTC
  std::string note;
};

enum class ReadingTarget { source, theme };
std::string_view to_string(ReadingTarget target);  ///< "source", "theme"
std::optional<ReadingTarget> parse_reading_target(std::string_view word);

/// Somebody says that a source, or a theme's excerpts, were read through.
struct Reading {
  ReadingTarget target = ReadingTarget::source;
  std::int64_t target_id = 0;
  CoderId coder;
  std::string created;  ///< ISO 8601, UTC
};

enum class StatementKind { stated, dismissed, withdrawn };
std::string_view to_string(StatementKind kind);  ///< "stated", "dismissed", "withdrawn"
std::optional<StatementKind> parse_statement_kind(std::string_view word);

/// What only a person can say of a study; of several on one topic the latest counts.
struct Statement {
  std::string guid;
  StatementKind kind = StatementKind::stated;
  std::string topic;  ///< a point of the checklist or one of its remarks
  CoderId coder;
  std::string created;  ///< ISO 8601, UTC
  std::string text;
};

}  // namespace themata::model
