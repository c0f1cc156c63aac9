#include "themata/ingest/transcript.hpp"

#include <cstddef>
#include <optional>
#include <set>
#include <utility>

#include "themata/error.hpp"
#include "themata/ingest/detail/aside_scan.hpp"
#include "themata/ingest/detail/characters.hpp"
#include "themata/ingest/detail/label_choice.hpp"
#include "themata/ingest/detail/oddities.hpp"
#include "themata/ingest/detail/plain_markdown.hpp"
#include "themata/ingest/detail/transcript_head.hpp"
#include "themata/text/decode.hpp"
#include "themata/text/words.hpp"

namespace themata::ingest {
namespace {

void require_words(std::string_view text) {
  text::WordSegmenter segmenter;
  segmenter.start(text);
  if (!segmenter.next()) {
    throw InputError("the file holds no text: there is not a letter or number in it");
  }
}

model::SpeakerRole role_of(const detail::DistinctLabel& label) {
  if (label.is_researcher) return model::SpeakerRole::researcher;
  return label.is_other ? model::SpeakerRole::other : model::SpeakerRole::participant;
}

std::size_t begin_of(const detail::LabelLine& line) { return line.label.begin.value; }

/// One turn per accepted label, each up to the next.
void add_turns(const detail::LabelCensus& census, Transcript& transcript) {
  std::vector<std::size_t> speaker_of(census.labels.size(), transcript.speakers.max_size());
  const std::size_t end_of_text = transcript.text.size();
  transcript.turns.reserve(census.lines.size());
  for (std::size_t i = 0; i < census.lines.size(); ++i) {
    const detail::LabelLine& line = census.lines[i];
    std::size_t& speaker = speaker_of[line.id];
    if (speaker >= transcript.speakers.size()) {
      const detail::DistinctLabel& label = census.label_of(line);
      speaker = transcript.speakers.size();
      transcript.speakers.push_back(
          {std::string{text::slice(transcript.text, line.name)}, role_of(label), label.is_generic});
    }
    const std::size_t end =
        i + 1 < census.lines.size() ? begin_of(census.lines[i + 1]) : end_of_text;
    const text::TextRange said{line.label.end, text::ByteOffset{end}};
    transcript.turns.push_back(
        {i + 1, speaker, line.label, detail::trimmed(transcript.text, said)});
  }
}

/// The turn of a file without labels, from `begin` on.
void add_only_turn(text::ByteOffset begin, Transcript& transcript) {
  const text::TextRange all =
      detail::trimmed(transcript.text, {begin, text::ByteOffset{transcript.text.size()}});
  transcript.turns.push_back({1, std::nullopt, {all.begin, all.begin}, all});
}

std::vector<text::ByteOffset> add_asides(Transcript& transcript) {
  std::vector<text::ByteOffset> unclosed;
  for (const model::Turn& turn : transcript.turns) {
    detail::scan_asides(transcript.text, turn.range, transcript.asides, unclosed);
  }
  return unclosed;
}

/// A file's text, and what decoding it told besides.
struct FileText {
  std::string encoding;
  bool encoding_was_guessed = false;
  bool is_markdown = false;
  detail::PlainMarkdown plain;  ///< of a plain text the text alone
};

FileText read_text(std::string_view bytes, bool markdown) {
  text::Decoded decoded = text::decode(bytes);
  FileText file{std::move(decoded.encoding), decoded.guessed, markdown, {}};
  if (markdown) {
    file.plain = detail::read_markdown(decoded.text);
  } else {
    file.plain.text = std::move(decoded.text);
  }
  return file;
}

std::vector<std::string> keys_of(const std::vector<detail::LookAlike>& look_alikes) {
  std::set<std::string> keys;
  for (const detail::LookAlike& one : look_alikes) keys.insert(one.key);
  return {keys.begin(), keys.end()};
}

/// Turns, asides and details of a text.
Transcript read_labels(FileText file, const ReadOptions& options) {
  Transcript transcript;
  transcript.text = std::move(file.plain.text);
  transcript.encoding = std::move(file.encoding);
  require_words(transcript.text);
  std::optional<text::LinePattern> own_labels;
  if (options.own_labels) own_labels.emplace(*options.own_labels);
  const detail::LabelText source{transcript.text,
                                 file.is_markdown ? &file.plain.emphasised_colons : nullptr,
                                 own_labels ? &*own_labels : nullptr};
  const detail::LabelChoice choice = detail::choose_labels(source, options.known_speakers);
  transcript.convention = choice.census.convention;
  if (own_labels && choice.census.lines.empty()) {
    throw InputError("the regular expression \"" + *options.own_labels +
                     "\" fits the beginning of no line");
  }
  if (choice.census.lines.empty()) {
    add_only_turn(choice.text_begin, transcript);
  } else {
    add_turns(choice.census, transcript);
  }
  const bool has_labels = !choice.census.lines.empty();
  const std::size_t head =
      has_labels ? begin_of(choice.census.lines.front()) : choice.text_begin.value;
  transcript.details = detail::read_details(std::string_view{transcript.text}.substr(0, head));
  const std::vector<text::ByteOffset> unclosed = add_asides(transcript);
  detail::report_oddities(choice, unclosed, file.encoding_was_guessed, transcript);
  transcript.look_alikes = keys_of(choice.look_alikes);
  return transcript;
}

}  // namespace

Transcript read_transcript(std::string_view bytes, const ReadOptions& options) {
  return read_labels(read_text(bytes, options.markdown), options);
}

Transcript reread_transcript(std::string text, const ReadOptions& options) {
  FileText file;
  file.encoding = "UTF-8";
  file.plain.text = std::move(text);
  return read_labels(std::move(file), options);
}

}  // namespace themata::ingest
