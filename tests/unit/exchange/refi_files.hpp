#pragma once

#include <cstdlib>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <unistd.h>

#include "themata/container/zip_writer.hpp"
#include "themata/exchange/position_map.hpp"
#include "themata/exchange/refi_project_reader.hpp"
#include "themata/text/utf8.hpp"

namespace themata::exchange::test {

/// A folder that goes with the test.
class Folder {
 public:
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "themata-XXXXXX").string();
    path_ = ::mkdtemp(name.data());
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  [[nodiscard]] std::filesystem::path operator/(const std::string& name) const {
    return path_ / name;
  }

 private:
  std::filesystem::path path_;
};

/// Members of an archive: names and contents.
using Members = std::vector<std::pair<std::string, std::string>>;

inline std::filesystem::path write_zip(const Folder& folder, const Members& members,
                                       const std::string& name = "project.qdpx") {
  container::ZipWriter writer(folder / name);
  for (const auto& [member, content] : members) {
    writer.add(member, [content = content] { return content; });
  }
  writer.finish();
  return folder / name;
}

inline std::string in_project(const std::string& content, const std::string& attributes = "") {
  return R"(<?xml version="1.0" encoding="utf-8"?><Project xmlns="urn:QDA-XML:project:1.0" name="P" )" +
         attributes + ">" + content + "</Project>";
}

inline std::string guid(int number) {
  std::string digits = std::to_string(number);
  return "00000000-0000-4000-8000-" + std::string(12 - digits.size(), '0') + digits;
}

/// How a program writes text and offsets.
struct Dialect {
  std::string name;
  bool mark = false;
  bool crlf = false;
  bool in_line = false;  ///< the text is in the .qde, not in a file
  OffsetConvention convention;
};

/// A place of the text (line ends LF) by a program's way of counting: one character at a time, and
/// nothing of the code under test.
inline long long counted(const std::string& text, std::size_t byte, const Dialect& dialect) {
  long long count = dialect.mark && dialect.convention.counts_mark ? 1 : 0;
  for (std::size_t at = 0; at < byte;) {
    const char32_t c = text::next_code_point(text, at);
    const bool wide = c > 0xFFFFU && dialect.convention.unit == OffsetConvention::Unit::utf16;
    count += wide ? 2 : 1;
    if (c != '\n') continue;
    if (dialect.convention.line_ends == OffsetConvention::LineEnds::two) ++count;
    if (dialect.convention.line_ends == OffsetConvention::LineEnds::as_in_file && dialect.crlf) {
      ++count;
    }
  }
  return count;
}

inline std::string as_written(const std::string& text, const Dialect& dialect) {
  std::string bytes = dialect.mark ? "\uFEFF" : "";
  for (const char c : text) {
    if (c == '\n' && dialect.crlf) bytes += '\r';
    bytes += c;
  }
  return bytes;
}

inline std::string escaped(const std::string& text) {
  std::string result;
  for (const char c : text) {
    if (c == '&')
      result += "&amp;";
    else if (c == '<')
      result += "&lt;";
    else if (c == '"')
      result += "&quot;";
    else if (c == '\n')
      result += ' ';  // as an attribute has it
    else
      result += c;
  }
  return result;
}

/// A selection of a text: its range, in bytes, and what the file calls it.
struct Selected {
  std::size_t begin;
  std::size_t end;
  std::string name;
};

/// A project of one source, every selection of which is coded.
inline Members project_of(const std::string& text, const std::vector<Selected>& selections,
                          const Dialect& dialect) {
  std::string xml =
      R"(<CodeBook><Codes><Code guid=")" + guid(1) +
      R"(" name="Code" isCodable="true"/></Codes></CodeBook><Sources><TextSource guid=")" +
      guid(2) + R"(" name="Source" )";
  if (!dialect.in_line) xml += "plainTextPath=\"internal://" + guid(2) + ".txt\"";
  xml += ">";
  if (dialect.in_line) {
    std::string content;
    for (const char c : text) content += c == '&' ? "&amp;" : c == '<' ? "&lt;" : std::string(1, c);
    xml += "<PlainTextContent>" + content + "</PlainTextContent>";
  }
  int number = 10;
  for (const Selected& one : selections) {
    const long long start = counted(text, one.begin, dialect);
    long long end = counted(text, one.end, dialect);
    if (dialect.convention.end_inclusive) --end;
    xml += "<PlainTextSelection guid=\"" + guid(number) + "\" name=\"" + escaped(one.name) +
           "\" startPosition=\"" + std::to_string(start) + "\" endPosition=\"" +
           std::to_string(end) + "\"><Coding guid=\"" + guid(500 + number) +
           "\"><CodeRef targetGUID=\"" + guid(1) + "\"/></Coding></PlainTextSelection>";
    ++number;
  }
  xml += "</TextSource></Sources>";
  Members members{{"project.qde", in_project(xml)}};
  if (!dialect.in_line) {
    members.emplace_back("Sources/" + guid(2) + ".txt", as_written(text, dialect));
  }
  return members;
}

}  // namespace themata::exchange::test
