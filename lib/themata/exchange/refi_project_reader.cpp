#include "themata/exchange/refi_project_reader.hpp"

#include <algorithm>
#include <charconv>
#include <unordered_set>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "themata/error.hpp"
#include "themata/exchange/detail/refi_guid.hpp"
#include "themata/exchange/detail/refi_notes.hpp"
#include "themata/exchange/detail/refi_project.hpp"
#include "themata/exchange/offset_evidence.hpp"
#include "themata/model/names.hpp"
#include "themata/text/display_width.hpp"
#include "themata/text/graphemes.hpp"
#include "themata/text/plural.hpp"

namespace themata::exchange {

namespace {

using detail::attribute;
using detail::child;
using detail::is_element;
using detail::plain_guid;
using detail::RefiText;
using model::PortableCoding;
using model::PortableMemo;
using model::PortableSource;

constexpr std::size_t longest_shown = 60;  // columns

/// A selection of a text, whichever way its element says where it is.
struct Selection {
  pugi::xml_node node;
  std::optional<std::int64_t> start;
  std::optional<std::int64_t> end;
};

std::optional<std::int64_t> integer(pugi::xml_node node, const char* name) {
  std::string_view written = node.attribute(name).value();
  if (written.starts_with('+')) written.remove_prefix(1);
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(written.data(), written.data() + written.size(), value);
  if (written.empty() || error != std::errc{} || end != written.data() + written.size()) {
    return std::nullopt;
  }
  return value;
}

std::vector<Selection> selections_of(pugi::xml_node text) {
  std::unordered_map<std::string, std::optional<std::int64_t>> sync_points;
  for (const pugi::xml_node point : text.children()) {
    if (!is_element(point, "SyncPoint")) continue;
    sync_points.emplace(plain_guid(attribute(point, "guid")), integer(point, "position"));
  }
  const auto position_of = [&](pugi::xml_node node, const char* name) {
    const auto found = sync_points.find(plain_guid(attribute(node, name)));
    return found == sync_points.end() ? std::nullopt : found->second;
  };
  std::vector<Selection> selections;
  for (const pugi::xml_node node : text.children()) {
    if (is_element(node, "PlainTextSelection")) {
      selections.push_back({node, integer(node, "startPosition"), integer(node, "endPosition")});
    } else if (is_element(node, "TranscriptSelection")) {
      selections.push_back(
          {node, position_of(node, "fromSyncPoint"), position_of(node, "toSyncPoint")});
    }
  }
  return selections;
}

std::vector<ClaimedRange> claims_of(const std::vector<Selection>& selections) {
  std::vector<ClaimedRange> claims;
  for (const Selection& one : selections) {
    if (!one.start || !one.end) continue;
    claims.push_back({*one.start, *one.end, one.node.attribute("name").value()});
  }
  return claims;
}

std::string shown(std::string_view text) {
  std::string line(text);
  std::replace(line.begin(), line.end(), '\n', ' ');
  return text::shortened(line, longest_shown, text::CutAt::end);
}

/// "selection "I felt safe" (120 to 131)".
std::string name_of(const Selection& selection) {
  const std::string name = attribute(selection.node, "name");
  const auto number = [](const std::optional<std::int64_t>& value) {
    return value ? std::to_string(*value) : std::string("?");
  };
  return fmt::format("the selection {}({} to {})",
                     name.empty() ? std::string() : fmt::format("\"{}\" ", shown(name)),
                     number(selection.start), number(selection.end));
}

class Reader final : public model::PortableReader {
 public:
  Reader(const std::filesystem::path& file, RefiReadOptions options)
      : package_(file), options_(std::move(options)), project_(package_) {
    study_ = &project_.study();
    for (const RefiText& text : project_.texts()) study_->source_guids.push_back(text.guid);
    if (!is_own() && !options_.offsets) gather_evidence();
  }

  [[nodiscard]] const model::PortableStudy& study() const override { return *study_; }
  [[nodiscard]] std::size_t source_count() const override { return project_.texts().size(); }

  bool next(PortableSource& source) override {
    if (next_ == project_.texts().size()) return false;
    const RefiText& text = project_.texts()[next_++];
    source = {};
    source.guid = text.guid;
    source.name = text.name;
    std::optional<ExchangedText> content = read_text(text, source.losses);
    if (!content) return true;  // without a text: told in its losses
    fill(text, *content, source);
    return true;
  }

 private:
  [[nodiscard]] bool is_own() const { return project_.record() != nullptr; }

  // ---- Texts -----------------------------------------------------------------------------------

