#include "themata/store/corpus.hpp"

#include <algorithm>
#include <cstdint>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "themata/error.hpp"
#include "themata/store/codebook.hpp"
#include "themata/store/coders.hpp"
#include "themata/store/detail/content.hpp"
#include "themata/store/detail/query.hpp"
#include "themata/store/detail/turn_row.hpp"
#include "themata/store/participants.hpp"
#include "themata/store/sources.hpp"

namespace themata::store {
namespace {

/// How the study takes brackets that the researcher classed otherwise, by the bracket's id.
using BracketKinds = std::unordered_map<std::int64_t, model::AsideKind>;

BracketKinds bracket_kinds(Database& database) {
  BracketKinds kinds;
  Query query(database,
              "SELECT b.id, r.kind FROM bracket_rule r JOIN bracket b ON b.text = r.text");
  while (query.next()) kinds.emplace(query.integer(0), query.word<model::parse_aside_kind>(1));
  return kinds;
}

void load_speakers(Database& database, model::SourceData& data) {
  data.speakers.clear();
  Query query(database,
              "SELECT id, label, role, participant_id FROM speaker WHERE source_id = ?1 "
              "ORDER BY number",
              data.source.id);
  while (query.next()) {
    data.speakers.push_back({query.id<model::SpeakerId>(0), data.source.id, query.text(1),
                             query.word<model::parse_speaker_role>(2),
                             query.optional_id<model::ParticipantId>(3)});
  }
}

/// A speaker's number is its place in the source, from 0.
void load_turns(Database& database, std::int64_t transcript, model::SourceData& data) {
  data.turns.clear();
  Query query(database,
              std::string(turn_columns) + " FROM turn WHERE transcript_id = ?1 ORDER BY number",
              transcript);
  while (query.next()) data.turns.push_back(turn_of_row(query));
}

void load_asides(Database& database, std::int64_t transcript, const BracketKinds& kinds,
                 model::SourceData& data) {
  data.asides.clear();
  Query query(database,
              "SELECT begin, \"end\", kind, bracket_id FROM aside WHERE transcript_id = ?1 "
              "ORDER BY begin",
              transcript);
  while (query.next()) {
    const auto own = query.null(3) ? kinds.end() : kinds.find(query.integer(3));
    data.asides.push_back(
        {text::byte_range(query.size(0), query.size(1)),
         own != kinds.end() ? own->second : query.word<model::parse_aside_kind>(2)});
  }
}

void load_codings(Database& database, model::SourceData& data) {
  data.codings.clear();
  Query query(database,
              "SELECT id, guid, begin, \"end\", code_id, coder_id, rule FROM coding "
              "WHERE source_id = ?1 ORDER BY begin, \"end\", id",
              data.source.id);
  while (query.next()) {
    data.codings.push_back({query.id<model::CodingId>(0),
                            query.text(1),
                            {data.source.id, text::byte_range(query.size(2), query.size(3))},
                            query.id<model::CodeId>(4),
                            query.id<model::CoderId>(5),
                            query.text(6)});
  }
}

/// What the study has, that sources may name.
struct Known {
  std::unordered_set<model::CodeId> codes;
  std::unordered_set<model::CoderId> coders;
  std::unordered_set<model::ParticipantId> participants;
};

template <class Id>
std::unordered_set<Id> ids(Database& database, const char* sql) {
  std::unordered_set<Id> result;
  Query query(database, sql);
  while (query.next()) result.insert(query.id<Id>(0));
  return result;
}

Known known(Database& database) {
  return {ids<model::CodeId>(database, "SELECT id FROM code"),
          ids<model::CoderId>(database, "SELECT id FROM coder"),
          ids<model::ParticipantId>(database, "SELECT id FROM participant")};
}

/// What analysis takes for granted: that codes, coders and participants are there.
void check_references(Database& database, const model::SourceData& data, const Known& known) {
  const auto is_known = [&](const model::Coding& coding) {
    return known.codes.contains(coding.code) && known.coders.contains(coding.coder);
  };
  const auto speaks_known = [&](const model::Speaker& speaker) {
    return !speaker.participant || known.participants.contains(*speaker.participant);
  };
  if (std::all_of(data.codings.begin(), data.codings.end(), is_known) &&
      std::all_of(data.speakers.begin(), data.speakers.end(), speaks_known)) {
    return;
  }
  throw_damaged(database.path(),
                "a code, coder or participant of source \"" + data.source.name + "\" is missing");
}

/// What analysis takes for granted: that speakers exist and ranges lie within the text.
void check_sound(Database& database, const model::SourceData& data, std::size_t text_size) {
  const auto within = [&](text::TextRange range) {
    return range.begin <= range.end && range.end.value <= text_size;
  };
  const auto sound_turn = [&](const model::Turn& turn) {
    return within(turn.label) && within(turn.range) &&
           (!turn.speaker || *turn.speaker < data.speakers.size());
  };
  if (std::all_of(data.turns.begin(), data.turns.end(), sound_turn) &&
      std::all_of(data.asides.begin(), data.asides.end(),
                  [&](const model::Aside& aside) { return within(aside.range); }) &&
      std::all_of(data.codings.begin(), data.codings.end(),
                  [&](const model::Coding& coding) { return within(coding.segment.range); })) {
    return;
  }
  throw_damaged(database.path(), "source \"" + data.source.name + "\" does not fit its text");
}

/// What is needed of the whole study to load one source.
struct Frame {
  BracketKinds bracket_kinds;
  Known known;
};

/// Everything wanted of the source `data.source`. The caller holds the transaction.
void load(Database& database, CorpusParts parts, const Frame& frame, model::SourceData& data) {
  Query query(database,
              "SELECT r.id, r.text_id, length(c.bytes) FROM source s "
              "JOIN transcript r ON r.id = s.transcript_id "
              "JOIN content c ON c.id = r.text_id WHERE s.id = ?1",
              data.source.id);
  if (!query.next()) {
    throw NotFound("there is no source with the id " + std::to_string(data.source.id.value));
  }
  const std::int64_t transcript = query.integer(0);
  data.text.clear();
  if (parts.texts) load_content(database, query.integer(1), data.text);
  load_speakers(database, data);
  load_turns(database, transcript, data);
  load_asides(database, transcript, frame.bracket_kinds, data);
  data.codings.clear();
  if (parts.codings) load_codings(database, data);
  check_sound(database, data, query.size(2));
  check_references(database, data, frame.known);
}

std::vector<model::Source> admitted(std::vector<model::Source> all,
                                    const model::Selection& selection) {
  std::erase_if(all, [&](const model::Source& source) { return !selection.admits(source); });
  return all;
}

/// Changes whenever another program has changed the study.
std::int64_t data_version(Database& database) {
  Query query(database, "PRAGMA data_version");
  query.next();
  return query.integer(0);
}

class StoredCorpus final : public model::Corpus {
 public:
  StoredCorpus(Database& database, model::Selection selection, CorpusParts parts)
      : database_(database), selection_(std::move(selection)), parts_(parts) {
    const ReadTransaction transaction(database_);
    version_ = data_version(database_);
    codebook_ = store::codebook(database_);
    participants_ = store::participants(database_);
    coders_ = store::coders(database_);
    sources_ = admitted(store::sources(database_), selection_);
    frame_ = {bracket_kinds(database_), known(database_)};
  }

