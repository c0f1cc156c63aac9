#include "themata/study/quotations.hpp"

#include <fmt/format.h>

#include "cli/context.hpp"
#include "cli/document_output.hpp"
#include "cli/filter_options.hpp"
#include "cli/registry.hpp"
#include "cli/table_output.hpp"

namespace themata::cli {

namespace {

void print_table(const Arguments& arguments, const report::Table& table) {
  TableOutput output(arguments, table.columns, {.title = table.title});
  for (const auto& row : table.rows) output.row(row);
  output.finish(table.note);
}

report::QuotationStyle style_from(const Arguments& arguments) {
  report::QuotationStyle style;
  style.omission = arguments.text("omission").value_or(style.omission);
  style.block_from = arguments.number("block", 1).value_or(style.block_from);
  style.questions = arguments.has("question");
  style.occasions = arguments.has("occasions");
  return style;
}

report::TableReader reader_of(const Arguments& arguments) {
  switch (table_format(arguments)) {
    case report::TableFormat::text:
    case report::TableFormat::md:
      return report::TableReader::person;
    case report::TableFormat::latex:
    case report::TableFormat::html:
    case report::TableFormat::docx:
      return report::TableReader::paper;
    default:
      return report::TableReader::program;
  }
}

/// A bare ellipsis for words left out looks like a pause.
void warn_of_pauses(Context& context, const std::vector<report::Quotation>& quotations,
                    const report::QuotationStyle& style) {
  if (style.omission.starts_with('[')) return;
  for (const report::Quotation& one : quotations) {
    std::string text = one.text;
    for (std::size_t at = text.find("[...]"); at != std::string::npos;
         at = text.find("[...]", at)) {
      text.erase(at, 5);
    }
    if (text.find("...") == std::string::npos && text.find("…") == std::string::npos) continue;
    context.notice(
        fmt::format("quotation {} has a pause that looks like words left out; --omission "
                    "\"[...]\" tells them apart",
                    one.coding));
  }
}

void run_list(Context& context, const Arguments& arguments) {
  const bool as_text = arguments.text("layout") == "text";
  if (as_text) document_format(arguments);  // refused before anything is read
  study::Project project = context.open_to_read();
  const study::Filter filter = filter_from(arguments);
  if (arguments.has("balance")) {
    return print_table(arguments, report::voice_table(study::theme_voices(project, filter)));
  }
  const auto quotations = study::quotations(project, filter, arguments.texts("attribute"));
  const report::QuotationStyle style = style_from(arguments);
  warn_of_pauses(context, quotations, style);
  for (const report::Quotation& one : quotations) {
    if (!one.is_stale) continue;
    context.notice(
        fmt::format("quotation {} has words that its excerpt has not any more, since the "
                    "transcript was corrected; \"themata quotations set {}\" words it anew",
                    one.coding, one.coding));
  }
  if (quotations.empty()) {
    context.notice(
        "no excerpt is chosen; \"themata excerpts\" lists them with their numbers, and "
        "\"themata excerpts --choose ID\" chooses one");
  }
  if (as_text) return write_document(arguments, report::quotation_text(quotations, style));
  print_table(arguments, report::quotation_table(quotations, style, reader_of(arguments)));
}

void run_set(Context& context, const Arguments& arguments) {
  const auto id = static_cast<std::int64_t>(parse_number("ID", arguments.argument("ID"), 1));
  if (arguments.has("text") == arguments.has("as-said")) {
    throw UsageError("say how it is to be printed: --text TEXT or --as-said");
  }
  study::Project project = context.open_to_write();
  const bool changed =
      study::word_quotation(project, id, arguments.text("text").value_or(std::string()));
  context.print(changed ? fmt::format("Changed quotation {}\n", id) : "Nothing to change\n");
}

void run_order(Context& context, const Arguments& arguments) {
  std::vector<std::int64_t> ids;
  for (const std::string& word : arguments.arguments("ID")) {
    ids.push_back(static_cast<std::int64_t>(parse_number("ID", word, 1)));
  }
  study::Project project = context.open_to_write();
  study::order_quotations(project, ids);
  context.print("Put them first, in this order\n");
}

}  // namespace

std::vector<Command> quotation_commands() {
  return {
      {
          .name = "quotations",
          .summary = "Prints the excerpts that are chosen for the paper, by theme",
          .details =
              "As a table of themes, subthemes, quotations and whose they are, or as running text: "
              "short quotations in quotation marks, those of 40 words or more set in by "
              "themselves, with the speaker behind each. A quotation stands under every theme "
              "right over its code.\n"
              "Words left out are [...] and words put in are in brackets (see \"themata quotations "
              "set\"); a pause that the transcript writes as ... stays as it is.\n"
              "With --balance, a row for each theme: how many participants speak in its excerpts, "
              "how many are quoted, who how often, and who is not, so that one voice does not "
              "stand for all.",
          .arguments = {},
          .options = with_table_options(with_filter_options(
              {{.name = "layout",
                .value = "LAYOUT",
                .help = "table (unless said otherwise), or text as it goes into a paper",
                .choices = {"table", "text"}},
               {.name = "balance", .value = "", .help = "how often who is quoted, by theme"},
               {.name = "question", .value = "", .help = "with what was asked before each"},
               {.name = "attribute",
                .value = "NAME",
                .help = "an attribute behind the speaker's name, such as age",
                .repeats = true},
               {.name = "occasions", .value = "", .help = "the occasion behind the speaker's name"},
               {.name = "omission",
                .value = "MARK",
                .help = "what is printed for words left out ([...] unless said otherwise)",
                .choices = {"[...]", "[…]", "...", "…", ". . ."}},
               {.name = "block",
                .value = "WORDS",
                .help = "from how many words a quotation is set in (40)"}},
              false)),
          .examples = {{"themata quotations", "Under their themes."},
                       {"themata quotations --layout text --attribute age -o quotations.docx",
                        "For the paper."},
                       {"themata quotations --balance", "Whether one voice stands for all."}},
          .run = run_list,
      },
      {
          .name = "quotations set",
          .summary = "Sets how a chosen excerpt is printed",
          .details =
              "Write the quotation as it is to be printed: [...] for words left out, and what you "
              "put in, or put in the place of a word, in brackets. All else must be the excerpt's "
              "words in its order; what is not is refused, with the place. The transcript and the "
              "coding stay as they are.",
          .arguments = {{"ID", "the coding's number, as \"themata excerpts\" lists it"}},
          .options = {{.name = "text", .value = "TEXT", .help = "the quotation"},
                      {.name = "as-said", .value = "", .help = "the excerpt as it is, again"}},
          .examples = {{"themata quotations set 12 --text \"I sat [...] in [the group] and cried\"",
                        "Left out and put in."}},
          .run = run_set,
      },
      {
          .name = "quotations order",
          .summary = "Puts chosen excerpts first, in this order",
          .details = "The others follow in the order they have. Within a theme, quotations are "
                     "printed so.",
          .arguments = {{"ID", "the codings' numbers", Argument::Count::some}},
          .options = {},
          .examples = {{"themata quotations order 17 12", "17 first, then 12."}},
          .run = run_order,
      },
  };
}

}  // namespace themata::cli
