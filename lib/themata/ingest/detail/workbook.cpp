#include "themata/ingest/detail/workbook.hpp"

#include <algorithm>
#include <charconv>
#include <unordered_map>
#include <utility>
#include <vector>

#include "themata/container/zip_archive.hpp"
#include "themata/error.hpp"
#include "themata/ingest/detail/cell_value.hpp"
#include "themata/ingest/detail/sheet_limits.hpp"
#include "themata/ingest/detail/xml.hpp"
#include "themata/model/names.hpp"
#include "themata/text/decode.hpp"
#include "themata/text/plural.hpp"

namespace themata::ingest::detail {

namespace {

constexpr std::size_t not_a_number = static_cast<std::size_t>(-1);

/// A whole number from 0, or `not_a_number`.
std::size_t whole_number(std::string_view digits) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  const bool is_whole = error == std::errc() && end == digits.data() + digits.size();
  return is_whole ? number : not_a_number;
}

bool is_true(std::string_view value) { return value == "1" || value == "true"; }

/// The name of the member that a relationship of `part` leads to.
std::string target_of(std::string_view part, std::string_view target) {
  if (target.starts_with('/')) return std::string(target.substr(1));
  std::string folder{part.substr(0, part.rfind('/') + 1)};
  while (target.starts_with("../")) {
    target.remove_prefix(3);
    if (!folder.empty()) folder.pop_back();
    folder.erase(folder.rfind('/') + 1);
  }
  return folder + std::string(target);
}

struct Relationship {
  std::string type;  ///< the last part of its URI: "worksheet", "sharedStrings"
  std::string target;
};

/// What a part of the workbook refers to, by id.
std::unordered_map<std::string, Relationship> relationships(container::ZipArchive& archive,
                                                            const std::string& part) {
  std::unordered_map<std::string, Relationship> result;
  const std::size_t name = part.rfind('/') + 1;
  const std::string file = part.substr(0, name) + "_rels/" + part.substr(name) + ".rels";
  auto bytes = archive.read_if_there(file);
  if (!bytes) return result;
  const XmlPart xml(std::move(*bytes), file);
  for (const pugi::xml_node node : xml.root().children("Relationship")) {
    const std::string_view type = attribute(node, "Type");
    result.emplace(attribute(node, "Id"),
                   Relationship{std::string(type.substr(type.rfind('/') + 1)),
                                target_of(part, attribute(node, "Target"))});
  }
  return result;
}

/// The text of a shared or inline string: its runs, without how it is spoken (`rPh`).
std::string string_of(pugi::xml_node node) {
  std::string text;
  for (const pugi::xml_node child : node.children()) {
    if (is_element(child, "t")) text += text_within(child);
    if (is_element(child, "r")) {
      for (const pugi::xml_node run : child.children("t")) text += text_within(run);
    }
  }
  return plain_cell_text(text);
}

struct SheetEntry {
  std::string name;
  std::string part;
  bool is_hidden = false;
};

/// Reads the cells of one sheet.
class SheetReader {
 public:
  SheetReader(const std::vector<std::string>& strings, const std::vector<NumberFormat>& formats,
              bool from_1904, MergedCells merged)
      : strings_(strings), formats_(formats), from_1904_(from_1904), merged_(merged) {}

  Sheet read(pugi::xml_node root) {
    for (const pugi::xml_node row : root.child("sheetData").children("row")) read_row(row);
    std::stable_sort(sheet_.rows.begin(), sheet_.rows.end(),
                     [](const SheetRow& a, const SheetRow& b) { return a.number < b.number; });
    if (merged_ == MergedCells::in_each_row) {
      for (const pugi::xml_node merged : root.child("mergeCells").children("mergeCell")) {
        fill_down(attribute(merged, "ref"));
      }
    }
    tell();
    return std::move(sheet_);
  }

