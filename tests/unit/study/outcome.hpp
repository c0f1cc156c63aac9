#pragma once

#include <filesystem>
#include <string>
#include <utility>

#include <catch2/catch.hpp>

#include "support/temporary_study.hpp"
#include "themata/error.hpp"

namespace themata::test {

/// True if the study's file holds these bytes and SQLite left nothing beside it.
inline bool is_untouched(const TemporaryStudy& study, const std::string& before) {
  return study.bytes() == before && !std::filesystem::exists(study.file().string() + "-journal");
}

/// Runs a command that must fail in this way and leave the study's file as it was. Gives the
/// message.
template <class Failure, class Command>
std::string refused(const TemporaryStudy& study, Command&& command) {
  const std::string before = study.bytes();
  std::string message;
  try {
    std::forward<Command>(command)();
  } catch (const Failure& failure) {
    message = failure.what();
  }
  REQUIRE_FALSE(message.empty());
  CHECK(message.back() != '.');
  CHECK(is_untouched(study, before));
  return message;
}

/// Runs a command that must succeed and write nothing. Gives its result.
template <class Command>
auto unchanged(const TemporaryStudy& study, Command&& command) {
  const std::string before = study.bytes();
  auto result = std::forward<Command>(command)();
  CHECK(is_untouched(study, before));
  return result;
}

}  // namespace themata::test
