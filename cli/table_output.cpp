#include "cli/table_output.hpp"

#include <filesystem>
#include <fstream>
#include <string_view>

#include <fmt/format.h>

#include "cli/terminal.hpp"
#include "themata/report/table_note.hpp"
#include "themata/text/clock_time.hpp"

namespace themata::cli {

report::TableFormat table_format(const Arguments& arguments) {
  if (const auto word = arguments.text("format")) {
    return report::parse_table_format(*word).value();  // one of the option's choices
  }
  const auto path = arguments.text("output");
  if (!path) return report::TableFormat::text;
  if (const auto format = report::table_format_of(*path)) return *format;
  throw UsageError(
      fmt::format("{}: its extension says no format of a table; use .txt, .csv, .tsv, .json or "
                  ".md, or --format",
                  *path));
}

namespace {

/// True for a file that this program wrote as the note of a table.
bool is_note(const std::string& path) {
  constexpr std::string_view beginning = "Note. Terms of ";
  std::string read(beginning.size(), '\0');
  std::ifstream file(path, std::ios::binary);
  file.read(read.data(), static_cast<std::streamsize>(read.size()));
  return file && read == beginning;
}

}  // namespace

TableOutput::TableOutput(const Arguments& arguments, const std::vector<report::Column>& columns)
    : path_(arguments.text("output")), file_(path_), format_(table_format(arguments)) {
  if (!path_ && is_terminal_output()) width_ = terminal_width();
  writer_ = report::make_table_writer(format_, file_.stream(),
                                      {.width = width_, .highlight = width_ > 0});
  writer_->begin(columns);
}

void TableOutput::finish(const std::vector<std::string>& note) {
  writer_->finish();
  const bool below = report::carries_note(format_);
  if (below && !note.empty()) {
    file_.stream() << '\n';
    report::write_table_note(note, format_, width_, file_.stream());
  }
  if (!below && path_) write_note_beside(note);
  file_.finish();
}

void TableOutput::write_note_beside(const std::vector<std::string>& note) const {
  std::error_code ignored;  // then it is none
  const bool special = std::filesystem::exists(*path_, ignored) &&
                       !std::filesystem::is_regular_file(*path_, ignored);  // a pipe, a device
  const std::string beside = *path_ + ".note.txt";
  if (note.empty()) {
    // that of a table which this one takes the place of would say what is not so
    if (is_note(beside)) std::filesystem::remove(beside, ignored);
  } else if (!special) {
    OutputFile file(beside);
    report::write_table_note(note, report::TableFormat::text, 0, file.stream());
    file.finish();
  }
}

report::Column text_column(std::string name) {
  return {std::move(name), report::Column::Kind::text};
}

report::Column number_column(std::string name) {
  return {std::move(name), report::Column::Kind::number};
}

report::Column time_column() { return {"time", report::Column::Kind::text, true}; }

report::Cell time_cell(const std::optional<std::chrono::milliseconds>& started) {
  return started ? text::clock_time(*started) : std::string{};
}

report::Cell count(std::size_t number) { return static_cast<std::int64_t>(number); }

}  // namespace themata::cli
