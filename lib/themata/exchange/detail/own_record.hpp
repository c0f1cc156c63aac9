#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include <pugixml.hpp>

#include "themata/exchange/detail/xml_document.hpp"
#include "themata/model/portable_study.hpp"

namespace themata::exchange::detail {

/// The processing instruction that holds the record. It stands behind the root element, where no
/// schema and no other program sees it.
inline constexpr const char* own_record_target = "themata-record";

/// Writes down what of a study REFI-QDA has no place for, so that Themata reads it back.
class OwnRecordWriter {
 public:
  OwnRecordWriter();
  /// Everything but the sources.
  void study(const model::PortableStudy& study);
  void codebook(const model::PortableStudy& study);
  /// The codings of `source` must be in the order in which the file has them.
  void source(const model::PortableStudy& study, const model::PortableSource& source);
  /// The whole processing instruction.
  [[nodiscard]] std::string instruction() const;
  [[nodiscard]] std::size_t replaced() const { return xml_.replaced(); }

 private:
  void label(const model::PortableStudy& study, const char* name,
             const model::PortableLabel& label);
  void memos(const model::PortableStudy& study, pugi::xml_node node,
             const std::vector<model::PortableMemo>& memos);
  void records(const model::PortableStudy& study);
  void families(const model::PortableStudy& study);
  void coding(const model::PortableStudy& study, pugi::xml_node node,
              const model::PortableCoding& coding);
  void coder(const model::PortableStudy& study, pugi::xml_node node, std::size_t coder);

  XmlWriting xml_;
  pugi::xml_document document_;
  pugi::xml_node root_;
};

/// The record of a file, laid over what the file's own elements say. What the record says of things
/// that the file has no more is passed over.
class OwnRecord {
 public:
  /// Throws `InputError`, with `file`, for a record that is damaged or of a later Themata.
  OwnRecord(const std::string& file, std::string_view instruction);

  /// Codes, themes, participants and attributes in their order; all that is said of them.
  void lay_over(model::PortableStudy& study) const;
  void lay_over(const model::PortableStudy& study, model::PortableSource& source) const;

 private:
  XmlDocument document_;
  std::unordered_map<std::string, pugi::xml_node> sources_;  ///< by GUID
};

}  // namespace themata::exchange::detail
