#include "filled_study.hpp"

#include <algorithm>
#include <sstream>

#include "themata/store/brackets.hpp"
#include "themata/store/change.hpp"
#include "themata/store/chosen_excerpts.hpp"
#include "themata/store/codebook.hpp"
#include "themata/store/coders.hpp"
#include "themata/store/coding_flags.hpp"
#include "themata/store/codings.hpp"
#include "themata/store/journal.hpp"
#include "themata/store/kept_parts.hpp"
#include "themata/store/memos.hpp"
#include "themata/store/participants.hpp"
#include "themata/store/questions.hpp"
#include "themata/store/readings.hpp"
#include "themata/store/statements.hpp"
#include "themata/store/terms.hpp"

namespace themata::store::test {
namespace {

std::size_t count_words(std::string_view text) {
  std::istringstream stream{std::string(text)};
  std::size_t count = 0;
  for (std::string word; stream >> word;) ++count;
  return count;
}

std::size_t speaker_index(NewSource& source, const std::string& label) {
  auto& speakers = source.speakers;
  const auto found = std::find_if(speakers.begin(), speakers.end(),
                                  [&](const auto& speaker) { return speaker.label == label; });
  if (found != speakers.end()) return static_cast<std::size_t>(found - speakers.begin());
  model::SpeakerRole role = model::SpeakerRole::participant;
  if (label == "Interviewer") role = model::SpeakerRole::researcher;
  if (label == "Other") role = model::SpeakerRole::other;
  speakers.push_back({label, role, std::nullopt});
  return speakers.size() - 1;
}

model::AsideKind kind_of(std::string_view bracket) {
  if (bracket.starts_with("(speech")) return model::AsideKind::speech;
  return bracket.front() == '[' ? model::AsideKind::insertion : model::AsideKind::note;
}

/// Adds the asides of a turn; gives the words outside them.
std::size_t add_asides(NewSource& source, std::string_view text, text::TextRange range) {
  std::size_t words = 0;
  std::size_t outside = range.begin.value;
  while (true) {
    const std::size_t begin = text.find_first_of("[(", outside);
    if (begin >= range.end.value) break;
    const std::size_t end = text.find_first_of("])", begin) + 1;
    const std::string_view bracket = text.substr(begin, end - begin);
    source.asides.push_back({text::byte_range(begin, end), kind_of(bracket)});
    source.aside_words.push_back(count_words(bracket));
    words += count_words(text.substr(outside, begin - outside));
    outside = end;
  }
  return words + count_words(text.substr(outside, range.end.value - outside));
}

void add_turn(NewSource& source, std::string_view text, std::size_t begin, std::size_t end) {
  model::Turn turn;
  turn.number = source.turns.size() + 1;
  std::size_t speech = begin;
  const std::size_t colon = text.find(": ", begin);
  if (colon < end) {
    turn.speaker = speaker_index(source, std::string(text.substr(begin, colon - begin)));
    speech = colon + 2;
    turn.label = text::byte_range(begin, colon + 1);
  }
  turn.range = text::byte_range(speech, end);
  source.turns.push_back(turn);
  source.turn_words.push_back(add_asides(source, text, turn.range));
}

}  // namespace

bool command(Database& database, const std::function<void()>& work) {
  Change change(database, {some_time, "Ada", "test"});
  work();
  return change.commit("done");
}

Interview::Interview(const std::string& name, std::string lines) : text(std::move(lines)) {
  source.guid = "guid-" + name;
  source.name = name;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    add_turn(source, text, begin, end);
    begin = end + 1;
  }
  source.text = text;
  source.text_hash = sha256(text);
  source.original = text;
  source.original_hash = source.text_hash;
  source.file_name = name + ".txt";
  source.encoding = "UTF-8";
  source.convention = "colon labels";
  source.imported = some_time;
}

model::SourceId add_interview(Database& database, const std::string& name,
                              const std::string& lines) {
  return add_source(database, Interview(name, lines).source);
}

namespace {

void add_records(Database& database, model::SourceId source, model::CoderId coder) {
  add_journal_entry(database, {{}, "guid-entry", coder, some_time, 1, "What I expect"});
  add_phase_move(database, {"guid-move", 2, coder, some_time, "all read"});
  add_reading(database, {model::ReadingTarget::source, source.value, coder, some_time});
  add_statement(database,
                {"guid-said", model::StatementKind::stated, "1", coder, some_time, "by ear"});
}

}  // namespace

void fill(Database& database) {
  command(database, [&] {
    const model::CoderId ada = add_coder(database, "Ada", "guid-ada");
    const model::ParticipantId ben = add_participant(database, "Ben", "guid-ben");
    add_attribute(database, "age", "guid-age");
    set_attribute(database, ben, "age", "45");

    Interview first("first",
                    "A title\nInterviewer: How was it?\nBen: It was (laughs) fine [at home] you "
                    "know\nOther: (speech it is) hm");
    first.source.details = {{"Date", "3 May"}, {"Place", "Turku"}};
    first.source.speakers[1].participant = ben;
    const model::SourceId source = add_source(database, first.source);
    add_interview(database, "second", "Ben: Grüße aus Köln");
    set_bracket(database, "[at home]", model::AsideKind::speech);

    const model::CodeId coping = add_code(database, "Coping", "getting by", "guid-coping");
    const model::CodeId humour = add_code(database, "Humour", "", "guid-humour");
    const model::ThemeId home = add_theme(database, "Home", "where", std::nullopt, "guid-home");
    const model::ThemeId ease = add_theme(database, "Ease", "", home, "guid-ease");
    assign_code(database, home, coping);
    assign_code(database, ease, humour);
    const auto codings = add_codings(
        database, {{"guid-1",
                    {source, text::byte_range(38, 44)},
                    coping,
                    ada,
                    some_time,
                    "why so?",
                    "guid-memo-1"},
                   {"guid-2", {source, text::byte_range(38, 58)}, humour, ada, some_time, "", ""}});
    flag_coding(database, {codings[1].id, "It was (laughs) find", "its words changed", some_time});
    const model::TermFamilyId fine = add_term_family(database, "words", "Fine", "guid-fine");
    set_term_form(database, fine, {"fine", model::FormState::approved});
    set_term_form(database, fine, {"fein*", model::FormState::rejected});
    decide_hit(database, {fine, {source, text::byte_range(54, 58)}, true, "of the weather", ada},
               some_time);
    add_memo(database, {{}, "guid-memo-2", model::MemoTarget::study, 0, ada, "begin"}, some_time);
    add_records(database, source, ada);
    choose_excerpt(database, {codings[1].id, some_time});
    set_questions(database, {{"guid-q1", "How was it?"}, {"guid-q2", "What else?"}});
    keep_part(database,
              {"guid-photo", "PictureSource", "Photo", "<PictureSource/>", "p.jpg", "jpg"});
  });
}

}  // namespace themata::store::test
