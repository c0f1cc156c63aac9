#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include <pugixml.hpp>

#include "themata/exchange/detail/own_record.hpp"
#include "themata/exchange/detail/project_package.hpp"
#include "themata/exchange/detail/refi_codes.hpp"
#include "themata/model/portable_study.hpp"

namespace themata::exchange::detail {

/// A text of a project: a source, or what was transcribed of a recording or read from a PDF.
struct RefiText {
  pugi::xml_node node;   ///< `TextSource`, `Representation`, `Transcript` or `TextDescription`
  pugi::xml_node owner;  ///< the source that it belongs to; the node itself if it is one
  std::string guid;
  std::string name;
};

/// The elements of a project, and what they mean: everything but texts and codings.
class RefiProject {
 public:
  explicit RefiProject(ProjectPackage& package);
  RefiProject(const RefiProject&) = delete;
  RefiProject& operator=(const RefiProject&) = delete;

  [[nodiscard]] model::PortableStudy& study() { return study_; }
  [[nodiscard]] const std::vector<RefiText>& texts() const { return texts_; }
  [[nodiscard]] const OwnRecord* record() const { return record_ ? &*record_ : nullptr; }

  /// The code that a GUID means; nothing if it means none.
  [[nodiscard]] std::optional<std::size_t> code(const std::string& guid) const;
  /// The participant whom a code stands for, or who is the case of that GUID.
  [[nodiscard]] std::optional<std::size_t> participant(const std::string& guid) const;
  [[nodiscard]] std::optional<std::size_t> coder(const std::string& guid) const;
  /// Participants whose case names the source or one of its selections.
  [[nodiscard]] const std::set<std::size_t>& participants_of(const std::string& guid) const;

  /// The notes that a node refers to, as memos.
  std::vector<model::PortableMemo> notes_of(pugi::xml_node node);
  /// A memo of an element's `Description`, if it has one.
  std::optional<model::PortableMemo> description_of(pugi::xml_node node, const std::string& guid);
  /// The name of the variable and the value.
  [[nodiscard]] std::pair<std::string, std::string> value_of(pugi::xml_node variable_value) const;

 private:
  struct Note {
    model::PortableMemo memo;
    bool is_used = false;
  };
  void read_users(pugi::xml_node users);
  void read_cases(pugi::xml_node cases);
  void read_case(pugi::xml_node node);
  void read_codes(pugi::xml_node project);
  void read_variables(pugi::xml_node variables);
  void read_notes(pugi::xml_node notes);
  void read_sources(pugi::xml_node sources);
  void read_text(pugi::xml_node node, pugi::xml_node owner);
  void read_links(pugi::xml_node links);
  void read_sets(pugi::xml_node sets);
  void finish(pugi::xml_node project);
  void keep(pugi::xml_node node, const std::string& name, const char* noun);
  void keep_medium(pugi::xml_node source);
  void attribute_values(pugi::xml_node node, model::PortableParticipant& participant);
  std::optional<std::size_t> attribute_index(const std::string& name);

  ProjectPackage& package_;
  XmlDocument document_;
  model::PortableStudy study_;
  std::unordered_map<std::string, std::size_t> coders_;
  std::unordered_map<std::string, std::size_t> participants_;
  std::unordered_map<std::string, std::set<std::size_t>> participants_of_;
  std::unordered_map<std::string, std::string> variables_;
  std::unordered_map<std::string, Note> notes_;
  std::vector<std::string> note_order_;
  std::unordered_set<std::string> used_codes_;
  std::unordered_set<std::string> source_guids_;
  std::unordered_map<std::string, std::size_t> codes_;
  std::vector<RefiText> texts_;
  std::optional<OwnRecord> record_;
  std::size_t memos_ = 0;
};

}  // namespace themata::exchange::detail
