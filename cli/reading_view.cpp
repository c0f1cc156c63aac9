#include "cli/reading_view.hpp"

#include <array>
#include <set>
#include <unordered_map>

#include <fmt/format.h>

#include "themata/text/clock_time.hpp"
#include "themata/text/printable.hpp"

namespace themata::cli {

namespace {

constexpr std::array code_colours{36, 35, 33, 32, 34, 31};         // as the terminal has them
constexpr std::array speaker_colours{94, 92, 95, 96, 93, 91, 90};  // its bright ones

/// Numbers things by the order in which they come up.
template <class Key>
class Numbering {
 public:
  std::size_t of(const Key& key) {
    return numbers_.try_emplace(key, numbers_.size()).first->second;
  }

 private:
  std::unordered_map<Key, std::size_t> numbers_;
};

bool has_several_coders(const std::vector<study::ReadTurn>& turns) {
  std::set<std::string> coders;
  for (const study::ReadTurn& turn : turns) {
    for (const study::CodingBeside& coding : turn.codings) coders.insert(coding.coder);
  }
  return coders.size() > 1;
}

std::string name_of(const study::CodingBeside& coding, bool with_coder) {
  std::string remarks = with_coder ? coding.coder : "";
  if (coding.flagged) remarks += remarks.empty() ? "flagged" : ", flagged";
  return remarks.empty() ? coding.code : fmt::format("{} ({})", coding.code, remarks);
}

std::string begin_of(const report::Run& run) {
  using report::Ink;
  switch (run.ink) {
    case Ink::plain:
      return "";
    case Ink::number:
    case Ink::time:
      return "\033[2m";
    case Ink::speaker:
      return fmt::format("\033[1;{}m", speaker_colours.at(run.colour % speaker_colours.size()));
    case Ink::researcher:
      return "\033[1m";
    case Ink::hit:
      return "\033[7m";
    case Ink::coded:
      return fmt::format("\033[4;{}m", code_colours.at(run.colour % code_colours.size()));
    case Ink::bar:
    case Ink::name:
      return fmt::format("\033[{}m", code_colours.at(run.colour % code_colours.size()));
  }
  return "";
}

}  // namespace

std::vector<report::PageLine> laid_out(const std::vector<study::ReadTurn>& turns, bool with_codings,
                                       std::size_t width) {
  const bool with_coders = has_several_coders(turns);
  Numbering<std::string> speakers;
  Numbering<std::int64_t> codes;
  std::vector<report::PageTurn> page;
  for (const study::ReadTurn& turn : turns) {
    report::PageTurn& shown = page.emplace_back();
    shown.number = turn.number;
    shown.speaker = turn.speaker;
    shown.is_participant = turn.role == model::SpeakerRole::participant;
    if (shown.is_participant) shown.colour = speakers.of(turn.speaker);
    if (turn.started) shown.time = text::clock_time(*turn.started);
    shown.text = turn.text;
    shown.hits = turn.hits;
    if (!with_codings) continue;
    for (const study::CodingBeside& coding : turn.codings) {
      shown.codings.push_back({coding.id.value, codes.of(coding.code_id.value),
                               name_of(coding, with_coders), coding.here});
    }
  }
  return report::reading_page(page, width);
}

std::string shown(const std::vector<report::PageLine>& lines, bool in_colour) {
  std::string page;
  for (const report::PageLine& line : lines) {
    for (const report::Run& run : line) {
      const std::string words = text::printable(run.text, text::LineBreaks::as_spaces);
      const std::string begin = in_colour ? begin_of(run) : "";
      if (!begin.empty()) {
        page += begin + words + "\033[0m";
      } else {
        page += run.ink == report::Ink::hit && !in_colour ? "{" + words + "}" : words;
      }
    }
    page += '\n';
  }
  return page;
}

}  // namespace themata::cli