 private:
  void read_row(pugi::xml_node node) {
    const std::size_t told = whole_number(attribute(node, "r"));
    next_row_ = told == not_a_number ? next_row_ + 1 : told;
    if (next_row_ == 0 || next_row_ > 1'048'576) {
      throw InputError("is damaged: a row of the sheet has an impossible number");
    }
    SheetRow row;
    row.number = next_row_;
    std::size_t next_column = 0;
    for (const pugi::xml_node cell : node.children("c")) {
      if (const std::string_view reference = attribute(cell, "r"); !reference.empty()) {
        const auto place = cell_place(reference);
        if (!place) {
          throw InputError("is damaged: a cell of the sheet has the impossible reference \"" +
                           std::string(reference.substr(0, 40)) + "\"");
        }
        next_column = place->column;
      }
      put(row, next_column++, value_of(cell));
    }
    if (row.cells.empty()) return;
    if (is_true(attribute(node, "hidden"))) ++hidden_rows_;
    sheet_.rows.push_back(std::move(row));
  }

  /// An empty value takes no room.
  void put(SheetRow& row, std::size_t column, std::string value) {
    if (value.empty()) return;
    const std::size_t count = row.cells.size();
    limits_.add(column < count ? 0 : column + 1 - count, value.size());
    if (column >= count) row.cells.resize(column + 1);
    row.cells[column] = std::move(value);
  }

  [[nodiscard]] std::string value_of(pugi::xml_node cell) const {
    const std::string_view type = attribute(cell, "t");
    if (type == "inlineStr") return string_of(cell.child("is"));
    const std::string value = text_within(cell.child("v"));
    if (value.empty()) return {};
    if (type == "s") {
      const std::size_t index = whole_number(value);
      if (index >= strings_.size()) {
        throw InputError("is damaged: a cell of the sheet refers to a text that is not there");
      }
      return strings_[index];
    }
    if (type == "b") return is_true(value) ? "TRUE" : "FALSE";
    if (!type.empty() && type != "n") return plain_cell_text(value);  // str, e, d
    const std::size_t style = whole_number(attribute(cell, "s"));
    const NumberFormat format = style < formats_.size() ? formats_[style] : NumberFormat::number;
    return shown_number(value, format, from_1904_);
  }

  /// What stands in the first of merged cells holds for the rows that it reaches over.
  void fill_down(std::string_view reference) {
    const std::size_t colon = reference.find(':');
    if (colon == reference.npos) return;
    const auto first = cell_place(reference.substr(0, colon));
    const auto last = cell_place(reference.substr(colon + 1));
    if (!first || !last || last->row <= first->row) return;
    const auto by_number = [](const SheetRow& row, std::size_t number) {
      return row.number < number;
    };
    auto row = std::lower_bound(sheet_.rows.begin(), sheet_.rows.end(), first->row + 1, by_number);
    if (row == sheet_.rows.end() || row->number != first->row + 1) return;
    if (first->column >= row->cells.size()) return;
    const std::string value = row->cells[first->column];
    for (++row; row != sheet_.rows.end() && row->number <= last->row + 1; ++row) {
      put(*row, first->column, value);
      ++filled_;
    }
  }

  void tell() {
    if (hidden_rows_ > 0) {
      sheet_.notices.push_back({0, text::plural(hidden_rows_, "row") +
                                       (hidden_rows_ == 1 ? " is" : " are") +
                                       " hidden in the workbook, and read all the same"});
    }
    if (filled_ > 0) {
      sheet_.notices.push_back({0,
                                "cells are merged over several rows; what they hold was taken "
                                "for each of these rows"});
    }
  }

  const std::vector<std::string>& strings_;
  const std::vector<NumberFormat>& formats_;
  bool from_1904_;
  MergedCells merged_;
  Sheet sheet_;
  SheetLimits limits_;
  std::size_t next_row_ = 0;
  std::size_t hidden_rows_ = 0;
  std::size_t filled_ = 0;
};

class Workbook {
 public:
  Workbook(std::string_view bytes, MergedCells merged) : archive_(bytes), merged_(merged) {
    const std::string part = main_part();
    const auto targets = relationships(archive_, part);
    const XmlPart xml(archive_.read(part), part);
    from_1904_ = is_true(attribute(xml.root().child("workbookPr"), "date1904"));
    for (const pugi::xml_node node : xml.root().child("sheets").children("sheet")) {
      const auto target = targets.find(std::string(attribute(node, "r:id")));
      const std::string_view state = attribute(node, "state");
      const bool is_worksheet = target != targets.end() && target->second.type == "worksheet";
      if (!is_worksheet) continue;  // a chart
      sheets_.push_back({plain_cell_text(attribute(node, "name")), target->second.target,
                         !state.empty() && state != "visible"});
    }
    if (sheets_.empty()) throw InputError("has no sheet of cells");
    for (const auto& [id, one] : targets) {
      if (one.type == "sharedStrings") read_strings(one.target);
      if (one.type == "styles") read_formats(one.target);
    }
  }

