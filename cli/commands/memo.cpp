#include "cli/context.hpp"
#include "cli/registry.hpp"
#include "cli/table_output.hpp"
#include "themata/study/memos.hpp"

namespace themata::cli {

namespace {

void run_list(Context& context, const Arguments& arguments) {
  study::Project project = context.open_to_read();
  const auto memos = study::list_memos(project);
  TableOutput table(arguments, {number_column("id"), text_column("on"), text_column("name"),
                                text_column("coder"), text_column("text")});
  for (const study::MemoLine& memo : memos) {
    table.row({memo.id.value, memo.target, memo.name, memo.coder, memo.text});
  }
  table.finish();
}

}  // namespace

std::vector<Command> memo_commands() {
  return {{
      .name = "memo list",
      .summary = "Lists the memos",
      .details = "Memos come with codings: \"themata apply --memo\" and the column memo of a table "
                 "of codings.",
      .arguments = {},
      .options = with_table_options({}),
      .examples = {{"themata memo list", "Each memo with what it is attached to."}},
      .run = run_list,
  }};
}

}  // namespace themata::cli
