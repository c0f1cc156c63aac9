#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/context.hpp"
#include "cli/document_output.hpp"
#include "cli/filter_options.hpp"
#include "cli/registry.hpp"
#include "cli/table_output.hpp"
#include "themata/study/analyses.hpp"
#include "themata/study/choosing.hpp"
#include "themata/study/codebook.hpp"
#include "themata/study/excerpt_groups.hpp"
#include "themata/study/flags.hpp"
#include "themata/text/plural.hpp"

namespace themata::cli {

namespace {

std::vector<report::Column> columns(bool flagged, bool rules) {
  std::vector<report::Column> all = {
      number_column("id"),     text_column("source"),  text_column("participant"),
      text_column("occasion"), number_column("start"), number_column("end"),
      text_column("code"),     text_column("theme"),   text_column("coder"),
      text_column("text"),     time_column()};
  if (flagged) all.insert(all.end(), {text_column("old_text"), text_column("reason")});
  if (rules) all.push_back({"rule", report::Column::Kind::text, true});
  return all;
}

std::vector<report::Cell> cells(const study::Excerpt& excerpt) {
  return {excerpt.id.value,
          excerpt.source,
          fmt::format("{}", fmt::join(excerpt.participants, "; ")),
          excerpt.occasion,
          count(excerpt.range.begin.value),
          count(excerpt.range.end.value),
          excerpt.code,
          excerpt.themes,
          excerpt.coder,
          excerpt.text,
          time_cell(excerpt.started)};
}

/// Which codings are asked for by how they came about.
bool is_wanted(const Arguments& arguments, const std::unordered_set<model::CodingId>& chosen,
               const study::Excerpt& excerpt) {
  if (arguments.has("chosen") && !chosen.contains(excerpt.id)) return false;
  if (arguments.has("automatic") && excerpt.rule.empty()) return false;
  return !arguments.has("by-hand") || excerpt.rule.empty();
}

std::vector<std::int64_t> ids_of(const Arguments& arguments, const std::string& option) {
  std::vector<std::int64_t> ids;
  for (const std::string& word : arguments.texts(option)) {
    ids.push_back(static_cast<std::int64_t>(parse_number("--" + option, word, 1)));
  }
  return ids;
}

void choose(Context& context, const Arguments& arguments) {
  study::Project project = context.open_to_write();
  const auto wanted = ids_of(arguments, "choose");
  const auto unwanted = ids_of(arguments, "drop");
  if (!wanted.empty()) {
    context.print(fmt::format("Chose {} for the report\n",
                              text::plural(study::choose_excerpts(project, wanted), "excerpt")));
  }
  if (!unwanted.empty()) {
    context.print(fmt::format("Dropped {}\n",
                              text::plural(study::drop_excerpts(project, unwanted), "excerpt")));
  }
}

/// What was asked for, as a title.
std::string document_title(study::Project& project, const study::Filter& filter) {
  if (filter.themes.size() == 1 && filter.codes.empty()) {
    return "Excerpts of the theme " +
           study::find_theme(study::codebook(project), filter.themes[0]).name;
  }
  const std::string title = study::study_info(project).title;
  return title.empty() ? "Excerpts" : "Excerpts of " + title;
}

void write_excerpt_document(Context& context, const Arguments& arguments) {
  for (const char* option : {"flagged", "automatic", "by-hand", "chosen"}) {
    if (arguments.has(option)) {
      throw UsageError(
          fmt::format("--{} is for the table: it does not go with --layout document", option));
    }
  }
  document_format(arguments);  // refused before anything is read
  study::Project project = context.open_to_read();
  const study::Filter filter = filter_from(arguments);
  const auto groups = study::excerpt_groups(project, filter);
  if (groups.empty()) context.notice("no excerpt is coded so");
  write_document(arguments, report::excerpt_document(document_title(project, filter), groups));
}

void run_excerpts(Context& context, const Arguments& arguments) {
  if (arguments.has("choose") || arguments.has("drop")) return choose(context, arguments);
  if (arguments.text("layout") == "document") return write_excerpt_document(context, arguments);
  study::Project project = context.open_to_read();
  const bool flagged = arguments.has("flagged");
  const bool rules =
      arguments.has("automatic") || table_format(arguments) != report::TableFormat::text;
  const auto flags =
      flagged ? study::flags_by_coding(project) : decltype(study::flags_by_coding(project)){};
  const auto chosen = study::chosen_codings(project);
  TableOutput table(arguments, columns(flagged, rules));
  study::list_excerpts(project, filter_from(arguments), [&](const study::Excerpt& excerpt) {
    if (!is_wanted(arguments, chosen, excerpt)) return;
    std::vector<report::Cell> row = cells(excerpt);
    if (flagged) {
      const auto flag = flags.find(excerpt.id);
      if (flag == flags.end()) return;
      row.insert(row.end(), {flag->second.excerpt, flag->second.reason});
    }
    if (rules) row.emplace_back(excerpt.rule);
    table.row(row);
  });
  table.finish();
}

}  // namespace

std::vector<Command> excerpts_commands() {
  return {{
      .name = "excerpts",
      .summary = "Lists the coded text",
      .details =
          "A row for each coding. Start and end are characters of the stored text, from 0, "
          "the end excluded. The time is that of the turn in which the text begins, where the "
          "transcript tells.\n"
          "With --flagged, only the codings to look at again since \"themata source revise\" "
          "changed their words, with two more columns: the words that the coder chose, and "
          "what became of them. \"themata unflag\" settles them.",
      .arguments = {},
      .options = with_table_options(with_filter_options(
          {{.name = "layout",
            .value = "LAYOUT",
            .help = "table (unless said otherwise), or a document: each theme with its definition, "
                    "codes and excerpts, as text, md, html, latex or docx",
            .choices = {"table", "document"}},
           {.name = "flagged",
            .value = "",
            .help = "only those to look at again, with their old words"},
           {.name = "automatic",
            .value = "",
            .help = "only those that autocode made, with their rule"},
           {.name = "by-hand", .value = "", .help = "only those that a person made or accepted"},
           {.name = "chosen", .value = "", .help = "only those chosen for the report"},
           {.name = "choose",
            .value = "ID",
            .help = "lists nothing, but chooses this one for the report",
            .repeats = true},
           {.name = "drop", .value = "ID", .help = "the reverse of --choose", .repeats = true}},
          false)),
      .examples = {{"themata excerpts --theme 1", "All that was coded under the first theme."},
                   {"themata excerpts --code Trust -o trust.csv", "For a spreadsheet."},
                   {"themata excerpts --theme 1 --layout document -o theme-1.docx",
                    "To read and discuss in Word."},
                   {"themata excerpts --choose 12 --choose 17", "Two to be quoted in the report."},
                   {"themata excerpts --flagged", "What a corrected transcript left to check."}},
      .run = run_excerpts,
  }};
}

}  // namespace themata::cli
