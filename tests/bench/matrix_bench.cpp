/// Co-occurrence by a sweep over the codings, beside the query that one would write for it. Codings
/// are in memory for both; each source has 1,000 of 100 codes, of which some ten share any place.
#include <random>
#include <stdexcept>
#include <string>

#include <benchmark/benchmark.h>
#include <sqlite3.h>

#include "support/memory_corpus.hpp"
#include "support/numbered.hpp"
#include "themata/analysis/matrix.hpp"

namespace {

using namespace themata;

constexpr std::size_t codes = 100;
constexpr std::size_t codings_each = 1'000;
constexpr std::size_t text_size = 60'000;
constexpr std::size_t longest = 1'200;

/// The codings of one source after the other, made as they are asked for and the same every time.
class SyntheticCodings : public model::Corpus {
 public:
  explicit SyntheticCodings(std::size_t sources) : sources_(sources) {
    std::vector<model::Code> all;
    for (std::size_t i = 0; i < codes; ++i) {
      all.push_back(
          {model::CodeId{static_cast<std::int64_t>(i + 1)}, "", test::numbered("c", i), ""});
    }
    codebook_ = {all, {}, {}};
    for (std::size_t i = 0; i < codings_each; ++i) {
      const std::size_t begin = random_() % (text_size - longest);
      model::Coding coding;
      coding.id = model::CodingId{static_cast<std::int64_t>(i + 1)};
      coding.segment.range = text::byte_range(begin, begin + 1 + random_() % longest);
      coding.code = model::CodeId{static_cast<std::int64_t>(1 + random_() % codes)};
      codings_.push_back(coding);
    }
    std::sort(codings_.begin(), codings_.end(), [](const auto& a, const auto& b) {
      return std::pair(a.segment.range, a.id) < std::pair(b.segment.range, b.id);
    });
  }

  const model::Codebook& codebook() const override { return codebook_; }
  const std::vector<model::Participant>& participants() const override { return participants_; }
  const std::vector<model::Coder>& coders() const override { return coders_; }
  const model::Selection& selection() const override { return selection_; }
  bool next(model::SourceData& data) override {
    if (at_ == sources_) return false;
    if (at_++ == 0) data.codings = codings_;
    return true;
  }
  void rewind() override { at_ = 0; }
  [[nodiscard]] const std::vector<model::Coding>& codings() const { return codings_; }

 private:
  std::size_t sources_;
  std::size_t at_ = 0;
  std::mt19937 random_{7};
  std::vector<model::Coding> codings_;
  model::Codebook codebook_;
  std::vector<model::Participant> participants_;
  std::vector<model::Coder> coders_;
  model::Selection selection_;
};

void sweep(benchmark::State& state) {
  SyntheticCodings corpus(static_cast<std::size_t>(state.range(0)));
  const analysis::MatrixAxis axis;
  for (auto _ : state) {
    benchmark::DoNotOptimize(
        analysis::count_matrix(corpus, axis, axis, analysis::MatrixCell::excerpts));
  }
  state.counters["codings"] = static_cast<double>(state.range(0) * codings_each);
}
BENCHMARK(sweep)->Arg(50)->Arg(1'000)->Unit(benchmark::kMillisecond)->UseRealTime();

void run(sqlite3* database, const std::string& sql) {
  if (sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) {
    throw std::runtime_error(sqlite3_errmsg(database));
  }
}

void naive_query(benchmark::State& state) {
  const SyntheticCodings corpus(1);
  sqlite3* database = nullptr;
  sqlite3_open(":memory:", &database);
  run(database, "CREATE TABLE coding(source INT, first INT, last INT, code INT); BEGIN");
  for (std::int64_t source = 0; source < state.range(0); ++source) {
    for (const model::Coding& coding : corpus.codings()) {
      run(database, "INSERT INTO coding VALUES(" + std::to_string(source) + ',' +
                        std::to_string(coding.segment.range.begin.value) + ',' +
                        std::to_string(coding.segment.range.end.value) + ',' +
                        std::to_string(coding.code.value) + ')');
    }
  }
  run(database, "COMMIT; CREATE INDEX by_place ON coding(source, first, last, code); ANALYZE");
  for (auto _ : state) {
    run(database,
        "SELECT a.code, b.code, count(*) FROM coding a JOIN coding b ON a.source = b.source AND "
        "a.first < b.last AND b.first < a.last GROUP BY a.code, b.code");
  }
  state.counters["codings"] = static_cast<double>(state.range(0) * codings_each);
  sqlite3_close(database);
}
BENCHMARK(naive_query)->Arg(50)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(1);

}  // namespace
