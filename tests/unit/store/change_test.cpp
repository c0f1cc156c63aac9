#include "themata/store/change.hpp"

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include <catch2/catch.hpp>

#include "support.hpp"
#include "themata/error.hpp"
#include "themata/store/brackets.hpp"
#include "themata/store/chosen_excerpts.hpp"
#include "themata/store/codebook.hpp"
#include "themata/store/coders.hpp"
#include "themata/store/coding_flags.hpp"
#include "themata/store/codings.hpp"
#include "themata/store/corpus.hpp"
#include "themata/store/detail/query.hpp"
#include "themata/store/history.hpp"
#include "themata/store/journal.hpp"
#include "themata/store/kept_parts.hpp"
#include "themata/store/memos.hpp"
#include "themata/store/participants.hpp"
#include "themata/store/questions.hpp"
#include "themata/store/readings.hpp"
#include "themata/store/revise_source.hpp"
#include "themata/store/speakers.hpp"
#include "themata/store/statements.hpp"
#include "themata/store/study_info.hpp"
#include "themata/store/terms.hpp"

using namespace themata;
using namespace themata::store;
using Catch::Contains;

namespace {

/// One of each: everything that a command can do to a filled study.
struct Mutation {
  const char* name;
  std::function<void(Database&)> apply;
};

model::SourceId first_source(Database& database) { return sources(database).at(0).id; }
model::CodeId first_code(Database& database) { return codebook(database).codes().at(0).id; }
model::ThemeId top_theme(Database& database) { return codebook(database).top_level().at(0); }
model::ParticipantId ben(Database& database) { return participants(database).at(0).id; }
model::CoderId ada(Database& database) { return coders(database).at(0).id; }
model::StoredFamily family(Database& database) { return term_families(database).at(0); }

/// Another text for the first source, in which every coding is on the first words.
void revise_first_source(Database& database) {
  const test::Interview reading("first", "Ben: Fine. It was fine");
  const model::SourceId id = first_source(database);
  std::vector<MovedCoding> moved;
  for (const model::Coding& coding : load_source(database, id).codings) {
    moved.push_back({coding.id, text::byte_range(5, 10), MovedCoding::Flag{"It was", "lost"}});
  }
  std::vector<MovedDecision> decisions;
  for (const model::HitDecision& decision : hit_decisions(database, family(database).id)) {
    if (decision.segment.source != id) continue;
    decisions.push_back({decision.family, decision.segment.range, text::byte_range(18, 22)});
  }
  revise_source(database, id, reading.source, moved, decisions);
}

const std::vector<Mutation>& mutations() {
  static const std::vector<Mutation> all = {
      {"set_study_info",
       [](Database& d) {
         set_study_info(d, {"", "New", model::Approach::codebook, "sv"});
       }},
      {"add_coder", [](Database& d) { add_coder(d, "Zoë", "guid-zoe"); }},
      {"add_source", [](Database& d) { test::add_interview(d, "third", "Kim: [at home] (hm)"); }},
      {"rename_source", [](Database& d) { rename_source(d, first_source(d), "renamed"); }},
      {"set_source_kind",
       [](Database& d) { set_source_kind(d, first_source(d), model::SourceKind::diary); }},
      {"set_source_occasion", [](Database& d) { set_source_occasion(d, first_source(d), "w"); }},
      {"remove_source", [](Database& d) { remove_source(d, first_source(d)); }},
      {"add_participant", [](Database& d) { add_participant(d, "Kim", "guid-kim"); }},
      {"rename_participant", [](Database& d) { rename_participant(d, ben(d), "Benjamin"); }},
      {"remove_participant",
       [](Database& d) {
         for (const SpeakerSummary& summary : speaker_summaries(d)) {
           set_speaker(d, summary.speaker.id, model::SpeakerRole::other, std::nullopt);
         }
         remove_participant(d, ben(d));
       }},
      {"add_attribute", [](Database& d) { add_attribute(d, "gender", "guid-gender"); }},
      {"change_attribute", [](Database& d) { set_attribute(d, ben(d), "age", "46"); }},
      {"clear_attribute", [](Database& d) { set_attribute(d, ben(d), "age", ""); }},
      {"set_speaker",
       [](Database& d) {
         set_speaker(d, speaker_summaries(d).at(0).speaker.id, model::SpeakerRole::participant,
                     ben(d));
       }},
      {"new_bracket_rule",
       [](Database& d) { set_bracket(d, "(laughs)", model::AsideKind::voice); }},
      {"changed_bracket_rule",
       [](Database& d) { set_bracket(d, "[at home]", model::AsideKind::note); }},
      {"add_code", [](Database& d) { add_code(d, "New", "d", "guid-new"); }},
      {"rename_code", [](Database& d) { rename_code(d, first_code(d), "Renamed"); }},
      {"describe_code", [](Database& d) { describe_code(d, first_code(d), "otherwise"); }},
      {"remove_code", [](Database& d) { remove_code(d, first_code(d)); }},
      {"add_theme", [](Database& d) { add_theme(d, "New", "", top_theme(d), "guid-new"); }},
      {"rename_theme", [](Database& d) { rename_theme(d, top_theme(d), "Renamed"); }},
      {"define_theme", [](Database& d) { define_theme(d, top_theme(d), "otherwise"); }},
      {"move_theme",
       [](Database& d) { move_theme(d, codebook(d).subthemes(top_theme(d)).at(0), std::nullopt); }},
      {"order_themes",
       [](Database& d) {
         const model::ThemeId added = add_theme(d, "Z", "", std::nullopt, "guid-z");
         order_themes(d, {added, top_theme(d)});
       }},
      {"remove_theme", [](Database& d) { remove_theme(d, top_theme(d)); }},
      {"assign_code",
       [](Database& d) { assign_code(d, top_theme(d), codebook(d).codes().at(1).id); }},
      {"unassign_code", [](Database& d) { unassign_code(d, top_theme(d), first_code(d)); }},
      {"add_codings",
       [](Database& d) {
         add_codings(d, {{"guid-3",
                          {first_source(d), text::byte_range(1, 2)},
                          first_code(d),
                          ada(d),
                          "t",
                          "memo",
                          "guid-memo-3"}});
       }},
      {"remove_codings", [](Database& d) { remove_codings(d, {model::CodingId{1}}); }},
      {"flag_coding",
       [](Database& d) {
         flag_coding(d, {model::CodingId{1}, "It was", "its words changed", "t"});
       }},
      {"clear_flag", [](Database& d) { clear_flag(d, model::CodingId{2}); }},
      {"revise_source", revise_first_source},
      {"add_memo",
       [](Database& d) {
         add_memo(d, {{}, "guid-m", model::MemoTarget::code, 1, ada(d), "x"}, "t");
       }},
      {"memo on a turn",
       [](Database& d) {
         add_memo(d,
                  {{},
                   "guid-m",
                   model::MemoTarget::turn,
                   first_source(d).value,
                   ada(d),
                   "x",
                   {},
                   text::byte_range(38, 60)},
                  "t");
       }},
      {"describe_code fully",
       [](Database& d) {
         model::Code code = codebook(d).codes().front();
         code.includes = "when";
         code.excludes = "when not";
         code.example = "so";
         code.retired = "t";
         describe_code(d, code);
       }},
      {"define_theme fully",
       [](Database& d) {
         model::Theme theme = codebook(d).theme(top_theme(d));
         theme.idea = "idea";
         theme.retired = "t";
         define_theme(d, theme);
       }},
      {"add_journal_entry",
       [](Database& d) {
         add_journal_entry(d, {{}, "guid-j", ada(d), "t", 2, "today"});
       }},
      {"add_phase_move",
       [](Database& d) {
         add_phase_move(d, {"guid-p", 3, ada(d), "t", "on"});
       }},
      {"add_reading",
       [](Database& d) {
         add_reading(d, {model::ReadingTarget::theme, top_theme(d).value, ada(d), "t"});
       }},
      {"add_statement",
       [](Database& d) {
         add_statement(d, {"guid-s", model::StatementKind::stated, "12", ada(d), "t", "so"});
       }},
      {"choose_excerpt",
       [](Database& d) {
         choose_excerpt(d, {model::CodingId{1}, "t"});
       }},
      {"word_chosen_excerpt",
       [](Database& d) { word_chosen_excerpt(d, model::CodingId{2}, "It [...] was"); }},
      {"order_chosen_excerpts",
       [](Database& d) {
         choose_excerpt(d, {model::CodingId{1}, "t"});
         order_chosen_excerpts(d, {model::CodingId{1}});
       }},
      {"set_questions",
       [](Database& d) {
         set_questions(d, {{"guid-q", "And then?"}});
       }},
      {"remove_kept_parts", [](Database& d) { remove_kept_parts(d); }},
      {"drop_chosen_excerpt", [](Database& d) { drop_chosen_excerpt(d, model::CodingId{2}); }},
      {"add_term_family",
       [](Database& d) {
         set_term_form(d, add_term_family(d, "", "New", "guid-new"), {"new", {}});
       }},
      {"rename_term_family", [](Database& d) { rename_term_family(d, family(d).id, "Renamed"); }},
      {"set_term_form",
       [](Database& d) {
         set_term_form(d, family(d).id, {"fine", model::FormState::rejected});
       }},
      {"remove_term_form", [](Database& d) { remove_term_form(d, family(d).id, "fine"); }},
      {"remove_term_family", [](Database& d) { remove_term_family(d, family(d).id); }},
      {"forget_decision",
       [](Database& d) {
         forget_decision(d, family(d).id, hit_decisions(d, family(d).id).at(0).segment);
       }},
      {"swap_names",
       [](Database& d) {
         const auto codes = codebook(d).codes();
         rename_code(d, codes.at(0).id, codes.at(1).name);
         rename_code(d, codes.at(1).id, codes.at(0).name);
       }},
  };
  return all;
}

std::set<std::string> tables_that_differ(Database& database,
                                         const std::vector<std::string>& before) {
  std::vector<std::string> after = test::recorded_rows(database);
  std::sort(after.begin(), after.end());
  std::vector<std::string> difference;
  std::set_symmetric_difference(before.begin(), before.end(), after.begin(), after.end(),
                                std::back_inserter(difference));
  std::set<std::string> tables;
  for (const std::string& row : difference) tables.insert(row.substr(0, row.find(':')));
  return tables;
}

std::vector<std::string> sorted_rows(Database& database) {
  std::vector<std::string> all = test::recorded_rows(database);
  std::sort(all.begin(), all.end());
  return all;
}

}  // namespace

