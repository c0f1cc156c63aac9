#include "themata/report/quotations.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace themata::report {

namespace {

constexpr std::string_view omission_mark = "[...]";
constexpr const char* in_no_theme = "(no theme)";

std::string printed(const Quotation& quotation, const QuotationStyle& style) {
  std::string text = quotation.text;
  for (std::size_t at = text.find(omission_mark); at != std::string::npos;
       at = text.find(omission_mark, at + style.omission.size())) {
    text.replace(at, omission_mark.size(), style.omission);
  }
  return text;
}

std::string attribution(const Quotation& quotation, const QuotationStyle& style) {
  std::string who = quotation.participant.empty() ? quotation.source : quotation.participant;
  if (!quotation.about.empty()) who += ", " + quotation.about;
  if (style.occasions && !quotation.occasion.empty()) who += ", " + quotation.occasion;
  return who;
}

std::string top_theme(const Quotation& quotation) {
  return quotation.themes.empty() ? in_no_theme : quotation.themes.front();
}

/// The themes below the first.
std::string subtheme(const Quotation& quotation) {
  if (quotation.themes.size() < 2) return {};
  return fmt::format("{}", fmt::join(quotation.themes.begin() + 1, quotation.themes.end(), " / "));
}

Cell count(std::size_t number) { return static_cast<std::int64_t>(number); }

/// True if what stands before a quotation mark says that it opens.
bool opens_after(std::string_view before) {
  return before.empty() ||
         std::string_view(" \n\t([-").find(before.back()) != std::string_view::npos;
}

/// Inner quotation marks are single where the outer ones are double.
std::string in_marks(std::string text) {
  for (std::size_t at = text.find('"'); at != std::string::npos; at = text.find('"', at)) {
    text.replace(at, 1, opens_after(std::string_view(text).substr(0, at)) ? "\u2018" : "\u2019");
  }
  const auto replace_all = [&](std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos;
         at = text.find(from, at + to.size())) {
      text.replace(at, from.size(), to);
    }
  };
  replace_all("\u201C", "\u2018");
  replace_all("\u201D", "\u2019");
  return "\u201C" + text + "\u201D";
}

void add_quotation(const Quotation& quotation, const QuotationStyle& style, Document& document) {
  if (style.questions && !quotation.question.empty()) {
    document.add(Paragraph::Kind::body, quotation.question, TextRun::Style::italic);
  }
  const std::string text = printed(quotation, style);
  const std::string who = " (" + attribution(quotation, style) + ")";
  if (quotation.words >= style.block_from) {
    document.add(Paragraph::Kind::block_quotation, text + who);
  } else {
    document.add(Paragraph::Kind::body, in_marks(text) + who);
  }
}

}  // namespace

Table quotation_table(const std::vector<Quotation>& quotations, const QuotationStyle& style,
                      TableReader reader) {
  Table table;
  table.title = "Themes, subthemes and quotations";
  for (const char* name : {"theme", "subtheme"}) table.columns.push_back({name});
  if (style.questions) table.columns.push_back({"question"});
  for (const char* name : {"quotation", "participant"}) table.columns.push_back({name});
  if (reader != TableReader::paper) {
    table.columns.push_back({"source"});
    table.columns.push_back({"turn", Column::Kind::number});
    table.columns.push_back({"id", Column::Kind::number});
  }
  const Quotation* before = nullptr;
  for (const Quotation& one : quotations) {
    const bool same_theme =
        reader != TableReader::program && before != nullptr && top_theme(*before) == top_theme(one);
    const bool same_subtheme = same_theme && subtheme(*before) == subtheme(one);
    std::vector<Cell> row{same_theme ? std::string() : top_theme(one),
                          same_subtheme ? std::string() : subtheme(one)};
    if (style.questions) row.emplace_back(one.question);
    row.insert(row.end(), {printed(one, style), attribution(one, style)});
    if (reader != TableReader::paper) {
      row.emplace_back(one.source);
      row.push_back(one.turn > 0 ? count(one.turn) : Cell(std::string()));
      row.emplace_back(one.coding);
    }
    table.rows.push_back(std::move(row));
    before = &one;
  }
  return table;
}

Document quotation_text(const std::vector<Quotation>& quotations, const QuotationStyle& style) {
  Document document;
  const Quotation* before = nullptr;
  for (const Quotation& one : quotations) {
    const bool same_theme = before != nullptr && top_theme(*before) == top_theme(one);
    if (!same_theme) document.add(Paragraph::Kind::heading, top_theme(one));
    const std::string below = subtheme(one);
    if (!below.empty() && !(same_theme && subtheme(*before) == below)) {
      document.add(Paragraph::Kind::subheading, below);
    }
    add_quotation(one, style, document);
    before = &one;
  }
  return document;
}

Table voice_table(const std::vector<ThemeVoices>& themes) {
  Table table;
  table.title = "How many participants are quoted in each theme, and how often";
  table.columns = {{"theme"},
                   {"participants", Column::Kind::number},
                   {"quoted", Column::Kind::number},
                   {"quotations", Column::Kind::number},
                   {"voices"},
                   {"not_quoted"}};
  for (const ThemeVoices& one : themes) {
    std::size_t quotations = 0;
    std::vector<std::string> voices;
    for (const auto& [who, times] : one.quoted) {
      quotations += times;
      voices.push_back(fmt::format("{} {}", who, times));
    }
    table.rows.push_back({one.theme, count(one.participants), count(one.quoted.size()),
                          count(quotations), fmt::format("{}", fmt::join(voices, ", ")),
                          fmt::format("{}", fmt::join(one.not_quoted, ", "))});
  }
  return table;
}

}  // namespace themata::report
