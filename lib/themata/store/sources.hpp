#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "themata/model/source.hpp"
#include "themata/store/database.hpp"
#include "themata/store/sha256.hpp"

namespace themata::store {

/// The most bytes that a source's text, or its file, may have: 512 MB.
inline constexpr std::size_t largest_source = std::size_t{512} << 20U;

/// A source as it is added: everything but ids.
struct NewSource {
  struct NewSpeaker {
    std::string label;
    model::SpeakerRole role = model::SpeakerRole::participant;
    std::optional<model::ParticipantId> participant;
  };
  std::string guid;
  std::string name;
  model::SourceKind kind = model::SourceKind::interview;
  std::string occasion;
  std::string language;  ///< empty: the study's
  std::vector<model::SourceDetail> details;

  std::string_view text;
  Sha256 text_hash{};
  std::string_view original;  ///< the file's bytes; may be equal to the text
  Sha256 original_hash{};
  std::string file_name;  ///< without folders
  std::string encoding;
  std::string convention;
  std::string imported;  ///< ISO 8601, UTC

  std::vector<NewSpeaker> speakers;  ///< turns name them by index
  std::vector<model::Turn> turns;
  std::vector<std::size_t> turn_words;  ///< one per turn: its words outside every aside
  std::vector<model::Aside> asides;
  std::vector<std::size_t> aside_words;  ///< one per aside
};

/// What `source list` shows. Words are those said by anybody, brackets taken as the study does.
struct SourceSummary {
  model::Source source;
  std::size_t words = 0;
  std::size_t turns = 0;
  std::size_t participants = 0;
  std::size_t codings = 0;
};

/// A source's file.
struct SourceFile {
  std::string file_name;
  std::string encoding;
  std::string convention;
  std::string imported;
  std::string sha256;  ///< of the original bytes, hexadecimal
  std::size_t original_bytes = 0;
};

std::vector<model::Source> sources(Database& database);
model::Source source(Database& database, model::SourceId id);
std::vector<SourceSummary> source_summaries(Database& database);
SourceFile source_file(Database& database, model::SourceId id);
/// The hash of the original bytes, for "is this the same file?".
Sha256 original_hash(Database& database, model::SourceId id);
std::string source_text(Database& database, model::SourceId id);
/// The file's bytes as they were imported.
std::string source_original(Database& database, model::SourceId id);

/// Adds a source, last. Names are the caller's to check. Throws `StoreError` if its text or
/// its file is above `largest_source`.
model::SourceId add_source(Database& database, const NewSource& source);
/// Reads the same text in another way: turns, asides, speakers, details and convention of `reading`
/// take the place of the source's. Its codings stay, since the text does.
void set_turns(Database& database, model::SourceId id, const NewSource& reading);
void rename_source(Database& database, model::SourceId id, const std::string& name);
void set_source_kind(Database& database, model::SourceId id, model::SourceKind kind);
void set_source_occasion(Database& database, model::SourceId id, const std::string& occasion);
/// Removes the source with its speakers, details, codings, decisions on hits, and memos and
/// flags on these. Its text stays in the file, so that the removal can be undone. Participants
/// stay.
void remove_source(Database& database, model::SourceId id);

}  // namespace themata::store