TEST_CASE("every kind of change can be taken back and done again from the history", "[change]") {
  for (const Mutation& mutation : mutations()) {
    DYNAMIC_SECTION(mutation.name) {
      test::Study study;
      Database& database = study.database;
      test::fill(database);
      const auto before = test::recorded_rows(database);
      REQUIRE(test::command(database, [&] { mutation.apply(database); }));
      const auto after = test::recorded_rows(database);
      CHECK(before != after);
      const std::int64_t id = log_entries(database).back().id;
      test::undo(database, id);
      CHECK(test::recorded_rows(database) == before);
      test::redo(database, id);
      CHECK(test::recorded_rows(database) == after);
    }
  }
}

TEST_CASE("the kinds of change tried here touch every recorded table", "[change]") {
  std::set<std::string> touched;
  for (const Mutation& mutation : mutations()) {
    test::Study study;
    test::fill(study.database);
    const auto before = sorted_rows(study.database);
    test::command(study.database, [&] { mutation.apply(study.database); });
    touched.merge(tables_that_differ(study.database, before));
  }
  const std::vector<std::string> tables = recorded_tables();
  CHECK(touched == std::set<std::string>(tables.begin(), tables.end()));
}

TEST_CASE("filling a study can be taken back to nothing and done again", "[change]") {
  test::Study study;
  const auto before = test::recorded_rows(study.database);
  test::fill(study.database);
  const auto after = test::recorded_rows(study.database);
  const std::int64_t id = log_entries(study.database).back().id;
  test::undo(study.database, id);
  CHECK(test::recorded_rows(study.database) == before);
  test::redo(study.database, id);
  CHECK(test::recorded_rows(study.database) == after);
}

