#include "themata/exchange/detail/own_record.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include <fmt/format.h>

#include "themata/error.hpp"
#include "themata/exchange/detail/refi_guid.hpp"
#include "themata/model/names.hpp"
#include "themata/text/utf8.hpp"

namespace themata::exchange::detail {

namespace {

using model::PortableLabel;
using model::PortableMemo;
using model::PortableSource;
using model::PortableStudy;

using Index = std::unordered_map<std::string, std::size_t>;

/// Numbers with white space between them; `-` is none.
class Numbers {
 public:
  explicit Numbers(std::string_view text) : rest_(text) {}

  bool next_word(std::string_view& word) {
    const std::size_t begin = rest_.find_first_not_of(" \n\t\r");
    if (begin == std::string_view::npos) return false;
    rest_.remove_prefix(begin);
    word = rest_.substr(0, rest_.find_first_of(" \n\t\r"));
    rest_.remove_prefix(word.size());
    return true;
  }

  bool next(std::optional<std::size_t>& number) {
    std::string_view word;
    if (!next_word(word)) return false;
    number.reset();
    std::size_t value = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    if (error == std::errc{} && end == word.data() + word.size()) number = value;
    return true;
  }

 private:
  std::string_view rest_;
};

template <class Thing>
Index index_of(const std::vector<Thing>& things) {
  Index index;
  for (std::size_t i = 0; i < things.size(); ++i) index.emplace(things[i].guid, i);
  return index;
}

std::optional<std::size_t> find(const Index& index, const std::string& guid) {
  const auto found = index.find(guid);
  if (found == index.end()) return std::nullopt;
  return found->second;
}

std::size_t number(pugi::xml_node node, const char* name) {
  return static_cast<std::size_t>(node.attribute(name).as_ullong());
}

/// A range of the text; nothing if it is none of this text.
std::optional<text::TextRange> range_in(std::string_view text, std::size_t begin, std::size_t end) {
  const auto is_boundary = [&](std::size_t at) {
    return at == text.size() || !text::is_continuation(text[at]);
  };
  if (begin > end || end > text.size() || !is_boundary(begin) || !is_boundary(end)) {
    return std::nullopt;
  }
  return text::byte_range(begin, end);
}

/// Puts `things` into the order in which the record names them; others stay behind them. `moved`
/// gets the new place of each.
template <class Thing, class GuidOf>
std::vector<std::size_t> reorder(std::vector<Thing>& things, const std::vector<std::string>& order,
                                 GuidOf guid_of) {
  std::unordered_map<std::string, std::size_t> rank;
  for (std::size_t i = 0; i < order.size(); ++i) rank.emplace(order[i], i);
  std::vector<std::size_t> now(things.size());
  for (std::size_t i = 0; i < now.size(); ++i) now[i] = i;
  const auto rank_of = [&](std::size_t i) {
    const auto found = rank.find(guid_of(things[i]));
    return found == rank.end() ? order.size() : found->second;
  };
  std::stable_sort(now.begin(), now.end(),
                   [&](std::size_t a, std::size_t b) { return rank_of(a) < rank_of(b); });
  std::vector<Thing> sorted;
  std::vector<std::size_t> moved(things.size());
  for (std::size_t i = 0; i < now.size(); ++i) {
    moved[now[i]] = i;
    sorted.push_back(std::move(things[now[i]]));
  }
  things = std::move(sorted);
  return moved;
}

std::vector<std::string> guids_of(pugi::xml_node root, const char* element) {
  std::vector<std::string> guids;
  for (const pugi::xml_node node : root.children(element)) guids.push_back(attribute(node, "guid"));
  return guids;
}

/// What the record says, laid over a study.
class Overlay {
 public:
  Overlay(pugi::xml_node root, PortableStudy& study)
      : root_(root), study_(study), coders_(index_of(study.coders)) {}

