#include "themata/study/journal.hpp"

#include <unordered_map>

#include <fmt/format.h>

#include "themata/error.hpp"
#include "themata/model/phase.hpp"
#include "themata/store/coders.hpp"
#include "themata/store/journal.hpp"
#include "themata/study/edit.hpp"
#include "themata/text/characters.hpp"
#include "themata/text/fold.hpp"

namespace themata::study {

namespace {

bool is_wanted(const JournalLine& line, const JournalFilter& filter) {
  if (filter.phase && line.phase != *filter.phase) return false;
  if (!filter.coder.empty() && line.coder != filter.coder) return false;
  if (!filter.from.empty() && line.time < filter.from) return false;
  if (!filter.to.empty() && line.time.substr(0, filter.to.size()) > filter.to) return false;
  return filter.words.empty() ||
         text::fold(line.text).find(text::fold(filter.words)) != std::string::npos;
}

constexpr std::size_t date_size = 10;  // 2026-11-26

}  // namespace

int present_phase(Project& project) {
  const auto moves = store::phase_moves(project.database());
  return moves.empty() ? 1 : moves.back().phase;
}

JournalLine add_journal_entry(Project& project, const std::string& text) {
  Edit edit(project, "journal add");
  const std::string words(text::trim(text));
  if (words.empty()) throw InputError("an entry needs words");
  const model::JournalEntry entry{
      {}, project.new_guid(), edit.coder(), project.now(), present_phase(project), words};
  const auto id = store::add_journal_entry(project.database(), entry);
  edit.commit(fmt::format("in phase {}", entry.phase));
  return {id, entry.created, entry.phase, project.environment().coder, words};
}

std::vector<JournalLine> list_journal(Project& project, const JournalFilter& filter) {
  std::unordered_map<model::CoderId, std::string> coders;
  for (const model::Coder& coder : store::coders(project.database())) {
    coders.emplace(coder.id, coder.name);
  }
  std::vector<JournalLine> lines;
  for (const model::JournalEntry& entry : store::journal_entries(project.database())) {
    JournalLine line{entry.id, entry.created, entry.phase, coders.at(entry.author), entry.text};
    if (is_wanted(line, filter)) lines.push_back(std::move(line));
  }
  return lines;
}

std::string journal_page(Project& project, const JournalFilter& filter) {
  const model::StudyInfo info = study_info(project);
  std::string page = fmt::format("# Journal: {}\n", info.title);
  std::string day;
  for (const JournalLine& line : list_journal(project, filter)) {
    if (line.time.substr(0, date_size) != day) {
      day = line.time.substr(0, date_size);
      page += fmt::format("\n## {}\n", day);
    }
    page += fmt::format("\n*{}, {}, phase {}: {}*\n\n{}\n", line.coder,
                        line.time.substr(line.time.find('T') + 1), line.phase,
                        model::phase_name(line.phase, info.phase_names), line.text);
  }
  return page;
}

}  // namespace themata::study
