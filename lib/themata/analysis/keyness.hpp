#pragma once

#include <cstddef>
#include <optional>

namespace themata::analysis {

/// A word in two parts of a study, A and B: a and b, how often it is said in each; c and d, how
/// many words each has.
struct Contrast {
  std::size_t a = 0;
  std::size_t b = 0;
  std::size_t c = 0;
  std::size_t d = 0;
};

// All measures below are undefined (absent) where a part has no words or fewer words than
// occurrences, and where the word is in neither part.

/// Log-likelihood with two cells, G2 = 2 (a ln(a/E1) + b ln(b/E2)), E1 = c (a+b) / (c+d), E2 =
/// d (a+b) / (c+d) (Rayson and Garside 2000; the value that Wmatrix and the UCREL wizard give).
/// A cell of zero adds nothing. 3.84 is p = 0.05 for one word looked at alone.
std::optional<double> log_likelihood(const Contrast& contrast);

/// Log-likelihood with four cells, the words that are not this one counted as well (Dunning 1993,
/// p. 72; the value that NLTK and quanteda give). It differs little unless a word is frequent.
std::optional<double> log_likelihood_four_cells(const Contrast& contrast);

/// Log ratio = log2((a/c) / (b/d)): +1 is twice as frequent in A, -1 half (Hardie 2014). A
/// frequency of zero is taken as half an occurrence, as Hardie does.
std::optional<double> log_ratio(const Contrast& contrast);

/// %DIFF = 100 (a/c - b/d) / (b/d) (Gabrielatos and Marchi 2011, p. 18); undefined where b is 0.
std::optional<double> percent_difference(const Contrast& contrast);

/// Odds ratio = (a / (c-a)) / (b / (d-b)) (Pojanapunya and Todd 2016, p. 154); undefined where b is
/// 0 or A has no other word.
std::optional<double> odds_ratio(const Contrast& contrast);

}  // namespace themata::analysis
