#include "themata/exchange/detail/kept_parts.hpp"

#include <string_view>

#include "themata/exchange/detail/refi_guid.hpp"
#include "themata/exchange/detail/refi_schema.hpp"
#include "themata/exchange/detail/xml_document.hpp"

namespace themata::exchange::detail {

namespace {

bool is_reference(std::string_view element) {
  return element == "CodeRef" || element == "NoteRef" || element == "SourceRef" ||
         element == "SelectionRef" || element == "VariableRef" || element.starts_with("Member");
}

/// An element that cannot be without the reference in it.
bool stands_by_reference(std::string_view element) {
  return element == "Coding" || element == "VariableValue";
}

/// Takes out what refers to something else than `known`.
void take_out_dangling(pugi::xml_node node, const std::unordered_set<std::string>& known) {
  for (pugi::xml_node child = node.first_child(); child;) {
    const pugi::xml_node next = child.next_sibling();
    take_out_dangling(child, known);
    const std::string_view name = local_name(child.name());
    const bool dangles =
        is_reference(name) && !known.contains(plain_guid(attribute(child, "targetGUID")));
    const bool is_empty = stands_by_reference(name) && !child.first_child();
    if (dangles || is_empty) node.remove_child(child);
    child = next;
  }
}

}  // namespace

KeptElements::KeptElements(const model::PortableStudy& study) {
  if (study.kept.empty()) return;
  learn(study);
  std::vector<pugi::xml_node> nodes;
  for (const model::KeptPart& part : study.kept) {
    pugi::xml_node holder = document_.append_child("kept");
    holder.append_buffer(part.xml.data(), part.xml.size(),
                         pugi::parse_default | pugi::parse_ws_pcdata_single);
    nodes.push_back(holder.first_child());
    learn_guids(nodes.back());
  }
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const model::KeptPart& part = study.kept[i];
    if (!prepare(nodes[i], part)) {
      left_out_.push_back(part.name);
    } else if (part.kind == "Link") {
      links_.push_back(nodes[i]);
    } else if (part.kind == "Set") {
      sets_.push_back(nodes[i]);
    } else if (part.kind == "Graph") {
      graphs_.push_back(nodes[i]);
    } else {
      sources_.push_back(nodes[i]);
    }
  }
}

void KeptElements::learn(const model::PortableStudy& study) {
  const auto learn_memos = [&](const std::vector<model::PortableMemo>& memos) {
    for (const auto& memo : memos) known_.insert(as_guid(memo.guid));
  };
  for (const auto& coder : study.coders) known_.insert(as_guid(coder.guid));
  for (const auto& code : study.codebook.codes) {
    known_.insert(as_guid(code.guid));
    learn_memos(code.memos);
  }
  for (const auto& theme : study.codebook.themes) {
    known_.insert(as_guid(theme.label.guid));
    learn_memos(theme.label.memos);
  }
  for (const auto& participant : study.participants) {
    known_.insert(as_guid(participant.guid));
    learn_memos(participant.memos);
  }
  learn_memos(study.memos);
  for (const std::string& source : study.source_guids) known_.insert(as_guid(source));
}

void KeptElements::learn_guids(pugi::xml_node node) {
  if (const std::string guid = plain_guid(attribute(node, "guid")); !guid.empty()) {
    known_.insert(guid);
  }
  for (const pugi::xml_node child : node.children()) learn_guids(child);
}

bool KeptElements::prepare(pugi::xml_node node, const model::KeptPart& part) {
  if (!node || local_name(node.name()) != part.kind) return false;
  take_out_dangling(node, known_);
  for (const char* end : {"originGUID", "targetGUID"}) {
    if (part.kind == "Link" && !known_.contains(plain_guid(attribute(node, end)))) return false;
  }
  if (part.kind == "Set" && !child(node, "MemberCode") && !child(node, "MemberSource") &&
      !child(node, "MemberNote")) {
    return false;
  }
  return !fault_by_schema(node).has_value();
}

}  // namespace themata::exchange::detail
