#include <cstdint>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "themata/store/detail/query.hpp"
#include "themata/store/detail/spoken_asides.hpp"
#include "themata/store/sources.hpp"

namespace themata::store {
namespace {

using SummaryOfSource = std::unordered_map<std::int64_t, SourceSummary*>;

/// Reads rows that begin with a source's id and hands each to `fill` with that source's summary.
template <class Fill>
void fill_in(Database& database, const SummaryOfSource& summaries, const std::string& sql,
             Fill fill) {
  Query query(database, sql);
  while (query.next()) fill(*summaries.at(query.integer(0)), query);
}

void count_turns(Database& database, const SummaryOfSource& summaries) {
  fill_in(database, summaries,
          "SELECT s.id, count(*), sum(iif(t.speaker_number IS NULL, 0, t.words)) "
          "FROM source s JOIN turn t ON t.transcript_id = s.transcript_id GROUP BY s.id",
          [](SourceSummary& summary, const Query& row) {
            summary.turns = row.size(1);
            summary.words = row.size(2);
          });
}

void count_spoken_asides(Database& database, const SummaryOfSource& summaries) {
  const std::string sql = "SELECT s.id, a.words FROM (" + std::string(spoken_asides) +
                          ") a JOIN source s ON s.transcript_id = a.transcript_id";
  fill_in(database, summaries, sql,
          [](SourceSummary& summary, const Query& row) { summary.words += row.size(1); });
}

void count_participants(Database& database, const SummaryOfSource& summaries) {
  fill_in(database, summaries,
          "SELECT s.id, count(DISTINCT k.participant_id) "
          "FROM source s JOIN speaker k ON k.source_id = s.id "
          "WHERE k.role = 'participant' AND EXISTS (SELECT 1 FROM turn t "
          "WHERE t.transcript_id = s.transcript_id AND t.speaker_number = k.number) GROUP BY s.id",
          [](SourceSummary& summary, const Query& row) { summary.participants = row.size(1); });
}

void count_codings(Database& database, const SummaryOfSource& summaries) {
  fill_in(database, summaries, "SELECT source_id, count(*) FROM coding GROUP BY source_id",
          [](SourceSummary& summary, const Query& row) { summary.codings = row.size(1); });
}

}  // namespace

std::vector<SourceSummary> source_summaries(Database& database) {
  const ReadTransaction transaction(database);
  std::vector<SourceSummary> result;
  for (model::Source& source : sources(database)) result.push_back({std::move(source)});
  SummaryOfSource summaries;
  for (SourceSummary& summary : result) summaries.emplace(summary.source.id.value, &summary);
  count_turns(database, summaries);
  count_spoken_asides(database, summaries);
  count_participants(database, summaries);
  count_codings(database, summaries);
  return result;
}

}  // namespace themata::store
