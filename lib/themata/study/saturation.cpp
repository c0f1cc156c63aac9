#include "themata/study/saturation.hpp"

#include <fmt/format.h>

#include "themata/store/corpus.hpp"
#include "themata/store/study_info.hpp"
#include "themata/text/plural.hpp"

namespace themata::study {

namespace {

std::size_t count_sources(model::Corpus& corpus) {
  std::size_t count = 0;
  model::SourceData source;
  corpus.rewind();
  while (corpus.next(source)) ++count;
  return count;
}

std::string word_for(SaturationUnit unit) {
  switch (unit) {
    case SaturationUnit::codes:
      return "code";
    case SaturationUnit::themes:
      return "theme";
    case SaturationUnit::subthemes:
      break;
  }
  return "subtheme";
}

std::string percent(double share) { return fmt::format("{:.0f} %", share * 100); }

std::string rule_sentence(const SaturationTable& table, const SaturationRequest& request) {
  const auto& [base, run, threshold] = request.rule;
  const std::string unit = word_for(request.unit);
  const std::string rule =
      fmt::format("base {}, run {}, threshold {}", base, run, percent(threshold));
  if (table.base_units == 0 || table.rows.size() < base + run) {
    return fmt::format("{} with codings are too few for {}.",
                       text::plural(table.rows.size(), "source"), rule);
  }
  const std::string found = fmt::format("{} in the first {}", text::plural(table.base_units, unit),
                                        base == 1 ? "source" : text::plural(base, "source"));
  if (!table.reached_after) {
    return fmt::format("{}; no run came down to the threshold ({}).", found, rule);
  }
  return fmt::format(
      "{}; the first run at or below the threshold came after {}: {}+{} ({}; Guest, "
      "Namey and Chen 2020).",
      found, text::plural(*table.reached_after, "source"), *table.reached_after, run, rule);
}

}  // namespace

SaturationTable saturation_table(Project& project, const SaturationRequest& request) {
  SaturationTable table;
  const auto corpus = store::open_corpus(project.database(), select(project, request.filter),
                                         {.texts = false, .codings = true});
  const auto sources = analysis::units_of_sources(*corpus, request.unit, request.order);
  const auto fresh = analysis::new_units(sources);
  const auto expected = analysis::expected_accumulation(sources);
  const analysis::Saturation found = analysis::saturation(fresh, request.rule);
  std::size_t total = 0;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    total += fresh[i];
    table.rows.push_back(
        {sources[i].source, sources[i].units.size(), fresh[i], total, expected[i]});
  }
  for (const SaturationRun& run : found.runs) table.rows[run.last - 1].run = run;
  table.base_units = found.base_units;
  table.reached_after = found.reached_after;
  table.sources_left_out = count_sources(*corpus) - sources.size();
  table.approach = store::study_info(project.database()).approach;
  const auto statements = standing_statements(project);
  const auto stated = statements.find(information_power);
  if (stated != statements.end()) table.information_power = stated->second;
  return table;
}

std::vector<std::string> saturation_note(const SaturationTable& table,
                                         const SaturationRequest& request) {
  std::vector<std::string> note{rule_sentence(table, request)};
  if (table.sources_left_out > 0) {
    note.push_back(fmt::format("{} without codings {} left out.",
                               text::plural(table.sources_left_out, "source"),
                               table.sources_left_out == 1 ? "is" : "are"));
  }
  if (table.approach == model::Approach::reflexive) {
    note.emplace_back(
        "The study is reflexive: Braun and Clarke (2021, Qualitative Research in Sport, Exercise "
        "and Health 13, 201-216) hold that saturation does not fit an analysis in which meaning is "
        "made by interpretation, since new readings are always possible; that no new code came up "
        "says how the coding went, not that the data are exhausted.");
  }
  if (table.information_power) {
    note.push_back(
        fmt::format("Information power, stated by {} on {}: {}", table.information_power->coder,
                    table.information_power->time.substr(0, 10), table.information_power->text));
  } else if (table.approach == model::Approach::reflexive) {
    note.emplace_back(
        "Nothing is stated on the sample's information power (Malterud, Siersma and Guassora "
        "2016); "
        "\"themata checklist state information-power TEXT\" has a place for it.");
  }
  return note;
}

}  // namespace themata::study
