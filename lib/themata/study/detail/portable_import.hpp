#pragma once

#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "themata/model/codebook.hpp"
#include "themata/model/memo.hpp"
#include "themata/model/portable_study.hpp"
#include "themata/store/sources.hpp"
#include "themata/study/detail/import_speakers.hpp"
#include "themata/study/edit.hpp"
#include "themata/study/project_exchange.hpp"

namespace themata::study::detail {

/// Names that a file brings, each once by its key: the second of a name gets a number.
class FreshNames {
 public:
  /// The name, or one like it that was not asked for before.
  std::string unique(const std::string& name);

 private:
  std::unordered_set<std::string> taken_;  // keys
};

/// What holds where the study and a file say different things of a code or a theme.
enum class Prevails { study, file };

/// Codes and themes of a portable codebook in the study: found by GUID, then by name, or made. What
/// one side does not say of them the other does. Belongs inside an `Edit`.
class CodebookMerge {
 public:
  CodebookMerge(Project& project, const model::PortableCodebook& codebook, Prevails prevails);

  [[nodiscard]] const std::vector<model::CodeId>& codes() const { return codes_; }
  [[nodiscard]] const std::vector<model::ThemeId>& themes() const { return themes_; }
  [[nodiscard]] const std::vector<std::string>& new_codes() const { return new_codes_; }
  [[nodiscard]] const std::vector<std::string>& new_themes() const { return new_themes_; }
  /// Codes put under a theme they were not in.
  [[nodiscard]] std::size_t assigned() const { return assigned_; }
  /// Codes and themes that were there and of which something else is said now.
  [[nodiscard]] std::size_t described() const { return described_; }
  /// Sentences on what the file says otherwise than the study.
  [[nodiscard]] const std::vector<std::string>& remarks() const { return remarks_; }

 private:
  void add_codes();
  void add_themes();
  template <class Noun>
  bool fill_in(Noun& noun, std::string Noun::*definition, const model::PortableLabel& label);

  Project& project_;
  const model::PortableCodebook& portable_;
  Prevails prevails_;
  model::Codebook codebook_;  ///< as it was
  std::vector<model::CodeId> codes_;
  std::vector<model::ThemeId> themes_;
  std::vector<std::string> new_codes_;
  std::vector<std::string> new_themes_;
  std::size_t assigned_ = 0;
  std::size_t described_ = 0;
  std::vector<std::string> remarks_;
};

/// A portable study on its way in.
class PortableImport {
 public:
  PortableImport(Project& project, Edit& edit, model::PortableReader& reader,
                 ProjectImport& report);

  void run(const ExchangeProgress& progress);

 private:
  struct PendingMemo {
    model::PortableMemo memo;
    model::MemoTarget target;
    std::int64_t target_id;
  };
  /// A source of the study that a source of the file is.
  struct KnownSource {
    model::SourceId id;
    std::string name;
  };

  void take_info();
  void take_coders();
  void take_codebook();
  void take_participants();
  void take_attributes(const std::vector<model::Participant>& before);
  void take_source(model::PortableSource& source);
  std::optional<model::SourceId> same_source(const model::PortableSource& source);
  model::SourceId add_source(const model::PortableSource& source);
  store::NewSource reading_of_turns(const model::PortableSource& source);
  store::NewSource reading_of_text(const model::PortableSource& source);
  bool keeps_numbers(const model::PortableSource& source);
  void take_codings(model::SourceId id, const model::PortableSource& source);
  void take_source_memos(model::SourceId id, const model::PortableSource& source);
  void take_records();
  void take_families();
  void keep_memos(const std::vector<model::PortableMemo>& memos, model::MemoTarget target,
                  std::int64_t target_id);
  void store_memos();
  void tell(const model::PortableSource& source);
  void tell_offsets(const model::PortableSource& source);

  [[nodiscard]] model::CoderId coder(const std::optional<std::size_t>& index);
  [[nodiscard]] std::string time(const std::string& created) const;
  /// A new one where the file has none.
  [[nodiscard]] std::string guid(const std::string& in_file) const;

  Project& project_;
  Edit& edit_;
  model::PortableReader& reader_;
  const model::PortableStudy& study_;
  ProjectImport& report_;
  bool was_empty_ = false;
  bool numbers_count_ = true;  ///< codings may have the ids that the file says
  std::vector<model::CoderId> coders_;
  std::vector<model::CodeId> codes_;
  std::vector<model::ThemeId> themes_;
  std::vector<model::ParticipantId> participants_;
  std::unordered_map<std::string, KnownSource> sources_by_guid_;
  std::unordered_map<std::string, KnownSource> sources_by_key_;
  std::unordered_map<std::string, model::SourceId> sources_of_file_;  ///< by the file's GUID
  std::unordered_map<std::string, model::CodingId> chosen_;           ///< by GUID
  std::unordered_set<std::size_t> numbers_;                           ///< codings' ids in use
  FreshNames source_names_;
  std::unique_ptr<SpeakerDirectory> directory_;
  std::vector<PendingMemo> memos_;
};

}  // namespace themata::study::detail
