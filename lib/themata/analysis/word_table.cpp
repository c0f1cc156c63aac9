#include "themata/analysis/word_table.hpp"

#include <algorithm>
#include <exception>
#include <limits>
#include <mutex>
#include <new>
#include <numeric>
#include <optional>
#include <system_error>
#include <thread>

#include "themata/analysis/detail/word_counter.hpp"

namespace themata::analysis {

namespace {

constexpr std::size_t enough_for_two = 1'000'000;  // bytes; below, a thread is not worth its start

/// Counts the sources of a corpus on one thread, and on a second once there is enough to do. They
/// take turns at reading, so that memory follows the largest two sources. The counts do not
/// depend on who counts what; nor does an error: the first source's, in the study's order, is
/// thrown.
class CorpusCount {
 public:
  CorpusCount(model::Corpus& corpus, const WordTableOptions& options, detail::SharedTable& table)
      : corpus_(corpus), options_(options), table_(table) {}

  void run() {
    corpus_.rewind();
    detail::WordCounter counter(options_, table_);
    const bool alone = options_.threads < 2 || std::thread::hardware_concurrency() < 2;
    if (work(counter, alone ? std::numeric_limits<std::size_t>::max() : enough_for_two)) {
      const Second second(*this);
      work(counter, std::numeric_limits<std::size_t>::max());
    }
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  /// The second thread, joined at the end of its life. A system short of threads does without.
  class Second {
   public:
    explicit Second(CorpusCount& count) {
      try {
        thread_ = std::thread([&count] { count.work_beside(); });
      } catch (const std::system_error&) {  // the first does all the work
      }
    }
    ~Second() {
      if (thread_.joinable()) thread_.join();
    }
    Second(const Second&) = delete;
    Second& operator=(const Second&) = delete;

   private:
    std::thread thread_;
  };

  /// Counts until the corpus ends or `limit` bytes of text are counted; true if there may be more.
  bool work(detail::WordCounter& counter, std::size_t limit) {
    model::SourceData source;
    std::size_t number = 0;
    try {
      for (std::size_t bytes = 0; bytes < limit; bytes += source.text.size()) {
        if (!read(source, number)) {
          counter.finish();
          return false;
        }
        counter.count(source, corpus_.selection());
      }
    } catch (...) {
      note_failure(number);
      return false;
    }
    return true;
  }

  /// The next source, and its `number` in the corpus from 1; false at the end.
  bool read(model::SourceData& source, std::size_t& number) {
    const std::lock_guard lock(reading_);
    if (ended_) return false;
    number = ++handed_out_;
    ended_ = !corpus_.next(source);
    return !ended_;
  }

  void work_beside() noexcept {
    try {
      detail::WordCounter counter(options_, table_);
      work(counter, std::numeric_limits<std::size_t>::max());
    } catch (const std::bad_alloc&) {  // not even begun: the first does all the work
    }
  }

  void note_failure(std::size_t number) {
    const std::lock_guard lock(reading_);
    ended_ = true;
    if (failure_ && failed_at_ < number) return;
    failure_ = std::current_exception();
    failed_at_ = number;
  }

  model::Corpus& corpus_;
  const WordTableOptions& options_;
  detail::SharedTable& table_;
  std::mutex reading_;
  std::size_t handed_out_ = 0;
  bool ended_ = false;
  std::exception_ptr failure_;
  std::size_t failed_at_ = 0;
};

/// The rows by falling frequency, then by term; only the first `top` of them.
std::vector<std::size_t> in_table_order(const Tally& tally, const StringIds& terms,
                                        std::optional<std::size_t> top) {
  std::vector<std::size_t> rows(tally.rows());
  std::iota(rows.begin(), rows.end(), std::size_t{0});
  const auto comes_first = [&](std::size_t a, std::size_t b) {
    if (tally.frequency(a) != tally.frequency(b)) return tally.frequency(a) > tally.frequency(b);
    return terms.string(a) < terms.string(b);  // UTF-8 sorts as its code points do
  };
  if (!top || *top >= rows.size()) {
    std::sort(rows.begin(), rows.end(), comes_first);
    return rows;
  }
  const auto end = rows.begin() + static_cast<std::ptrdiff_t>(*top);
  std::partial_sort(rows.begin(), end, rows.end(), comes_first);
  rows.erase(end, rows.end());
  return rows;
}

}  // namespace

std::vector<TermCount> word_table(model::Corpus& corpus, const WordTableOptions& options) {
  detail::SharedTable counts;
  CorpusCount(corpus, options, counts).run();
  const Tally& tally = counts.tally;
  const StringIds& terms = counts.terms;

  std::vector<TermCount> table;
  for (const std::size_t row : in_table_order(tally, terms, options.top)) {
    table.push_back(
        {std::string(terms.string(row)), tally.participants(row), tally.frequency(row)});
  }
  return table;
}

}  // namespace themata::analysis
