#include <filesystem>

#include "cli/comment_import.hpp"
#include "cli/context.hpp"
#include "cli/registry.hpp"
#include "cli/table_output.hpp"
#include "themata/study/sources.hpp"

namespace themata::cli {

namespace {

/// The source of the file's own name.
std::string source_named_after(study::Project& project, const std::string& file) {
  const std::string stem = std::filesystem::path(file).stem().string();
  for (const study::SourceSummary& one : study::list_sources(project)) {
    if (one.source.name == stem) return stem;
  }
  throw UsageError("give --onto SOURCE, whose text the file has: no source is named \"" + stem +
                   "\", as the file is");
}

void run_import(Context& context, const Arguments& arguments) {
  study::CommentRequest request =
      comment_request(arguments, arguments.text("as").value_or("codes"));
  request.file = arguments.argument("FILE");
  const bool yes = arguments.has("yes");
  study::Project project = yes ? context.open_to_write() : context.open_to_read();
  const auto source = arguments.text("onto");
  request.source = source ? *source : source_named_after(project, request.file);
  import_comments(context, arguments, project, request, yes);
}

std::vector<Option> options() {
  std::vector<Option> all = {
      {.name = "onto",
       .value = "SOURCE",
       .help = "the source that has the file's text (the one of the file's name, if there is one)"},
      {.name = "as",
       .value = "WHAT",
       .help = "what they become (codes unless said otherwise)",
       .choices = {"codes", "memos"}}};
  for (Option& option : comment_options()) all.push_back(std::move(option));
  return with_table_options(std::move(all));
}

}  // namespace

std::vector<Command> comments_commands() {
  return {{
      .name = "comments import",
      .summary = "Makes codings of the comments in a Word file",
      .details =
          "For those who code in the margin: the words that a comment is on become the segment, "
          "the "
          "comment the code's name, its author the coder. Several codes in one comment are parted "
          "by "
          "semicolons or lines; what reads like a remark (a sentence, a question, \"Note: ...\") "
          "becomes a memo. The file is a copy of a transcript that the study has: its text may "
          "have "
          "been corrected since on either side, and a comment on words that are not there any more "
          "is "
          "told and left aside.\n"
          "What would be done is shown first, as a table that \"apply --from\" reads; --yes does "
          "it. "
          "The same file twice changes nothing.",
      .arguments = {{"FILE", "a .docx or .odt file with comments", Argument::Count::one, true}},
      .options = options(),
      .examples = {{"themata comments import joanne-ana.docx --onto joanne",
                    "What Ana's comments would become."},
                   {"themata comments import joanne-ana.docx --onto joanne --yes", "Does it."},
                   {"themata comments import joanne-ana.docx --onto joanne -o codings.csv",
                    "The proposals, to be edited in a spreadsheet."}},
      .run = run_import,
  }};
}

}  // namespace themata::cli
