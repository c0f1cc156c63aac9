/// How fast words are found and folded, and a corrected text is aligned with the one before it.
#include <algorithm>
#include <random>
#include <string>

#include <benchmark/benchmark.h>

#include "synthetic_transcripts.hpp"
#include "themata/text/alignment.hpp"
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

/// The text with one word of so many replaced.
std::string corrected(const std::string& text, std::size_t one_of) {
  std::mt19937 random(1);
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of(" \n", at), text.size() - 1);
    result +=
        random() % one_of == 0 ? "corrected" + text.substr(end, 1) : text.substr(at, end + 1 - at);
    at = end + 1;
  }
  return result;
}

/// Five megabytes, one word of 100 or of 2 corrected.
void align(benchmark::State& state) {
  const std::string before = bench::SyntheticTranscripts().interview(5'000'000);
  const std::string after = corrected(before, static_cast<std::size_t>(state.range(0)));
  for (auto _ : state) benchmark::DoNotOptimize(text::Alignment(before, after).runs().size());
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * before.size()));
}
BENCHMARK(align)->Arg(100)->Arg(2)->Unit(benchmark::kMillisecond);

}  // namespace
