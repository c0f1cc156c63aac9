#include "themata/study/annotating.hpp"

#include <algorithm>
#include <compare>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

#include "themata/error.hpp"
#include "themata/exchange/annotation.hpp"
#include "themata/store/coders.hpp"
#include "themata/store/codings.hpp"
#include "themata/store/corpus.hpp"
#include "themata/store/memos.hpp"
#include "themata/store/sha256.hpp"
#include "themata/study/code_surgery.hpp"
#include "themata/study/codebook.hpp"
#include "themata/study/detail/codebook_builder.hpp"
#include "themata/study/edit.hpp"
#include "themata/study/sources.hpp"
#include "themata/text/offset_index.hpp"
#include "themata/text/plural.hpp"

namespace themata::study {

namespace {

/// A coder's coding on one source.
struct Place {
  text::TextRange range;
  model::CodeId code;
  auto operator<=>(const Place&) const = default;
};
using Places = std::set<Place>;
using PlacedIds = std::map<Place, std::vector<model::CodingId>>;

Places without(const Places& some, const Places& others) {
  Places rest;
  std::set_difference(some.begin(), some.end(), others.begin(), others.end(),
                      std::inserter(rest, rest.end()));
  return rest;
}

std::optional<model::CoderId> known_coder(Project& project, const std::string& name) {
  for (const model::Coder& coder : store::coders(project.database())) {
    if (coder.name == name) return coder.id;
  }
  return std::nullopt;
}

/// The coder's codings as the study has them.
PlacedIds codings_of(Project& project, const model::SourceData& data) {
  PlacedIds placed;
  const auto coder = known_coder(project, project.environment().coder);
  for (const model::Coding& coding : data.codings) {
    if (coding.coder == coder) placed[{coding.segment.range, coding.code}].push_back(coding.id);
  }
  return placed;
}

Places places_of(const PlacedIds& placed) {
  Places places;
  for (const auto& [place, ids] : placed) places.insert(places.end(), place);
  return places;
}

std::string text_hash(const model::SourceData& data) {
  return store::to_hex(store::sha256(data.text));
}

/// The codes that the marks of a file name.
class MarkedCodes {
 public:
  MarkedCodes(Project& project, const exchange::ReadAnnotation& file, bool create)
      : file_(file), create_(create), codebook_(study::codebook(project)), builder_(project, true) {
    for (const model::Code& code : codebook_.codes()) ids_.emplace(code.name, code.id);
    for (const auto& exported : file.exported) exported_.insert(exported.code);
  }

  model::CodeId meant(const exchange::AnnotatedCoding& coding) {
    const auto known = ids_.find(coding.code);
    if (known != ids_.end()) return known->second;
    const model::CodeId id = look_up(coding);
    ids_.emplace(coding.code, id);
    return id;
  }

  /// The code of that very name, if the study still has it.
  [[nodiscard]] std::optional<model::CodeId> still(const std::string& name) const {
    for (const model::Code& code : codebook_.codes()) {
      if (code.name == name) return code.id;
    }
    return std::nullopt;
  }

  [[nodiscard]] const std::vector<std::string>& made() const { return builder_.new_codes(); }

 private:
  model::CodeId look_up(const exchange::AnnotatedCoding& coding) {
    std::string hint = "; --create makes it";
    if (exported_.contains(coding.code)) {
      hint = "; it was renamed or removed since the file was written";
    } else if (create_) {
      return builder_.code(coding.code);
    }
    try {
      return find_code(codebook_, coding.code).id;
    } catch (const NotFound& error) {
      throw InputError(file_.file, coding.begin_line, error.what() + hint);
    } catch (const Conflict& error) {
      throw InputError(file_.file, coding.begin_line, error.what());
    }
  }

  const exchange::ReadAnnotation& file_;
  bool create_;
  model::Codebook codebook_;
  detail::CodebookBuilder builder_;
  std::unordered_map<std::string, model::CodeId> ids_;
  std::set<std::string> exported_;
};

/// One import on its way.
class Import {
 public:
  Import(Project& project, Edit& edit, const exchange::ReadAnnotation& file, model::SourceData data)
      : project_(project),
        edit_(edit),
        file_(file),
        data_(std::move(data)),
        offsets_(data_.text),
        present_ids_(codings_of(project, data_)),
        present_(places_of(present_ids_)) {}

