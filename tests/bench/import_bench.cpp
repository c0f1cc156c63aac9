/// How long an import takes, durable, and how much memory.
#include <memory>

#include <benchmark/benchmark.h>
#include <sys/resource.h>

#include "support/temporary_study.hpp"
#include "synthetic_transcripts.hpp"
#include "themata/study/import.hpp"

namespace {

using namespace themata;

constexpr std::size_t bytes_each = 60'000;

double peak_memory_in_megabytes() {
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

void import_files(benchmark::State& state) {
  const auto files = static_cast<std::size_t>(state.range(0));
  const test::TemporaryFolder folder;
  bench::SyntheticTranscripts().write(folder.path() / "transcripts", files, bytes_each);
  study::ImportRequest request;
  request.paths = {(folder.path() / "transcripts").string()};
  for (auto _ : state) {
    state.PauseTiming();
    auto study = std::make_unique<test::TemporaryStudy>();
    state.ResumeTiming();
    const auto report = study::import_sources(study->project(), request);
    state.PauseTiming();
    if (report.count(study::ImportedFile::Outcome::imported) != files) {
      state.SkipWithError("not every file was imported");
    }
    study.reset();
    state.ResumeTiming();
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * files * bytes_each));
  state.counters["peak_MB"] = peak_memory_in_megabytes();
}
BENCHMARK(import_files)->Arg(100)->Arg(1'000)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
