#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>

#include "themata/store/verify.hpp"
#include "themata/study/project.hpp"

namespace themata::study {

using store::Damage;
using store::Defect;
using store::VerifySinks;

/// Checks the study's file, texts, ranges, rows and history.
void verify(Project& project, const VerifySinks& sinks);

/// Takes every command back in a copy in memory. Returns how many there were.
std::size_t verify_undo(Project& project, const VerifySinks& sinks);

/// What to do about a kind of damage, as a sentence.
std::string advice_on(Damage damage);

}  // namespace themata::study
