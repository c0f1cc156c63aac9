#include <cstdint>

#include <fmt/format.h>

#include "cli/context.hpp"
#include "cli/registry.hpp"
#include "themata/study/flags.hpp"
#include "themata/text/plural.hpp"

namespace themata::cli {

namespace {

void run_unflag(Context& context, const Arguments& arguments) {
  std::vector<std::int64_t> ids;
  for (const std::string& word : arguments.arguments("ID")) {
    ids.push_back(static_cast<std::int64_t>(parse_number("ID", word, 1)));
  }
  study::Project project = context.open_to_write();
  const std::size_t settled = study::clear_flags(project, ids);
  context.print(fmt::format("Settled {}\n", text::plural(settled, "coding")));
}

}  // namespace

std::vector<Command> unflag_commands() {
  return {{
      .name = "unflag",
      .summary = "Takes flags away from codings that were looked at",
      .details =
          "The codings stay as they are. Those with a flag are listed by \"themata excerpts "
          "--flagged\"; one that is on the wrong words is taken away by \"themata unapply\" and "
          "made anew.",
      .arguments = {{"ID", "ids of codings", Argument::Count::some}},
      .options = {},
      .examples = {{"themata unflag 17 18", "Both, or none if one has no flag."}},
      .run = run_unflag,
  }};
}

}  // namespace themata::cli
