#include <algorithm>
#include <string_view>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/context.hpp"
#include "cli/registry.hpp"
#include "cli/table_output.hpp"
#include "themata/model/names.hpp"
#include "themata/study/participants.hpp"
#include "themata/text/plural.hpp"

namespace themata::cli {

namespace {

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

/// A column of the participants' table: an attribute (none: the name) under a heading.
struct ShownAttribute {
  std::string attribute;
  std::string heading;
};

/// "age=Age category, gender": attributes of the study, in this order, each with its heading.
std::vector<ShownAttribute> columns_from(const std::string& written,
                                         const std::vector<std::string>& attributes) {
  std::vector<ShownAttribute> columns{{"", "participant"}};
  for (std::size_t at = 0; at <= written.size();) {
    const std::size_t end = std::min(written.find(',', at), written.size());
    const std::string_view part = trimmed(std::string_view(written).substr(at, end - at));
    const std::size_t equals = part.find('=');
    const std::string name(trimmed(part.substr(0, equals)));
    const std::string heading(equals == std::string_view::npos ? name
                                                               : trimmed(part.substr(equals + 1)));
    at = end + 1;
    if (name.empty()) throw UsageError("--columns: write attributes, parted by commas");
    if (name == "participant") {
      columns.front().heading = heading;
    } else {
      columns.push_back({attributes[model::find_name("attribute", name, attributes)], heading});
    }
  }
  return columns;
}

void run_list(Context& context, const Arguments& arguments) {
  study::Project project = context.open_to_read();
  const std::vector<std::string> attributes = study::list_attributes(project);
  std::vector<ShownAttribute> shown{{"", "participant"}};
  if (const auto columns = arguments.text("columns")) {
    shown = columns_from(*columns, attributes);
  } else {
    for (const std::string& name : attributes) shown.push_back({name, name});
  }
  std::vector<report::Column> columns;
  for (const ShownAttribute& one : shown) columns.push_back(text_column(one.heading));
  TableOutput table(arguments, columns, {.title = "Participants"});
  for (const model::Participant& participant : study::list_participants(project)) {
    std::vector<report::Cell> row;
    for (const ShownAttribute& one : shown) {
      row.emplace_back(one.attribute.empty() ? participant.name
                                             : std::string(participant.attribute(one.attribute)));
    }
    table.row(row);
  }
  table.finish();
}

void run_import(Context& context, const Arguments& arguments) {
  study::Project project = context.open_to_write();
  const study::ParticipantImport outcome =
      study::import_participants(project, arguments.argument("FILE"));
  context.print(fmt::format("Read {} with {}\n", text::plural(outcome.rows, "participant"),
                            outcome.attributes.empty()
                                ? "no attributes"
                                : fmt::format("{}", fmt::join(outcome.attributes, ", "))));
  if (!outcome.without_source.empty()) {
    context.notice(fmt::format("in the file, but in no transcript: {}",
                               fmt::join(outcome.without_source, ", ")));
  }
  if (!outcome.without_row.empty()) {
    context.notice(fmt::format("in a transcript, but not in the file: {}",
                               fmt::join(outcome.without_row, ", ")));
  }
}

void run_set(Context& context, const Arguments& arguments) {
  std::vector<model::Attribute> attributes;
  for (const std::string& word : arguments.arguments("ATTRIBUTE=VALUE")) {
    attributes.push_back(parse_attribute(word));
  }
  study::Project project = context.open_to_write();
  const bool changed =
      study::set_participant(project, arguments.argument("PARTICIPANT"), attributes);
  context.print(changed ? "Changed the participant\n" : "Nothing to change\n");
}

void run_rename(Context& context, const Arguments& arguments) {
  study::Project project = context.open_to_write();
  const study::Renamed name = study::rename_participant(project, arguments.argument("PARTICIPANT"),
                                                        arguments.argument("NEW-NAME"));
  context.print(
      fmt::format("{} is now {}; texts and labels stay as they are\n", name.before, name.now));
}

const Argument participant_argument = {"PARTICIPANT", "the participant's name, or its beginning"};

}  // namespace

std::vector<Command> participant_commands() {
  return {
      {
          .name = "participant list",
          .summary = "Lists the participants with their attributes",
          .details = "",
          .arguments = {},
          .options = with_table_options(
              {{.name = "columns",
                .value = "ATTRIBUTE=HEADING,...",
                .help = "only these attributes, in this order, each under its heading (its name, "
                        "if none is given); participant=HEADING names the first column"}}),
          .examples = {{"themata participant list", "A row for each participant."}},
          .run = run_list,
      },
      {
          .name = "participant import",
          .summary = "Reads the participants' attributes from a table",
          .details = "The first column holds the names, each other column an attribute. Names "
                     "without a transcript, and the reverse, are reported.",
          .arguments = {{.name = "FILE", .help = "a CSV table", .is_path = true}},
          .options = {},
          .examples = {{"themata participant import participants.csv",
                        "Age band, gender, or whatever the columns are."}},
          .run = run_import,
      },
      {
          .name = "participant set",
          .summary = "Sets attributes of a participant",
          .details = "An attribute that the study does not have is added to it. An empty value "
                     "takes the attribute's value away.",
          .arguments = {participant_argument,
                        {"ATTRIBUTE=VALUE", "what to set", Argument::Count::some}},
          .options = {},
          .examples = {{"themata participant set Joanne age=30-39 sessions=48", "Sets both."}},
          .run = run_set,
      },
      {
          .name = "participant rename",
          .summary = "Gives a participant another pseudonym",
          .details = "In tables and excerpts. What the transcripts say stays as it is.",
          .arguments = {participant_argument, {"NEW-NAME", "the pseudonym"}},
          .options = with_why({}),
          .examples = {{"themata participant rename P07 Joanne", "P07 is Joanne from now on."}},
          .run = run_rename,
      },
  };
}

}  // namespace themata::cli
