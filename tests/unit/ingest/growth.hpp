#pragma once

#include <cstddef>
#include <ctime>
#include <string>

namespace themata::ingest::test {

/// True if the processor time that `use` takes grows about as its input does: for four times the
/// input less than ten times the time (sixteen would be quadratic). Asks three times before it says
/// no, for a machine has other things to do.
template <class Make, class Use>
bool grows_linearly(Make make, Use use, std::size_t size) {
  const auto time_for = [&](std::size_t length) {
    const std::string input = make(length);
    const std::clock_t begin = std::clock();
    use(input);
    return std::clock() - begin;
  };
  const std::clock_t noise = CLOCKS_PER_SEC / 100;
  for (int attempt = 0; attempt < 3; ++attempt) {
    if (time_for(4 * size) < 10 * (time_for(size) + noise)) return true;
  }
  return false;
}

/// `unit` again and again, until it is `size` bytes long.
inline std::string repeated(const std::string& unit, std::size_t size) {
  std::string text;
  while (text.size() < size) text += unit;
  return text;
}

}  // namespace themata::ingest::test