  std::optional<ExchangedText> read_text(const RefiText& text, std::vector<std::string>& losses) {
    const std::string plain = attribute(text.node, "plainTextPath");
    if (!plain.empty()) {
      if (const auto bytes = package_.read(plain)) return decoded(text, *bytes);
    }
    if (const pugi::xml_node content = child(text.node, "PlainTextContent")) {
      return decoded(text, content.text().get());
    }
    const std::string rich = attribute(text.node, "richTextPath");
    if (!rich.empty() && options_.text_of_document) {
      if (const auto bytes = package_.read(rich)) {
        return decoded(text,
                       options_.text_of_document(*bytes, detail::ProjectPackage::file_name(rich)));
      }
    }
    const std::string path = plain.empty() ? rich : plain;
    losses.push_back(
        path.empty()
            ? fmt::format("the source \"{}\": it has no text", text.name)
            : fmt::format("the source \"{}\": its text is not in the project, and what lies "
                          "outside of the project's folder is not read ({})",
                          text.name, detail::ProjectPackage::file_name(path)));
    return std::nullopt;
  }

  [[nodiscard]] ExchangedText decoded(const RefiText& text, std::string_view bytes) const {
    try {
      return read_exchanged_text(bytes);
    } catch (const InputError& error) {
      throw InputError(package_.name(),
                       fmt::format("the text of \"{}\": {}", text.name, error.what()));
    }
  }

  // ---- Offsets ---------------------------------------------------------------------------------

  void gather_evidence() {
    std::vector<std::string> told_later;
    for (const RefiText& text : project_.texts()) {
      OffsetEvidence& of_text = evidence_of_texts_.emplace_back();
      const auto claims = claims_of(selections_of(text.node));
      if (claims.empty()) continue;
      const auto content = read_text(text, told_later);
      if (!content) continue;
      of_text = OffsetEvidence(PositionMap(*content), claims);
      evidence_ += of_text;
    }
  }

  OffsetConvention convention_of(const PositionMap& map, const std::vector<Selection>& selections,
                                 PortableSource& source) {
    names_are_excerpts_ = false;
    if (options_.offsets) return *options_.offsets;
    const auto claims = claims_of(selections);
    if (is_own() || claims.empty()) return {};
    const auto choice = evidence_of_texts_[next_ - 1].choose(evidence_, map, claims);
    names_are_excerpts_ = choice.names_that_fit * 10 >= choice.names * 8 && choice.names > 0;
    source.offsets = {describe(choice.convention), choice.ranges, choice.names,
                      choice.names_that_fit, choice.is_doubtful};
    return choice.convention;
  }

  // ---- Sources ---------------------------------------------------------------------------------

  void fill(const RefiText& text, ExchangedText& content, PortableSource& source) {
    if (content.replaced > 0) {
      source.remarks.push_back(fmt::format("{} in its text became U+FFFD",
                                           text::plural(content.replaced, "control character")));
    }
    source.encoding = content.encoding;
    source.participants.assign(project_.participants_of(text.guid).begin(),
                               project_.participants_of(text.guid).end());
    read_values(text, source);
    const auto selections = selections_of(text.node);
    {
      const PositionMap map(content);
      const OffsetConvention convention = convention_of(map, selections, source);
      for (const Selection& one : selections) take(one, map, convention, source);
    }
    take_whole(text.node, text::byte_range(0, content.text.size()), source);
    if (text.owner == text.node) {
      if (auto memo = project_.description_of(text.node, text.guid)) {
        source.memos.push_back(std::move(*memo));
      }
    }
    for (PortableMemo& memo : project_.notes_of(text.node)) source.memos.push_back(std::move(memo));
    std::stable_sort(
        source.codings.begin(), source.codings.end(),
        [](const PortableCoding& a, const PortableCoding& b) { return a.range < b.range; });
    source.text = std::move(content.text);
    if (is_own()) project_.record()->lay_over(*study_, source);
  }

  void read_values(const RefiText& text, PortableSource& source) {
    for (const pugi::xml_node value : text.owner.children()) {
      if (!is_element(value, "VariableValue")) continue;
      const auto [name, written] = project_.value_of(value);
      if (name.empty() || written.empty()) continue;
      const auto kind = model::parse_source_kind(written);
      if (name == "kind" && kind) {
        source.kind = *kind;
      } else if (name == "occasion") {
        source.occasion = model::usable_name(written, "");
      } else {
        source.details.push_back({name, written});
      }
    }
  }

  void take(const Selection& selection, const PositionMap& map, const OffsetConvention& convention,
            PortableSource& source) {
    for (const std::size_t person :
         project_.participants_of(plain_guid(attribute(selection.node, "guid")))) {
      auto& people = source.participants;
      if (std::find(people.begin(), people.end(), person) == people.end()) {
        people.push_back(person);
      }
    }
    const auto range = selection.start && selection.end
                           ? map.range(*selection.start, *selection.end, convention)
                           : std::nullopt;
    if (!range) {
      source.losses.push_back(fmt::format("{} of \"{}\": {}", name_of(selection), source.name,
                                          why_no_range(selection)));
      return;
    }
    const text::TextRange snapped = text::snap_to_graphemes(map.text(), *range);
    if (snapped != *range) {
      source.remarks.push_back(
          fmt::format("{} began or ended within a character and was widened "
                      "to whole ones",
                      name_of(selection)));
    }
    take_codings(selection, map, snapped, source);
  }

