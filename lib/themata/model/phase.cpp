#include "themata/model/phase.hpp"

#include <array>
#include <cassert>

namespace themata::model {
namespace {

using Names = std::array<std::string_view, phase_count>;

constexpr Names of_2006 = {"Familiarising yourself with your data",
                           "Generating initial codes",
                           "Searching for themes",
                           "Reviewing themes",
                           "Defining and naming themes",
                           "Producing the report"};
constexpr Names of_2022 = {"Dataset familiarisation",
                           "Data coding",
                           "Initial theme generation",
                           "Theme development and review",
                           "Theme refining, defining and naming",
                           "Writing up"};

}  // namespace

std::string_view phase_name(int phase, PhaseNames names) {
  assert(phase >= 1 && phase <= phase_count);
  const auto index = static_cast<std::size_t>(phase - 1);
  return names == PhaseNames::of_2022 ? of_2022[index] : of_2006[index];
}

}  // namespace themata::model
