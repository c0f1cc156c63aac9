#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "themata/exchange/term_list.hpp"
#include "themata/study/term_tables.hpp"
#include "themata/text/plural.hpp"

namespace themata::study {

namespace {

std::string speech_sentence(const CountedTerms& counted, const Filter& filter) {
  const SpeechSize& size = counted.counted_in;
  const std::string whose = filter.speech == model::Speech::participants ? "participants' speech"
                            : filter.speech == model::Speech::researchers
                                ? "researchers' speech"
                                : "everybody's speech";
  return fmt::format("Terms of {}, counted in {}: {}, {}, {}.", counted.terms.source, whose,
                     text::plural(size.participants, "participant"),
                     text::plural(size.sources, "source"), text::plural(size.words, "word"));
}

void add_condition(std::vector<std::string>& conditions, const char* what,
                   const std::vector<std::string>& values) {
  if (values.empty()) return;
  conditions.push_back(fmt::format("{} {}", what, fmt::join(values, " or ")));
}

/// Nothing where all of the study was counted.
std::string filter_sentence(const Filter& filter) {
  std::vector<std::string> conditions;
  add_condition(conditions, "source", filter.sources);
  add_condition(conditions, "participant", filter.participants);
  std::vector<std::string> attributes;
  for (const model::Attribute& attribute : filter.where) {
    attributes.push_back(attribute.name + "=" + attribute.value);
  }
  add_condition(conditions, "participants with", attributes);
  add_condition(conditions, "occasion", filter.occasions);
  add_condition(conditions, "text coded", filter.codes);
  add_condition(conditions, "text coded under", filter.themes);
  add_condition(conditions, "codings of", filter.coders);
  if (conditions.empty()) return {};
  return fmt::format("Only {}.", fmt::join(conditions, "; "));
}

std::string listed(const std::vector<FormCount>& forms) {
  std::vector<std::string> items;
  for (const FormCount& form : forms) {
    items.push_back(fmt::format("{} {}", form.form, form.frequency));
  }
  return fmt::format("{}", fmt::join(items, ", "));
}

/// Forms, and the excerpts of codes: of the patterns that count, or of those that are taken out.
std::string listed(const std::vector<FormCount>& forms, std::size_t excerpts,
                   const model::TermFamily& family, bool excluded) {
  std::string items = listed(forms);
  if (excerpts == 0) return items;
  std::vector<std::string> codes;
  for (const model::TermPattern& pattern : family.patterns) {
    if (pattern.kind == model::TermPattern::Kind::code && pattern.excluded == excluded) {
      codes.push_back(fmt::format("\"{}\"", pattern.words.front()));
    }
  }
  if (!items.empty()) items += ", ";
  return items + fmt::format("{} of the code {}", text::plural(excerpts, "excerpt"),
                             fmt::join(codes, ", "));
}

/// "HEADING Label: items; Label: items.", of the rows that have items.
template <class Items>
void add_rows(std::vector<std::string>& note, const std::string& heading,
              const CountedTerms& counted, Items items_of) {
  std::vector<std::string> rows;
  for (std::size_t i = 0; i < counted.rows.size(); ++i) {
    const std::string items = items_of(i);
    if (!items.empty()) rows.push_back(fmt::format("{}: {}", counted.rows[i].label, items));
  }
  if (!rows.empty()) note.push_back(fmt::format("{} {}.", heading, fmt::join(rows, "; ")));
}

}  // namespace

std::vector<std::string> term_note(const CountedTerms& counted, const Filter& filter,
                                   const std::string& program) {
  std::vector<std::string> note{speech_sentence(counted, filter)};
  if (std::string only = filter_sentence(filter); !only.empty()) note.push_back(std::move(only));
  add_rows(note, "Counted:", counted,
           [&](std::size_t i) {
             const FamilyCount& row = counted.rows[i];
             return listed(row.forms, row.excerpts, counted.terms.families[i], false);
           });
  add_rows(note, "Rejected forms, met and not counted:", counted,
           [&](std::size_t i) {
             const FamilyCount& row = counted.rows[i];
             return listed(row.rejected, row.rejected_excerpts, counted.terms.families[i], true);
           });
  add_rows(note, "Left out by sense:", counted, [&](std::size_t i) {
    const std::size_t hits = counted.rows[i].left_out;
    return hits == 0 ? std::string() : text::plural(hits, "hit");
  });
  if (!counted.terms.not_approved.empty()) {
    note.push_back(fmt::format("Not yet approved, form by form: {}.",
                               fmt::join(counted.terms.not_approved, "; ")));
  }
  note.push_back(program + ".");
  return note;
}

}  // namespace themata::study