  void lay() {
    const pugi::xml_node node = root_.child("study");
    if (node) take_info(node);
    order_codes();
    labels("code");
    labels("theme");
    if (!node) return;
    attributes();
    participants();
    study_.memos = memos(node);
    study_.journal = entries("journalEntry");
    study_.phase_moves = entries("phaseMove");
    readings();
    statements();
    brackets();
    families();
  }

  [[nodiscard]] std::vector<PortableMemo> memos(pugi::xml_node node) const {
    std::vector<PortableMemo> result;
    for (const pugi::xml_node one : node.children("memo")) {
      PortableMemo memo;
      memo.guid = attribute(one, "guid");
      memo.coder = find(coders_, attribute(one, "coder"));
      memo.created = attribute(one, "created");
      memo.order = number(one, "order");
      memo.text = one.text().get();
      if (one.attribute("end")) {
        memo.turn = text::byte_range(number(one, "begin"), number(one, "end"));
      }
      result.push_back(std::move(memo));
    }
    return result;
  }

 private:
  void take_info(pugi::xml_node node) {
    model::StudyInfo info;
    info.title = attribute(node, "title");
    info.language = attribute(node, "language");
    info.approach = model::parse_approach(attribute(node, "approach")).value_or(info.approach);
    info.phase_names =
        model::parse_phase_names(attribute(node, "phaseNames")).value_or(info.phase_names);
    study_.title = info.title;
    study_.info = info;
  }

  void order_codes() {
    const auto moved = reorder(study_.codebook.codes, guids_of(root_, "code"),
                               [](const PortableLabel& code) { return code.guid; });
    for (model::PortableTheme& theme : study_.codebook.themes) {
      for (std::size_t& code : theme.codes) code = moved[code];
    }
  }

  void labels(const char* element) {
    std::unordered_map<std::string, PortableLabel*> by_guid;
    for (auto& code : study_.codebook.codes) by_guid.emplace(code.guid, &code);
    for (auto& theme : study_.codebook.themes) by_guid.emplace(theme.label.guid, &theme.label);
    for (const pugi::xml_node node : root_.children(element)) {
      const auto found = by_guid.find(attribute(node, "guid"));
      if (found == by_guid.end()) continue;
      PortableLabel& label = *found->second;
      if (const std::string own = attribute(node, "own"); as_guid(own) == label.guid) {
        label.guid = own;
      }
      label.name = model::usable_name(attribute(node, "name"), label.name);
      label.retired = attribute(node, "retired");
      label.definition = child_text(node, "definition");
      label.idea = child_text(node, "idea");
      label.includes = child_text(node, "includes");
      label.excludes = child_text(node, "excludes");
      label.example = child_text(node, "example");
      label.memos = memos(node);
    }
  }

  /// With those that nobody has a value of.
  void attributes() {
    study_.attributes.clear();
    for (const pugi::xml_node node : root_.children("attribute")) {
      study_.attributes.push_back({attribute(node, "own"), attribute(node, "name")});
    }
  }

  void participants() {
    reorder(study_.participants, guids_of(root_, "participant"),
            [](const model::PortableParticipant& one) { return one.guid; });
    const Index index = index_of(study_.participants);
    for (auto& participant : study_.participants) {
      participant.values.assign(study_.attributes.size(), "");
    }
    for (const pugi::xml_node node : root_.children("participant")) {
      const auto found = find(index, attribute(node, "guid"));
      if (!found) continue;
      auto& participant = study_.participants[*found];
      std::size_t i = 0;
      for (const pugi::xml_node value : node.children("value")) {
        if (i < participant.values.size()) participant.values[i++] = value.text().get();
      }
      participant.memos = memos(node);
    }
  }

  /// The coder that a node names; the first one where it names none of the file's.
  [[nodiscard]] std::size_t coder(pugi::xml_node node) const {
    return find(coders_, attribute(node, "coder")).value_or(0);
  }

  [[nodiscard]] std::vector<model::PortableEntry> entries(const char* element) const {
    std::vector<model::PortableEntry> result;
    for (const pugi::xml_node node : root_.children(element)) {
      const int phase = std::clamp(node.attribute("phase").as_int(1), 1, 6);
      result.push_back({attribute(node, "guid"), coder(node), attribute(node, "created"), phase,
                        node.text().get()});
    }
    return result;
  }

