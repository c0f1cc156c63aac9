#include "themata/analysis/dispersion.hpp"

#include <cmath>
#include <random>

#include <catch2/catch.hpp>

using namespace themata::analysis;

namespace {

/// Of frequencies in every part, zeros included.
Dispersion of(const std::vector<std::size_t>& frequencies, const std::vector<std::size_t>& sizes) {
  std::vector<InPart> occurrences;
  for (std::size_t part = 0; part < frequencies.size(); ++part) {
    if (frequencies[part] > 0) occurrences.push_back({part, frequencies[part]});
  }
  return dispersion(occurrences, PartSizes(sizes));
}

/// The same by the textbook: every part is looked at, whatever is in it.
Dispersion by_the_book(const std::vector<std::size_t>& v, const std::vector<std::size_t>& sizes) {
  const double n = static_cast<double>(sizes.size());
  double f = 0;
  double words = 0;
  double relative = 0;
  double least = 1e9;
  for (std::size_t i = 0; i < v.size(); ++i) {
    f += static_cast<double>(v[i]);
    words += static_cast<double>(sizes[i]);
    relative += static_cast<double>(v[i]) / static_cast<double>(sizes[i]);
    least = std::min(least, static_cast<double>(sizes[i]));
  }
  double squares = 0;
  double differences = 0;
  double entropy = 0;
  double roots = 0;
  for (std::size_t i = 0; i < v.size(); ++i) {
    const double s = static_cast<double>(sizes[i]) / words;
    const double p = static_cast<double>(v[i]) / static_cast<double>(sizes[i]);
    squares += std::pow(p - relative / n, 2);
    differences += std::abs(static_cast<double>(v[i]) / f - s);
    if (v[i] > 0) entropy -= p / relative * std::log2(p / relative);
    roots += std::sqrt(s * static_cast<double>(v[i]));
  }
  Dispersion result;
  result.juilland_d = 1 - std::sqrt(squares / n) / (relative / n) / std::sqrt(n - 1);
  result.dp = differences / 2;
  result.dp_norm = *result.dp / (1 - least / words);
  result.carroll_d2 = entropy / std::log2(n);
  result.rosengren_s = roots * roots / f;
  return result;
}

}  // namespace

// Corpus and sizes: Gries 2008 (IJCL 13:4, pp. 406-416), the word "a" in
//   b a m n i b e u p / b a s a t b e w q n / b c a g a b e s t a / b a g h a b e a a t /
//   b a h a a b e a x a t
TEST_CASE("Gries' word a has his measures") {
  const Dispersion a = of({1, 2, 3, 4, 5}, {9, 10, 10, 10, 11});
  CHECK(a.range == 5);
  CHECK(*a.dp == Approx(0.18).margin(5e-7));                         // published
  CHECK(*a.dp_norm == Approx(0.2195121951219512).margin(1e-9));      // printed as .22
  CHECK(*a.juilland_d == Approx(0.7851504534504508).margin(1e-9));   // printed as .785
  CHECK(*a.carroll_d2 == Approx(0.9379213032979953).margin(1e-9));   // printed as .938
  CHECK(*a.rosengren_s == Approx(0.9498163423042408).margin(1e-9));  // printed as .95
}

TEST_CASE("published values for parts of equal size") {
  const std::vector<std::size_t> five(5, 10);
  CHECK(*of({0, 4, 3, 2, 1}, five).juilland_d == Approx(0.6464).margin(5e-5));  // Juilland's D
  CHECK(*of({2, 1, 1, 1, 0}, five).carroll_d2 == Approx(0.8277).margin(5e-5));  // Carroll 1970
  CHECK(*of({1, 2, 3, 4, 5}, five).rosengren_s == Approx(0.937).margin(5e-4));  // Rosengren
  CHECK(*of({3, 3, 3}, {7, 7, 7}).dp == Approx(0).margin(1e-9));                // Gries 2008
  CHECK(*of({2, 1, 0}, {5, 5, 5}).dp_norm == Approx(0.5).margin(1e-9));  // Lijffijt, Gries 2012
}

