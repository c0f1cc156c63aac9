#include "cli/filter_options.hpp"

#include <utility>

namespace themata::cli {

namespace {

std::vector<Option> with_people_filter_options(std::vector<Option> options) {
  options.push_back(
      {.name = "source", .value = "SOURCE", .help = "only this source", .repeats = true});
  options.push_back(
      {.name = "participant", .value = "NAME", .help = "only this participant", .repeats = true});
  options.push_back({.name = "where",
                     .value = "ATTRIBUTE=VALUE",
                     .help = "only participants with this attribute, or sources with this detail "
                             "(question=...)",
                     .repeats = true});
  options.push_back(
      {.name = "occasion", .value = "OCCASION", .help = "only this time point", .repeats = true});
  return options;
}

}  // namespace

std::vector<Option> with_speech_filter_options(std::vector<Option> options) {
  options.push_back({.name = "speech",
                     .value = "WHOSE",
                     .help = "whose words count (participants unless said otherwise)",
                     .choices = {"participants", "researchers", "all"}});
  return with_people_filter_options(std::move(options));
}

std::vector<Option> with_filter_options(std::vector<Option> options, bool for_words) {
  const std::string counted = for_words ? "only text coded " : "only codings ";
  options = for_words ? with_speech_filter_options(std::move(options))
                      : with_people_filter_options(std::move(options));
  options.push_back(
      {.name = "code", .value = "CODE", .help = counted + "with this code", .repeats = true});
  options.push_back({.name = "theme",
                     .value = "THEME",
                     .help = counted + "under this theme or its subthemes",
                     .repeats = true});
  options.push_back(
      {.name = "coder", .value = "NAME", .help = "only this coder's codings", .repeats = true});
  return options;
}

study::Filter speech_filter_from(const Arguments& arguments) {
  study::Filter filter;
  filter.sources = arguments.texts("source");
  filter.participants = arguments.texts("participant");
  for (const std::string& condition : arguments.texts("where")) {
    filter.where.push_back(parse_attribute(condition));
  }
  filter.occasions = arguments.texts("occasion");
  if (const auto speech = arguments.text("speech")) {
    filter.speech = *model::parse_speech(*speech);  // one of the option's choices
  }
  return filter;
}

study::Filter filter_from(const Arguments& arguments) {
  study::Filter filter = speech_filter_from(arguments);
  filter.coders = arguments.texts("coder");
  filter.codes = arguments.texts("code");
  filter.themes = arguments.texts("theme");
  return filter;
}

}  // namespace themata::cli
