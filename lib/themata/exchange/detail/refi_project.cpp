#include "themata/exchange/detail/refi_project.hpp"

#include <algorithm>
#include <sstream>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "themata/error.hpp"
#include "themata/exchange/detail/refi_guid.hpp"
#include "themata/exchange/detail/refi_notes.hpp"
#include "themata/exchange/exchanged_text.hpp"
#include "themata/model/names.hpp"
#include "themata/text/name_key.hpp"

namespace themata::exchange::detail {

using model::PortableMemo;

namespace {

/// Every code that a coding applies.
void find_used_codes(pugi::xml_node node, std::unordered_set<std::string>& used) {
  for (const pugi::xml_node child : node.children()) {
    if (is_element(child, "Coding")) {
      used.insert(plain_guid(attribute(detail::child(child, "CodeRef"), "targetGUID")));
    } else {
      find_used_codes(child, used);
    }
  }
}

bool has_only_codes(pugi::xml_node set) {
  return child(set, "MemberCode") && !child(set, "MemberSource") && !child(set, "MemberNote");
}

bool is_medium(pugi::xml_node node) {
  return is_element(node, "PictureSource") || is_element(node, "PDFSource") ||
         is_element(node, "AudioSource") || is_element(node, "VideoSource");
}

bool is_text_of_medium(pugi::xml_node node) {
  return is_element(node, "Representation") || is_element(node, "Transcript") ||
         is_element(node, "TextDescription");
}

/// The notes that something refers to which Themata has.
void find_used_notes(pugi::xml_node node, std::unordered_set<std::string>& used) {
  for (const pugi::xml_node child : node.children()) {
    if (is_element(child, "NoteRef")) {
      used.insert(plain_guid(attribute(child, "targetGUID")));
    } else if (!is_medium(node) || is_text_of_medium(child)) {
      find_used_notes(child, used);
    }
  }
}

std::size_t count_codings(pugi::xml_node node) {
  std::size_t count = 0;
  for (const pugi::xml_node child : node.children()) {
    count += is_element(child, "Coding") ? 1 : count_codings(child);
  }
  return count;
}

}  // namespace

RefiProject::RefiProject(ProjectPackage& package)
    : package_(package), document_(package.name() + " (.qde)", package.project()) {
  const pugi::xml_node root = document_.root();
  if (!is_element(root, "Project") || !name_space(root).starts_with("urn:QDA-XML:project")) {
    throw InputError(document_.name(),
                     fmt::format("is no REFI-QDA project: its root element is <{}>, not <Project> "
                                 "of urn:QDA-XML:project",
                                 root.name()));
  }
  study_.origin = attribute(root, "origin");
  study_.title = model::usable_name(attribute(root, "name"), "");
  find_used_codes(child(root, "Sources"), used_codes_);
  read_users(child(root, "Users"));
  read_variables(child(root, "Variables"));
  read_notes(child(root, "Notes"));
  read_cases(child(root, "Cases"));
  read_codes(root);
  read_sources(child(root, "Sources"));
  read_links(child(root, "Links"));
  for (const pugi::xml_node graph : child(root, "Graphs").children()) {
    if (is_element(graph, "Graph")) keep(graph, attribute(graph, "name"), "graph");
  }
  finish(root);
}

std::optional<std::size_t> RefiProject::code(const std::string& guid) const {
  const auto found = codes_.find(guid);
  if (found == codes_.end()) return std::nullopt;
  return found->second;
}

std::optional<std::size_t> RefiProject::participant(const std::string& guid) const {
  const auto found = participants_.find(guid);
  if (found == participants_.end()) return std::nullopt;
  return found->second;
}

std::optional<std::size_t> RefiProject::coder(const std::string& guid) const {
  const auto found = coders_.find(guid);
  if (found == coders_.end()) return std::nullopt;
  return found->second;
}

const std::set<std::size_t>& RefiProject::participants_of(const std::string& guid) const {
  static const std::set<std::size_t> nobody;
  const auto found = participants_of_.find(guid);
  return found == participants_of_.end() ? nobody : found->second;
}

std::vector<PortableMemo> RefiProject::notes_of(pugi::xml_node node) {
  std::vector<PortableMemo> memos;
  for (const pugi::xml_node reference : node.children()) {
    if (!is_element(reference, "NoteRef")) continue;
    const auto found = notes_.find(plain_guid(attribute(reference, "targetGUID")));
    if (found == notes_.end()) continue;
    PortableMemo memo = found->second.memo;
    if (found->second.is_used) {  // a memo is on one thing
      memo.guid = derived_guid(memo.guid, fmt::format("on another thing {}", ++memos_));
    }
    found->second.is_used = true;
    memos.push_back(std::move(memo));
  }
  return memos;
}

std::optional<PortableMemo> RefiProject::description_of(pugi::xml_node node,
                                                        const std::string& guid) {
  std::string text = child_text(node, "Description");
  if (text.empty()) return std::nullopt;
  PortableMemo memo;
  memo.guid = derived_guid(guid, "description");
  memo.coder = coder(plain_guid(attribute(node, "creatingUser")));
  memo.created = time_of(node);
  memo.text = std::move(text);
  memo.order = ++memos_;
  return memo;
}

std::pair<std::string, std::string> RefiProject::value_of(pugi::xml_node variable_value) const {
  std::pair<std::string, std::string> result;
  for (const pugi::xml_node part : variable_value.children()) {
    if (is_element(part, "VariableRef")) {
      const auto found = variables_.find(plain_guid(attribute(part, "targetGUID")));
      if (found != variables_.end()) result.first = found->second;
    } else if (part.type() == pugi::node_element) {
      result.second = part.text().get();
    }
  }
  return result;
}

void RefiProject::read_users(pugi::xml_node users) {
  for (const pugi::xml_node user : users.children()) {
    if (!is_element(user, "User")) continue;
    const std::string guid = plain_guid(attribute(user, "guid"));
    const std::string name =
        model::usable_name(attribute(user, "name"),
                           model::usable_name(attribute(user, "id"),
                                              fmt::format("User {}", study_.coders.size() + 1)));
    if (guid.empty() || !coders_.emplace(guid, study_.coders.size()).second) continue;
    study_.coders.push_back({guid, name});
  }
}

void RefiProject::read_variables(pugi::xml_node variables) {
  for (const pugi::xml_node variable : variables.children()) {
    if (!is_element(variable, "Variable")) continue;
    variables_.emplace(plain_guid(attribute(variable, "guid")),
                       model::usable_name(attribute(variable, "name"), "variable"));
  }
}

void RefiProject::read_notes(pugi::xml_node notes) {
  std::size_t coded = 0;
  for (const pugi::xml_node node : notes.children()) {
    if (!is_element(node, "Note")) continue;
    Note note;
    note.memo.guid = plain_guid(attribute(node, "guid"));
    note.memo.coder = coder(plain_guid(attribute(node, "creatingUser")));
    note.memo.created = time_of(node);
    note.memo.order = ++memos_;
    std::string text = child_text(node, "PlainTextContent");
    if (const std::string path = attribute(node, "plainTextPath"); text.empty() && !path.empty()) {
      if (const auto bytes = package_.read(path)) text = read_exchanged_text(*bytes).text;
    }
    const std::string name = model::usable_name(attribute(node, "name"), "");
    if (!name.empty() && !text.starts_with(name)) text = name + (text.empty() ? "" : "\n\n") + text;
    note.memo.text = std::move(text);
    coded += count_codings(node);
    if (note.memo.guid.empty() || note.memo.text.empty()) continue;
    const std::string guid = note.memo.guid;
    if (notes_.emplace(guid, std::move(note)).second) note_order_.push_back(guid);
  }
  if (coded > 0) {
    study_.losses.push_back(
        fmt::format("{} codings of notes: a memo cannot be coded in Themata", coded));
  }
}

std::optional<std::size_t> RefiProject::attribute_index(const std::string& name) {
  if (name.empty()) return std::nullopt;
  for (std::size_t i = 0; i < study_.attributes.size(); ++i) {
    if (study_.attributes[i].name == name) return i;
  }
  std::string guid;
  for (const auto& [of, called] : variables_) {
    if (called == name) guid = of;
  }
  study_.attributes.push_back({guid, name});
  for (auto& participant : study_.participants) participant.values.emplace_back();
  return study_.attributes.size() - 1;
}

void RefiProject::attribute_values(pugi::xml_node node, model::PortableParticipant& participant) {
  for (const pugi::xml_node value : node.children()) {
    if (!is_element(value, "VariableValue")) continue;
    const auto [name, text] = value_of(value);
    const auto index = attribute_index(name);
    if (!index) continue;
    participant.values.resize(study_.attributes.size());
    participant.values[*index] = text;
  }
  participant.values.resize(study_.attributes.size());
}

void RefiProject::read_cases(pugi::xml_node cases) {
  for (const pugi::xml_node node : cases.children()) {
    if (is_element(node, "Case")) read_case(node);
  }
}

void RefiProject::read_case(pugi::xml_node node) {
  const std::size_t index = study_.participants.size();
  model::PortableParticipant participant;
  participant.guid = plain_guid(attribute(node, "guid"));
  if (participant.guid.empty() || !participants_.emplace(participant.guid, index).second) {
    throw InputError(document_.name(),
                     fmt::format("two cases have the GUID \"{}\", or it is none; export the file "
                                 "anew",
                                 attribute(node, "guid")));
  }
  participant.name = model::usable_name(attribute(node, "name"), fmt::format("Case {}", index + 1));
  const auto has_name = [&](const std::string& name) {
    return std::any_of(
        study_.participants.begin(), study_.participants.end(),
        [&](const auto& one) { return text::name_key(one.name) == text::name_key(name); });
  };
  const std::string name = participant.name;
  for (int n = 2; has_name(participant.name); ++n) {
    participant.name = fmt::format("{} ({})", name, n);
  }
  attribute_values(node, participant);
  if (auto memo = description_of(node, participant.guid)) {
    participant.memos.push_back(std::move(*memo));
  }
  for (const pugi::xml_node reference : node.children()) {
    if (is_element(reference, "SourceRef") || is_element(reference, "SelectionRef")) {
      participants_of_[plain_guid(attribute(reference, "targetGUID"))].insert(index);
    }
    if (is_element(reference, "CodeRef")) {
      // A code that stands for the case: its codings say where the person is.
      participants_.emplace(plain_guid(attribute(reference, "targetGUID")), index);
    }
  }
  study_.participants.push_back(std::move(participant));
}

void RefiProject::read_codes(pugi::xml_node project) {
  CodesReader reader(document_.name(), &used_codes_);
  for (const auto& [guid, index] : participants_) reader.pass_over(guid);
  reader.read_codes(child(child(project, "CodeBook"), "Codes"));
  for (const pugi::xml_node set : child(project, "Sets").children()) {
    if (!is_element(set, "Set")) continue;
    const bool taken = reader.read_set(set, "targetGUID");
    if (!taken || !has_only_codes(set)) keep(set, attribute(set, "name"), "set");
  }
  for (const std::string& remark : reader.remarks()) study_.remarks.push_back(remark);
  codes_ = reader.codes();
  const auto themes = reader.themes();
  study_.codebook = reader.take();
  // The notes on codes and themes, and an older name of the elements' codebook is the same.
  struct Walker {
    RefiProject& project;
    const std::unordered_map<std::string, std::size_t>& themes;
    void walk(pugi::xml_node over) const {
      for (const pugi::xml_node node : over.children()) {
        if (!is_element(node, "Code")) continue;
        const std::string guid = plain_guid(attribute(node, "guid"));
        const auto code = project.codes_.find(guid);
        const auto theme = themes.find(guid);
        if (code != project.codes_.end()) {
          project.study_.codebook.codes[code->second].memos = project.notes_of(node);
        } else if (theme != themes.end()) {
          project.study_.codebook.themes[theme->second].label.memos = project.notes_of(node);
        }
        walk(node);
      }
    }
  };
  Walker{*this, themes}.walk(child(child(project, "CodeBook"), "Codes"));
}

void RefiProject::read_text(pugi::xml_node node, pugi::xml_node owner) {
  RefiText text{node, owner, plain_guid(attribute(node, "guid")), {}};
  if (text.guid.empty() || !source_guids_.insert(text.guid).second) {
    throw InputError(document_.name(),
                     fmt::format("two sources have the GUID \"{}\", or it is none; export the file "
                                 "anew",
                                 attribute(node, "guid")));
  }
  std::string name = attribute(node, "name");
  if (node != owner || name.empty()) name = attribute(owner, "name");
  if (name.empty()) name = ProjectPackage::file_name(attribute(node, "plainTextPath"));
  text.name = model::usable_name(name, fmt::format("Source {}", texts_.size() + 1));
  texts_.push_back(std::move(text));
}

void RefiProject::read_sources(pugi::xml_node sources) {
  for (const pugi::xml_node source : sources.children()) {
    if (source.type() != pugi::node_element) continue;
    if (is_element(source, "TextSource")) {
      read_text(source, source);
      continue;
    }
    for (const pugi::xml_node part : source.children()) {
      if (is_text_of_medium(part)) read_text(part, source);
    }
    keep_medium(source);
  }
  std::unordered_map<std::string, int> names;  // by key
  for (RefiText& text : texts_) {
    const int number = ++names[text::name_key(text.name)];
    if (number > 1) text.name = fmt::format("{} ({})", text.name, number);
  }
}

void RefiProject::keep(pugi::xml_node node, const std::string& name, const char* noun) {
  model::KeptPart part;
  part.guid = plain_guid(attribute(node, "guid"));
  part.kind = local_name(node.name());
  part.name = model::usable_name(name, part.kind);
  std::ostringstream xml;
  print(node, xml);
  part.xml = xml.str();
  study_.losses.push_back(
      fmt::format("the {} \"{}\": kept, and given back when the study is "
                  "exported",
                  noun, part.name));
  study_.kept.push_back(std::move(part));
}

void RefiProject::keep_medium(pugi::xml_node source) {
  const std::string path = attribute(source, "path");
  const std::size_t codings = count_codings(source);
  pugi::xml_document copy;
  pugi::xml_node node = copy.append_copy(source);
  for (pugi::xml_node part = node.first_child(); part;) {
    const pugi::xml_node next = part.next_sibling();
    if (is_text_of_medium(part)) node.remove_child(part);
    part = next;
  }
  node.remove_attribute("currentPath");
  const std::string name = model::usable_name(attribute(source, "name"), path);
  keep(node, name, "picture, recording or PDF");
  model::KeptPart& part = study_.kept.back();
  if (const std::size_t kept = count_codings(node); kept > 0) {
    study_.losses.back() += fmt::format(", with {} of its {} codings", kept, codings);
  }
  constexpr std::size_t largest_kept = std::size_t{256} << 20U;
  const std::size_t size = package_.size_of(path);
  if (size > largest_kept) {
    study_.losses.back() += "; its file is too large to be kept";
  } else if (size > 0) {
    part.file = *package_.read(path);
    part.file_name = ProjectPackage::file_name(path);
  } else if (!path.empty()) {
    study_.losses.back() += "; its file is not in the project";
  }
}

void RefiProject::read_links(pugi::xml_node links) {
  for (const pugi::xml_node link : links.children()) {
    if (!is_element(link, "Link")) continue;
    const std::string ends[] = {plain_guid(attribute(link, "originGUID")),
                                plain_guid(attribute(link, "targetGUID"))};
    bool taken = false;
    for (int i = 0; i < 2 && !taken; ++i) {
      const auto person = participants_.find(ends[i]);
      const auto note = notes_.find(ends[1 - i]);
      if (person == participants_.end() || note == notes_.end()) continue;
      note->second.is_used = true;
      study_.participants[person->second].memos.push_back(note->second.memo);
      taken = true;
    }
    if (!taken) keep(link, attribute(link, "name"), "link");
  }
}

void RefiProject::finish(pugi::xml_node project) {
  if (const auto instruction = document_.instruction(own_record_target); !instruction.empty()) {
    record_.emplace(package_.name() + " (record)", instruction);
    const model::PortableCodebook before = study_.codebook;
    std::vector<std::string> people_before;
    for (const auto& participant : study_.participants) people_before.push_back(participant.guid);
    record_->lay_over(study_);
    // Codes may stand in another order now.
    std::unordered_map<std::string, std::size_t> place;
    for (std::size_t i = 0; i < study_.codebook.codes.size(); ++i) {
      place.emplace(as_guid(study_.codebook.codes[i].guid), i);
    }
    for (auto& [guid, index] : codes_) index = place.at(before.codes[index].guid);
    std::unordered_map<std::string, std::size_t> people;
    for (std::size_t i = 0; i < study_.participants.size(); ++i) {
      people.emplace(study_.participants[i].guid, i);
    }
    std::unordered_map<std::size_t, std::size_t> moved;
    for (std::size_t i = 0; i < people_before.size(); ++i) {
      moved.emplace(i, people.at(people_before[i]));
    }
    for (auto& [guid, index] : participants_) index = moved.at(index);
    for (auto& [guid, indices] : participants_of_) {
      std::set<std::size_t> now;
      for (const std::size_t index : indices) now.insert(moved.at(index));
      indices = std::move(now);
    }
    return;
  }
  if (auto memo = description_of(project, study_.title)) study_.memos.push_back(std::move(*memo));
  for (PortableMemo& memo : notes_of(project)) study_.memos.push_back(std::move(memo));
  std::unordered_set<std::string> used;
  find_used_notes(project, used);
  for (const std::string& guid : note_order_) {
    const Note& note = notes_.at(guid);
    if (!note.is_used && !used.contains(guid)) study_.memos.push_back(note.memo);
  }
}

}  // namespace themata::exchange::detail