  static std::string why_no_range(const Selection& selection) {
    if (!selection.start || !selection.end) return "it does not say where it is";
    if (*selection.start < 0 || *selection.end < 0) return "it begins before the text";
    if (*selection.end < *selection.start) return "it ends before it begins";
    if (*selection.end == *selection.start) return "it is empty";
    return "it goes past the end of the text, or begins or ends within a character";
  }

  void take_codings(const Selection& selection, const PositionMap& map, text::TextRange range,
                    PortableSource& source) {
    const std::string_view name = selection.node.attribute("name").value();
    const std::string_view excerpt = text::slice(map.text(), range);
    const bool is_named_otherwise =
        names_are_excerpts_ && !name.empty() && !is_name_of(name, excerpt);
    const std::size_t before = source.codings.size();
    for (const pugi::xml_node node : selection.node.children()) {
      if (!is_element(node, "Coding")) continue;
      auto coding = read_coding(node, selection.node, source);
      if (!coding) continue;
      coding->range = range;
      if (is_named_otherwise) {
        coding->flag_reason = "its file names other words";
        coding->flag_excerpt = name;
      }
      if (auto memo = project_.description_of(selection.node, coding->guid); memo && !is_own()) {
        coding->memos.push_back(std::move(*memo));
      }
      source.codings.push_back(std::move(*coding));
    }
    if (is_named_otherwise && source.codings.size() > before) {
      source.remarks.push_back(
          fmt::format("{} is on \"{}\": look at it again (themata excerpts "
                      "--flagged)",
                      name_of(selection), shown(excerpt)));
    }
    take_notes(selection, range, before, source);
  }

  /// Notes on a selection belong to its first coding; to the turn, if it has none.
  void take_notes(const Selection& selection, text::TextRange range, std::size_t before,
                  PortableSource& source) {
    auto memos = project_.notes_of(selection.node);
    if (source.codings.size() > before) {
      for (PortableMemo& memo : memos) source.codings[before].memos.push_back(std::move(memo));
      return;
    }
    for (PortableMemo& memo : memos) {
      memo.turn = range;
      source.memos.push_back(std::move(memo));
    }
    if (memos.empty() && !is_own() && !child(selection.node, "Coding")) {
      source.losses.push_back(
          fmt::format("{} of \"{}\": it has no code and no note", name_of(selection), source.name));
    }
  }

  std::optional<PortableCoding> read_coding(pugi::xml_node node, pugi::xml_node over,
                                            PortableSource& source) {
    const std::string code = plain_guid(attribute(child(node, "CodeRef"), "targetGUID"));
    const auto index = project_.code(code);
    if (!index) {
      if (const auto person = project_.participant(code)) {
        auto& people = source.participants;
        if (std::find(people.begin(), people.end(), *person) == people.end()) {
          people.push_back(*person);
        }
      } else {
        source.losses.push_back(
            fmt::format("a coding of \"{}\" with a code that the project does "
                        "not have ({})",
                        source.name, code.empty() ? "no GUID" : code));
      }
      return std::nullopt;
    }
    PortableCoding coding;
    coding.guid = plain_guid(attribute(node, "guid"));
    if (coding.guid.empty() || !codings_.insert(coding.guid).second) {
      coding.guid = detail::derived_guid(source.guid + coding.guid,
                                         fmt::format("coding {}", codings_.size() + ++unnamed_));
    }
    coding.code = *index;
    for (const pugi::xml_node made : {node, over}) {
      if (!coding.coder) coding.coder = project_.coder(plain_guid(attribute(made, "creatingUser")));
      if (coding.created.empty()) coding.created = detail::time_of(made);
    }
    if (!is_own()) coding.memos = project_.notes_of(node);
    return coding;
  }

  /// Codings of the source as a whole.
  void take_whole(pugi::xml_node text, text::TextRange range, PortableSource& source) {
    std::size_t taken = 0;
    for (const pugi::xml_node node : text.children()) {
      if (!is_element(node, "Coding")) continue;
      auto coding = read_coding(node, text, source);
      if (!coding || range.empty()) continue;
      coding->range = range;
      source.codings.push_back(std::move(*coding));
      ++taken;
    }
    if (taken > 0) {
      source.remarks.push_back(
          fmt::format("{} of the whole source: on its whole text", text::plural(taken, "coding")));
    }
  }

  detail::ProjectPackage package_;
  RefiReadOptions options_;
  detail::RefiProject project_;
  model::PortableStudy* study_ = nullptr;
  OffsetEvidence evidence_;  ///< of all texts
  std::vector<OffsetEvidence> evidence_of_texts_;
  bool names_are_excerpts_ = false;
  std::unordered_set<std::string> codings_;  ///< GUIDs
  std::size_t unnamed_ = 0;
  std::size_t next_ = 0;
};

}  // namespace

std::unique_ptr<model::PortableReader> open_refi_project(const std::filesystem::path& file,
                                                         const RefiReadOptions& options) {
  return std::make_unique<Reader>(file, options);
}

}  // namespace themata::exchange
