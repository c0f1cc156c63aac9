/// How long the analyses of a study of 60 MB in 1,000 sources take, reading it included.
#include <benchmark/benchmark.h>

#include "support/temporary_study.hpp"
#include "synthetic_transcripts.hpp"
#include "themata/study/analyses.hpp"

namespace {

using namespace themata;

constexpr std::size_t files = 1'000;
constexpr std::size_t bytes_each = 60'000;

/// Imported when it is first asked for.
struct LargeStudy : test::TemporaryStudy {
  bench::SyntheticTranscripts transcripts;
  std::string term_list =
      write("terms.terms", bench::synthetic_term_list(transcripts.vocabulary(), 50));

  LargeStudy() {
    const std::filesystem::path sources = folder().path() / "transcripts";
    transcripts.write(sources, files, bytes_each);
    study::ImportRequest request;
    request.paths = {sources.string()};
    study::import_sources(project(), request);
  }
};

LargeStudy& large_study() {
  static LargeStudy study;
  return study;
}

void count_bytes(benchmark::State& state) {
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * files * bytes_each));
}

void freq(benchmark::State& state) {
  LargeStudy& study = large_study();
  for (auto _ : state) {
    benchmark::DoNotOptimize(study::word_table(study.project(), {}, {}));
  }
  count_bytes(state);
}
BENCHMARK(freq)->Unit(benchmark::kMillisecond)->UseRealTime();

void freq_of_50_families(benchmark::State& state) {
  LargeStudy& study = large_study();
  for (auto _ : state) {
    benchmark::DoNotOptimize(study::term_table(study.project(), {}, study.term_list));
  }
  count_bytes(state);
}
BENCHMARK(freq_of_50_families)->Unit(benchmark::kMillisecond)->UseRealTime();

void kwic(benchmark::State& state) {
  LargeStudy& study = large_study();
  const std::string& keyword = study.transcripts.vocabulary()[500];
  std::size_t lines = 0;
  for (auto _ : state) {
    study::kwic(study.project(), {}, keyword, 8, [&](const auto&) { ++lines; });
  }
  state.counters["lines"] = static_cast<double>(lines) / static_cast<double>(state.iterations());
  count_bytes(state);
}
BENCHMARK(kwic)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
