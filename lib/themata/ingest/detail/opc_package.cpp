#include "themata/ingest/detail/opc_package.hpp"

#include <vector>

#include "themata/error.hpp"
#include "themata/ingest/detail/xml.hpp"

namespace themata::ingest::detail {

namespace {

std::string_view folder_of(std::string_view part) {
  const std::size_t slash = part.rfind('/');
  return slash == part.npos ? std::string_view{} : part.substr(0, slash);
}

/// `target` as seen from the folder of `part`, without `.` and `..`; it cannot leave the archive.
std::string resolved(std::string_view part, std::string_view target) {
  std::string path{target};
  if (!target.starts_with('/')) path = std::string{folder_of(part)} + "/" + path;
  std::vector<std::string_view> names;
  std::string_view rest = path;
  while (!rest.empty()) {
    const std::size_t slash = rest.find('/');
    const std::string_view name = rest.substr(0, slash);
    rest.remove_prefix(slash == rest.npos ? rest.size() : slash + 1);
    if (name == ".." && !names.empty()) names.pop_back();
    if (!name.empty() && name != "." && name != "..") names.push_back(name);
  }
  std::string result;
  for (const std::string_view name : names) (result += result.empty() ? "" : "/") += name;
  return result;
}

std::string relationships_of(std::string_view part) {
  const std::string_view folder = folder_of(part);
  const std::string_view name = folder.empty() ? part : part.substr(folder.size() + 1);
  return std::string{folder} + (folder.empty() ? "" : "/") + "_rels/" + std::string{name} + ".rels";
}

[[noreturn]] void refuse_kind(std::string_view type) {
  const auto is = [&](std::string_view kind) { return type.find(kind) != type.npos; };
  if (is("spreadsheetml")) throw InputError("is an Excel workbook; rename it to .xlsx");
  if (is("wordprocessingml")) throw InputError("is a Word document; rename it to .docx");
  if (is("presentationml")) throw InputError("is a PowerPoint presentation, which is not read");
  throw InputError(
      "is a ZIP file, but not of the kind that its name says; open it with the program that it is "
      "from and save it anew");
}

}  // namespace

std::optional<std::string> OpcPackage::related_part(std::string_view part, std::string_view type) {
  const std::string name = relationships_of(part);
  std::optional<std::string> content = archive_.read_if_there(name);
  if (!content) return std::nullopt;
  const XmlPart xml(*std::move(content), name);
  const std::string end = "/" + std::string{type};
  for (const pugi::xml_node one : xml.root().children("Relationship")) {
    if (!attribute(one, "Type").ends_with(end)) continue;
    if (attribute(one, "TargetMode") == "External") continue;
    std::string target = resolved(part, attribute(one, "Target"));
    if (archive_.contains(target)) return target;
  }
  return std::nullopt;
}

std::string OpcPackage::content_type_of(std::string_view part) {
  constexpr std::string_view name = "[Content_Types].xml";
  std::optional<std::string> content = archive_.read_if_there(name);
  if (!content) return {};
  const XmlPart xml(*std::move(content), name);
  std::string_view by_extension;
  const std::string_view extension = part.substr(part.rfind('.') + 1);
  for (const pugi::xml_node one : xml.root().children()) {
    const std::string_view type = attribute(one, "ContentType");
    if (is_element(one, "Override") && resolved({}, attribute(one, "PartName")) == part) {
      return std::string{type};
    }
    if (is_element(one, "Default") && attribute(one, "Extension") == extension) by_extension = type;
  }
  return std::string{by_extension};
}

std::string OpcPackage::main_part(std::string_view kind) {
  if (archive_.contains("mimetype")) {
    const std::string type = archive_.read("mimetype");
    if (type.find("opendocument.text") != type.npos) {
      throw InputError("is an OpenDocument text; rename it to .odt");
    }
  }
  const std::optional<std::string> part = related_part("", "officeDocument");
  const std::string type = part ? content_type_of(*part) : std::string{};
  if (!part || type.find(kind) == type.npos) refuse_kind(type);
  return *part;
}

}  // namespace themata::ingest::detail
