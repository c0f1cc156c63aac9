#pragma once

#include <string>
#include <utility>

#include "unit/container/archives.hpp"

namespace themata::ingest::test {

using container::test::Members;
using container::test::zipped;

/// The parts of a workbook that are not told: one sheet "Data" of these rows, no shared strings.
struct WorkbookParts {
  std::string rows;              ///< `<row>` elements
  std::string after_rows = {};   ///< what follows `sheetData`
  std::string strings = {};      ///< `<si>` elements
  std::string styles = {};       ///< what is in `styleSheet`
  std::string properties = {};   ///< in front of `sheets`
  std::string more_sheets = {};  ///< `<sheet>` elements behind the first; r:id is rId1
};

inline std::string workbook(const WorkbookParts& parts) {
  const std::string main =
      "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
      "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
  const std::string relationships =
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
  const std::string type =
      "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  return zipped(
      {{"_rels/.rels", relationships + "<Relationship Id=\"a\" " + type +
                           "officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"},
       {"xl/workbook.xml", "<workbook " + main + ">" + parts.properties +
                               "<sheets><sheet name=\"Data\" sheetId=\"1\" r:id=\"rId1\"/>" +
                               parts.more_sheets + "</sheets></workbook>"},
       {"xl/_rels/workbook.xml.rels",
        relationships + "<Relationship Id=\"rId1\" " + type +
            "worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" " + type +
            "sharedStrings\" Target=\"/xl/sharedStrings.xml\"/><Relationship Id=\"rId3\" " + type +
            "styles\" Target=\"../xl/styles.xml\"/><Relationship Id=\"rId4\" " + type +
            "worksheet\" Target=\"worksheets/sheet2.xml\"/></Relationships>"},
       {"xl/worksheets/sheet1.xml", "<worksheet " + main + "><sheetData>" + parts.rows +
                                        "</sheetData>" + parts.after_rows + "</worksheet>"},
       {"xl/worksheets/sheet2.xml",
        "<worksheet " + main +
            "><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>other</t></is></c></row>"
            "</sheetData></worksheet>"},
       {"xl/sharedStrings.xml", "<sst " + main + ">" + parts.strings + "</sst>"},
       {"xl/styles.xml", "<styleSheet " + main + ">" + parts.styles + "</styleSheet>"}});
}

inline std::string workbook_of_rows(std::string rows) {
  WorkbookParts parts;
  parts.rows = std::move(rows);
  return workbook(parts);
}

}  // namespace themata::ingest::test
