/// engine_bench FOLDER [ROUNDS]: the engine of `freq` beside a loop over ICU that is as quick as we
/// can make it, on the texts of FOLDER and on texts in many scripts. Each round runs all, one after
/// the other; printed are medians of processor time on one thread, medians of the ratios within a
/// round, and how much sooner two threads are done.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <time.h>

#include "icu_count.hpp"
#include "themata/analysis/word_table.hpp"
#include "themata/text/offsets.hpp"

namespace {

using namespace themata;
namespace fs = std::filesystem;

/// Texts held in memory as sources of one turn each, said by a participant each.
class Texts : public model::Corpus {
 public:
  explicit Texts(std::vector<std::string> texts) : texts_(std::move(texts)) {
    for (const std::string& text : texts_) bytes_ += text.size();
  }
  [[nodiscard]] const std::vector<std::string>& texts() const { return texts_; }
  [[nodiscard]] std::size_t bytes() const { return bytes_; }

  [[nodiscard]] const model::Codebook& codebook() const override { return codebook_; }
  [[nodiscard]] const std::vector<model::Participant>& participants() const override {
    return participants_;
  }
  [[nodiscard]] const std::vector<model::Coder>& coders() const override { return coders_; }
  [[nodiscard]] const model::Selection& selection() const override { return selection_; }
  bool next(model::SourceData& data) override {
    if (at_ == texts_.size()) return false;
    const model::ParticipantId who{static_cast<std::int64_t>(at_ + 1)};
    data.text = texts_[at_++];
    data.speakers.assign(1, {{}, {}, "P", model::SpeakerRole::participant, who});
    data.turns.assign(1, {});
    data.turns[0].speaker = 0;
    data.turns[0].range = text::byte_range(0, data.text.size());
    return true;
  }
  void rewind() override { at_ = 0; }

 private:
  std::vector<std::string> texts_;
  std::size_t bytes_ = 0;
  std::size_t at_ = 0;
  model::Codebook codebook_;
  std::vector<model::Participant> participants_;
  std::vector<model::Coder> coders_;
  model::Selection selection_;
};

std::vector<std::string> read_folder(const fs::path& folder) {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(folder)) paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> texts;
  for (const fs::path& path : paths) {
    std::ifstream in(path, std::ios::binary);
    texts.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
  }
  return texts;
}

std::uint64_t next_random() {
  static std::uint64_t state = 1;
  state = state * 6364136223846793005U + 1442695040888963407U;
  return state >> 33;
}

/// Made of words of one kind of script, in an order that no run of the same words repeats.
std::vector<std::string> made_of(const std::vector<std::string>& words, std::string_view between) {
  std::vector<std::string> texts(40);
  for (std::string& text : texts) {
    while (text.size() < 50'000) {
      text += words[next_random() % words.size()];
      text += next_random() % 12 == 0 ? "\n" : between;
    }
  }
  return texts;
}

/// So many of `words` with nothing between them.
std::string strung_together(const std::vector<std::string>& words, int count) {
  std::string run;
  while (count-- > 0) run += words[next_random() % words.size()];
  return run;
}

struct Kind {
  const char* name;
  std::vector<std::string> texts;
};

