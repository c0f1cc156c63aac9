#include "themata/exchange/refi_codebook.hpp"

#include <ostream>
#include <sstream>
#include <utility>

#include <fmt/format.h>

#include "themata/error.hpp"
#include "themata/exchange/detail/own_record.hpp"
#include "themata/exchange/detail/refi_codes.hpp"
#include "themata/exchange/detail/refi_schema.hpp"

namespace themata::exchange {

namespace {

void write_sets(const model::PortableCodebook& codebook, pugi::xml_node root,
                detail::XmlWriting& xml) {
  const auto sets = detail::code_sets(codebook);
  if (sets.empty()) return;
  pugi::xml_node list = root.append_child("Sets");
  for (const detail::CodeSet& set : sets) {
    pugi::xml_node node = list.append_child("Set");
    xml.attribute(node, "guid", set.guid);
    xml.attribute(node, "name", set.name);
    for (const std::string& code : set.codes) {
      xml.attribute(node.append_child("MemberCode"), "guid", code);
    }
  }
}

}  // namespace

std::vector<std::string> write_refi_codebook(const model::PortableStudy& study, std::ostream& out) {
  const model::PortableCodebook& codebook = study.codebook;
  if (codebook.codes.empty() && codebook.themes.empty()) {
    throw InputError(
        "the study has no code and no theme yet, and a REFI-QDA codebook needs one; themata code "
        "add makes one");
  }
  std::vector<std::string> remarks;
  detail::XmlWriting xml;
  pugi::xml_document document;
  pugi::xml_node declaration = document.append_child(pugi::node_declaration);
  declaration.append_attribute("version").set_value("1.0");
  declaration.append_attribute("encoding").set_value("UTF-8");
  pugi::xml_node root = document.append_child("CodeBook");
  root.append_attribute("xmlns").set_value("urn:QDA-XML:codebook:1.0");
  xml.attribute(root, "origin", study.origin);
  detail::write_codes(codebook, {}, root.append_child("Codes"), xml, remarks);
  write_sets(codebook, root, xml);
  detail::OwnRecordWriter record;
  record.codebook(study);
  std::ostringstream text;
  detail::print_document(document, text);
  text << record.instruction();
  detail::require_valid_codebook(text.str());
  out << text.str();
  if (const std::size_t replaced = xml.replaced(); replaced > 0) {
    remarks.push_back(fmt::format("{} characters that XML does not allow became U+FFFD", replaced));
  }
  return remarks;
}

RefiCodebook read_refi_codebook(const std::string& name, std::string bytes) {
  const detail::XmlDocument document(name, std::move(bytes));
  const pugi::xml_node root = document.root();
  if (!detail::is_element(root, "CodeBook") ||
      !detail::name_space(root).starts_with("urn:QDA-XML:codebook")) {
    throw InputError(name, fmt::format("is no REFI-QDA codebook: its root element is <{}>, not "
                                       "<CodeBook> of urn:QDA-XML:codebook",
                                       root.name()));
  }
  detail::CodesReader reader(name, nullptr);
  reader.read_codes(detail::child(root, "Codes"));
  for (const pugi::xml_node set : detail::child(root, "Sets").children()) {
    if (detail::is_element(set, "Set")) reader.read_set(set, "guid");
  }
  RefiCodebook result;
  model::PortableStudy study;
  study.codebook = reader.take();
  result.remarks = reader.remarks();
  if (const auto instruction = document.instruction(detail::own_record_target);
      !instruction.empty()) {
    detail::OwnRecord(name, instruction).lay_over(study);
  }
  result.codebook = std::move(study.codebook);
  return result;
}

}  // namespace themata::exchange
