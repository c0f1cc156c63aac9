#include "themata/study/matrix.hpp"

#include <fmt/format.h>

#include "cli/context.hpp"
#include "cli/figure_output.hpp"
#include "cli/filter_options.hpp"
#include "cli/registry.hpp"
#include "cli/table_output.hpp"
#include "themata/report/matrix_table.hpp"

namespace themata::cli {

namespace {

using Cell = study::MatrixCell;

study::MatrixAxis axis_from(const Arguments& arguments, const std::string& option) {
  const auto word = arguments.text(option);
  if (!word) {
    throw UsageError(
        fmt::format("--{} is missing: say what the {} of the matrix are, such as "
                    "--rows themes --columns participants",
                    option, option));
  }
  if (auto axis = study::parse_matrix_axis(*word)) return *axis;
  throw UsageError(
      fmt::format("--{} {}: it is codes, themes, participants, sources, occasions or "
                  "attribute:NAME",
                  option, *word));
}

void run_matrix(Context& context, const Arguments& arguments) {
  const study::MatrixAxis rows = axis_from(arguments, "rows");
  const study::MatrixAxis columns = axis_from(arguments, "columns");
  const Cell cell = study::parse_matrix_cell(arguments.text("cell").value_or("excerpts")).value();
  if (arguments.has("speech") && cell != Cell::words) {
    throw UsageError("--speech says whose words count: it goes with --cell words");
  }
  const auto picture = figure_request(arguments, {});
  if (picture && arguments.has("totals")) {
    throw UsageError("--totals is for a table: a heat map shows the cells alone");
  }
  study::Project project = context.open_to_read();
  const study::Matrix matrix =
      study::count_matrix(project, filter_from(arguments), rows, columns, cell);
  if (picture) {
    write_figure(context, arguments, *picture, report::matrix_figure(matrix, cell));
    return;
  }
  const report::Table table = report::matrix_table(
      matrix, {study::line_noun(rows), study::line_noun(columns)}, cell, arguments.has("totals"));
  TableOutput output(arguments, table.columns, {.title = table.title});
  for (const auto& row : table.rows) output.row(row);
  output.finish();
}

}  // namespace

std::vector<Command> matrix_commands() {
  return {{
      .name = "matrix",
      .summary = "Counts what lies where two things meet: themes by participants, codes by codes",
      .details =
          "Rows and columns are codes, themes, participants, sources, occasions, or the values of "
          "an attribute of participants or of a detail of sources (attribute:gender). A theme "
          "takes in all that lies below it.\n"
          "A cell counts excerpts (distinct segments), the participants who speak in them, the "
          "words said there, or says whether there is one (presence: 1 or 0).\n"
          "Codes by codes, themes by themes or codes by themes is co-occurrence: excerpts that "
          "share text are counted by pairs, one coded with the row and one with the column; an "
          "excerpt coded with both counts once. Participants then speak, and words are said, in "
          "the text that is shared. A code by itself counts its own excerpts.\n"
          "A total counts each excerpt, participant or word once, so it may be less than the sum. "
          "\"themata excerpts\" with the same filters lists what is behind a count.\n"
          "As svg, png or pdf the matrix is drawn as a heat map: the more, the darker.",
      .arguments = {},
      .options = with_figure_options(with_table_options(with_filter_options(
          {{.name = "rows",
            .value = "ROWS",
            .help = "codes, themes, participants, sources, occasions or attribute:NAME"},
           {.name = "columns", .value = "COLUMNS", .help = "the same, for the columns"},
           {.name = "cell",
            .value = "COUNT",
            .help = "what a cell counts (excerpts unless said otherwise)",
            .choices = {"excerpts", "words", "participants", "presence"}},
           {.name = "totals", .value = "", .help = "with a last column and a last row"}},
          true))),
      .examples = {{"themata matrix --rows themes --columns participants --totals",
                    "Who speaks of what, and how often."},
                   {"themata matrix --rows codes --columns codes -o together.svg",
                    "Which codes come together, as a heat map."},
                   {"themata matrix --rows themes --columns attribute:gender --cell words -o "
                    "words.xlsx",
                    "How much was said, for a spreadsheet."}},
      .run = run_matrix,
  }};
}

}  // namespace themata::cli
