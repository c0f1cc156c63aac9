#include "themata/analysis/method_words.hpp"

#include <catch2/catch.hpp>

using namespace themata;
using namespace themata::analysis;

namespace {

std::vector<std::string> found(const std::string& text) {
  std::vector<std::string> lines;
  for (const MethodWordHit& hit : method_words_in(text)) {
    lines.push_back(std::string(hit.name) + ": " + std::string(text::slice(text, hit.range)));
  }
  return lines;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("words of the method are found in their forms", "[method_words]") {
  CHECK(found("Two themes EMERGED; one is emergent, another emerging.") ==
        Lines{"emerge: EMERGED", "emerge: emergent", "emerge: emerging"});
  CHECK(found("Saturated at ten; unbiased? Inter-rater kappa, intercoder, inter-coder.") ==
        Lines{"saturation: Saturated", "bias: unbiased", "inter-rater: Inter-rater",
              "inter-rater: intercoder", "inter-rater: inter-coder"});
}

TEST_CASE("words that only look like them are left alone", "[method_words]") {
  CHECK(found("An emergency. The international rater submerged. Biathlon.").empty());
  CHECK(found("inter").empty());
  CHECK(found("").empty());
}

TEST_CASE("every word found has a remark", "[method_words]") {
  for (const MethodWordHit& hit : method_words_in("emerge saturation bias inter-rater")) {
    bool known = false;
    for (const MethodWord& word : method_words()) known = known || word.name == hit.name;
    CHECK(known);
  }
}