  void readings() {
    for (const pugi::xml_node node : root_.children("reading")) {
      const auto target = model::parse_reading_target(attribute(node, "of"));
      if (!target) continue;
      study_.readings.push_back(
          {*target, attribute(node, "guid"), coder(node), attribute(node, "created")});
    }
  }

  void statements() {
    for (const pugi::xml_node node : root_.children("statement")) {
      const auto kind = model::parse_statement_kind(attribute(node, "kind"));
      if (!kind) continue;
      study_.statements.push_back({attribute(node, "guid"), *kind, attribute(node, "topic"),
                                   coder(node), attribute(node, "created"), node.text().get()});
    }
  }

  void brackets() {
    for (const pugi::xml_node node : root_.children("bracket")) {
      const auto kind = model::parse_aside_kind(attribute(node, "kind"));
      if (kind) study_.bracket_rules.emplace_back(node.text().get(), *kind);
    }
    for (const pugi::xml_node node : root_.children("chosen")) {
      study_.chosen.push_back(
          {attribute(node, "guid"), attribute(node, "when"), attribute(node, "wording")});
    }
    for (const pugi::xml_node node : root_.children("question")) {
      study_.questions.push_back({attribute(node, "guid"), node.text().get()});
    }
  }

  void families() {
    for (const pugi::xml_node node : root_.children("family")) {
      model::PortableFamily family;
      family.guid = attribute(node, "guid");
      family.list = attribute(node, "list");
      family.label = attribute(node, "label");
      for (const pugi::xml_node form : node.children("form")) {
        const auto state = model::parse_form_state(attribute(form, "state"));
        if (state) family.forms.push_back({form.text().get(), *state});
      }
      for (const pugi::xml_node hit : node.children("hit")) {
        const auto left_out = model::parse_decision(attribute(hit, "decision"));
        if (!left_out || number(hit, "end") <= number(hit, "begin")) continue;
        family.hits.push_back({attribute(hit, "source"),
                               text::byte_range(number(hit, "begin"), number(hit, "end")),
                               *left_out, hit.text().get(), coder(hit), attribute(hit, "decided")});
      }
      study_.families.push_back(std::move(family));
    }
  }

