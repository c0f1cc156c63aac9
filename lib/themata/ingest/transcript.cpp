#include "themata/ingest/transcript.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <set>
#include <utility>

#include "themata/error.hpp"
#include "themata/ingest/detail/aside_scan.hpp"
#include "themata/ingest/detail/characters.hpp"
#include "themata/ingest/detail/document_turns.hpp"
#include "themata/ingest/detail/label_choice.hpp"
#include "themata/ingest/detail/oddities.hpp"
#include "themata/ingest/detail/styled_turns.hpp"
#include "themata/ingest/detail/timestamp.hpp"
#include "themata/ingest/detail/transcript_head.hpp"
#include "themata/text/line_pattern.hpp"
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

std::vector<std::string> keys_of(const std::vector<detail::LookAlike>& look_alikes) {
  std::set<std::string> keys;
  for (const detail::LookAlike& one : look_alikes) keys.insert(one.key);
  return {keys.begin(), keys.end()};
}

/// When each labelled turn began, where its label tells: `Ben [00:12:31]:`.
void add_times_of_labels(Transcript& transcript) {
  for (model::Turn& turn : transcript.turns) {
    const detail::Times times = detail::first_times_in(text::slice(transcript.text, turn.label));
    turn.started = times.started;
    turn.ended = times.ended;
  }
}

/// Turns by the labels in the text. Returns false, with the text as one turn, if there are none.
class LabelReader {
 public:
  LabelReader(const Document& document, const ReadOptions& options, Transcript& transcript)
      : transcript_(transcript) {
    if (options.own_labels) own_labels_.emplace(*options.own_labels);
    const detail::LabelText source{
        transcript.text, document.emphasised_colons ? &*document.emphasised_colons : nullptr,
        &document.strong, own_labels_ ? &*own_labels_ : nullptr};
    choice_ = detail::choose_labels(source, options.known_speakers);
    if (own_labels_ && choice_.census.lines.empty()) {
      throw InputError("the regular expression \"" + *options.own_labels +
                       "\" fits the beginning of no line");
    }
  }

  [[nodiscard]] bool found_labels() const { return !choice_.census.lines.empty(); }

  void add_turns() {
    transcript_.convention = choice_.census.convention;
    if (found_labels()) {
      ingest::add_turns(choice_.census, transcript_);
      add_times_of_labels(transcript_);
    } else {
      add_only_turn(choice_.text_begin, transcript_);
    }
  }

  [[nodiscard]] std::size_t head_size() const {
    return found_labels() ? begin_of(choice_.census.lines.front()) : choice_.text_begin.value;
  }

  /// Adds what looks odd; the transcript is complete but for that.
  void report(const std::vector<text::ByteOffset>& unclosed) {
    detail::report_oddities(choice_, unclosed, transcript_);
    transcript_.look_alikes = keys_of(choice_.look_alikes);
  }

 private:
  Transcript& transcript_;
  std::optional<text::LinePattern> own_labels_;
  detail::LabelChoice choice_;
};

void add_details(std::string_view head, Transcript& transcript) {
  const std::vector<model::SourceDetail> found = detail::read_details(head);
  transcript.details.insert(transcript.details.end(), found.begin(), found.end());
}

void report_guessed_encoding(const Document& document, Transcript& transcript) {
  if (!document.encoding_was_guessed) return;
  transcript.diagnostics.push_back(
      {0, "the encoding was guessed to be " + document.encoding +
              "; see whether accented letters and quotes came out right"});
}

/// A document that shows its turns by other means than labels.
void read_document_turns(const Document& document, Transcript& transcript) {
  detail::take_document_turns(document, transcript);
  const model::Turn& first = transcript.turns.front();
  add_details(std::string_view{transcript.text}.substr(
                  0, std::min(first.label.begin, first.range.begin).value),
              transcript);
  detail::report_document_oddities(add_asides(transcript), document.turn_rows, transcript);
}

/// A document whose turns are found by labels in its text, or by its formatting.
void read_labelled_turns(Document& document, const ReadOptions& options, Transcript& transcript) {
  LabelReader labels(document, options, transcript);
  if (!labels.found_labels() && !document.strong.empty()) {
    document.text = transcript.text;
    detail::find_styled_turns(document);
    if (!document.turns.empty()) {
      transcript.convention = document.convention;
      return read_document_turns(document, transcript);
    }
  }
  labels.add_turns();
  add_details(std::string_view{transcript.text}.substr(0, labels.head_size()), transcript);
  labels.report(add_asides(transcript));
}

Transcript read_turns(Document document, const ReadOptions& options) {
  Transcript transcript;
  transcript.text = std::move(document.text);
  transcript.encoding = document.encoding;
  transcript.details = std::move(document.details);
  transcript.comments = std::move(document.comments);
  require_words(transcript.text);
  report_guessed_encoding(document, transcript);
  if (document.turns.empty() || options.own_labels) {
    read_labelled_turns(document, options, transcript);
  } else {
    transcript.convention = document.convention;
    read_document_turns(document, transcript);
  }
  transcript.diagnostics.insert(transcript.diagnostics.begin(), document.notices.begin(),
                                document.notices.end());
  return transcript;
}

}  // namespace

Transcript read_transcript(std::string_view bytes, const ReadOptions& options) {
  return read_turns(read_document(bytes, options.format), options);
}

Transcript reread_transcript(std::string text, const ReadOptions& options) {
  Document document;
  document.encoding = "UTF-8";
  document.text = std::move(text);
  return read_turns(std::move(document), options);
}

Transcript read_answer(std::string text) {
  Transcript transcript;
  transcript.text = std::move(text);
  transcript.encoding = "UTF-8";
  add_only_turn(text::ByteOffset{0}, transcript);
  detail::report_document_oddities(add_asides(transcript), {}, transcript);
  return transcript;
}

}  // namespace themata::ingest
