#include <algorithm>

#include <fmt/format.h>

#include "themata/error.hpp"
#include "themata/store/brackets.hpp"
#include "themata/store/coding_flags.hpp"
#include "themata/store/codings.hpp"
#include "themata/store/corpus.hpp"
#include "themata/study/detail/import_prepare.hpp"
#include "themata/study/detail/portable_import.hpp"
#include "themata/study/detail/reading_of.hpp"
#include "themata/text/name_key.hpp"
#include "themata/text/plural.hpp"

namespace themata::study::detail {

namespace {

using model::MemoTarget;
using model::PortableCoding;
using model::PortableSource;

constexpr std::size_t largest_number = std::size_t{1} << 40U;

/// The turn that a range begins in, or the last before it; nothing if there is none.
std::optional<text::TextRange> turn_at(const std::vector<model::Turn>& turns,
                                       text::TextRange range) {
  const auto behind = std::find_if(turns.begin(), turns.end(), [&](const model::Turn& turn) {
    return turn.range.begin > range.begin;
  });
  if (behind == turns.begin()) {
    if (turns.empty()) return std::nullopt;
    return turns.front().range;
  }
  return std::prev(behind)->range;
}

bool is_without_words(const std::string& text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return c == ' ' || c == '\n' || c == '\t'; });
}

}  // namespace

/// The study's source that this is. Throws `Conflict` if it has another text.
std::optional<model::SourceId> PortableImport::same_source(const PortableSource& source) {
  auto found = sources_by_guid_.find(source.guid);  // an empty one is nobody's
  if (found == sources_by_guid_.end()) {
    found = sources_by_key_.find(text::name_key(source.name));
    if (found == sources_by_key_.end()) return std::nullopt;
  }
  const auto& [id, name] = found->second;
  if (store::source_text(project_.database(), id) == source.text) return id;
  throw Conflict(fmt::format(
      "the study has another text as the source \"{}\", so that codings would be on other words; "
      "rename that source (themata source rename), or import the file into a study of its own",
      name));
}

void PortableImport::tell_offsets(const PortableSource& source) {
  const model::PortableOffsets& found = source.offsets;
  if (found.convention.empty()) return;
  auto& all = report_.offsets;
  auto same = std::find_if(all.begin(), all.end(), [&](const ProjectImport::Offsets& one) {
    return one.found.convention == found.convention && one.found.is_doubtful == found.is_doubtful;
  });
  if (same == all.end()) {
    all.push_back({{found.convention, 0, 0, 0, found.is_doubtful}, {}});
    same = std::prev(all.end());
  }
  same->found.selections += found.selections;
  same->found.names += found.names;
  same->found.names_that_fit += found.names_that_fit;
  same->sources.push_back(source.name);
}

void PortableImport::tell(const PortableSource& source) {
  tell_offsets(source);
  for (const std::string& remark : source.remarks) {
    report_.remarks.push_back(source.name + ": " + remark);
  }
  report_.losses.insert(report_.losses.end(), source.losses.begin(), source.losses.end());
}

void PortableImport::take_source(PortableSource& source) {
  if (is_without_words(source.text)) {
    if (source.losses.empty()) {
      source.losses.push_back(fmt::format("the source \"{}\": it has no text", source.name));
    }
    if (!source.codings.empty()) {
      source.losses.back() += ", with " + text::plural(source.codings.size(), "coding");
    }
    tell(source);
    return;
  }
  const std::string file_guid = source.guid;
  source.name = source_names_.unique(source.name);
  std::optional<model::SourceId> id = same_source(source);
  if (id) {
    ++report_.same_sources;
  } else {
    id = add_source(source);
    if (!source.guid.empty()) {
      sources_by_guid_.emplace(source.guid, KnownSource{*id, source.name});
    }
    sources_by_key_.emplace(text::name_key(source.name), KnownSource{*id, source.name});
    ++report_.new_sources;
  }
  sources_of_file_.emplace(file_guid, *id);
  take_codings(*id, source);
  take_source_memos(*id, source);
  tell(source);
}

/// As the file has it: by whom each turn is said is known.
store::NewSource PortableImport::reading_of_turns(const PortableSource& source) {
  PreparedFile prepared;
  prepared.transcript.text = source.text;
  prepared.transcript.turns = source.turns->turns;
  prepared.transcript.asides = source.turns->asides;
  count_words(prepared);
  store::NewSource reading;
  reading.convention = source.turns->convention;
  for (const auto& speaker : source.turns->speakers) {
    reading.speakers.push_back({speaker.label, speaker.role, std::nullopt});
    if (speaker.participant)
      reading.speakers.back().participant = participants_[*speaker.participant];
  }
  reading.turns = std::move(prepared.transcript.turns);
  reading.turn_words = std::move(prepared.turn_words);
  reading.asides = std::move(prepared.transcript.asides);
  reading.aside_words = std::move(prepared.aside_words);
  return reading;
}

