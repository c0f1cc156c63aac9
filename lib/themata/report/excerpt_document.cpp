#include "themata/report/excerpt_document.hpp"

#include <fmt/format.h>

namespace themata::report {

namespace {

/// "Maureen, interview 3, turn 12 (12 months)"
std::string place_of(const Quotation& excerpt) {
  std::string place = excerpt.participant;
  if (!place.empty() && place != excerpt.source) place += ", ";
  if (place != excerpt.source) place += excerpt.source;
  if (excerpt.turn > 0) place += fmt::format(", turn {}", excerpt.turn);
  if (!excerpt.occasion.empty()) place += fmt::format(" ({})", excerpt.occasion);
  return place;
}

void add_code(const CodeExcerpts& code, Document& document) {
  Paragraph heading{Paragraph::Kind::body, {{code.code, TextRun::Style::bold}}};
  if (!code.description.empty()) heading.runs.push_back({": " + code.description});
  document.blocks.emplace_back(std::move(heading));
  for (const Quotation& excerpt : code.excerpts) {
    document.add(Paragraph::Kind::small, place_of(excerpt));
    document.add(Paragraph::Kind::block_quotation, excerpt.text);
  }
}

}  // namespace

Document excerpt_document(const std::string& title, const std::vector<ThemeExcerpts>& themes) {
  Document document;
  document.add(Paragraph::Kind::title, title);
  for (const ThemeExcerpts& theme : themes) {
    document.add(theme.level == 0 ? Paragraph::Kind::heading : Paragraph::Kind::subheading,
                 theme.name.empty() ? "Codes in no theme" : theme.name);
    if (!theme.definition.empty()) {
      document.add(Paragraph::Kind::body, theme.definition, TextRun::Style::italic);
    }
    for (const CodeExcerpts& code : theme.codes) add_code(code, document);
  }
  return document;
}

}  // namespace themata::report
