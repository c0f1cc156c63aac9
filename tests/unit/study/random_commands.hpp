#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "sample_study.hpp"
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
#include "themata/study/questions.hpp"
#include "themata/study/quotations.hpp"
#include "themata/study/revise.hpp"
#include "themata/study/sources.hpp"
#include "themata/study/statements.hpp"
#include "themata/study/terms.hpp"

namespace themata::test {

using namespace study;  // NOLINT: a test's own header

/// Gives commands at random, as two coders who do not know what the other does would.
class RandomCommands {
 public:
  RandomCommands(SampleStudy& study, unsigned seed)
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
          [&] {
            const auto id = static_cast<std::int64_t>(1 + pick(12));
            choose_excerpts(who(), {id});
            word_quotation(who(), id, "[...] [" + fresh("mine") + "]");
          },
          [&] { order_quotations(who(), {static_cast<std::int64_t>(1 + pick(12))}); },
          [&] {
            import_questions(who(), study_.write("schedule.txt", fresh("What of") + "?\nAnd?\n"));
          },
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

  SampleStudy& study_;
  Project other_;
  std::mt19937 random_;
  std::size_t named_ = 0;
  std::size_t refused_ = 0;
  std::size_t annotated_ = 0;
  std::vector<std::function<void()>> all_;
};

}  // namespace themata::test
