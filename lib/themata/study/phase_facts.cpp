#include "themata/study/phase_facts.hpp"

#include <array>
#include <map>
#include <set>
#include <unordered_map>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "themata/analysis/coverage.hpp"
#include "themata/analysis/theme_overlap.hpp"
#include "themata/error.hpp"
#include "themata/model/memo.hpp"
#include "themata/model/phase.hpp"
#include "themata/store/coders.hpp"
#include "themata/store/corpus.hpp"
#include "themata/store/memos.hpp"
#include "themata/store/readings.hpp"
#include "themata/store/theme_changes.hpp"
#include "themata/study/analyses.hpp"
#include "themata/study/choosing.hpp"
#include "themata/study/flags.hpp"
#include "themata/study/history.hpp"
#include "themata/study/sources.hpp"
#include "themata/text/plural.hpp"

namespace themata::study {

namespace {

struct FactKind {
  Fact fact;
  int phase;
  std::string_view words;
  bool is_open = true;
};

constexpr std::array<FactKind, 23> kinds{{
    {Fact::source_read, 1, "source read", false},
    {Fact::source_not_read, 1, "source not noted as read"},
    {Fact::source_memos, 1, "memos on a source", false},
    {Fact::coverage, 2, "coverage", false},
    {Fact::uncoded_stretch, 2, "uncoded stretch"},
    {Fact::code_without_description, 2, "code without a description"},
    {Fact::code_used_once, 2, "code used once"},
    {Fact::code_not_used, 2, "code not used"},
    {Fact::codings_by_rule, 2, "codings by rule"},
    {Fact::coding_flagged, 2, "coding flagged"},
    {Fact::code_in_no_theme, 3, "code in no theme"},
    {Fact::theme_without_codes, 3, "theme without codes"},
    {Fact::theme_of_one_participant, 3, "theme of one participant"},
    {Fact::themes_share_excerpts, 4, "themes share excerpts"},
    {Fact::excerpt_under_themes, 4, "excerpt under several themes"},
    {Fact::theme_changed, 4, "theme changed since it was read"},
    {Fact::theme_never_read, 4, "theme not noted as read"},
    {Fact::theme_without_definition, 5, "theme without a definition"},
    {Fact::theme_without_idea, 5, "theme without a central idea"},
    {Fact::renamed, 5, "renamed", false},
    {Fact::chosen_excerpts, 6, "excerpts chosen", false},
    {Fact::theme_without_chosen, 6, "theme without a chosen excerpt"},
    {Fact::participant_quoted, 6, "participant quoted", false},
}};

const FactKind& kind_of(Fact fact) { return kinds.at(static_cast<std::size_t>(fact)); }

constexpr std::size_t date_size = 10;  // 2026-11-26

std::string date_of(const std::string& time) { return time.substr(0, date_size); }

/// "2.1 A place on the bench"
std::string shown(const model::Codebook& codebook, model::ThemeId id) {
  return codebook.number(id) + " " + codebook.theme(id).name;
}

class FactFinder {
 public:
  explicit FactFinder(Project& project) : project_(project), counted_(count_codings(project, {})) {}

  std::vector<PhaseFact> find(std::optional<int> phase) {
    using Finder = void (FactFinder::*)();
    constexpr std::array<Finder, 6> finders{
        &FactFinder::find_readings, &FactFinder::find_coding,   &FactFinder::find_theming,
        &FactFinder::find_review,   &FactFinder::find_defining, &FactFinder::find_reporting};
    for (int i = 1; i <= 6; ++i) {
      if (!phase || *phase == i) (this->*finders.at(static_cast<std::size_t>(i - 1)))();
    }
    return std::move(facts_);
  }

 private:
  void add(Fact fact, std::string subject, std::optional<std::size_t> number = std::nullopt,
           std::string detail = "") {
    const auto shown_number =
        number ? std::optional(static_cast<std::int64_t>(*number)) : std::nullopt;
    facts_.push_back({fact, std::move(subject), shown_number, std::move(detail)});
  }

  [[nodiscard]] const model::Codebook& codebook() const { return counted_.codebook; }

