#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/context.hpp"
#include "cli/registry.hpp"
#include "cli/table_output.hpp"
#include "themata/study/speakers.hpp"
#include "themata/text/plural.hpp"

namespace themata::cli {

namespace {

void run_list(Context& context, const Arguments& arguments) {
  study::Project project = context.open_to_read();
  const auto speakers = study::list_speakers(project);
  TableOutput table(arguments,
                    {text_column("source"), text_column("label"), text_column("role"),
                     text_column("participant"), number_column("turns"), number_column("words")});
  for (const study::SpeakerSummary& speaker : speakers) {
    table.row({speaker.source, speaker.speaker.label,
               std::string(model::to_string(speaker.speaker.role)), speaker.participant,
               count(speaker.turns), count(speaker.words)});
  }
  table.finish();
}

void run_set(Context& context, const Arguments& arguments) {
  study::SpeakerRequest request;
  request.label = arguments.argument("LABEL");
  request.source = arguments.text("source");
  request.participant = arguments.text("participant");
  if (const auto role = arguments.text("role")) request.role = model::parse_speaker_role(*role);
  if (!request.role && !request.participant) throw UsageError("give --role or --participant");
  study::Project project = context.open_to_write();
  const study::SpeakerOutcome outcome = study::set_speaker(project, request);
  context.print(
      fmt::format("Set {} in {}\n", request.label, text::plural(outcome.speakers, "source")));
  if (!outcome.participants.empty()) {
    context.print(fmt::format("No longer a participant, since nobody speaks under the name: {}\n",
                              fmt::join(outcome.participants, ", ")));
  }
}

}  // namespace

std::vector<Command> speaker_commands() {
  return {
      {
          .name = "speaker list",
          .summary = "Lists who speaks in which source",
          .details = "A row for each label in each source.",
          .arguments = {},
          .options = with_table_options({}),
          .examples = {{"themata speaker list", "Labels, roles, participants, turns and words."}},
          .run = run_list,
      },
      {
          .name = "speaker set",
          .summary = "Says who a label is",
          .details =
              "In every source that has the label, or in one. A researcher's words are not "
              "counted with the participants'; the role other (an interpreter, \"everyone\") "
              "is in no count of participants.",
          .arguments = {{"LABEL", "the label as in the transcripts"}},
          .options = {{.name = "source", .value = "SOURCE", .help = "only in this source"},
                      {.name = "role",
                       .value = "ROLE",
                       .help = "what the speaker is",
                       .choices = {"participant", "researcher", "other"}},
                      {.name = "participant",
                       .value = "NAME",
                       .help = "which participant the label means"}},
          .examples = {{"themata speaker set Sarah --role researcher",
                        "Sarah led the interviews; her words are not the participants'."},
                       {"themata speaker set P2 --source group --participant Joanne",
                        "In the group session, P2 is Joanne."}},
          .run = run_set,
      },
  };
}

}  // namespace themata::cli
