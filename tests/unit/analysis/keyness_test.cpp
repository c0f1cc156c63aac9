#include "themata/analysis/keyness.hpp"

#include <random>

#include <catch2/catch.hpp>

using namespace themata::analysis;

TEST_CASE("Dunning's log-likelihoods, four cells") {
  // Dunning 1993, p. 72: the cells of the table; here frequencies and sums of rows.
  CHECK(*log_likelihood_four_cells({110, 111, 110 + 2442, 111 + 29114}) ==
        Approx(270.72).margin(0.005));
  CHECK(*log_likelihood_four_cells({8, 24, 8 + 5, 24 + 31740}) == Approx(95.29).margin(0.005));
  CHECK(*log_likelihood_four_cells({10, 3, 10 + 0, 3 + 31764}) == Approx(167.23).margin(0.005));
}

TEST_CASE("published %DIFF, odds ratio and log ratios") {
  // Gabrielatos and Marchi 2011, p. 18.
  CHECK(*percent_difference({206523, 178174, 959641, 1562358}) == Approx(88.7).margin(0.05));
  // Pojanapunya and Todd 2016, p. 154.
  CHECK(*odds_ratio({16217, 735, 2796938, 2087946}) == Approx(16.6).margin(0.05));
  // Hardie 2014: as frequent, twice and half as frequent.
  CHECK(*log_ratio({1, 1, 1000000, 1000000}) == 0);
  CHECK(*log_ratio({2, 1, 1000000, 1000000}) == Approx(1).margin(1e-12));
  CHECK(*log_ratio({1, 2, 1000000, 1000000}) == Approx(-1).margin(1e-12));
}

TEST_CASE("values computed by scipy's power_divergence and NLTK") {
  const Contrast one{120, 30, 100000, 200000};
  CHECK(*log_likelihood(one) == Approx(137.8741287053798).margin(1e-9));
  CHECK(*log_likelihood_four_cells(one) == Approx(137.94767406190005).margin(1e-8));
  CHECK(*log_ratio(one) == Approx(3).margin(1e-9));
  CHECK(*percent_difference(one) == Approx(700).margin(1e-9));
  CHECK(*odds_ratio(one) == Approx(8.008410092110532).margin(1e-9));
  const Contrast two{35, 9, 3028, 41000};
  CHECK(*log_likelihood(two) == Approx(144.082928194743).margin(1e-9));
  CHECK(*log_likelihood_four_cells(two) == Approx(144.4470425419511).margin(1e-8));
  CHECK(*log_ratio(two) == Approx(5.718544814797093).margin(1e-9));
  CHECK(*percent_difference(two) == Approx(5165.668574783502).margin(1e-9));
  CHECK(*odds_ratio(two) == Approx(53.26075658016854).margin(1e-9));
}

TEST_CASE("a zero adds nothing to G2, is half in a log ratio, and has no %DIFF to compare with") {
  const Contrast none_here{0, 12, 5000, 60000};
  CHECK(*log_likelihood(none_here) == Approx(1.9210249841648726).margin(1e-9));
  CHECK(*log_likelihood_four_cells(none_here) == Approx(1.921209623212663).margin(1e-8));
  CHECK(*log_ratio(none_here) == Approx(-1).margin(1e-9));
  CHECK(*percent_difference(none_here) == Approx(-100).margin(1e-9));
  CHECK(*odds_ratio(none_here) == 0);
  const Contrast none_there{7, 0, 3028, 41000};
  CHECK(*log_likelihood(none_there) == Approx(37.4769284342032).margin(1e-9));
  CHECK(*log_likelihood_four_cells(none_there) == Approx(37.492010229913376).margin(1e-8));
  CHECK(*log_ratio(none_there) == Approx(7.566541721352043).margin(1e-9));
  CHECK_FALSE(percent_difference(none_there));
  CHECK_FALSE(odds_ratio(none_there));
}

TEST_CASE("what cannot be compared is undefined") {
  for (const Contrast& contrast :
       {Contrast{0, 0, 10, 10}, Contrast{1, 0, 10, 0}, Contrast{0, 1, 0, 10}, Contrast{0, 0, 0, 0},
        Contrast{11, 1, 10, 10}}) {
    CHECK_FALSE(log_likelihood(contrast));
    CHECK_FALSE(log_likelihood_four_cells(contrast));
    CHECK_FALSE(log_ratio(contrast));
    CHECK_FALSE(percent_difference(contrast));
    CHECK_FALSE(odds_ratio(contrast));
  }
  CHECK_FALSE(odds_ratio({10, 1, 10, 10}));  // A is this word alone
  CHECK(log_likelihood_four_cells({10, 10, 10, 10}) == 0);
}

TEST_CASE("exchanging the parts keeps G2 and turns the log ratio round") {
  std::mt19937 random(11);
  for (int round = 0; round < 500; ++round) {
    Contrast in{random() % 50, random() % 50, 50 + random() % 5000, 50 + random() % 5000};
    if (in.a + in.b == 0) in.a = 1;
    const Contrast turned{in.b, in.a, in.d, in.c};
    CHECK(*log_likelihood(in) == Approx(*log_likelihood(turned)).margin(1e-9));
    CHECK(*log_likelihood(in) > -1e-9);
    CHECK(*log_likelihood_four_cells(in) ==
          Approx(*log_likelihood_four_cells(turned)).margin(1e-8));
    CHECK(*log_ratio(in) == Approx(-*log_ratio(turned)).margin(1e-9));
  }
}
