#include <functional>
#include <random>

#include <catch2/catch.hpp>

#include "sample_study.hpp"
#include "support/recorded_rows.hpp"
#include "themata/error.hpp"
#include "themata/study/annotating.hpp"
#include "themata/study/autocoding.hpp"
#include "themata/study/brackets.hpp"
#include "themata/study/choosing.hpp"
#include "themata/study/code_surgery.hpp"
#include "themata/study/journal.hpp"
#include "themata/study/marking_read.hpp"
#include "themata/study/memos.hpp"
#include "themata/study/phases.hpp"
#include "themata/study/revise.hpp"
#include "themata/study/sources.hpp"
#include "themata/study/statements.hpp"
#include "themata/study/terms.hpp"
#include "themata/study/undo.hpp"
#include "themata/study/verify.hpp"

using namespace themata;
using namespace themata::study;
using themata::store::test::recorded_rows;

namespace {

using Rows = std::vector<std::string>;

/// Gives commands at random, as two coders who do not know what the other does would.
class Commands {
 public:
  Commands(test::SampleStudy& study, unsigned seed)
      : study_(study), other_(study.as("Bea")), random_(seed) {}

  /// One command; some are refused, as they are in life.
  void give() {
    try {
      all().at(pick(all().size()))();
    } catch (const Error&) {
      ++refused_;
    }
  }

  std::size_t pick(std::size_t count) {
    return std::uniform_int_distribution<std::size_t>(0, count - 1)(random_);
  }

  [[nodiscard]] std::size_t refused() const { return refused_; }
  [[nodiscard]] std::size_t annotated() const { return annotated_; }

 private:
  Project& who() { return pick(3) == 0 ? other_ : study_.project(); }

  std::string fresh(const std::string& word) { return word + std::to_string(++named_); }

  std::string some_code() {
    const auto book = codebook(study_.project());
    if (book.codes().empty()) return "none";
    return book.codes().at(pick(book.codes().size())).name;
  }

  std::string some_theme() {
    const auto book = codebook(study_.project());
    if (book.themes().empty()) return "none";
    return book.path(book.themes().at(pick(book.themes().size())).id);
  }

  std::string some_source() {
    const auto sources = list_sources(study_.project());
    if (sources.empty()) return "none";
    return sources.at(pick(sources.size())).source.name;
  }

  void apply() {
    ApplyRequest request;
    request.code = some_code();
    request.source = some_source();
    const std::size_t turn = 1 + pick(4);
    request.turns = std::pair(turn, turn + pick(2));
    if (pick(3) == 0) request.memo = fresh("a thought ");
    apply_code(who(), request);
  }

  void import() {
    study_.import(fresh("later") + ".txt",
                  "Interviewer: And now?\nCara: I hum and breathe [softly].\nBen: So do I " +
                      fresh("") + ".\n");
  }

  void revise() {
    const std::string path =
        study_.write(fresh("two") + ".txt",
                     "Interviewer: What helps?\nCara: Humming helps me. I breathe " + fresh("") +
                         ".\nInterviewer: More?\nCara: No more, thank you.\n");
    revise_source(who(), "two", path, {});
  }

  void by_rule() {
    AutocodeRequest rule;
    rule.code = some_code();
    rule.pattern = pick(2) == 0 ? "hum*" : "i";
    rule.unit = pick(2) == 0 ? AutocodeUnit::sentence : AutocodeUnit::match;
    autocode(who(), rule);
  }

  /// Marks Cara's first turn in an annotation file.
  void annotate() {
    Project& coder = who();
    const AnnotationFile file = export_annotation(coder, some_source());
    std::string bytes = file.bytes;
    const std::string code = some_code();
    const std::string label = "\nCara: ";
    if (bytes.find(label) == std::string::npos) return;
    const std::size_t place = bytes.find(label) + label.size();
    bytes.insert(bytes.find('\n', place), "{{/" + code + "}}");
    bytes.insert(place, "{{" + code + "}}");
    AnnotationRequest request;
    request.source = file.source;
    request.file = "annotated.txt";
    request.bytes = bytes;
    if (!import_annotation(coder, request).changes.empty()) ++annotated_;
  }

