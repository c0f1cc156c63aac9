#include "themata/analysis/collocation.hpp"

#include <catch2/catch.hpp>

using namespace themata::analysis;

TEST_CASE("published values of association") {
  // Manning and Schütze 1999, 5.3.2: "new companies".
  const Meeting companies{8, 15828, 4675, 14307668};
  CHECK(*t_score(companies) == Approx(0.999932).margin(5e-7));
  // Manning and Schütze 1999, 5.3 and 5.4: "Ayatollah Ruhollah".
  const Meeting ruhollah{20, 42, 20, 14307668};
  CHECK(*t_score(ruhollah) == Approx(4.4721).margin(5e-5));
  CHECK(*mutual_information(ruhollah) == Approx(18.38).margin(0.005));
  // Manning and Schütze 1999, 5.4: two frequent words.
  CHECK(*mutual_information({20, 15019, 15629, 14307668}) == Approx(0.29).margin(0.005));
  // Church and Hanks 1990, p. 24: "honorary doctor".
  CHECK(*mutual_information({8, 1105, 44, 15000000}) == Approx(11.3).margin(0.05));
  // Smadja et al. 1996, p. 13.
  CHECK(*dice({130, 3121, 143, 0}) == Approx(0.08).margin(0.005));
}

TEST_CASE("published properties of logDice (Rychlý 2008)") {
  CHECK(*log_dice({5, 5, 5, 100}) == Approx(14).margin(1e-12));
  CHECK(*log_dice({1, 16384, 16384, 100}) == Approx(0).margin(1e-12));
  CHECK(*log_dice({8, 100, 100, 1000}) - *log_dice({4, 100, 100, 1000}) == Approx(1).margin(1e-12));
  CHECK(*log_dice({4, 100, 100, 1000}) == *log_dice({4, 100, 100, 1000000}));
}

TEST_CASE("values computed by NLTK's BigramAssocMeasures") {
  const Meeting companies{8, 15828, 4675, 14307668};
  CHECK(*expected_together(companies) == Approx(5.17176523805277).margin(1e-9));
  CHECK(*mutual_information(companies) == Approx(0.6293432116236845).margin(1e-9));
  CHECK(*t_score(companies) == Approx(0.9999319894802036).margin(1e-9));
  CHECK(*dice(companies) == Approx(0.0007803736038628494).margin(1e-12));
  CHECK(*log_dice(companies) == Approx(3.6764526000630298).margin(1e-9));
  const Meeting dunning{110, 2552, 221, 31777};
  CHECK(*expected_together(dunning) == Approx(17.748434402240616).margin(1e-9));
  CHECK(*mutual_information(dunning) == Approx(2.6317398492166073).margin(1e-9));
  CHECK(*t_score(dunning) == Approx(8.795841659679926).margin(1e-9));
  CHECK(*log_dice(dunning) == Approx(10.34412781248518).margin(1e-9));
  CHECK(*log_dice({130, 3121, 143, 0}) == Approx(10.34994247105696).margin(1e-9));
  CHECK(*log_dice({20, 42, 20, 14307668}) == Approx(13.367731784500487).margin(1e-9));
}

TEST_CASE("a window of k words on either side makes 2k places") {
  const Meeting in_window{6, 10, 20, 1000, 10};
  CHECK(*expected_together(in_window) == Approx(2));
  CHECK(*mutual_information(in_window) == Approx(1.584962500721156));
  CHECK(*t_score(in_window) == Approx(4 / 2.449489742783178));
}

TEST_CASE("what never meets has no association") {
  const Meeting never{0, 10, 10, 100};
  CHECK_FALSE(mutual_information(never));
  CHECK_FALSE(t_score(never));
  CHECK_FALSE(log_dice(never));
  CHECK(*dice(never) == 0);
  const Meeting nothing{};
  CHECK_FALSE(expected_together(nothing));
  CHECK_FALSE(mutual_information(nothing));
  CHECK_FALSE(dice(nothing));
  CHECK_FALSE(log_dice(nothing));
}