TEST_CASE("a long random history can be taken back step by step", "[change][property]") {
  std::mt19937 random(20240503);
  test::Study study;
  Database& database = study.database;
  test::fill(database);
  std::map<std::int64_t, std::vector<std::string>> before;
  std::uniform_int_distribution<std::size_t> any(0, mutations().size() - 1);
  for (int step = 0; step < 150; ++step) {
    const auto rows = test::recorded_rows(database);
    try {
      const bool changed = test::command(database, [&] {
        for (int part = 0; part < 3; ++part) {
          Savepoint savepoint(database);
          mutations()[any(random)].apply(database);
          if (random() % 3 != 0) savepoint.keep();
        }
      });
      if (changed) before[log_entries(database).back().id] = rows;
      if (!changed) CHECK(test::recorded_rows(database) == rows);
    } catch (const std::exception&) {  // a mutation met a study without what it needs
      CHECK(test::recorded_rows(database) == rows);
    }
    if (sources(database).empty() || codebook(database).top_level().empty() ||
        codebook(database).codes().size() < 2 || participants(database).empty()) {
      const auto rows_before_filling = test::recorded_rows(database);
      test::fill(database);
      before[log_entries(database).back().id] = rows_before_filling;
    }
  }
  REQUIRE(before.size() > 50);
  for (auto step = before.rbegin(); step != before.rend(); ++step) {
    test::undo(database, step->first);
    REQUIRE(test::recorded_rows(database) == step->second);
  }
}

