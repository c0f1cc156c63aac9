#include "support.hpp"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include <catch2/catch.hpp>
#include <grp.h>
#include <sys/wait.h>
#include <unistd.h>

#include "themata/store/brackets.hpp"
#include "themata/store/codebook.hpp"
#include "themata/store/coders.hpp"
#include "themata/store/codings.hpp"
#include "themata/store/detail/query.hpp"
#include "themata/store/history.hpp"
#include "themata/store/memos.hpp"
#include "themata/store/participants.hpp"
#include "themata/store/speakers.hpp"

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

int keep_conflict(void* conflicts, int, sqlite3_changeset_iter*) {
  ++*static_cast<int*>(conflicts);
  return SQLITE_CHANGESET_ABORT;
}

void apply(Database& database, std::string changeset) {
  sqlite3* handle = connection_of(database).handle();
  int conflicts = 0;
  const int result = sqlite3changeset_apply(handle, static_cast<int>(changeset.size()),
                                            changeset.data(), nullptr, &keep_conflict, &conflicts);
  CHECK(conflicts == 0);
  REQUIRE(result == SQLITE_OK);
}

std::string recorded(Database& database, std::int64_t change) {
  Query query(database, "SELECT changeset FROM change WHERE id = ?1", change);
  REQUIRE(query.next());
  return query.text(0);
}

}  // namespace

TempFolder::TempFolder() {
  std::string pattern = (std::filesystem::temp_directory_path() / "themata-XXXXXX").string();
  REQUIRE(::mkdtemp(pattern.data()) != nullptr);
  path_ = pattern;
  std::filesystem::permissions(path_, std::filesystem::perms(0755));
}

TempFolder::~TempFolder() {
  std::error_code ignored;
  std::filesystem::permissions(path_, std::filesystem::perms(0755), ignored);
  std::filesystem::remove_all(path_, ignored);
}

std::vector<std::string> TempFolder::file_names() const {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(path_)) {
    names.push_back(entry.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

Study::Study()
    : database(Database::create(folder.study(),
                                {"guid-study", "Letters home", model::Approach::reflexive, "en"},
                                some_time)) {
  connection_of(database).execute("PRAGMA synchronous = OFF");  // no test pulls the plug
}

Change begin(Database& database, const std::string& command) {
  return Change(database, {some_time, "Ada", command});
}

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

std::vector<std::string> rows(Database& database, const std::string& table) {
  std::string columns;
  Query names(database, "SELECT name FROM pragma_table_info(?1)", table);
  while (names.next()) {
    columns += (columns.empty() ? "" : " || ', ' || ") + ("quote(\"" + names.text(0) + "\")");
  }
  std::vector<std::string> result;
  Query query(database, "SELECT " + columns + " FROM \"" + table + "\"");
  while (query.next()) result.push_back(query.text(0));
  std::sort(result.begin(), result.end());
  return result;
}

std::vector<std::string> recorded_rows(Database& database) {
  std::vector<std::string> result;
  for (const std::string& table : recorded_tables()) {
    for (const std::string& row : rows(database, table)) result.push_back(table + ": " + row);
  }
  return result;
}

void undo(Database& database, std::int64_t change) {
  const std::string changeset = recorded(database, change);
  int size = 0;
  void* inverse = nullptr;
  REQUIRE(sqlite3changeset_invert(static_cast<int>(changeset.size()), changeset.data(), &size,
                                  &inverse) == SQLITE_OK);
  const char* bytes = static_cast<const char*>(inverse);
  std::string inverted(bytes, bytes + size);
  sqlite3_free(inverse);
  apply(database, std::move(inverted));
}

void redo(Database& database, std::int64_t change) { apply(database, recorded(database, change)); }

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
    add_codings(database,
                {{"guid-1",
                  {source, text::byte_range(38, 44)},
                  coping,
                  ada,
                  some_time,
                  "why so?",
                  "guid-memo-1"},
                 {"guid-2", {source, text::byte_range(38, 58)}, humour, ada, some_time, "", ""}});
    add_memo(database, {{}, "guid-memo-2", model::MemoTarget::study, 0, ada, "begin"}, some_time);
  });
}

std::string read_file(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << stream.rdbuf();
  return bytes.str();
}

void write_file(const std::filesystem::path& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

int in_child(const std::function<int()>& work, bool ordinary_user) {
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    constexpr uid_t nobody = 65534;
    if (ordinary_user && ::geteuid() == 0 &&
        (::setgroups(0, nullptr) != 0 || ::setgid(nobody) != 0 || ::setuid(nobody) != 0)) {
      ::_exit(100);
    }
    int status = 101;
    try {
      status = work();
    } catch (...) {
    }
    ::_exit(status);
  }
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 102;
}

}  // namespace themata::store::test
