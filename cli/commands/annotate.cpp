#include <fmt/format.h>

#include "cli/context.hpp"
#include "cli/editor.hpp"
#include "cli/kept_edit.hpp"
#include "cli/output_file.hpp"
#include "cli/question.hpp"
#include "cli/registry.hpp"
#include "themata/error.hpp"
#include "themata/study/annotating.hpp"
#include "themata/study/files.hpp"
#include "themata/text/plural.hpp"

namespace themata::cli {

namespace {

void print_report(const Context& context, const study::AnnotationImport& report) {
  if (report.was_empty) {
    context.print("The file was emptied, so nothing was changed\n");
    return;
  }
  for (const std::string& code : report.new_codes) {
    context.print(fmt::format("New code: {}\n", code));
  }
  for (const study::AnnotatedChange& change : report.changes) {
    context.print(fmt::format("{} {} {}:{} {}{}\n", change.added ? "+" : "-", change.code,
                              change.range.begin.value, change.range.end.value, change.text,
                              change.took_memo ? " (with its memo)" : ""));
  }
  if (report.came_meanwhile + report.went_meanwhile > 0) {
    context.notice(
        fmt::format("meanwhile {} came and {} went by other commands; that stays as it is",
                    text::plural(report.came_meanwhile, "coding"), report.went_meanwhile));
  }
  context.print(report.changes.empty() ? fmt::format("Nothing to change on {}\n", report.source)
                                       : fmt::format("{} added, {} removed on {}\n",
                                                     text::plural(report.added, "coding"),
                                                     report.removed, report.source));
}

void import_bytes(Context& context, const Arguments& arguments, const std::string& name,
                  const std::string& bytes) {
  study::Project project = context.open_to_write();
  print_report(context, study::import_annotation(project, {arguments.argument("SOURCE"), name,
                                                           bytes, arguments.has("create")}));
}

void export_to(Context& context, const Arguments& arguments, const std::string& path) {
  study::Project project = context.open_to_read();
  OutputFile file(path == "-" ? std::nullopt : std::optional(path));
  file.stream() << study::export_annotation(project, arguments.argument("SOURCE")).bytes;
  file.finish();
}

/// True if an edit that was not finished is to go on; false if the transcript is to be taken anew.
bool goes_on(const Arguments& arguments, const KeptEdit& edit) {
  const bool unfinished = edit.is_unfinished();
  if (arguments.has("resume") && !unfinished) {
    throw Error("there is no unfinished edit of this source to go on with");
  }
  if (!unfinished || arguments.has("discard")) return false;
  if (arguments.has("resume")) return true;
  if (!can_ask()) {
    throw Error(
        fmt::format("{}: an edit of {} was not finished; --resume goes on with it, --discard "
                    "begins anew",
                    edit.path().string(), edit.time()));
  }
  if (ask(fmt::format("An edit of {} was not finished. Go on with it?", edit.time()))) return true;
  if (ask("Throw it away and begin anew?")) return false;
  throw Error("nothing was done; the edit is kept");
}

/// Edits until the codings are in the study, or the person gives up; the file is kept then.
void edit_until_done(Context& context, const Arguments& arguments, const KeptEdit& edit,
                     const std::string& editor) {
  while (true) {
    try {
      edit_file(editor, edit.path());
      import_bytes(context, arguments, edit.path().filename().string(), edit.read());
      edit.remove();
      return;
    } catch (const Error& error) {
      context.notice(error.what());
      if (can_ask() && ask("Edit it again?")) continue;
      throw Error(
          fmt::format("what you wrote is kept in {}; \"themata annotate {} --resume\" goes on "
                      "with it",
                      edit.path().string(), arguments.argument("SOURCE")));
    }
  }
}

/// The study is not open, and so not locked, while the editor is.
study::AnnotationFile begin(Context& context, const Arguments& arguments) {
  study::Project project = context.open_to_write();
  return study::begin_annotation(project, arguments.argument("SOURCE"));
}

void run(Context& context, const Arguments& arguments) {
  const auto from = arguments.text("import");
  const auto to = arguments.text("export");
  if (from && to) throw UsageError("either --export or --import");
  if (to) {
    export_to(context, arguments, *to);
    return;
  }
  if (from) {
    const std::string name = *from == "-" ? "standard input" : *from;
    import_bytes(context, arguments, name, study::read_file(*from));
    return;
  }
  const std::string editor = editor_command();
  const study::AnnotationFile file = begin(context, arguments);
  const KeptEdit edit(file);
  if (!goes_on(arguments, edit)) edit.write(file.bytes);
  edit_until_done(context, arguments, edit, editor);
}

}  // namespace

std::vector<Command> annotate_commands() {
  return {{
      .name = "annotate",
      .summary = "Opens a transcript in an editor, with its codes between the words",
      .details =
          "In $VISUAL or $EDITOR, with the codings of the coder who works; those of others are not "
          "shown and stay. The first lines of the file say how marks are written. When it is saved "
          "and closed, the codings become those that are marked: new ones are added, missing ones "
          "removed, all others left alone, as one command of the log. The words must stay as they "
          "are. An empty or unchanged file changes nothing.\n\n"
          "What is wrong is told with its line, and the edit is kept, in a folder that only you "
          "can "
          "read, and offered again; so is one whose editor crashed. A coding whose ends were moved "
          "keeps its memo.\n\n"
          "--export and --import do the same without an editor.",
      .arguments = {{"SOURCE", "the source's name, or its beginning"}},
      .options = {{.name = "export",
                   .value = "FILE",
                   .help = "writes the transcript with its marks there (- for standard output)",
                   .is_path = true},
                  {.name = "import",
                   .value = "FILE",
                   .help = "takes the codings from such a file",
                   .is_path = true},
                  {.name = "create", .value = "", .help = "makes codes that the study has not"},
                  {.name = "resume",
                   .value = "",
                   .help = "goes on with an edit that was not finished"},
                  {.name = "discard", .value = "", .help = "throws such an edit away"}},
      .examples = {{"themata annotate joanne", "Codes Joanne's interview in your editor."},
                   {"themata annotate joanne --export joanne.txt", "The same, without an editor."}},
      .run = run,
  }};
}

}  // namespace themata::cli