TEST_CASE("an even spread is 1 and 0, all in one part the reverse") {
  const Dispersion even = of({2, 4, 6}, {10, 20, 30});
  CHECK(*even.juilland_d == Approx(1));
  CHECK(*even.dp == Approx(0).margin(1e-12));
  CHECK(*even.dp_norm == Approx(0).margin(1e-12));
  CHECK(*even.carroll_d2 == Approx(1));
  CHECK(*even.rosengren_s == Approx(1));
  const Dispersion clumped = of({9, 0, 0, 0}, {10, 10, 10, 10});
  CHECK(clumped.range == 1);
  CHECK(*clumped.juilland_d == Approx(0).margin(1e-12));
  CHECK(*clumped.dp == Approx(0.75));
  CHECK(*clumped.dp_norm == Approx(1));
  CHECK(*clumped.carroll_d2 == Approx(0).margin(1e-12));
  CHECK(*clumped.rosengren_s == Approx(0.25));
}

TEST_CASE("measures that do not exist are absent") {
  const Dispersion never = of({0, 0}, {10, 10});
  CHECK(never.range == 0);
  for (const auto& measure :
       {never.juilland_d, never.dp, never.dp_norm, never.carroll_d2, never.rosengren_s}) {
    CHECK_FALSE(measure);
  }
  const Dispersion single = of({3}, {10});
  CHECK(single.range == 1);
  CHECK(*single.dp == 0);
  CHECK(*single.rosengren_s == Approx(1));
  CHECK_FALSE(single.juilland_d);
  CHECK_FALSE(single.dp_norm);
  CHECK_FALSE(single.carroll_d2);
  const Dispersion nowhere = of({2, 1}, {10, 0});  // an occurrence where no word is
  CHECK(nowhere.range == 2);
  CHECK_FALSE(nowhere.dp);
  CHECK_FALSE(dispersion({}, PartSizes({})).dp);
}

TEST_CASE("parts without words are no parts") {
  const PartSizes parts({0, 9, 0, 10, 10, 10, 11});
  CHECK(parts.count() == 5);
  CHECK(parts.words() == 50);
  CHECK(parts.least() == 9);
  const Dispersion a = dispersion({{1, 1}, {3, 2}, {4, 3}, {5, 4}, {6, 5}}, parts);
  CHECK(*a.juilland_d == Approx(*of({1, 2, 3, 4, 5}, {9, 10, 10, 10, 11}).juilland_d));
  CHECK(*a.dp_norm == Approx(0.2195121951219512));
}

TEST_CASE("random frequencies: measures stay in their ranges and are those of the textbook") {
  std::mt19937 random(7);
  for (int round = 0; round < 500; ++round) {
    const std::size_t n = 2 + random() % 12;
    std::vector<std::size_t> sizes;
    std::vector<std::size_t> frequencies;
    for (std::size_t i = 0; i < n; ++i) {
      sizes.push_back(1 + random() % 100);
      frequencies.push_back(random() % 3 == 0 ? random() % (sizes.back() + 1) : 0);
    }
    frequencies[random() % n] += 1;
    const Dispersion own = of(frequencies, sizes);
    const Dispersion book = by_the_book(frequencies, sizes);
    CHECK(*own.dp >= 0);
    CHECK(*own.dp < 1);
    CHECK(*own.dp_norm <= 1 + 1e-12);
    CHECK(*own.dp == Approx(*book.dp).margin(1e-12));
    CHECK(*own.dp_norm == Approx(*book.dp_norm).margin(1e-12));
    CHECK(*own.juilland_d == Approx(*book.juilland_d).margin(1e-9));
    CHECK(*own.carroll_d2 == Approx(*book.carroll_d2).margin(1e-9));
    CHECK(*own.rosengren_s == Approx(*book.rosengren_s).margin(1e-9));
  }
}
