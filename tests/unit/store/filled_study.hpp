#pragma once

#include <functional>
#include <string>

#include "themata/store/database.hpp"
#include "themata/store/sources.hpp"

// What the tests fill a study with. Free of the test library, so that `write_fixture` can use it.
namespace themata::store::test {

/// A new study, before it is filled.
inline const model::StudyInfo fixture_study{"guid-study", "Letters home",
                                            model::Approach::reflexive, "en"};

inline const std::string some_time = "2024-05-03T10:00:00Z";

/// Runs `work` as one command; what `Change::commit` returns.
bool command(Database& database, const std::function<void()>& work);

/// A source as `import` would hand it in, made from lines "Label: text". `Interviewer` is a
/// researcher, `Other` neither; participants are not set. Brackets in [] are insertions, in ()
/// notes, except that "(speech...)" is speech. It owns the text that `source` views.
struct Interview {
  std::string text;
  NewSource source;
  Interview(const std::string& name, std::string lines);
  Interview(const Interview&) = delete;
  Interview& operator=(const Interview&) = delete;
};

model::SourceId add_interview(Database& database, const std::string& name,
                              const std::string& lines);

/// A study with one thing of every kind: two sources, participants with attributes, a codebook with
/// themes, codings with a memo and a flag, a term family with a decision, and a bracket rule.
void fill(Database& database);

}  // namespace themata::store::test