  pugi::xml_node root_;
  PortableStudy& study_;
  Index coders_;
};

std::optional<std::chrono::milliseconds> time_of(const std::optional<std::size_t>& number) {
  if (!number) return std::nullopt;
  return std::chrono::milliseconds(static_cast<std::int64_t>(*number));
}

/// True if turns and asides are such as an import makes: in order, apart, asides within turns.
bool is_sound(const model::PortableTurns& turns) {
  std::size_t end = 0;
  for (const model::Turn& turn : turns.turns) {
    if (turn.range.begin.value < end || turn.label.end > turn.range.begin) return false;
    if (turn.speaker && *turn.speaker >= turns.speakers.size()) return false;
    end = turn.range.end.value;
  }
  auto turn = turns.turns.begin();
  std::size_t aside_end = 0;
  for (const model::Aside& aside : turns.asides) {
    if (aside.range.begin.value < aside_end || aside.range.empty()) return false;
    aside_end = aside.range.end.value;
    while (turn != turns.turns.end() && turn->range.end <= aside.range.begin) ++turn;
    if (turn == turns.turns.end() || !turn->range.contains(aside.range)) return false;
  }
  return true;
}

/// The turns of a source as the record has them; nothing if they are none of this text.
std::optional<model::PortableTurns> read_turns(pugi::xml_node node, std::string_view text,
                                               const Index& participants) {
  model::PortableTurns turns;
  turns.convention = attribute(node, "convention");
  for (const pugi::xml_node speaker : node.children("speaker")) {
    const auto role = model::parse_speaker_role(attribute(speaker, "role"));
    if (!role) return std::nullopt;
    turns.speakers.push_back({attribute(speaker, "label"), *role,
                              find(participants, attribute(speaker, "participant"))});
    if (*role == model::SpeakerRole::participant && !turns.speakers.back().participant) {
      return std::nullopt;
    }
  }
  Numbers numbers(node.child("ranges").text().get());
  for (std::array<std::optional<std::size_t>, 7> row; numbers.next(row[0]);) {
    for (std::size_t i = 1; i < row.size(); ++i) {
      if (!numbers.next(row[i])) return std::nullopt;
    }
    const auto label = range_in(text, row[1].value_or(1), row[2].value_or(0));
    const auto range = range_in(text, row[3].value_or(1), row[4].value_or(0));
    if (!label || !range) return std::nullopt;
    turns.turns.push_back(
        {turns.turns.size() + 1, row[0], *label, *range, time_of(row[5]), time_of(row[6])});
  }
  Numbers asides(node.child("asides").text().get());
  for (std::optional<std::size_t> begin, end; asides.next(begin);) {
    std::string_view word;
    if (!asides.next(end) || !asides.next_word(word)) return std::nullopt;
    const auto range = range_in(text, begin.value_or(1), end.value_or(0));
    const auto kind = model::parse_aside_kind(word);
    if (!range || !kind) return std::nullopt;
    turns.asides.push_back({*range, *kind});
  }
  if (!is_sound(turns)) return std::nullopt;
  return turns;
}

}  // namespace

OwnRecord::OwnRecord(const std::string& file, std::string_view instruction)
    : document_(file, std::string(instruction)) {
  const int version = document_.root().attribute("version").as_int(0);
  if (version != 1) {
    throw InputError(file, fmt::format("holds a record of version {}, and this Themata reads "
                                       "version 1; read it with a newer one",
                                       version));
  }
  for (const pugi::xml_node node : document_.root().children("source")) {
    sources_.emplace(detail::attribute(node, "guid"), node);
  }
}

void OwnRecord::lay_over(PortableStudy& study) const { Overlay(document_.root(), study).lay(); }

void OwnRecord::lay_over(const PortableStudy& study, PortableSource& source) const {
  const auto found = sources_.find(source.guid);
  if (found == sources_.end()) return;
  const pugi::xml_node node = found->second;
  PortableStudy of_coders;
  of_coders.coders = study.coders;
  const Overlay overlay(document_.root(), of_coders);
  if (const std::string own = detail::attribute(node, "own"); as_guid(own) == source.guid) {
    source.guid = own;
  }
  source.name = model::usable_name(detail::attribute(node, "name"), source.name);
  source.kind = model::parse_source_kind(detail::attribute(node, "kind")).value_or(source.kind);
  source.occasion = detail::attribute(node, "occasion");
  source.language = detail::attribute(node, "language");
  source.details.clear();
  for (const pugi::xml_node one : node.children("detail")) {
    source.details.push_back({detail::attribute(one, "key"), one.text().get()});
  }
  if (const pugi::xml_node turns = node.child("turns")) {
    source.turns = read_turns(turns, source.text, index_of(study.participants));
  }
  source.memos = overlay.memos(node);
  Index codings = index_of(source.codings);
  for (const pugi::xml_node one : node.children("coding")) {
    const auto place = find(codings, detail::attribute(one, "guid"));
    if (!place) continue;
    model::PortableCoding& coding = source.codings[*place];
    coding.rule = detail::attribute(one, "rule");
    coding.flag_reason = detail::attribute(one, "flagReason");
    coding.flag_excerpt = detail::attribute(one, "flagExcerpt");
    coding.flagged = detail::attribute(one, "flagged");
    coding.memos = overlay.memos(one);
  }
  Numbers numbers(node.child("numbers").text().get());
  std::vector<std::size_t> all;
  for (std::optional<std::size_t> one; numbers.next(one);) all.push_back(one.value_or(0));
  if (all.size() != source.codings.size()) return;  // somebody changed the file's codings
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i] > 0) source.codings[i].number = all[i];
  }
}

}  // namespace themata::exchange::detail
