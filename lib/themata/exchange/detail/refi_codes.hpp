#pragma once

#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include <pugixml.hpp>

#include "themata/exchange/detail/xml_document.hpp"
#include "themata/model/portable_study.hpp"

namespace themata::exchange::detail {

// ---- Out ---------------------------------------------------------------------------------------

/// How a codebook goes into a file.
struct CodesForm {
  bool with_note_refs = false;     ///< memos as `NoteRef`: a project allows them, a codebook not
  bool with_unique_names = false;  ///< no theme and no code share a name
};

/// Writes the `Code` elements: a theme is one that is not codable, a code stands in the first of
/// its themes. `remarks` gets a sentence on each name that had to change.
void write_codes(const model::PortableCodebook& codebook, const CodesForm& form,
                 pugi::xml_node codes, XmlWriting& xml, std::vector<std::string>& remarks);

/// A theme with codes that stand elsewhere in the tree, as a set of all its codes.
struct CodeSet {
  std::string guid;
  std::string name;
  std::vector<std::string> codes;  ///< GUIDs
};
std::vector<CodeSet> code_sets(const model::PortableCodebook& codebook);

// ---- In ----------------------------------------------------------------------------------------

/// Makes themes and codes of nested `Code` elements and of sets. A code with codes below it is a
/// theme; if it is codable itself, it is also a code of that theme.
class CodesReader {
 public:
  /// `file` is for messages. `used`: GUIDs that codings apply; in a codebook, where none are told,
  /// null: every codable one counts as used.
  CodesReader(std::string file, const std::unordered_set<std::string>* used)
      : file_(std::move(file)), used_(used) {}

  /// Throws `InputError` for two codes of one GUID, a GUID that is none, and more levels than a
  /// study can hold.
  void read_codes(pugi::xml_node codes);
  /// A set with codes; `guid_attribute` is that of its `MemberCode` elements. False if it has none.
  bool read_set(pugi::xml_node set, const char* guid_attribute);
  /// Codes that stand for something else (cases), not to be read as codes.
  void pass_over(const std::string& guid) { passed_over_.insert(guid); }

  [[nodiscard]] const model::PortableCodebook& codebook() const { return codebook_; }
  [[nodiscard]] model::PortableCodebook take() { return std::move(codebook_); }
  /// The code of a GUID, by which codings name it.
  [[nodiscard]] const std::unordered_map<std::string, std::size_t>& codes() const { return codes_; }
  /// Where a GUID stands for a theme.
  [[nodiscard]] const std::unordered_map<std::string, std::size_t>& themes() const {
    return themes_;
  }
  [[nodiscard]] const std::vector<std::string>& remarks() const { return remarks_; }

 private:
  void read(pugi::xml_node node, std::optional<std::size_t> parent, std::size_t level);
  std::size_t add_theme(model::PortableLabel label, std::optional<std::size_t> parent,
                        const std::string& file_guid);
  std::size_t add_code(model::PortableLabel label, std::optional<std::size_t> theme,
                       const std::string& file_guid);
  model::PortableLabel label_of(pugi::xml_node node);
  std::string name_of(pugi::xml_node node, const char* noun);
  std::string unique_name(const std::string& name, const std::string& wider,
                          std::unordered_set<std::string>& taken);

  std::string file_;
  const std::unordered_set<std::string>* used_;
  model::PortableCodebook codebook_;
  std::unordered_map<std::string, std::size_t> codes_;
  std::unordered_map<std::string, std::size_t> themes_;
  std::unordered_set<std::string> guids_;
  std::unordered_set<std::string> passed_over_;
  std::unordered_set<std::string> code_names_;                   // keys
  std::vector<std::unordered_set<std::string>> theme_names_{1};  // keys, by parent + 1
  std::vector<std::string> remarks_;
};

}  // namespace themata::exchange::detail