  [[nodiscard]] const model::Codebook& codebook() const override { return codebook_; }
  [[nodiscard]] const std::vector<model::Participant>& participants() const override {
    return participants_;
  }
  [[nodiscard]] const std::vector<model::Coder>& coders() const override { return coders_; }
  [[nodiscard]] const model::Selection& selection() const override { return selection_; }

  bool next(model::SourceData& data) override {
    if (position_ == sources_.size()) return false;
    const ReadTransaction transaction(database_);
    if (data_version(database_) != version_) {
      throw StoreError(database_.path().string() +
                       ": the study was changed while it was read; run the command again");
    }
    data.source = sources_[position_];
    load(database_, parts_, frame_, data);
    ++position_;
    return true;
  }

  void rewind() override { position_ = 0; }

 private:
  Database& database_;
  model::Selection selection_;
  CorpusParts parts_;
  std::int64_t version_ = 0;
  model::Codebook codebook_;
  std::vector<model::Participant> participants_;
  std::vector<model::Coder> coders_;
  std::vector<model::Source> sources_;
  Frame frame_;
  std::size_t position_ = 0;
};

}  // namespace

std::unique_ptr<model::Corpus> open_corpus(Database& database, model::Selection selection,
                                           CorpusParts parts) {
  return std::make_unique<StoredCorpus>(database, std::move(selection), parts);
}

model::SourceData load_source(Database& database, model::SourceId id) {
  const ReadTransaction transaction(database);
  model::SourceData data;
  data.source = source(database, id);
  load(database, {}, {bracket_kinds(database), known(database)}, data);
  return data;
}

}  // namespace themata::store