  AnnotationImport run(bool create) {
    MarkedCodes codes(project_, file_, create);
    Places edited;
    for (const auto& coding : exchange::codings_on(file_, data_.text)) {
      edited.insert({coding.range, codes.meant(coding)});
    }
    const Places exported = exported_places(codes);
    const Places wanted = without(edited, exported);
    refuse_retired_codes(wanted);
    const Places unwanted = without(exported, edited);
    result_.source = data_.source.name;
    result_.new_codes = codes.made();
    result_.came_meanwhile = without(without(present_, exported), wanted).size();
    result_.went_meanwhile = without(without(exported, present_), unwanted).size();
    add(without(wanted, present_));
    remove(without(unwanted, without(unwanted, present_)), wanted);
    describe(codebook(project_));
    return std::move(result_);
  }

 private:
  void refuse_retired_codes(const Places& wanted) const {
    const model::Codebook book = codebook(project_);
    for (const Place& place : wanted) refuse_retired(book.code(place.code));
  }

  Places exported_places(const MarkedCodes& codes) const {
    Places places;
    for (const auto& [name, range] : file_.exported) {
      const auto code = codes.still(name);
      if (code && range.end <= offsets_.code_point_length()) {
        places.insert({offsets_.bytes(range), *code});
      }
    }
    return places;
  }

  void add(const Places& places) {
    if (places.empty()) return;
    std::vector<store::NewCoding> codings;
    for (const Place& place : places) {
      codings.push_back({project_.new_guid(),
                         {data_.source.id, place.range},
                         place.code,
                         edit_.coder(),
                         project_.now(),
                         "",
                         ""});
    }
    const auto stored = store::add_codings(project_.database(), codings);
    auto place = places.begin();
    for (std::size_t i = 0; i < stored.size(); ++i, ++place) {
      present_ids_[*place].push_back(stored[i].id);
      changes_.emplace(*place, Change{true, false});
    }
    result_.added = places.size();
  }

  /// `wanted`: what the person put there, to which memos may go on.
  void remove(const Places& places, const Places& wanted) {
    const std::set<std::int64_t> with_memo = codings_with_memos(places);
    std::vector<model::CodingId> gone;
    for (const Place& place : places) {
      const auto heir = heir_of(place, wanted);
      for (const model::CodingId id : present_ids_.at(place)) {
        gone.push_back(id);
        if (!heir || !with_memo.contains(id.value)) continue;
        store::move_memos(project_.database(), model::MemoTarget::coding, id.value,
                          present_ids_.at(*heir).front().value);
        const auto change = changes_.find(*heir);
        if (change != changes_.end()) change->second.took_memo = true;
      }
      changes_.emplace(place, Change{false, false});
    }
    store::remove_codings(project_.database(), gone);
    result_.removed = places.size();
  }

  [[nodiscard]] std::set<std::int64_t> codings_with_memos(const Places& places) {
    std::set<std::int64_t> ids;
    if (places.empty()) return ids;
    for (const model::Memo& memo : store::memos(project_.database())) {
      if (memo.target == model::MemoTarget::coding) ids.insert(memo.target_id);
    }
    return ids;
  }

  /// The one with the same code that shares most text with it.
  [[nodiscard]] static std::optional<Place> heir_of(const Place& place, const Places& wanted) {
    std::optional<Place> heir;
    std::size_t most = 0;
    for (const Place& other : wanted) {
      if (other.code != place.code || !other.range.overlaps(place.range)) continue;
      const std::size_t shared = std::min(other.range.end, place.range.end) -
                                 std::max(other.range.begin, place.range.begin);
      if (shared > most) heir = other;
      most = std::max(most, shared);
    }
    return heir;
  }

  void describe(const model::Codebook& codebook) {
    for (const auto& [place, change] : changes_) {
      result_.changes.push_back(
          {change.added, codebook.code(place.code).name, offsets_.code_points(place.range),
           std::string(text::slice(data_.text, place.range)), change.took_memo});
    }
  }

