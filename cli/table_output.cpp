#include "cli/table_output.hpp"

#include <filesystem>
#include <fstream>
#include <sstream>

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/context.hpp"
#include "cli/spreadsheet_module.hpp"
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
      fmt::format("{}: its extension says no format of a table; use .txt, .csv, .tsv, .json, .md, "
                  ".tex, .html, .docx or .xlsx, or --format",
                  *path));
}

namespace {

/// True for a file that this program wrote beside a table.
bool is_note(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::string line;
  std::getline(file, line);
  return line.starts_with("Note. ") || line.starts_with("Table. ");
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

/// Title, note and footnotes, without the table.
void write_about(const std::string& title, const report::TableFoot& foot, std::ostream& out) {
  if (!title.empty()) out << "Table. " << title << '\n';
  report::write_text_foot(foot, 0, out);
}

/// A title that stands on paper though nobody asked for it.
bool is_titled(report::TableFormat format) {
  return format == report::TableFormat::latex || format == report::TableFormat::html ||
         report::is_binary(format);
}

}  // namespace

std::unique_ptr<report::TableWriter> table_writer(report::TableFormat format, std::ostream& out,
                                                  const report::WriterOptions& options) {
  if (format == report::TableFormat::xlsx) return xlsx_writer_of_module(out);
  return report::make_table_writer(format, out, options);
}

TableOutput::TableOutput(const Arguments& arguments, const std::vector<report::Column>& columns,
                         const TableLook& look)
    : path_(arguments.text("output")),
      title_(arguments.text("title")),
      note_(arguments.text("note")),
      file_(path_),
      format_(table_format(arguments)) {
  if (!path_ && is_terminal_output()) {
    if (report::is_binary(format_)) {
      throw UsageError("such a file is not for a terminal: add -o FILE");
    }
    width_ = terminal_width();
  }
  writer_ = table_writer(format_, file_.stream(),
                         {.width = width_, .highlight = width_ > 0, .passages = look.passages});
  begin(columns, look.title);
}

void TableOutput::begin(const std::vector<report::Column>& columns, const std::string& title) {
  shown_title_ = title_.value_or(is_titled(format_) ? title : std::string());
  footnotes_ = report::footnotes_of(columns);
  writer_->begin(columns, shown_title_);
}

void TableOutput::next_table(const std::vector<std::string>& note,
                             const std::vector<report::Column>& columns, const std::string& title) {
  writer_->finish(with_own_note(note));
  begin(columns, title);
}

std::vector<std::string> TableOutput::with_own_note(const std::vector<std::string>& note) const {
  std::vector<std::string> all;
  if (note_) all.push_back(*note_);
  all.insert(all.end(), note.begin(), note.end());
  return all;
}

void TableOutput::finish(const std::vector<std::string>& note) {
  const report::TableFoot foot{with_own_note(note), footnotes_};
  writer_->finish(foot.note);
  writer_->close();
  if (report::is_rows_only(format_)) finish_rows_only(foot);
  file_.finish();
}

void TableOutput::finish_rows_only(const report::TableFoot& foot) {
  if (!is_stream()) return write_note_beside(foot);
  if ((foot.empty() && shown_title_.empty()) || !errors_stay_apart(path_)) return;
  file_.stream().flush();  // the table comes before what is said about it
  std::ostringstream text;
  write_about(shown_title_, foot, text);
  print_message(text.str());
}

bool TableOutput::is_stream() const {
  if (!path_) return true;
  std::error_code ignored;  // then it is a file to be
  return std::filesystem::exists(*path_, ignored) &&
         !std::filesystem::is_regular_file(*path_, ignored);
}

void TableOutput::write_note_beside(const report::TableFoot& foot) const {
  const std::string beside = *path_ + ".note.txt";
  if (foot.empty() && shown_title_.empty()) {
    // that of a table which this one takes the place of would say what is not so
    std::error_code ignored;
    if (is_note(beside)) std::filesystem::remove(beside, ignored);
    return;
  }
  OutputFile file(beside);
  write_about(shown_title_, foot, file.stream());
  file.finish();
}

void require_room_for_tables(const Arguments& arguments) {
  if (!report::is_rows_only(table_format(arguments))) return;
  throw UsageError(
      "csv, tsv and json hold one table: write each to a file of its own, or all as text, md, "
      "latex, "
      "html, docx or xlsx");
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
