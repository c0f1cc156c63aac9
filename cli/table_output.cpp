#include "cli/table_output.hpp"

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string_view>

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/context.hpp"
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

/// True if what is written to standard error does not come among the rows of a table that goes to
/// the path, or else to standard output: into the same file or pipe, or onto a terminal where
/// another program shows them.
bool errors_stay_apart(const std::optional<std::string>& path) {
  struct stat table {};
  struct stat errors {};
  const int failed = path ? ::stat(path->c_str(), &table) : ::fstat(STDOUT_FILENO, &table);
  if (failed != 0 || ::fstat(STDERR_FILENO, &errors) != 0) return false;
  if (is_terminal_error()) return !S_ISFIFO(table.st_mode);
  return table.st_dev != errors.st_dev || table.st_ino != errors.st_ino;
}

void print_note(const std::vector<std::string>& note) {
  std::ostringstream text;
  report::write_table_note(note, report::TableFormat::text, 0, text);
  print_message(text.str());
}

}  // namespace

TableOutput::TableOutput(const Arguments& arguments, const std::vector<report::Column>& columns,
                         bool passages)
    : path_(arguments.text("output")), file_(path_), format_(table_format(arguments)) {
  if (!path_ && is_terminal_output()) width_ = terminal_width();
  writer_ = report::make_table_writer(
      format_, file_.stream(), {.width = width_, .highlight = width_ > 0, .passages = passages});
  writer_->begin(columns);
}

void TableOutput::finish(const std::vector<std::string>& note) {
  writer_->finish();
  if (report::carries_note(format_)) {
    if (!note.empty()) file_.stream() << '\n';
    report::write_table_note(note, format_, width_, file_.stream());
  } else if (!is_stream()) {
    write_note_beside(note);
  } else if (!note.empty() && errors_stay_apart(path_)) {
    file_.stream().flush();  // the table comes before what is said about it
    print_note(note);
  }
  file_.finish();
}

bool TableOutput::is_stream() const {
  if (!path_) return true;
  std::error_code ignored;  // then it is a file to be
  return std::filesystem::exists(*path_, ignored) &&
         !std::filesystem::is_regular_file(*path_, ignored);
}

void TableOutput::write_note_beside(const std::vector<std::string>& note) const {
  const std::string beside = *path_ + ".note.txt";
  if (note.empty()) {
    // that of a table which this one takes the place of would say what is not so
    std::error_code ignored;
    if (is_note(beside)) std::filesystem::remove(beside, ignored);
    return;
  }
  OutputFile file(beside);
  report::write_table_note(note, report::TableFormat::text, 0, file.stream());
  file.finish();
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
