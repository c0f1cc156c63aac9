#include "cli/comment_import.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/table_output.hpp"
#include "themata/text/plural.hpp"
#include "themata/text/printable.hpp"

namespace themata::cli {

namespace {

/// What a person should know of a code before it is made.
std::string remark_on(const study::ProposedCode& code) {
  if (!code.is_new) return "";
  return code.near.empty() ? "new code" : fmt::format("new code; nearly \"{}\"", code.near);
}

/// A row for each code, as `apply --from` reads them; a memo stands in its first.
void add_rows(const std::string& source, const study::CommentProposal& proposal,
              TableOutput& table) {
  const auto row = [&](const std::string& code, const std::string& memo, const std::string& note) {
    table.row({source, count(proposal.range.begin.value), count(proposal.range.end.value), code,
               proposal.coder, memo, proposal.excerpt, note});
  };
  if (proposal.codes.empty()) row("", proposal.memo, "memo on the source");
  for (std::size_t i = 0; i < proposal.codes.size(); ++i) {
    row(proposal.codes[i].name, i == 0 ? proposal.memo : "", remark_on(proposal.codes[i]));
  }
}

void print_table(const Arguments& arguments, const study::CommentPreview& preview) {
  TableOutput table(arguments, {text_column("source"), number_column("start"), number_column("end"),
                                text_column("code"), text_column("coder"), text_column("memo"),
                                text_column("text"), text_column("note")});
  for (const study::CommentProposal& proposal : preview.proposals) {
    add_rows(preview.source, proposal, table);
  }
  table.finish();
}

void tell_unplaced(const Context& context, const study::CommentPreview& preview) {
  const auto quoted = [](const std::string& words) {
    return fmt::format("\u201C{}\u201D", text::printable(words, text::LineBreaks::as_spaces));
  };
  for (const study::UnplacedComment& comment : preview.unplaced) {
    const std::string who = comment.author.empty() ? "" : " by " + comment.author;
    const std::string instead = comment.in_place.empty() ? "which are not in " + preview.source
                                                         : "in whose place " + preview.source +
                                                               " has " + quoted(comment.in_place);
    context.notice(fmt::format("left aside: the comment {}{} is on {}, {}; code it by hand",
                               quoted(comment.comment), who, quoted(comment.words), instead));
  }
}

void print_outcome(const Context& context, const study::CommentPreview& preview,
                   const study::AppliedComments& applied) {
  std::string text = fmt::format("Made {} and {} on {}", text::plural(applied.codings, "coding"),
                                 text::plural(applied.memos, "memo"), preview.source);
  if (applied.known > 0) text += fmt::format("; {} there before", applied.known);
  context.print(text + "\n");
  if (!applied.new_codes.empty()) {
    context.print_behind("", fmt::format("New codes: {}", fmt::join(applied.new_codes, ", ")),
                         "  ");
  }
}

}  // namespace

void import_comments(Context& context, const Arguments& arguments, study::Project& project,
                     const study::CommentRequest& request, bool yes) {
  const study::CommentPreview preview = study::preview_comments(project, request);
  print_table(arguments, preview);
  tell_unplaced(context, preview);
  if (yes) {
    print_outcome(context, preview, study::apply_comments(project, preview));
  } else {
    context.notice(
        fmt::format("nothing was coded yet: to do it, themata comments import \"{}\" --onto \"{}\" "
                    "--yes; or write "
                    "this table to a CSV file (-o), edit it, and read it with themata apply --from",
                    request.file, preview.source));
  }
}

std::vector<Option> comment_options() {
  return {{.name = "near",
           .value = "",
           .help = "takes a code of nearly the same name in place of a new one"},
          {.name = "ignore-authors",
           .value = "",
           .help = "makes all of it the work of the coder who runs the command"},
          {.name = "yes", .value = "", .help = "does it, after showing it"}};
}

study::CommentRequest comment_request(const Arguments& arguments, const std::string& as) {
  study::CommentRequest request;
  request.as = as == "memos" ? study::CommentsAs::memos : study::CommentsAs::codes;
  request.take_near = arguments.has("near");
  request.ignore_authors = arguments.has("ignore-authors");
  return request;
}

}  // namespace themata::cli