  void find_readings() {
    std::map<model::CoderId, std::string> coders;
    for (const model::Coder& coder : store::coders(project_.database())) {
      coders.emplace(coder.id, coder.name);
    }
    std::map<std::int64_t, std::vector<std::string>> read;
    for (const model::Reading& one : store::readings(project_.database())) {
      if (one.target != model::ReadingTarget::source) continue;
      read[one.target_id].push_back(coders.at(one.coder) + " " + date_of(one.created));
    }
    std::map<std::int64_t, std::size_t> memos;
    for (const model::Memo& memo : store::memos(project_.database())) {
      const bool on_source =
          memo.target == model::MemoTarget::source || memo.target == model::MemoTarget::turn;
      if (on_source) ++memos[memo.target_id];
    }
    const auto sources = list_sources(project_);
    for (const SourceSummary& source : sources) {
      const auto& by = read[source.source.id.value];
      if (by.empty()) continue;
      add(Fact::source_read, source.source.name, by.size(), fmt::format("{}", fmt::join(by, "; ")));
    }
    for (const SourceSummary& source : sources) {
      if (read[source.source.id.value].empty()) add(Fact::source_not_read, source.source.name);
    }
    for (const SourceSummary& source : sources) {
      const std::size_t number = memos[source.source.id.value];
      if (number > 0) add(Fact::source_memos, source.source.name, number);
    }
  }

  void find_coding() {
    std::vector<analysis::SourceCoverage> sources;
    const auto corpus = store::open_corpus(project_.database(), {});
    analysis::measure_coverage(
        *corpus, least_uncoded_words,
        [&](const analysis::SourceCoverage& source) { sources.push_back(source); });
    for (const analysis::SourceCoverage& source : sources) add_coverage(source);
    for (const analysis::SourceCoverage& source : sources) add_stretches(source);
    for_codes([&](const model::Code& code, std::size_t /*excerpts*/) {
      if (code.description.empty()) add(Fact::code_without_description, code.name);
    });
    for_codes([&](const model::Code& code, std::size_t excerpts) {
      if (excerpts == 1) add(Fact::code_used_once, code.name);
    });
    for_codes([&](const model::Code& code, std::size_t excerpts) {
      if (excerpts == 0) add(Fact::code_not_used, code.name);
    });
    find_codings_by_rule();
    find_flagged();
  }

  template <class Visit>
  void for_codes(const Visit& visit) const {
    for (const model::Code& code : codebook().codes()) {
      if (code.retired.empty()) visit(code, counted_.counts.codes.at(code.id).excerpts);
    }
  }

  template <class Visit>
  void for_themes(const Visit& visit) const {
    for (const model::Theme& theme : codebook().themes()) {
      if (theme.retired.empty()) visit(theme);
    }
  }

  void add_coverage(const analysis::SourceCoverage& source) {
    const std::size_t percent = source.words == 0 ? 0 : source.coded_words * 100 / source.words;
    add(Fact::coverage, source.source, percent,
        fmt::format("{} of {}, {}", source.coded_words, text::plural(source.words, "word"),
                    text::plural(source.codings, "coding")));
  }

  void add_stretches(const analysis::SourceCoverage& source) {
    for (const analysis::UncodedStretch& stretch : source.uncoded) {
      add(Fact::uncoded_stretch, source.source, stretch.words,
          stretch.first_turn == stretch.last_turn
              ? fmt::format("turn {}", stretch.first_turn)
              : fmt::format("turns {}-{}", stretch.first_turn, stretch.last_turn));
    }
  }

  void find_codings_by_rule() {
    std::map<model::CodeId, std::size_t> by_rule;
    const auto corpus =
        store::open_corpus(project_.database(), {}, {.texts = false, .codings = true});
    model::SourceData source;
    while (corpus->next(source)) {
      for (const model::Coding& coding : source.codings) {
        if (!coding.rule.empty()) ++by_rule[coding.code];
      }
    }
    for_codes([&](const model::Code& code, std::size_t /*excerpts*/) {
      const auto found = by_rule.find(code.id);
      if (found != by_rule.end()) add(Fact::codings_by_rule, code.name, found->second);
    });
  }

  void find_flagged() {
    const auto flags = flags_by_coding(project_);
    if (flags.empty()) return;
    list_excerpts(project_, {}, [&](const Excerpt& excerpt) {
      const auto flag = flags.find(excerpt.id);
      if (flag == flags.end()) return;
      add(Fact::coding_flagged, excerpt.source, static_cast<std::size_t>(excerpt.id.value),
          excerpt.code + ": " + flag->second.reason);
    });
  }

  void find_theming() {
    for_codes([&](const model::Code& code, std::size_t /*excerpts*/) {
      if (codebook().themes_of(code.id).empty()) add(Fact::code_in_no_theme, code.name);
    });
    for_themes([&](const model::Theme& theme) {
      if (codebook().codes_below(theme.id).empty()) {
        add(Fact::theme_without_codes, shown(codebook(), theme.id));
      }
    });
    for_themes([&](const model::Theme& theme) {
      if (counted_.counts.themes.at(theme.id).participants == 1) {
        add(Fact::theme_of_one_participant, shown(codebook(), theme.id));
      }
    });
  }

