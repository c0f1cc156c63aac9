#include "cli/word_options.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "cli/table_output.hpp"

namespace themata::cli {

namespace {

using By = study::Grouping::By;

std::string word_for(By by) {
  switch (by) {
    case By::participant:
      return "participant";
    case By::source:
      return "source";
    case By::occasion:
      return "occasion";
    case By::attribute:
    case By::detail:
      return "attribute:NAME";
    case By::turn:
      return "turn";
    case By::study:
      break;
  }
  return "study";
}

}  // namespace

std::vector<Option> with_word_options(std::vector<Option> options) {
  options.push_back({.name = "stop",
                     .value = "none|auto|fillers|FILE",
                     .help = "leaves words out: function words of the sources' language (auto), "
                             "what speech is filled with (fillers: erm, mm, yeah, gonna), or those "
                             "of a file, one a line; the lists add up",
                     .repeats = true,
                     .is_path = true});
  options.push_back(
      {.name = "stem", .value = "", .help = "counts words of the same stem together"});
  return options;
}

study::WordChoice word_choice(const Arguments& arguments) {
  study::WordChoice choice;
  choice.stop = arguments.texts("stop");
  choice.by_stem = arguments.has("stem");
  const auto none = std::find(choice.stop.begin(), choice.stop.end(), "none");
  if (none == choice.stop.end()) return choice;
  if (choice.stop.size() > 1) {
    throw UsageError("--stop none leaves nothing out: it does not go with another --stop");
  }
  choice.stop.clear();
  return choice;
}

std::string choice_of(const std::vector<By>& allowed) {
  std::string words;
  for (std::size_t i = 0; i < allowed.size(); ++i) {
    if (i > 0) words += i + 1 == allowed.size() ? " or " : ", ";
    words += word_for(allowed[i]);
  }
  return words;
}

study::Grouping grouping_from(const Arguments& arguments, const std::string& option, By otherwise,
                              const std::vector<By>& allowed) {
  const auto word = arguments.text(option);
  if (!word) return {otherwise, {}};
  const auto grouping = study::parse_grouping(*word);
  if (!grouping || std::find(allowed.begin(), allowed.end(), grouping->by) == allowed.end()) {
    throw UsageError(fmt::format("--{} {}: it is {}", option, *word, choice_of(allowed)));
  }
  return *grouping;
}

std::string written(const study::Grouping& grouping) {
  return grouping.by == By::attribute ? grouping.attribute : word_for(grouping.by);
}

report::Cell decimal(const std::optional<double>& value, int places) {
  return report::Decimal{value, places};
}

void add_named_columns(std::vector<report::Column>& columns,
                       const std::vector<std::string>& names) {
  report::ColumnNames taken(columns);
  for (const std::string& name : names) columns.push_back(number_column(taken.take(name)));
}

}  // namespace themata::cli