/// As `import` would read it.
store::NewSource PortableImport::reading_of_text(const PortableSource& source) {
  PreparedFile prepared;
  ingest::ReadOptions options;
  options.known_speakers = directory_->known_speakers();
  try {
    prepared.transcript = ingest::reread_transcript(source.text, options);
  } catch (const InputError&) {  // without a letter
    prepared.transcript = ingest::read_answer(source.text);
  }
  count_words(prepared);
  FileToImport file;
  file.source = source.name;
  file.kind = source.kind;
  if (source.participants.size() == 1) {
    file.participant = study_.participants[source.participants.front()].name;
  }
  const auto speakers = directory_->assign(prepared.transcript, file);
  for (const ingest::Diagnostic& diagnostic : prepared.transcript.diagnostics) {
    report_.remarks.push_back(
        diagnostic.line == 0
            ? fmt::format("{}: {}", source.name, diagnostic.message)
            : fmt::format("{}, line {}: {}", source.name, diagnostic.line, diagnostic.message));
  }
  return detail::reading_of(prepared, speakers, *directory_);
}

model::SourceId PortableImport::add_source(const PortableSource& source) {
  store::NewSource added = source.turns ? reading_of_turns(source) : reading_of_text(source);
  added.guid = guid(source.guid);
  added.name = source.name;
  added.kind = source.kind;
  added.occasion = source.occasion;
  added.language = source.language;
  for (const model::SourceDetail& detail : source.details) {
    const auto same = std::find_if(added.details.begin(), added.details.end(), [&](const auto& d) {
      return d.key == detail.key && d.value == detail.value;
    });
    if (source.turns || same == added.details.end()) added.details.push_back(detail);
  }
  added.text = source.text;
  added.text_hash = store::sha256(source.text);
  added.original = source.text;
  added.original_hash = added.text_hash;
  added.file_name = source.name + ".txt";
  added.encoding = "UTF-8";
  added.imported = project_.now();
  return store::add_source(project_.database(), added);
}

/// True if the codings may have the ids that people know them by. Once some cannot, none behind
/// them do: a new id could be one that is still to come.
bool PortableImport::keeps_numbers(const PortableSource& source) {
  for (const PortableCoding& one : source.codings) {
    const bool is_free = one.number && *one.number > 0 && *one.number < largest_number &&
                         numbers_.insert(*one.number).second;
    numbers_count_ = numbers_count_ && is_free;
  }
  return numbers_count_;
}

void PortableImport::take_codings(model::SourceId id, const PortableSource& source) {
  std::vector<store::NewCoding> codings;
  codings.reserve(source.codings.size());
  const bool numbered = keeps_numbers(source);
  for (const PortableCoding& one : source.codings) {
    store::NewCoding coding;
    coding.guid = guid(one.guid);
    coding.segment = {id, one.range};
    coding.code = codes_[one.code];
    coding.coder = coder(one.coder);
    coding.created = time(one.created);
    coding.rule = one.rule;
    if (numbered) coding.id = model::CodingId{static_cast<std::int64_t>(*one.number)};
    codings.push_back(std::move(coding));
  }
  const auto stored = store::add_codings(project_.database(), codings);
  report_.codings += stored.size();
  for (std::size_t i = 0; i < stored.size(); ++i) {
    const PortableCoding& one = source.codings[i];
    report_.new_codings += stored[i].added ? 1 : 0;
    keep_memos(one.memos, MemoTarget::coding, stored[i].id.value);
    if (!study_.chosen.empty()) chosen_.emplace(one.guid, stored[i].id);
    if (one.flag_reason.empty() || !stored[i].added) continue;
    store::flag_coding(project_.database(),
                       {stored[i].id, one.flag_excerpt, one.flag_reason, time(one.flagged)});
  }
}

void PortableImport::take_source_memos(model::SourceId id, const PortableSource& source) {
  std::optional<std::vector<model::Turn>> turns;
  for (const model::PortableMemo& memo : source.memos) {
    if (!memo.turn) {
      keep_memos({memo}, MemoTarget::source, id.value);
      continue;
    }
    if (!turns) turns = store::load_source(project_.database(), id).turns;
    model::PortableMemo on_turn = memo;
    on_turn.turn = turn_at(*turns, *memo.turn);
    keep_memos({on_turn}, on_turn.turn ? MemoTarget::turn : MemoTarget::source, id.value);
  }
}

}  // namespace themata::study::detail
