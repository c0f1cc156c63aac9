#pragma once

#include <unordered_map>
#include <vector>

#include "themata/model/memo.hpp"
#include "themata/model/portable_study.hpp"
#include "themata/model/source_data.hpp"
#include "themata/store/coding_flags.hpp"
#include "themata/study/project.hpp"

namespace themata::study::detail {

/// Puts a study into the form in which it travels.
class PortableExport {
 public:
  /// `origin`: the program and its version, as files are to name it.
  PortableExport(Project& project, const std::string& origin);

  [[nodiscard]] const model::PortableStudy& study() const { return study_; }
  /// Codings in order of their ranges, then as they came about.
  [[nodiscard]] model::PortableSource source(const model::SourceData& data);

 private:
  using Memos = std::vector<model::PortableMemo>;
  void add_coders();
  void add_memos();
  void add_codebook();
  void add_people();
  void add_records();
  void add_families();
  [[nodiscard]] Memos memos_on(model::MemoTarget target, std::int64_t id) const;
  [[nodiscard]] std::vector<model::PortableCoding> codings(const model::SourceData& data);
  [[nodiscard]] model::PortableTurns turns(const model::SourceData& data) const;

  Project& project_;
  model::PortableStudy study_;
  std::unordered_map<model::CoderId, std::size_t> coders_;
  std::unordered_map<model::CodeId, std::size_t> codes_;
  std::unordered_map<model::ParticipantId, std::size_t> participants_;
  std::unordered_map<std::int64_t, std::string> sources_;  ///< GUIDs
  std::unordered_map<std::int64_t, std::string> themes_;   ///< GUIDs
  std::unordered_map<std::int64_t, Memos> memos_[7];       ///< by target, then by its id
  std::unordered_map<model::CodingId, store::CodingFlag> flags_;
};

}  // namespace themata::study::detail
