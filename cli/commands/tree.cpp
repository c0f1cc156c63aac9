#include <fmt/format.h>

#include "cli/context.hpp"
#include "cli/filter_options.hpp"
#include "cli/output_file.hpp"
#include "cli/registry.hpp"
#include "cli/terminal.hpp"
#include "themata/report/theme_tree.hpp"
#include "themata/study/analyses.hpp"
#include "themata/study/snapshots.hpp"

namespace themata::cli {

namespace {

std::string format_from(const Arguments& arguments) {
  if (const auto format = arguments.text("format")) return *format;
  const auto path = arguments.text("output");
  if (!path) return "text";
  for (const char* format : {"xml", "json", "md"}) {
    if (path->ends_with(std::string(".") + format)) return format;
  }
  if (path->ends_with(".txt")) return "text";
  throw UsageError(fmt::format(
      "{}: its extension says no format of a tree; use .txt, .xml, .json or .md, or --format",
      *path));
}

void run_tree(Context& context, const Arguments& arguments) {
  const std::string format = format_from(arguments);
  if (arguments.has("memos") && format != "xml" && format != "json") {
    throw UsageError("--memos: memos go out with the formats xml and json");
  }
  study::Project now = context.open_to_read();
  const auto when = arguments.text("at");
  study::Project project = when ? study::as_of(now, *when) : std::move(now);
  const model::ThemeTree tree =
      study::theme_tree(project, filter_from(arguments),
                        {.excerpts = arguments.has("excerpts"), .memos = arguments.has("memos")});
  OutputFile file(arguments.text("output"));
  report::ThemeTreeOptions options;
  options.counts = arguments.has("counts");
  if (!arguments.has("output") && is_terminal_output()) options.width = terminal_width();
  if (format == "xml") {
    const std::size_t replaced = study::write_theme_tree_xml(tree, file.stream());
    if (replaced > 0) {
      context.notice(
          fmt::format("{} characters that XML forbids were written as U+FFFD", replaced));
    }
  } else if (format == "json") {
    report::write_theme_tree_json(tree, file.stream());
  } else if (format == "md") {
    report::write_theme_tree_markdown(tree, options, file.stream());
  } else {
    report::write_theme_tree_text(tree, options, file.stream());
  }
  file.finish();
}

}  // namespace

std::vector<Command> tree_commands() {
  return {{
      .name = "tree",
      .summary = "Shows the themes, subthemes and codes",
      .details = "Counts take in all that lies below and count a participant or an excerpt once. "
                 "XML follows docs/theme-tree.xsd.",
      .arguments = {},
      .options = with_filter_options(
          {{.name = "counts", .value = "", .help = "with participants and excerpts"},
           {.name = "excerpts", .value = "", .help = "with the coded text"},
           {.name = "memos",
            .value = "",
            .help = "as xml and json: with the memos (but those on participants) and the journal"},
           {.name = "format",
            .value = "FORMAT",
            .help = "of the tree (text unless said otherwise)",
            .choices = {"text", "xml", "json", "md"}},
           {.name = "at",
            .value = "SNAPSHOT",
            .help = "as it was at a snapshot, or after the change with this number in the log"},
           {.name = "output",
            .value = "FILE",
            .help = "writes there; the format follows from the extension",
            .letter = 'o',
            .is_path = true}},
          false),
      .examples = {{"themata tree --counts", "The tree with its numbers."},
                   {"themata tree --excerpts -o theme-tree.xml",
                    "With quotations, for a program."}},
      .run = run_tree,
  }};
}

}  // namespace themata::cli