  void find_review() {
    std::vector<analysis::SharedExcerpt> shared;
    const auto corpus =
        store::open_corpus(project_.database(), {}, {.texts = false, .codings = true});
    const auto pairs = analysis::theme_overlaps(
        *corpus, [&](const analysis::SharedExcerpt& one) { shared.push_back(one); });
    for (const analysis::ThemePair& pair : pairs) {
      add(Fact::themes_share_excerpts,
          shown(codebook(), pair.first) + " + " + shown(codebook(), pair.second), pair.excerpts);
    }
    for (const analysis::SharedExcerpt& one : shared) {
      std::vector<std::string> names;
      for (const model::ThemeId id : one.themes) names.push_back(shown(codebook(), id));
      add(Fact::excerpt_under_themes, one.source, static_cast<std::size_t>(one.coding.value),
          fmt::format("{}", fmt::join(names, "; ")));
    }
    const auto changes = store::changes_since_read(project_.database(), codebook());
    for_themes([&](const model::Theme& theme) {
      const store::ThemeChanges& one = changes.at(theme.id);
      if (one.was_read && one.commands > 0) {
        add(Fact::theme_changed, shown(codebook(), theme.id), one.commands,
            "last " + date_of(one.latest));
      }
    });
    for_themes([&](const model::Theme& theme) {
      if (!changes.at(theme.id).was_read) {
        add(Fact::theme_never_read, shown(codebook(), theme.id));
      }
    });
  }

  void find_defining() {
    for_themes([&](const model::Theme& theme) {
      if (theme.definition.empty()) {
        add(Fact::theme_without_definition, shown(codebook(), theme.id));
      }
    });
    for_themes([&](const model::Theme& theme) {
      if (theme.idea.empty()) add(Fact::theme_without_idea, shown(codebook(), theme.id));
    });
    for (const LogLine& line : log_lines(project_, {})) {
      const bool rename =
          line.entry.command == "theme rename" || line.entry.command == "code rename";
      if (!rename || line.taken_back_by) continue;
      add(Fact::renamed, line.entry.summary, static_cast<std::size_t>(line.entry.id),
          fmt::format("{} {}{}{}", line.entry.coder, date_of(line.entry.time),
                      line.entry.why.empty() ? "" : ": ", line.entry.why));
    }
  }

  void find_reporting() {
    std::map<std::string, std::size_t> of_participant;
    std::unordered_map<model::ThemeId, std::size_t> of_theme;
    count_chosen(of_participant, of_theme);
    for_themes([&](const model::Theme& theme) {
      const auto found = of_theme.find(theme.id);
      if (found != of_theme.end()) {
        add(Fact::chosen_excerpts, shown(codebook(), theme.id), found->second);
      }
    });
    for_themes([&](const model::Theme& theme) {
      if (!of_theme.contains(theme.id)) {
        add(Fact::theme_without_chosen, shown(codebook(), theme.id));
      }
    });
    for (const auto& [name, number] : of_participant) {
      add(Fact::participant_quoted, name, number);
    }
  }

  /// A theme takes in what lies below it.
  void count_chosen(std::map<std::string, std::size_t>& of_participant,
                    std::unordered_map<model::ThemeId, std::size_t>& of_theme) {
    const auto chosen = chosen_codings(project_);
    if (chosen.empty()) return;
    list_excerpts(project_, {}, [&](const Excerpt& excerpt) {
      if (!chosen.contains(excerpt.id)) return;
      for (const std::string& participant : excerpt.participants) ++of_participant[participant];
      for (const model::ThemeId theme : themes_over(excerpt.code_id)) ++of_theme[theme];
    });
  }

  [[nodiscard]] std::set<model::ThemeId> themes_over(model::CodeId code) const {
    std::set<model::ThemeId> themes;
    for (const model::ThemeId direct : codebook().themes_of(code)) {
      for (std::optional<model::ThemeId> theme = direct; theme;
           theme = codebook().theme(*theme).parent) {
        themes.insert(*theme);
      }
    }
    return themes;
  }

  Project& project_;
  CountedCodebook counted_;
  std::vector<PhaseFact> facts_;
};

}  // namespace

std::string_view to_string(Fact fact) { return kind_of(fact).words; }
int phase_of(Fact fact) { return kind_of(fact).phase; }
bool is_open(Fact fact) { return kind_of(fact).is_open; }

void require_phase(int phase) {
  if (phase >= 1 && phase <= model::phase_count) return;
  throw InputError(
      fmt::format("there are {} phases: say 1 to {}", model::phase_count, model::phase_count));
}

std::vector<PhaseFact> phase_facts(Project& project, std::optional<int> phase) {
  if (phase) require_phase(*phase);
  return FactFinder(project).find(phase);
}

}  // namespace themata::study
