#include "themata/study/detail/rewriting.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "themata/store/kept_parts.hpp"
#include "themata/study/detail/import_prepare.hpp"
#include "themata/text/characters.hpp"
#include "themata/text/plural.hpp"

namespace themata::study::detail {

namespace {

bool is_cut(const std::vector<std::size_t>& cut, std::size_t index) {
  return std::binary_search(cut.begin(), cut.end(), index);
}

text::TextRange trimmed(std::string_view text, text::TextRange range) {
  const std::string_view whole = text::slice(text, range);
  const std::string_view inner = text::trim(whole);
  if (inner.empty()) return {range.begin, range.begin};
  const auto before = static_cast<std::size_t>(inner.data() - whole.data());
  return {range.begin + before, range.begin + before + inner.size()};
}

/// The turns that are left, where they are now.
std::vector<model::Turn> moved_turns(const std::vector<model::Turn>& turns,
                                     const SourceRewriting& rewriting, std::string_view now) {
  std::vector<model::Turn> moved;
  for (std::size_t i = 0; i < turns.size(); ++i) {
    if (is_cut(rewriting.cut_turns, i)) continue;
    model::Turn turn = turns[i];
    turn.number = moved.size() + 1;
    turn.label = rewriting.edits.moved(turn.label);
    turn.range = trimmed(now, rewriting.edits.moved(turn.range));
    if (turn.speaker) {
      const auto& cut = rewriting.cut_speakers;
      const auto before = std::lower_bound(cut.begin(), cut.end(), *turn.speaker) - cut.begin();
      *turn.speaker -= static_cast<std::size_t>(before);
    }
    moved.push_back(turn);
  }
  return moved;
}

std::vector<model::Aside> moved_asides(const std::vector<model::Aside>& asides,
                                       const text::Edits& edits) {
  std::vector<model::Aside> moved;
  for (model::Aside aside : asides) {
    aside.range = edits.moved(aside.range);
    if (!aside.range.empty()) moved.push_back(aside);
  }
  return moved;
}

/// The command's row in the history of a study where nothing had to be changed.
void note(Project& copy, const std::string& command, const std::string& summary) {
  store::note_in_history(copy.database(), {copy.now(), copy.environment().coder, command}, summary);
}

}  // namespace

store::RewrittenCodings rewrite(Project& project, const SourceRewriting& rewriting) {
  store::NewSource reading = store::stored_reading(project.database(), rewriting.source);
  PreparedFile prepared;
  prepared.transcript.text = rewriting.edits.apply(rewriting.text);
  prepared.transcript.turns = moved_turns(reading.turns, rewriting, prepared.transcript.text);
  prepared.transcript.asides = moved_asides(reading.asides, rewriting.edits);
  count_words(prepared);
  reading.text = prepared.transcript.text;
  reading.turns = prepared.transcript.turns;
  reading.turn_words = prepared.turn_words;
  reading.asides = prepared.transcript.asides;
  reading.aside_words = prepared.aside_words;
  for (auto cut = rewriting.cut_speakers.rbegin(); cut != rewriting.cut_speakers.rend(); ++cut) {
    reading.speakers.erase(reading.speakers.begin() + static_cast<std::ptrdiff_t>(*cut));
  }
  return store::rewrite_source(project.database(), rewriting.source, std::move(reading),
                               rewriting.edits);
}

std::vector<std::string> rewrite_study(
    Project& project, const std::string& command, bool dry_run,
    const std::function<std::string(Project& copy, Edit& edit)>& work,
    const std::function<void(Project& copy)>& afterwards) {
  std::optional<store::SoleUse> use;
  if (!dry_run) use.emplace(project.database());
  Project copy = project.copy_in_memory();
  const std::vector<std::string> rules = store::classed_brackets(copy.database());
  {
    Edit edit(copy, command);
    const std::string summary = work(copy, edit);
    if (const std::size_t parts = store::remove_kept_parts(copy.database()); parts > 0) {
      project.notice(fmt::format(
          "{} that the study kept from other programs' projects {} removed, since nobody can tell "
          "what names are in {}",
          text::plural(parts, "part"), parts == 1 ? "is" : "are", parts == 1 ? "it" : "them"));
    }
    if (dry_run) return {};
    if (!edit.commit(summary)) note(copy, command, summary);
  }
  if (afterwards) afterwards(copy);
  store::purge(copy.database(), rules);
  std::vector<std::string> backups;
  for (const auto& path : use->replace_by(copy.database())) backups.push_back(path.string());
  return backups;
}

}  // namespace themata::study::detail
