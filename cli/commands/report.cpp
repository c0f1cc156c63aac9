#include "cli/context.hpp"
#include "cli/filter_options.hpp"
#include "cli/output_file.hpp"
#include "cli/registry.hpp"
#include "cli/terminal.hpp"
#include "themata/study/study_report.hpp"

namespace themata::cli {

namespace {

void run_report(Context& context, const Arguments& arguments) {
  const auto path = arguments.text("output");
  if (!path) throw UsageError("say where the page goes: -o FILE.html");
  study::ReportRequest request;
  request.share =
      report::parse_share(arguments.text("share").value_or("excerpts")).value();  // a choice
  request.title = arguments.text("title");
  request.program = "Themata " THEMATA_VERSION;
  request.filter = filter_from(arguments);
  study::Project project = context.open_to_read();
  OutputFile file(path);
  {
    ProgressBar bar("writing");
    study::write_report(project, request, file.stream(),
                        [&](std::size_t done, std::size_t all) { bar.show(done, all); });
  }
  file.finish();
  context.print("Wrote " + *path + ", which holds " +
                (request.share == report::Share::all        ? "the transcripts"
                 : request.share == report::Share::excerpts ? "the coded words"
                                                            : "no words of the transcripts") +
                "\n");
}

}  // namespace

std::vector<Command> report_commands() {
  return {{
      .name = "report",
      .summary = "Writes the study as one page to look at in a browser",
      .details =
          "One file with everything in it, which needs no network and no other file: the overview, "
          "the tree of themes, the quotations, term tables with their charts, matrices, the "
          "codebook, and the excerpts, which can be filtered by theme, code, participant, source "
          "and words. Every count leads to the excerpts behind it, every excerpt to its place.\n"
          "Since such a file travels, --share says how much of the transcripts is in it: the coded "
          "words and those around the hits of terms (excerpts, unless said otherwise), no words at "
          "all (none), or the transcripts as they are, with the coded words marked (all). "
          "Attributes of participants, memos, the journal and names of files never go into it; "
          "names that stand in the texts do, so pseudonymise first (\"themata source "
          "pseudonymise\").",
      .arguments = {},
      .options = with_filter_options(
          {{.name = "output",
            .value = "FILE",
            .help = "the page, such as study.html",
            .letter = 'o',
            .is_path = true},
           {.name = "share",
            .value = "WHAT",
            .help = "of the transcripts: none, excerpts (unless said otherwise) or all",
            .choices = {"none", "excerpts", "all"}},
           {.name = "title", .value = "TEXT", .help = "above the page, instead of the study's"}},
          false),
      .examples = {{"themata report -o study.html", "To show to colleagues."},
                   {"themata report --share all -o mine.html",
                    "With the transcripts, for the team alone."}},
      .run = run_report,
  }};
}

}  // namespace themata::cli