TEST_CASE("a change that changes nothing leaves no trace", "[change]") {
  test::Study study;
  Database& database = study.database;
  test::fill(database);
  const std::string bytes = test::read_file(study.folder.study());
  CHECK_FALSE(test::command(database, [] {}));
  CHECK_FALSE(test::command(database, [&] {
    rename_code(database, first_code(database), codebook(database).codes()[0].name);
    const model::CodeId passing = add_code(database, "passing", "", "guid-passing");
    remove_code(database, passing);
  }));
  CHECK(test::read_file(study.folder.study()) == bytes);
}

TEST_CASE("a coding's id is never given again", "[change]") {
  test::Study study;
  Database& database = study.database;
  test::fill(database);
  const auto add = [&] {
    model::CodingId id;
    test::command(database, [&] {
      const text::TextRange range = text::byte_range(1, 2);
      id = add_codings(database, {{"guid-3",
                                   {first_source(database), range},
                                   first_code(database),
                                   ada(database),
                                   "t",
                                   "",
                                   ""}})[0]
               .id;
    });
    return id;
  };
  const model::CodingId undone = add();
  test::undo(database, log_entries(database).back().id);
  const model::CodingId removed = add();
  CHECK(removed > undone);
  test::command(database, [&] { remove_codings(database, {removed}); });
  CHECK(add() > removed);
}

TEST_CASE("what is not committed is as if it had not been", "[change]") {
  test::Study study;
  const auto before = test::recorded_rows(study.database);
  {
    Change change = test::begin(study.database);
    add_code(study.database, "gone", "", "guid");
  }
  CHECK(test::recorded_rows(study.database) == before);
  CHECK(log_entries(study.database).empty());
  CHECK(test::command(study.database, [&] { add_code(study.database, "there", "", "guid"); }));
}

TEST_CASE("a part that fails is taken back without the rest", "[change]") {
  test::Study study;
  Database& database = study.database;
  test::command(database, [&] {
    {
      Savepoint part(database);
      add_code(database, "one", "", "guid-1");
      part.keep();
    }
    {
      const Savepoint part(database);
      add_code(database, "two", "", "guid-2");
    }
    {
      Savepoint part(database);
      {
        const Savepoint inner(database);
        add_code(database, "three", "", "guid-3");
      }
      add_code(database, "four", "", "guid-4");
      part.keep();
    }
  });
  const auto codes = codebook(database).codes();
  REQUIRE(codes.size() == 2);
  CHECK(codes[0].name == "one");
  CHECK(codes[1].name == "four");
}

TEST_CASE("each row of the history carries the schema it was recorded with", "[change]") {
  test::Study study;
  test::fill(study.database);
  Query query(study.database, "SELECT schema FROM change");
  REQUIRE(query.next());
  CHECK(query.integer(0) == current_schema());
}

TEST_CASE("texts and turns are not recorded", "[change]") {
  test::Study study;
  std::string lines = "Ben: recognisable";
  for (int i = 0; i < 2000; ++i) lines += "\nBen: and more and more";
  test::command(study.database, [&] { test::add_interview(study.database, "long", lines); });
  Query query(study.database,
              "SELECT length(changeset), instr(changeset, CAST(?1 AS BLOB)) FROM change",
              std::string("recognisable"));
  REQUIRE(query.next());
  CHECK(query.integer(0) < 2000);
  CHECK(query.integer(1) == 0);
}

TEST_CASE("a change too large for the history is refused and nothing changes", "[change]") {
  test::Study study;
  Database& database = study.database;
  const auto before = test::recorded_rows(database);
  sqlite3_limit(connection_of(database).handle(), SQLITE_LIMIT_LENGTH, 10'000);
  const auto work = [&] {
    for (int i = 0; i < 300; ++i) add_code(database, "a code with a name", "", "guid");
  };
  CHECK_THROWS_WITH(test::command(database, work), Contains("smaller parts"));
  CHECK(test::recorded_rows(database) == before);
  // the changeset alone would fit, the row with it does not
  const auto barely = [&] { add_code(database, std::string(9'940, 'x'), "", "guid"); };
  CHECK_THROWS_AS(test::command(database, barely), StoreError);
  CHECK(test::recorded_rows(database) == before);
  CHECK(log_entries(database).empty());
}

TEST_CASE("nothing can be written any more when SQLite had to take the change back", "[change]") {
  test::Study study;
  Database& database = study.database;
  Change change = test::begin(database);
  add_code(database, "gone", "", "guid");
  connection_of(database).execute("ROLLBACK");  // as SQLite does itself on some errors
  CHECK_THROWS_WITH(Savepoint(database), Contains("taken back"));
  CHECK_THROWS_WITH(change.commit("x"), Contains("taken back"));
  CHECK(codebook(database).codes().empty());
}
