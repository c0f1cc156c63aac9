#include <map>
#include <utility>

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

void run_rename(Context& context, const Arguments& arguments) {
  study::Project project = context.open_to_write();
  const study::RenamedSpeaker renamed =
      study::rename_speaker(project, arguments.argument("LABEL"), arguments.argument("NEW-LABEL"),
                            arguments.text("source"));
  context.print(fmt::format("{} is now {} in {}\n", renamed.before, renamed.now,
                            text::plural(renamed.sources, "source")));
}

/// "  Joanne = joanne in talk, group"
void print_who_they_are(const Context& context, const study::MergedSpeakers& merged) {
  constexpr std::size_t most_named = 5;
  std::vector<std::pair<std::string, std::vector<std::string>>> sources;  // of each, in order
  std::map<std::string, std::size_t> numbers;
  for (const study::SpeakerSummary& speaker : merged.speakers) {
    const std::string who = speaker.participant.empty()
                                ? std::string(model::to_string(speaker.speaker.role))
                                : speaker.participant;
    const auto [number, is_new] = numbers.try_emplace(who, sources.size());
    if (is_new) sources.push_back({who, {}});
    sources[number->second].second.push_back(speaker.source);
  }
  for (const auto& [who, names] : sources) {
    context.print(fmt::format("  {} = {} in {}\n", merged.into, who,
                              names.size() > most_named
                                  ? text::plural(names.size(), "source")
                                  : fmt::format("{}", fmt::join(names, ", "))));
  }
}

void run_merge(Context& context, const Arguments& arguments) {
  const auto into = arguments.text("into");
  if (!into) throw UsageError("give --into LABEL, the speaker that they are");
  study::Project project = context.open_to_write();
  const study::MergedSpeakers merged =
      study::merge_speakers(project, arguments.arguments("LABEL"), *into, arguments.text("source"));
  context.print(
      fmt::format("Now {} in {}\n", merged.into, text::plural(merged.speakers.size(), "source")));
  print_who_they_are(context, merged);
  if (!merged.participants.empty()) {
    context.print(fmt::format("No longer a participant, since nobody speaks under the name: {}\n",
                              fmt::join(merged.participants, ", ")));
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
      {
          .name = "speaker rename",
          .summary = "Gives a label another spelling",
          .details =
              "In every source that has the label, or in one. Tables and excerpts show the new "
              "label; the transcript's text stays, and so do the speaker's role and participant "
              "(\"participant rename\" changes that name).",
          .arguments = {{"LABEL", "the label as in the transcripts"},
                        {"NEW-LABEL", "the label it gets"}},
          .options =
              with_why({{.name = "source", .value = "SOURCE", .help = "only in this source"}}),
          .examples = {{"themata speaker rename SPEAKER_01 Moderator",
                        "Whisper's second speaker led the group."}},
          .run = run_rename,
      },
      {
          .name = "speaker merge",
          .summary = "Makes several labels one speaker",
          .details =
              "Their turns become those of one label: two spellings of a name, or a speaker whom a "
              "program took for two. In every source that has one of them, or in one. Where a "
              "source has them but not the label they become, they take its role and participant "
              "from the other sources; but if that label is a generic one (P1, Speaker 2), or not "
              "the same person's in all of them, they stay who they are and get the label only. "
              "The transcript's text stays.",
          .arguments = {{"LABEL", "labels that are the same speaker", Argument::Count::some}},
          .options =
              with_why({{.name = "into", .value = "LABEL", .help = "the label they all get"},
                        {.name = "source", .value = "SOURCE", .help = "only in this source"}}),
          .examples = {{"themata speaker merge Jonane Johanne --into Joanne",
                        "Two slips of the transcriber."}},
          .run = run_merge,
      },
  };
}

}  // namespace themata::cli