  const std::vector<std::function<void()>>& all() {
    if (all_.empty()) {
      all_ = {
          [&] { add_code(who(), fresh("code"), fresh("meaning"), some_theme()); },
          [&] { rename_code(who(), some_code(), fresh("renamed")); },
          [&] { describe_code(who(), some_code(), fresh("meaning")); },
          [&] { move_code(who(), some_code(), some_theme()); },
          [&] { remove_code(who(), some_code(), true); },
          [&] { merge_codes(who(), {some_code()}, some_code(), pick(2) == 0); },
          [&] { split_code(who(), some_code(), fresh("part"), {static_cast<int>(1 + pick(9))}); },
          [&] { retire_code(who(), some_code(), pick(2) == 0); },
          [&] {
            describe_code(who(), some_code(), {{}, {}, fresh("with"), {}, {}});
          },
          [&] { merge_themes(who(), {some_theme()}, some_theme()); },
          [&] { split_theme(who(), some_theme(), fresh("part"), {some_code()}); },
          [&] {
            add_memo(who(), {some_source(), 1 + pick(3), {}, {}, {}, {}}, fresh("memo"));
          },
          [&] {
            add_memo(who(), {{}, {}, some_code(), {}, {}, {}}, fresh("memo"));
          },
          [&] { remove_memo(who(), static_cast<int>(1 + pick(5))); },
          [&] { add_journal_entry(who(), fresh("today")); },
          [&] { add_theme(who(), fresh("theme"), "", std::nullopt); },
          [&] { add_theme(who(), fresh("subtheme"), "", some_theme()); },
          [&] { rename_theme(who(), some_theme(), fresh("theme ")); },
          [&] { define_theme(who(), some_theme(), fresh("about")); },
          [&] { move_theme(who(), some_theme(), some_theme()); },
          [&] { order_themes(who(), {some_theme()}); },
          [&] { remove_theme(who(), some_theme()); },
          [&] { assign_codes(who(), some_theme(), {some_code()}); },
          [&] { unassign_codes(who(), some_theme(), {some_code()}); },
          [&] { apply(); },
          [&] { apply(); },
          [&] { apply(); },
          [&] { unapply(who(), {static_cast<std::int64_t>(1 + pick(12))}); },
          [&] { by_rule(); },
          [&] { annotate(); },
          [&] { choose_excerpts(who(), {static_cast<std::int64_t>(1 + pick(12))}); },
          [&] { drop_excerpts(who(), {static_cast<std::int64_t>(1 + pick(12))}); },
          [&] { mark_source_read(who(), some_source()); },
          [&] { mark_theme_read(who(), some_theme()); },
          [&] { set_phase(who(), 1 + static_cast<int>(pick(6)), fresh("because")); },
          [&] { state(who(), std::to_string(1 + pick(15)), fresh("we say")); },
          [&] { dismiss(who(), "bias", fresh("because")); },
          [&] { withdraw_statement(who(), std::to_string(1 + pick(15))); },
          [&] { import(); },
          [&] { revise(); },
          [&] { rename_source(who(), some_source(), fresh("source")); },
          [&] { remove_source(who(), some_source()); },
          [&] {
            set_participant(who(), "Ben", {{"age", fresh("")}});
          },
          [&] { set_bracket(who(), "(laughs)", model::AsideKind::speech); },
          [&] {
            add_terms(who(), fresh("family"), {"hum*", "breath*"}, "words");
          },
      };
    }
    return all_;
  }

  test::SampleStudy& study_;
  Project other_;
  std::mt19937 random_;
  std::size_t named_ = 0;
  std::size_t refused_ = 0;
  std::size_t annotated_ = 0;
  std::vector<std::function<void()>> all_;
};

std::size_t in_effect(Project& project) {
  return store::undo_stacks(store::log_entries(project.database())).done.size();
}

void check_is_whole(Project& project) {
  study::verify(project, {[](const Defect& defect) { FAIL_CHECK(defect.what); }, {}});
}

}  // namespace

TEST_CASE("whatever was done, undoing it all gives the first study, redoing it the last",
          "[undo][property]") {
  const unsigned seed = GENERATE(range(1U, 25U));
  CAPTURE(seed);
  test::SampleStudy study;
  Project& project = study.project();
  const Rows first = recorded_rows(project.database());
  const std::size_t before = in_effect(project);
  Commands commands(study, seed);
  for (int i = 0; i < 40; ++i) commands.give();
  const Rows last = recorded_rows(project.database());
  const std::size_t given = in_effect(project) - before;
  REQUIRE(given > 10);
  undo(project, next_undone(project, given));
  CHECK(recorded_rows(project.database()) == first);
  redo(project, next_redone(project, given));
  CHECK(recorded_rows(project.database()) == last);
  check_is_whole(project);
}

TEST_CASE("undo and redo between commands, and of single ones, leave a way back to the first study",
          "[undo][property]") {
  const unsigned seed = GENERATE(range(100U, 120U));
  CAPTURE(seed);
  test::SampleStudy study;
  Project& project = study.project();
  const Rows first = recorded_rows(project.database());
  const std::size_t before = in_effect(project);
  Commands commands(study, seed);
  for (int i = 0; i < 60; ++i) {
    const std::size_t given = in_effect(project) - before;
    const std::size_t what = commands.pick(5);
    try {
      if (what == 0 && given > 1) {
        undo(project, next_undone(project, 1 + commands.pick(2)));
      } else if (what == 1) {
        redo(project, next_redone(project, 1));
      } else if (what == 2 && given > 0) {
        const auto done = store::undo_stacks(store::log_entries(project.database())).done;
        undo_only(project, single_undone(project, done.at(before + commands.pick(given))));
      } else {
        commands.give();
      }
    } catch (const Conflict&) {  // nothing to redo, or something stands on it
    }
    check_is_whole(project);
  }
  if (const std::size_t left = in_effect(project) - before; left > 0) {
    undo(project, next_undone(project, left));
  }
  CHECK(recorded_rows(project.database()) == first);
  CHECK(verify_undo(project, {[](const Defect& defect) { FAIL_CHECK(defect.what); }, {}}) > 0);
}

TEST_CASE("the commands given at random are given indeed", "[undo][property]") {
  test::SampleStudy study;
  Commands commands(study, 7);
  for (int i = 0; i < 400; ++i) commands.give();
  CHECK(commands.refused() < 300);
  CHECK(commands.annotated() > 0);
}
