#include <fmt/format.h>

#include "cli/context.hpp"
#include "cli/filter_options.hpp"
#include "cli/output_file.hpp"
#include "cli/registry.hpp"
#include "cli/review_screen.hpp"
#include "cli/table_output.hpp"
#include "themata/study/hit_review.hpp"
#include "themata/text/plural.hpp"

namespace themata::cli {

namespace {

constexpr std::size_t window = 30;       ///< words on either side on a terminal
constexpr std::size_t list_window = 10;  ///< in a table

const std::vector<report::Column>& columns() {
  static const std::vector<report::Column> all = {{"source"},
                                                  {"participant"},
                                                  number_column("start"),
                                                  number_column("end"),
                                                  {"before", report::Column::Kind::leading_text},
                                                  {"keyword", report::Column::Kind::keyword},
                                                  {"after", report::Column::Kind::trailing_text},
                                                  {"decision"},
                                                  {"reason"},
                                                  {"coder"}};
  return all;
}

std::vector<report::Cell> cells(const study::ReviewHit& hit) {
  return {hit.line.source,
          hit.line.participant,
          count(hit.line.range.begin.value),
          count(hit.line.range.end.value),
          hit.line.before,
          hit.line.keyword,
          hit.line.after,
          hit.left_out ? std::string(model::decision_word(*hit.left_out)) : std::string(),
          hit.reason,
          hit.coder};
}

void export_hits(Context& context, const Arguments& arguments, const std::string& path) {
  study::Project project = context.open_to_read();
  const auto review = study::review_of(project, speech_filter_from(arguments),
                                       arguments.argument("FAMILY"), list_window);
  OutputFile file(path);
  const auto format = report::table_format_of(path).value_or(report::TableFormat::csv);
  const auto writer = table_writer(format, file.stream());
  writer->begin(columns());
  for (const study::ReviewHit& hit : review.hits) writer->row(cells(hit));
  writer->finish();
  writer->close();
  file.finish();
  context.print(fmt::format("Wrote {} to {}\n", text::plural(review.hits.size(), "hit"), path));
}

void list_hits(Context& context, const Arguments& arguments) {
  study::Project project = context.open_to_read();
  const auto review = study::review_of(project, speech_filter_from(arguments),
                                       arguments.argument("FAMILY"), list_window);
  TableOutput table(arguments, columns());
  for (const study::ReviewHit& hit : review.hits) table.row(cells(hit));
  table.finish();
}

void import_hits(Context& context, const Arguments& arguments, const std::string& path) {
  study::Project project = context.open_to_write();
  const std::size_t changed = study::import_decisions(project, arguments.argument("FAMILY"), path);
  context.print(fmt::format("{} decided otherwise now\n", text::plural(changed, "hit")));
}

void run_review(Context& context, const Arguments& arguments) {
  if (arguments.has("export") && arguments.has("from")) {
    throw UsageError("--export writes hits and --from reads decisions: give one of them");
  }
  if (const auto path = arguments.text("export")) return export_hits(context, arguments, *path);
  if (const auto path = arguments.text("from")) return import_hits(context, arguments, *path);
  if (arguments.has("list") || arguments.has("format") || arguments.has("output")) {
    return list_hits(context, arguments);
  }
  study::Project project = context.open_to_write();
  auto review = study::review_of(project, speech_filter_from(arguments),
                                 arguments.argument("FAMILY"), window);
  review_on_terminal(context, project, std::move(review), arguments.has("all"));
}

}  // namespace

Command terms_review_command() {
  return {
      .name = "terms review",
      .summary = "Reads a family's hits one by one, to leave out those of another sense",
      .details =
          "Shows each hit in its context and takes a key: k keeps it, x leaves it out (and asks "
          "why), "
          "n writes a note for the next decision, s skips it, u takes the last decision back, q "
          "quits. Each decision is stored at once, and the next review goes on at the first hit "
          "that "
          "is not decided. A hit that was left out stays listed with its reason, and a term table "
          "says how many there are.\n"
          "In a spreadsheet: --export writes the hits as CSV; fill in the columns decision (kept, "
          "left "
          "out, or empty) and reason, and bring them back with --from.",
      .arguments = {{"FAMILY", "the family's label, or its beginning"}},
      .options = with_table_options(with_speech_filter_options(
          {{.name = "all", .value = "", .help = "shows hits that are decided, too"},
           {.name = "list", .value = "", .help = "prints the hits and what was decided"},
           {.name = "export", .value = "FILE", .help = "writes them to a file", .is_path = true},
           {.name = "from",
            .value = "FILE",
            .help = "reads decisions from a CSV file",
            .is_path = true}})),
      .examples = {{"themata terms review Safe", "One key for each hit."},
                   {"themata terms review Safe --export safe.csv", "For a spreadsheet."},
                   {"themata terms review Safe --from safe.csv", "All rows or none."}},
      .run = run_review,
  };
}

}  // namespace themata::cli