  struct Change {
    bool added = false;
    bool took_memo = false;
  };

  Project& project_;
  Edit& edit_;
  const exchange::ReadAnnotation& file_;
  model::SourceData data_;
  text::OffsetIndex offsets_;
  PlacedIds present_ids_;
  Places present_;
  std::map<Place, Change> changes_;
  AnnotationImport result_;
};

/// Throws unless the file was made from this text, for this coder.
void check_origin(Project& project, const exchange::ReadAnnotation& file,
                  const model::SourceData& data) {
  const exchange::AnnotationOrigin& origin = file.origin;
  const std::string& coder = project.environment().coder;
  if (origin.study != study_info(project).guid) {
    throw Conflict(fmt::format("{} was exported from another study", file.file));
  }
  if (origin.source_id != data.source.guid) {
    throw Conflict(
        fmt::format("{} is the text of {}, not of {}", file.file, origin.source, data.source.name));
  }
  if (origin.coder != coder) {
    throw Conflict(fmt::format(
        "{} has the codings of {}, and you are {}; use --coder \"{}\", or export your own",
        file.file, origin.coder, coder, origin.coder));
  }
  if (origin.text_hash != text_hash(data)) {
    throw Conflict(
        fmt::format("the text of {} is another one since {} was written (see \"themata log\"); "
                    "export it anew and "
                    "put your marks there",
                    data.source.name, file.file));
  }
}

std::string summary_of(const AnnotationImport& result) {
  if (result.removed == 0) {
    return fmt::format("{} added on {}", text::plural(result.added, "coding"), result.source);
  }
  if (result.added == 0) {
    return fmt::format("{} removed on {}", text::plural(result.removed, "coding"), result.source);
  }
  return fmt::format("{} added, {} removed on {}", text::plural(result.added, "coding"),
                     result.removed, result.source);
}

}  // namespace

AnnotationFile export_annotation(Project& project, const std::string& name) {
  const model::Source source = find_source(project, name);
  const model::SourceData data = store::load_source(project.database(), source.id);
  const model::Codebook book = codebook(project);
  exchange::Annotation annotation{{study_info(project).guid, source.guid, source.name,
                                   project.environment().coder, text_hash(data)},
                                  {},
                                  data.text,
                                  {}};
  for (const model::Code& code : book.codes()) annotation.codes.push_back(code.name);
  for (const auto& [place, ids] : codings_of(project, data)) {
    annotation.codings.push_back({book.code(place.code).name, place.range});
  }
  const exchange::AnnotationOrigin& origin = annotation.origin;
  return {origin.study, origin.source_id, origin.source, origin.coder,
          exchange::write_annotation(annotation)};
}

AnnotationFile begin_annotation(Project& project, const std::string& source) {
  const Edit edit(project, "annotate");
  return export_annotation(project, source);
}

AnnotationImport import_annotation(Project& project, const AnnotationRequest& request) {
  const exchange::ReadAnnotation file = exchange::read_annotation(request.file, request.bytes);
  if (file.is_empty) {
    AnnotationImport nothing;
    nothing.source = find_source(project, request.source).name;
    nothing.was_empty = true;
    return nothing;
  }
  Edit edit(project, "annotate");
  const model::Source source = find_source(project, request.source);
  model::SourceData data = store::load_source(project.database(), source.id);
  check_origin(project, file, data);
  const AnnotationImport result = Import(project, edit, file, std::move(data)).run(request.create);
  edit.commit(summary_of(result));
  return result;
}

bool holds_edits(std::string_view annotation_file) {
  try {
    const exchange::ReadAnnotation file = exchange::read_annotation("", annotation_file);
    const text::OffsetIndex offsets(file.text);
    std::set<std::pair<text::CodePointRange, std::string>> exported;
    std::set<std::pair<text::CodePointRange, std::string>> edited;
    for (const auto& [code, range] : file.exported) exported.emplace(range, code);
    for (const auto& coding : file.codings) {
      edited.emplace(offsets.code_points(coding.range), coding.code);
    }
    return exported != edited;
  } catch (const InputError&) {
    return true;
  }
}

}  // namespace themata::study
