#include "themata/study/disclosure.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/context.hpp"
#include "cli/registry.hpp"
#include "cli/table_output.hpp"
#include "themata/text/characters.hpp"
#include "themata/text/plural.hpp"

namespace themata::cli {

namespace {

constexpr std::size_t default_k = 5;
constexpr std::size_t least_k = 2;

std::vector<std::string> columns_from(const Arguments& arguments) {
  std::vector<std::string> columns;
  for (const std::string& list : arguments.texts("columns")) {
    for (std::size_t at = 0; at <= list.size();) {
      const std::size_t comma = std::min(list.find(',', at), list.size());
      const std::string_view name = text::trim(std::string_view(list).substr(at, comma - at));
      if (name.empty()) throw UsageError("--columns: a name is missing; write it as age,gender");
      columns.emplace_back(name);
      at = comma + 1;
    }
  }
  return columns;
}

std::string joined(const std::vector<std::string>& parts) {
  return fmt::format("{}", fmt::join(parts, "; "));
}

/// What the table does not tell.
void notice_limits(const Context& context, const study::DisclosureReport& report, std::size_t k) {
  const std::string together =
      fmt::format("up to {}", text::plural(report.attributes_together, "attribute"));
  if (report.rows.empty()) {
    context.notice(fmt::format("no values{} single out fewer than {} of {}",
                               report.all_combined ? "" : fmt::format(" of {} together", together),
                               k, text::plural(report.participants, "participant")));
  }
  if (report.rows_left_out > 0) {
    context.notice(fmt::format("{} more are not listed; name fewer attributes with --columns",
                               text::plural(report.rows_left_out, "combination")));
  }
  if (report.all_combined) return;
  context.notice(
      report.too_many
          ? fmt::format("there are too many combinations: only {} were looked at together; name "
                        "fewer with --columns",
                        together)
          : fmt::format("only {} were looked at together, and more may single people out; name "
                        "those that others could know with --columns",
                        together));
}

void run(Context& context, const Arguments& arguments) {
  const study::DisclosureRequest request{arguments.number("k", least_k).value_or(default_k),
                                         columns_from(arguments)};
  study::Project project = context.open_to_read();
  const study::DisclosureReport report = study::disclosure(project, request);
  TableOutput table(arguments, {text_column("attributes"), text_column("values"),
                                number_column("participants"), text_column("names")});
  for (const study::DisclosureRow& row : report.rows) {
    table.row({joined(row.attributes), joined(row.values), count(row.participants.size()),
               joined(row.participants)});
  }
  table.finish();
  notice_limits(context, report, request.k);
  for (const std::string& attribute : report.numeric) {
    context.notice(fmt::format("{} holds numbers as they are; bands such as 30-39 single out fewer",
                               attribute));
  }
}

}  // namespace

std::vector<Command> disclosure_commands() {
  return {{
      .name = "participant disclosure",
      .summary = "Lists attribute values that single out few participants",
      .details =
          "A row for each value, or values together, that at least one and fewer than K "
          "participants have, unless a part of them does so already. Up to three attributes are "
          "combined, which a notice says if there are more, or all of those named with --columns. "
          "A missing value singles nobody out. "
          "What transcripts say of a person is not looked at.",
      .arguments = {},
      .options = with_table_options(
          {{.name = "k", .value = "K", .help = "how many are enough (5 unless said otherwise)"},
           {.name = "columns",
            .value = "NAMES",
            .help = "attributes to look at, with commas between them",
            .repeats = true}}),
      .examples = {{"themata participant disclosure", "Who could be found out by few attributes."},
                   {"themata participant disclosure --k 3 --columns age_band,town",
                    "What these two tell."}},
      .run = run,
  }};
}

}  // namespace themata::cli
