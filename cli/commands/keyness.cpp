#include <array>

#include <fmt/format.h>

#include "cli/context.hpp"
#include "cli/filter_options.hpp"
#include "cli/registry.hpp"
#include "cli/table_output.hpp"
#include "cli/word_options.hpp"
#include "themata/text/plural.hpp"

namespace themata::cli {

namespace {

bool narrows(const study::Filter& filter) {
  return !filter.sources.empty() || !filter.participants.empty() || !filter.coders.empty() ||
         !filter.where.empty() || !filter.occasions.empty() || !filter.codes.empty() ||
         !filter.themes.empty();
}

/// `--against`, one value each: "source:NAME", else "attribute=value".
study::Filter parsed(const std::vector<std::string>& against) {
  study::Filter other;
  struct Kind {
    std::string_view prefix;
    std::vector<std::string> study::Filter::*names;
  };
  static constexpr std::array kinds{Kind{"source:", &study::Filter::sources},
                                    Kind{"participant:", &study::Filter::participants},
                                    Kind{"occasion:", &study::Filter::occasions},
                                    Kind{"code:", &study::Filter::codes},
                                    Kind{"theme:", &study::Filter::themes},
                                    Kind{"coder:", &study::Filter::coders}};
  for (const std::string& word : against) {
    bool is_named = false;
    for (const Kind& kind : kinds) {
      if (!word.starts_with(kind.prefix)) continue;
      (other.*kind.names).push_back(word.substr(kind.prefix.size()));
      is_named = true;
    }
    if (is_named) continue;
    if (word.find('=') == std::string::npos) {
      throw UsageError(fmt::format(
          "--against {}: write attribute=value, or source:NAME, participant:NAME, occasion:NAME, "
          "code:NAME, theme:NAME, coder:NAME",
          word));
    }
    other.where.push_back(parse_attribute(word));
  }
  return other;
}

/// The filters of the other part: those of `against`, and of the part those that speak of
/// something else (who, which sources, which text), so that the two differ in nothing further.
study::Filter other_part(const study::Filter& part, const study::Filter& against) {
  study::Filter other = against;
  other.speech = part.speech;
  if (against.participants.empty() && against.where.empty()) {
    other.participants = part.participants;
    other.where = part.where;
  }
  if (against.sources.empty() && against.occasions.empty()) {
    other.sources = part.sources;
    other.occasions = part.occasions;
  }
  if (against.codes.empty() && against.themes.empty()) {
    other.codes = part.codes;
    other.themes = part.themes;
  }
  if (against.coders.empty()) other.coders = part.coders;
  return other;
}

std::optional<study::Filter> compared_with(const Arguments& arguments, const study::Filter& part) {
  const std::vector<std::string> against = arguments.texts("against");
  const auto speech = arguments.text("against-speech");
  if (against.empty() && !speech) {
    if (narrows(part)) return std::nullopt;
    throw UsageError(
        "a part of the study is compared with the rest: say which part, for instance --where "
        "gender=woman, or give --against");
  }
  study::Filter other = other_part(part, parsed(against));
  if (speech) other.speech = *model::parse_speech(*speech);  // one of the option's choices
  return other;
}

std::vector<report::Column> columns(bool all_measures) {
  std::vector<report::Column> columns{text_column("term"),
                                      number_column("participants"),
                                      number_column("frequency"),
                                      number_column("other_participants"),
                                      number_column("other_frequency"),
                                      number_column("g2"),
                                      number_column("log_ratio"),
                                      number_column("diff_percent")};
  if (all_measures) {
    columns.push_back(number_column("g2_four_cells"));
    columns.push_back(number_column("odds_ratio"));
  }
  return columns;
}

void announce(const Context& context, const study::KeynessTable& table) {
  std::string message = fmt::format("{} compared with {}", text::plural(table.words, "word"),
                                    text::plural(table.other_words, "word"));
  if (table.in_both > 0) {
    message += fmt::format("; {} in both parts, which makes them look more alike than they are",
                           table.in_both == 1 ? "1 is" : fmt::format("{} are", table.in_both));
  }
  context.notice(message);
}

void run_keyness(Context& context, const Arguments& arguments) {
  constexpr int places_of_g2 = 2;
  const study::Filter part = filter_from(arguments);
  const std::optional<study::Filter> against = compared_with(arguments, part);
  const study::WordChoice words = word_choice(arguments);
  const auto top = arguments.number("top", 1);
  const std::size_t least = arguments.number("min-count", 1).value_or(1);
  const bool all_measures = arguments.has("all-measures");

  study::Project project = context.open_to_read();
  const study::KeynessTable table = study::keyness(project, part, against, words);
  announce(context, table);
  TableOutput output(arguments, columns(all_measures));
  std::size_t written = 0;
  for (const study::KeynessRow& row : table.rows) {
    const study::Contrast& in = row.contrast;
    if (in.a + in.b < least) continue;
    if (top && written++ == *top) break;
    std::vector<report::Cell> cells{row.term,
                                    count(row.participants),
                                    count(in.a),
                                    count(row.other_participants),
                                    count(in.b),
                                    decimal(row.g2, places_of_g2),
                                    decimal(study::log_ratio(in)),
                                    decimal(study::percent_difference(in), 1)};
    if (all_measures) {
      cells.push_back(decimal(study::log_likelihood_four_cells(in), places_of_g2));
      cells.push_back(decimal(study::odds_ratio(in)));
    }
    output.row(cells);
  }
  output.finish();
}

}  // namespace

std::vector<Command> keyness_commands() {
  return {{
      .name = "keyness",
      .summary = "Compares the words of one part of the study with another's",
      .details =
          "The part is what the filters select. It is compared with all else in the same scope of "
          "speech or, with --against, with another part: there --against takes the place of the "
          "filters that speak of the same thing (who; which sources; which coded text; whose "
          "codings), and the others hold for both. So --where gender=woman --occasion baseline "
          "--against gender=man compares women with men, both at baseline.\n"
          "Rows by falling g2. With a, b the frequencies in the part and the other, and c, d "
          "their words: g2 is the log-likelihood 2 (a ln(a/E1) + b ln(b/E2)), E1 = c (a+b) / "
          "(c+d), E2 = d (a+b) / (c+d), the two cells of Rayson and Garside 2000; 3.84 is p = "
          "0.05 for one word chosen beforehand. Its direction is the sign of log_ratio.\n"
          "log_ratio: log2((a/c) / (b/d)), +1 is twice as frequent, -1 half; a frequency of 0 is "
          "taken as 0.5 (Hardie 2014). diff_percent: %DIFF = 100 (a/c - b/d) / (b/d) (Gabrielatos "
          "and Marchi 2011, p. 18).\n"
          "With --all-measures also g2_four_cells (Dunning 1993, p. 72, what NLTK and quanteda "
          "give) and odds_ratio = (a/(c-a)) / (b/(d-b)) (Pojanapunya and Todd 2016, p. 154).\n"
          "Two decimals for the log-likelihoods, one for diff_percent, three for the rest. "
          "\"undefined\" (null in JSON): diff_percent and odds_ratio of a word that the other "
          "part does not have, and all where a part has no words.",
      .arguments = {},
      .options = with_table_options(with_filter_options(
          with_word_options(
              {{.name = "against",
                .value = "PART",
                .help = "the other part: attribute=value, or source:NAME, participant:NAME, "
                        "occasion:NAME, code:NAME, theme:NAME, coder:NAME",
                .repeats = true},
               {.name = "against-speech",
                .value = "WHOSE",
                .help = "whose words count in the other part (as in the part unless said "
                        "otherwise)",
                .choices = {"participants", "researchers", "all"}},
               {.name = "min-count",
                .value = "N",
                .help = "only words said at least N times in both parts together"},
               {.name = "all-measures",
                .value = "",
                .help = "adds the four-cell log-likelihood and the odds ratio"},
               {.name = "top", .value = "N", .help = "only the first N rows"}}),
          true)),
      .examples = {{"themata keyness --where gender=woman --against gender=man --top 20",
                    "Which words most set women's and men's talk apart."},
                   {"themata keyness --theme \"Soothing Breathing\" --stop auto",
                    "The words of a theme against all that was not coded so."}},
      .run = run_keyness,
  }};
}

}  // namespace themata::cli
