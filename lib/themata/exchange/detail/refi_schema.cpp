#include "themata/exchange/detail/refi_schema.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <fmt/format.h>

#include "themata/error.hpp"
#include "themata/exchange/color.hpp"
#include "themata/exchange/detail/refi_guid.hpp"
#include "themata/exchange/detail/xml_document.hpp"

namespace themata::exchange::detail {

namespace {

/// One element of the schemas. `children`: what may be in it, in this order; `a|b` is either, `?`
/// behind it at most one, `*` any number, `+` one at least. `attributes`: their names, `!` behind
/// one that must be there, `:type` behind one that is no mere string.
struct Rule {
  std::string_view children;
  std::string_view attributes;
};

constexpr std::string_view creation =
    "creatingUser:guid creationDateTime modifyingUser:guid modifiedDateTime ";
constexpr std::string_view target = "targetGUID!:guid";
constexpr std::string_view text_source =
    "Description? PlainTextContent? PlainTextSelection* Coding* NoteRef* VariableValue*";
constexpr std::string_view selection = "Description? Coding* NoteRef*";

std::string with_creation(std::string_view attributes) {
  return fmt::format("{} {}", creation, attributes);
}

const std::unordered_map<std::string_view, Rule>& rules() {
  static const std::string text = with_creation("guid!:guid name richTextPath plainTextPath");
  static const std::string medium = with_creation("guid!:guid name path currentPath");
  static const std::string in_text =
      with_creation("guid!:guid name startPosition!:integer endPosition!:integer");
  static const std::string corners =
      "firstX!:integer firstY!:integer secondX!:integer secondY!:integer";
  static const std::string in_picture = with_creation("guid!:guid name " + corners);
  static const std::string in_pdf = with_creation("guid!:guid name page!:integer " + corners);
  static const std::string in_time = with_creation("guid!:guid name begin!:integer end!:integer");
  static const std::string in_transcript =
      with_creation("guid!:guid name fromSyncPoint:guid toSyncPoint:guid");
  static const std::unordered_map<std::string_view, Rule> all = {
      {"Project",
       {"Users? CodeBook? Variables? Cases? Sources? Notes? Links? Sets? Graphs? Description? "
        "NoteRef*",
        "name! origin creatingUserGUID:guid creationDateTime modifyingUserGUID:guid "
        "modifiedDateTime basePath"}},
      {"Users", {"User+", ""}},
      {"User", {"", "guid!:guid name id"}},
      {"Codes", {"Code+", ""}},
      {"Code", {"Description? NoteRef* Code*", "guid!:guid name! isCodable!:boolean color:color"}},
      {"Variables", {"Variable+", ""}},
      {"Variable", {"Description?", "guid!:guid name! typeOfVariable!:variable"}},
      {"Cases", {"Case+", ""}},
      {"Case",
       {"Description? CodeRef* VariableValue* SourceRef* SelectionRef*", "guid!:guid name"}},
      {"VariableValue",
       {"VariableRef "
        "TextValue|BooleanValue|IntegerValue|FloatValue|DateValue|DateTimeValue?",
        ""}},
      {"Sources", {"TextSource|PictureSource|PDFSource|AudioSource|VideoSource+", ""}},
      {"TextSource", {text_source, text}},
      {"Note", {text_source, text}},
      {"Representation", {text_source, text}},
      {"TextDescription", {text_source, text}},
      {"PlainTextSelection", {selection, in_text}},
      {"PictureSource",
       {"Description? TextDescription? PictureSelection* Coding* NoteRef* VariableValue*", medium}},
      {"PictureSelection", {selection, in_picture}},
      {"PDFSource",
       {"Description? PDFSelection* Representation? Coding* NoteRef* VariableValue*", medium}},
      {"PDFSelection", {"Description? Representation? Coding* NoteRef*", in_pdf}},
      {"AudioSource",
       {"Description? Transcript* AudioSelection* Coding* NoteRef* VariableValue*", medium}},
      {"AudioSelection", {selection, in_time}},
      {"VideoSource",
       {"Description? Transcript* VideoSelection* Coding* NoteRef* VariableValue*", medium}},
      {"VideoSelection", {selection, in_time}},
      {"Transcript",
       {"Description? PlainTextContent? SyncPoint* TranscriptSelection* NoteRef*", text}},
      {"SyncPoint", {"", "guid!:guid timeStamp:integer position:integer"}},
      {"TranscriptSelection", {selection, in_transcript}},
      {"Coding", {"CodeRef NoteRef*", "guid!:guid creatingUser:guid creationDateTime"}},
      {"Notes", {"Note+", ""}},
      {"Links", {"Link+", ""}},
      {"Link",
       {"NoteRef*",
        "guid!:guid name direction:direction color:color originGUID:guid targetGUID:guid"}},
      {"Sets", {"Set+", ""}},
      {"Set", {"Description? MemberCode* MemberSource* MemberNote*", "guid!:guid name!"}},
      {"Graphs", {"Graph+", ""}},
      {"Graph", {"Vertex* Edge*", "guid!:guid name"}},
      {"Vertex",
       {"",
        "guid!:guid representedGUID:guid name firstX!:integer firstY!:integer secondX:integer "
        "secondY:integer shape:shape color:color"}},
      {"Edge",
       {"",
        "guid!:guid representedGUID:guid name sourceVertex!:guid targetVertex!:guid color:color "
        "direction:direction lineStyle:line"}},
      {"CodeRef", {"", target}},
      {"NoteRef", {"", target}},
      {"SourceRef", {"", target}},
      {"SelectionRef", {"", target}},
      {"VariableRef", {"", target}},
      {"MemberSource", {"", target}},
      {"MemberNote", {"", target}},
  };
  return all;
}

std::optional<Rule> rule_of(std::string_view element, bool of_codebook) {
  if (element == "CodeBook") {
    return of_codebook ? Rule{"Codes Sets?", "origin"} : Rule{"Codes", ""};
  }
  if (element == "MemberCode") return Rule{"", of_codebook ? "guid!:guid" : target};
  if (of_codebook && element == "Code") {
    return Rule{"Description? Code*", "guid!:guid name! isCodable!:boolean color:color"};
  }
  if (of_codebook && element == "Set") return Rule{"Description? MemberCode*", "guid!:guid name!"};
  const auto found = rules().find(element);
  if (found == rules().end()) return std::nullopt;
  return found->second;
}

std::vector<std::string_view> split(std::string_view text, char between) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(between), text.size());
    if (end > 0) parts.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

bool is_one_of(std::string_view value, std::string_view words) {
  const auto all = split(words, ' ');
  return std::find(all.begin(), all.end(), value) != all.end();
}

bool is_integer(std::string_view value) {
  if (value.starts_with('-') || value.starts_with('+')) value.remove_prefix(1);
  return !value.empty() && value.find_first_not_of("0123456789") == std::string_view::npos;
}

bool is_color(std::string_view value) {
  return value.starts_with('#') && (value.size() == 7 || value.size() == 4) && read_color(value);
}

bool is_of_type(const std::string& value, std::string_view type) {
  if (type == "guid") return !plain_guid(value).empty();
  if (type == "integer") return is_integer(value);
  if (type == "boolean") return is_one_of(value, "true false 1 0");
  if (type == "color") return is_color(value);
  if (type == "direction") return is_one_of(value, "Associative OneWay Bidirectional");
  if (type == "line") return is_one_of(value, "dotted dashed solid");
  if (type == "variable") return is_one_of(value, "Text Boolean Integer Float Date DateTime");
  if (type == "shape") {
    return is_one_of(value,
                     "Person Oval Rectangle RoundedRectangle Star LeftTriangle RightTriangle "
                     "UpTriangle DownTriangle Note");
  }
  return true;
}

std::string place_of(pugi::xml_node node) {
  return fmt::format("<{}{}>", node.name(),
                     node.attribute("guid")
                         ? fmt::format(" guid=\"{}\"", node.attribute("guid").value())
                         : std::string());
}

std::optional<std::string> fault_of_attributes(pugi::xml_node node, std::string_view spec) {
  std::vector<std::string_view> known;
  for (const std::string_view word : split(spec, ' ')) {
    const std::string_view name = word.substr(0, word.find_first_of("!:"));
    const std::size_t colon = word.find(':');
    known.push_back(name);
    const pugi::xml_attribute found = node.attribute(std::string(name).c_str());
    if (!found) {
      if (word.find('!') == std::string_view::npos) continue;
      return fmt::format("{} has no attribute {}", place_of(node), name);
    }
    if (colon == std::string_view::npos) continue;
    if (!is_of_type(found.value(), word.substr(colon + 1))) {
      return fmt::format("{} has {}=\"{}\"", place_of(node), name, found.value());
    }
  }
  for (const pugi::xml_attribute one : node.attributes()) {
    const std::string_view name = one.name();
    if (name.starts_with("xmlns") || name.find(':') != std::string_view::npos) continue;
    if (std::find(known.begin(), known.end(), name) != known.end()) continue;
    return fmt::format("{} has an attribute {} that the standard does not know", place_of(node),
                       name);
  }
  return std::nullopt;
}

std::optional<std::string> fault_of_children(pugi::xml_node node, std::string_view spec) {
  std::vector<std::string_view> names;
  for (const pugi::xml_node child : node.children()) {
    if (child.type() == pugi::node_element) names.push_back(local_name(child.name()));
  }
  auto next = names.begin();
  for (std::string_view group : split(spec, ' ')) {
    const char last = group.back();
    const bool counted = last == '?' || last == '*' || last == '+';
    if (counted) group.remove_suffix(1);
    const auto alternatives = split(group, '|');
    std::size_t count = 0;
    const bool many = last == '*' || last == '+';
    while (next != names.end() && (many || count == 0) &&
           std::find(alternatives.begin(), alternatives.end(), *next) != alternatives.end()) {
      ++next;
      ++count;
    }
    const bool needed = !counted || last == '+';
    if (needed && count == 0) return fmt::format("{} has no <{}>", place_of(node), group);
  }
  if (next == names.end()) return std::nullopt;
  return fmt::format("<{}> may not be in {}, or not there", *next, place_of(node));
}

void require_valid(const std::string& xml, const char* root, bool of_codebook) {
  const XmlDocument document("the file to be written", xml);
  std::optional<std::string> fault;
  if (!is_element(document.root(), root)) fault = "its root element is another";
  if (!fault) fault = fault_by_schema(document.root(), of_codebook);
  if (!fault) return;
  throw Error(
      "nothing was written, because it would not be valid by the standard, which is a fault "
      "of Themata and should be reported: " +
      *fault);
}

}  // namespace

std::optional<std::string> fault_by_schema(pugi::xml_node element, bool of_codebook) {
  const auto rule = rule_of(local_name(element.name()), of_codebook);
  if (!rule) return std::nullopt;  // a leaf with a value
  if (auto fault = fault_of_attributes(element, rule->attributes)) return fault;
  if (auto fault = fault_of_children(element, rule->children)) return fault;
  for (const pugi::xml_node child : element.children()) {
    if (child.type() != pugi::node_element) continue;
    if (auto fault = fault_by_schema(child, of_codebook)) return fault;
  }
  return std::nullopt;
}

void require_valid_project(const std::string& xml) { require_valid(xml, "Project", false); }

void require_valid_codebook(const std::string& xml) { require_valid(xml, "CodeBook", true); }

}  // namespace themata::exchange::detail