  Sheet sheet_named(const std::string& name) {
    std::vector<std::string> names;
    for (const SheetEntry& entry : sheets_) names.push_back(entry.name);
    return read(sheets_[model::find_name("sheet", name, names)]);
  }

  Sheet first_with_content() {
    std::vector<std::string> others;
    Sheet found;
    for (const bool hidden : {false, true}) {
      for (const SheetEntry& entry : sheets_) {
        if (entry.is_hidden != hidden) continue;
        if (found.rows.empty()) {
          found = read(entry);
        } else {
          others.push_back('"' + entry.name + (hidden ? "\" (hidden)" : "\""));
        }
      }
    }
    if (found.rows.empty()) throw InputError("the workbook is empty");
    tell_others(others, found);
    return found;
  }

 private:
  std::string main_part() {
    for (const auto& [id, one] : relationships(archive_, "")) {
      if (one.type != "officeDocument") continue;
      if (one.target.ends_with(".bin")) {
        throw InputError("is a binary workbook (.xlsb); save it as .xlsx");
      }
      return one.target;
    }
    return "xl/workbook.xml";
  }

  void read_strings(const std::string& part) {
    auto bytes = archive_.read_if_there(part);
    if (!bytes) return;
    const XmlPart xml(std::move(*bytes), part);
    for (const pugi::xml_node node : xml.root().children("si")) strings_.push_back(string_of(node));
  }

  void read_formats(const std::string& part) {
    auto bytes = archive_.read_if_there(part);
    if (!bytes) return;
    const XmlPart xml(std::move(*bytes), part);
    std::unordered_map<std::size_t, NumberFormat> own;
    for (const pugi::xml_node node : xml.root().child("numFmts").children("numFmt")) {
      own.emplace(whole_number(attribute(node, "numFmtId")),
                  format_of_code(attribute(node, "formatCode")));
    }
    for (const pugi::xml_node node : xml.root().child("cellXfs").children("xf")) {
      const std::size_t id = whole_number(attribute(node, "numFmtId"));
      const auto found = own.find(id);
      constexpr std::size_t built_in = 164;
      if (found != own.end()) {
        formats_.push_back(found->second);
      } else {
        formats_.push_back(id < built_in ? built_in_format(static_cast<int>(id))
                                         : NumberFormat::number);
      }
    }
  }

  Sheet read(const SheetEntry& entry) {
    const XmlPart xml(archive_.read(entry.part), entry.part);
    Sheet sheet = SheetReader(strings_, formats_, from_1904_, merged_).read(xml.root());
    sheet.name = entry.name;
    sheet.encoding = "UTF-8";
    if (entry.is_hidden) sheet.notices.push_back({0, "the sheet \"" + entry.name + "\" is hidden"});
    return sheet;
  }

  static void tell_others(const std::vector<std::string>& others, Sheet& sheet) {
    constexpr std::size_t shown = 8;
    if (others.empty()) return;
    std::string list;
    for (std::size_t i = 0; i < std::min(others.size(), shown); ++i) {
      list += (i > 0 ? ", " : "") + others[i];
    }
    if (others.size() > shown) list += " and " + std::to_string(others.size() - shown) + " more";
    sheet.notices.push_back({0, "only the sheet \"" + sheet.name +
                                    "\" was read; the workbook has " + list +
                                    " besides (--sheet NAME)"});
  }

  container::ZipArchive archive_;
  MergedCells merged_;
  bool from_1904_ = false;
  std::vector<SheetEntry> sheets_;
  std::vector<std::string> strings_;
  std::vector<NumberFormat> formats_;
};

}  // namespace

Sheet read_workbook(std::string_view bytes, const std::optional<std::string>& sheet,
                    MergedCells merged) {
  Workbook workbook(bytes, merged);
  return sheet ? workbook.sheet_named(*sheet) : workbook.first_with_content();
}

}  // namespace themata::ingest::detail
