#include "cli/commands/freq_columns.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include <fmt/format.h>

#include "cli/context.hpp"
#include "cli/filter_options.hpp"
#include "cli/table_output.hpp"
#include "cli/term_note.hpp"
#include "cli/word_options.hpp"

namespace themata::cli {

namespace {

using By = study::Grouping::By;

constexpr std::size_t longest_run = 5;
constexpr int rate_places = 2;

const std::vector<By>& groupings() {
  static const std::vector<By> all{By::participant, By::source, By::occasion, By::attribute};
  return all;
}

std::size_t run_length(const Arguments& arguments) {
  const auto length = arguments.number("ngram", 2);
  if (length && *length > longest_run) {
    throw UsageError(
        fmt::format("--ngram {}: runs of 2 to {} words can be counted", *length, longest_run));
  }
  return length.value_or(1);
}

void check_options_of_families(const Arguments& arguments) {
  if (arguments.has("ngram")) {
    throw UsageError(
        "--ngram makes rows of its own, as --terms does; a phrase in a term list is written "
        "\"two words\"");
  }
  if (arguments.has("top") || arguments.has("stop") || arguments.has("stem")) {
    throw UsageError("--terms counts its own families: --top, --stop and --stem do not go with it");
  }
}

/// A table with further columns, and of terms the note.
struct Counted {
  study::GroupedTable table;
  std::vector<std::string> note;
};

Counted counted(Context& context, const Arguments& arguments) {
  study::CountRequest request;
  request.by = grouping_from(arguments, "by", By::study, groupings());
  const auto terms = arguments.text("terms");
  if (terms) {
    check_options_of_families(arguments);
  } else {
    request.top = arguments.number("top", 1);
    request.words = word_choice(arguments);
    request.ngram = run_length(arguments);
  }
  const study::Filter filter = filter_from(arguments);
  study::Project project = context.open_to_read();
  if (!terms) return {study::count_words(project, filter, request), {}};
  study::MeantTerms meant = study::terms_meant(project, *terms);
  auto table = study::count_families(project, filter, meant.families, request.by);
  return {std::move(table), note_of(project, filter, std::move(meant))};
}

/// The columns, and their cells row by row.
class FreqTable {
 public:
  explicit FreqTable(const Arguments& arguments)
      : arguments_(arguments), by_group_(arguments.has("by")), base_(arguments.number("per", 1)) {}

  void write(const study::GroupedTable& table, const std::vector<std::string>& note) const {
    TableOutput output(arguments_, columns(table));
    for (const study::GroupedTable::Row& row : table.rows) output.row(cells(table, row));
    output.finish(note);
  }

 private:
  [[nodiscard]] std::vector<report::Column> columns(const study::GroupedTable& table) const {
    std::vector<report::Column> columns{text_column("term"), number_column("participants"),
                                        number_column("frequency")};
    const std::string per = base_ ? fmt::format("per_{}", *base_) : "";
    if (base_) columns.push_back(number_column(per));
    std::vector<std::string> names;
    for (const auto& group : table.groups) {
      names.push_back(group.name);
      if (base_) names.push_back(group.name + ' ' + per);
    }
    if (by_group_) add_named_columns(columns, names);
    return columns;
  }

  [[nodiscard]] std::vector<report::Cell> cells(const study::GroupedTable& table,
                                                const study::GroupedTable::Row& row) const {
    std::vector<report::Cell> cells{row.count.term, count(row.count.participants)};
    add_count(cells, row.count.frequency, table.words);
    if (!by_group_) return cells;
    const std::vector<std::size_t> frequencies = in_each_group(table, row);
    for (std::size_t i = 0; i < frequencies.size(); ++i) {
      add_count(cells, frequencies[i], table.groups[i].words);
    }
    return cells;
  }

  void add_count(std::vector<report::Cell>& cells, std::size_t frequency, std::size_t words) const {
    cells.push_back(count(frequency));
    if (base_) cells.push_back(decimal(study::rate(frequency, words, *base_), rate_places));
  }

  const Arguments& arguments_;
  bool by_group_;
  std::optional<std::size_t> base_;
};

}  // namespace

std::vector<Option> with_freq_column_options(std::vector<Option> options) {
  options.push_back({.name = "by",
                     .value = "WHAT",
                     .help = "a column for each participant, source, occasion or attribute:NAME"});
  options.push_back({.name = "per",
                     .value = "N",
                     .help = "also how often in N words that were said, such as 1000"});
  options.push_back({.name = "ngram",
                     .value = "N",
                     .help = "counts runs of N words (2 to 5) that follow each other in a turn"});
  return options;
}

bool wants_freq_columns(const Arguments& arguments) {
  const std::vector<std::string> lists = arguments.texts("stop");
  const bool plain_list =
      lists.empty() || (lists.size() == 1 && (lists[0] == "auto" || lists[0] == "none"));
  return arguments.has("by") || arguments.has("per") || arguments.has("ngram") || !plain_list;
}

void run_freq_columns(Context& context, const Arguments& arguments) {
  const FreqTable table(arguments);
  const Counted rows = counted(context, arguments);
  table.write(rows.table, rows.note);
}

}  // namespace themata::cli
