#include <array>
#include <utility>

#include <fmt/format.h>

#include "cli/context.hpp"
#include "cli/drawing_module.hpp"
#include "cli/figure_output.hpp"
#include "cli/filter_options.hpp"
#include "cli/output_file.hpp"
#include "cli/registry.hpp"
#include "cli/terminal.hpp"
#include "themata/report/theme_diagram.hpp"
#include "themata/report/theme_tree.hpp"
#include "themata/study/analyses.hpp"
#include "themata/study/snapshots.hpp"

namespace themata::cli {

namespace {

/// The formats of trees that are no picture, by their extensions.
constexpr std::array extensions{std::pair{".txt", "text"},  std::pair{".xml", "xml"},
                                std::pair{".json", "json"}, std::pair{".md", "md"},
                                std::pair{".tex", "latex"}, std::pair{".dot", "dot"}};

std::string format_from(const Arguments& arguments) {
  if (const auto format = arguments.text("format")) return *format;
  const auto path = arguments.text("output");
  if (!path) return "text";
  for (const auto& [extension, format] : extensions) {
    if (path->ends_with(extension)) return format;
  }
  throw UsageError(
      fmt::format("{}: its extension says no format of a tree; use .txt, .xml, .json, .md, .tex, "
                  ".dot, .svg, .pdf, .png or .tiff, or --format",
                  *path));
}

report::Diagram diagram_of(study::Project& project, const study::Filter& filter,
                           const Arguments& arguments) {
  const bool is_map = arguments.has("map");
  report::ThemeDiagramOptions options;
  options.depth = arguments.number("depth", 1).value_or(2);
  options.codes = arguments.has("codes");
  options.counts = arguments.has("counts");
  const model::ThemeTree tree = study::theme_tree(project, filter, {});
  if (!is_map) return report::theme_tree_diagram(tree, options);
  return report::thematic_map(tree, study::theme_links(project, filter, options.depth), options);
}

void check_picture(const Arguments& arguments) {
  for (const char* option : {"excerpts", "memos"}) {
    if (arguments.has(option)) {
      throw UsageError(fmt::format("--{} is for a tree of text: a picture has no room", option));
    }
  }
}

void write_text(Context& context, const Arguments& arguments, const model::ThemeTree& tree,
                const std::string& format) {
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
  } else if (format == "latex") {
    report::write_theme_tree_latex(tree, options, file.stream());
  } else {
    report::write_theme_tree_text(tree, options, file.stream());
  }
  file.finish();
}

void run_tree(Context& context, const Arguments& arguments) {
  const bool is_dot =
      arguments.text("format") == "dot" ||
      (!arguments.has("format") && arguments.text("output").value_or("").ends_with(".dot"));
  std::vector<std::string> for_pictures;
  if (!is_dot) for_pictures = {"depth", "codes", "map"};
  const auto picture = figure_request(arguments, for_pictures);
  if (picture || is_dot) check_picture(arguments);
  const std::string format = picture ? "" : format_from(arguments);
  if (arguments.has("memos") && format != "xml" && format != "json") {
    throw UsageError("--memos: memos go out with the formats xml and json");
  }
  study::Project now = context.open_to_read();
  const auto when = arguments.text("at");
  study::Project project = when ? study::as_of(now, *when) : std::move(now);
  const study::Filter filter = filter_from(arguments);
  if (picture) {
    return write_figure(context, arguments, *picture, diagram_of(project, filter, arguments));
  }
  if (is_dot) {
    OutputFile file(arguments.text("output"));
    write_dot_with_module(diagram_of(project, filter, arguments), file.stream());
    return file.finish();
  }
  write_text(
      context, arguments,
      study::theme_tree(project, filter,
                        {.excerpts = arguments.has("excerpts"), .memos = arguments.has("memos")}),
      format);
}

}  // namespace

std::vector<Command> tree_commands() {
  return {{
      .name = "tree",
      .summary = "Shows the themes, subthemes and codes",
      .details = "Counts take in all that lies below and count a participant or an excerpt once. "
                 "XML follows docs/theme-tree.xsd.\n"
                 "As svg, pdf, png or tiff the themes are drawn as boxes in columns, or with --map "
                 "as a thematic map: dashed lines join themes that share excerpts, with their "
                 "number. A theme has its own colour (\"themata theme define --colour\") or one "
                 "that people with a defect of colour vision can tell apart. \"dot\" writes the "
                 "same for Graphviz.",
      .arguments = {},
      .options = with_picture_size_options(with_filter_options(
          {{.name = "counts", .value = "", .help = "with participants and excerpts"},
           {.name = "excerpts", .value = "", .help = "with the coded text"},
           {.name = "memos",
            .value = "",
            .help = "as xml and json: with the memos (but those on participants) and the journal"},
           {.name = "format",
            .value = "FORMAT",
            .help = "of the tree (text unless said otherwise)",
            .choices = {"text", "xml", "json", "md", "latex", "dot", "svg", "pdf", "png", "tiff"}},
           {.name = "map", .value = "", .help = "of a picture: a thematic map instead of the tree"},
           {.name = "depth",
            .value = "N",
            .help = "of a picture: levels of themes (2 unless said otherwise)"},
           {.name = "codes", .value = "", .help = "of a picture: with the codes"},
           {.name = "at",
            .value = "SNAPSHOT",
            .help = "as it was at a snapshot, or after the change with this number in the log"},
           {.name = "output",
            .value = "FILE",
            .help = "writes there; the format follows from the extension",
            .letter = 'o',
            .is_path = true}},
          false)),
      .examples = {{"themata tree --counts", "The tree with its numbers."},
                   {"themata tree --excerpts -o theme-tree.xml", "With quotations, for a program."},
                   {"themata tree --width 84mm -o themes.pdf",
                    "A figure as wide as a journal's column."},
                   {"themata tree --map --depth 1 -o map.svg", "Which themes share excerpts."}},
      .run = run_tree,
  }};
}

}  // namespace themata::cli
