#pragma once

#include <string>
#include <unordered_set>
#include <vector>

#include <pugixml.hpp>

#include "themata/model/portable_study.hpp"

namespace themata::exchange::detail {

/// What a study keeps of another program's project, made ready to be given back: what it refers to
/// and is no more is taken out, and what would not be valid stays away.
class KeptElements {
 public:
  explicit KeptElements(const model::PortableStudy& study);
  KeptElements(const KeptElements&) = delete;
  KeptElements& operator=(const KeptElements&) = delete;

  [[nodiscard]] const std::vector<pugi::xml_node>& sources() const { return sources_; }
  [[nodiscard]] const std::vector<pugi::xml_node>& links() const { return links_; }
  [[nodiscard]] const std::vector<pugi::xml_node>& sets() const { return sets_; }
  [[nodiscard]] const std::vector<pugi::xml_node>& graphs() const { return graphs_; }
  /// The names of those that stay away.
  [[nodiscard]] const std::vector<std::string>& left_out() const { return left_out_; }

 private:
  void learn(const model::PortableStudy& study);
  void learn_guids(pugi::xml_node node);
  bool prepare(pugi::xml_node node, const model::KeptPart& part);

  pugi::xml_document document_;
  std::unordered_set<std::string> known_;  ///< GUIDs of all that the file will have
  std::vector<pugi::xml_node> sources_;
  std::vector<pugi::xml_node> links_;
  std::vector<pugi::xml_node> sets_;
  std::vector<pugi::xml_node> graphs_;
  std::vector<std::string> left_out_;
};

}  // namespace themata::exchange::detail
