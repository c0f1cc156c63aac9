/// How fast words are found and folded.
#include <benchmark/benchmark.h>

#include "synthetic_transcripts.hpp"
#include "themata/text/fold.hpp"
#include "themata/text/words.hpp"

namespace {

using namespace themata;

const std::string& text_of_a_megabyte() {
  static const std::string text = bench::SyntheticTranscripts().interview(1'000'000);
  return text;
}

void words(benchmark::State& state) {
  const std::string& text = text_of_a_megabyte();
  text::WordSegmenter segmenter;
  std::size_t count = 0;
  for (auto _ : state) {
    segmenter.start(text);
    while (segmenter.next()) ++count;
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * text.size()));
  state.SetItemsProcessed(static_cast<std::int64_t>(count));
}
BENCHMARK(words)->Unit(benchmark::kMillisecond);

void fold(benchmark::State& state) {
  const bench::SyntheticTranscripts transcripts;
  for (auto _ : state) {
    for (const std::string& word : transcripts.vocabulary()) {
      benchmark::DoNotOptimize(text::fold(word));
    }
  }
  state.SetItemsProcessed(
      static_cast<std::int64_t>(state.iterations() * transcripts.vocabulary().size()));
}
BENCHMARK(fold)->Unit(benchmark::kMillisecond);

}  // namespace