std::vector<Kind> kinds(const fs::path& folder) {
  const std::vector<std::string> accented = {
      "\u00E9t\u00E9,", "na\u00EFve", "l\u2019h\u00F4tel", "stra\u00DFe.", "fa\u00E7on",
      "schön",          "Łódź",       "e\u0301te\u0301",   "maison",       "a\u0308hnlich"};
  const std::vector<std::string> cyrillic = {"дыхание", "Привет,", "как", "дела?", "спокойно"};
  const std::vector<std::string> arabic = {"مرحبا", "بك،", "كَيْف", "حالك", "التنفس"};
  const std::vector<std::string> thai = {"สวัสดีครับ", "ฉันไม่รู้", "หายใจ", "ค่ะ"};
  const std::vector<std::string> chinese = {"我们在这里，", "不知道。", "呼吸", "他说过"};
  const std::vector<std::string> japanese = {"私は学生です。", "テストを書く、", "呼吸する"};
  const std::vector<std::string> emoji = {"ok",     "😀",  "👩‍👩‍👧",
                                          "❤️", "🇫🇷", "great!"};
  std::vector<std::string> mixed;
  std::vector<std::string> mixed_anew;
  for (const auto* words : {&accented, &cyrillic, &arabic, &thai, &chinese, &japanese, &emoji}) {
    mixed.insert(mixed.end(), words->begin(), words->end());
    const bool spaced = words != &thai && words != &chinese && words != &japanese;
    for (int i = 0; i < 400; ++i) {
      mixed_anew.push_back(spaced ? (*words)[static_cast<std::size_t>(i) % words->size()]
                                  : strung_together(*words, 4));
    }
  }
  return {{"English, curly quotes", read_folder(folder)},
          {"accents, combining marks", made_of(accented, " ")},
          {"Cyrillic", made_of(cyrillic, " ")},
          {"Arabic", made_of(arabic, " ")},
          {"Thai", made_of(thai, "")},
          {"Chinese", made_of(chinese, "")},
          {"Japanese", made_of(japanese, "")},
          {"emoji and words", made_of(emoji, " ")},
          {"mixed, runs come again", made_of(mixed, " ")},
          {"mixed, new runs", made_of(mixed_anew, " ")}};
}

double now_on(clockid_t clock) {
  timespec time{};
  ::clock_gettime(clock, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

/// What `work` takes on the wall's clock and of the processor.
struct Taken {
  double wall = 0;
  double processor = 0;
};

Taken taken_by(const std::function<void()>& work) {
  const double wall = now_on(CLOCK_MONOTONIC);
  const double processor = now_on(CLOCK_PROCESS_CPUTIME_ID);
  work();
  return {now_on(CLOCK_MONOTONIC) - wall, now_on(CLOCK_PROCESS_CPUTIME_ID) - processor};
}

double median(std::vector<double> values) {
  std::nth_element(values.begin(), values.begin() + values.size() / 2, values.end());
  return values[values.size() / 2];
}

/// False if the two do not count the same.
bool compare(const Kind& kind, int rounds) {
  Texts texts(kind.texts);
  std::vector<double> icu, one, gain, gain_of_two;
  bool same = true;
  for (int round = 0; round < rounds; ++round) {
    std::vector<analysis::TermCount> by_icu, by_one, by_two;
    icu.push_back(taken_by([&] { by_icu = bench::count_with_icu(texts.texts()); }).processor);
    analysis::WordTableOptions options;
    options.threads = 1;
    const Taken alone = taken_by([&] { by_one = analysis::word_table(texts, options); });
    one.push_back(alone.processor);
    options.threads = 2;
    const Taken both = taken_by([&] { by_two = analysis::word_table(texts, options); });
    gain.push_back(icu.back() / one.back());
    gain_of_two.push_back(alone.wall / both.wall);
    same = same && by_icu == by_one && by_one == by_two;
  }
  const double megabytes = static_cast<double>(texts.bytes()) / 1e6;
  std::printf("%-26s %7.1f %8.0f %10.0f %8.1f %11.2f%s\n", kind.name, megabytes,
              megabytes / median(icu), megabytes / median(one), median(gain), median(gain_of_two),
              same ? "" : "  COUNTS DIFFER");
  return same;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "usage: engine_bench FOLDER [ROUNDS]\n");
    return 2;
  }
  const int rounds = argc > 2 ? std::atoi(argv[2]) : 7;
  std::printf("%-26s %7s %8s %10s %8s %11s\n", "text", "MB", "ICU MB/s", "ours MB/s", "ratio",
              "two threads");
  bool same = true;
  for (const Kind& kind : kinds(argv[1])) same = compare(kind, rounds) && same;
  return same ? 0 : 1;
}
