#pragma once

#include <string>
#include <vector>

#include "sample_study.hpp"
#include "themata/study/analyses.hpp"
#include "themata/study/revise.hpp"

namespace themata::test {

/// A short interview with slips of its transcriber.
inline const std::string talk =
    "I: How was it?\n"
    "P: It was realy hard at first, you know.\n"
    "I: Yes.\n"
    "P: Then I got used to it, and now I swim every day.\n";

inline std::string with(std::string text, const std::string& old_words,
                        const std::string& new_words) {
  text.replace(text.find(old_words), old_words.size(), new_words);
  return text;
}

/// A study with it, to be coded and revised.
struct Revising : TemporaryStudy {
  Revising() { import("one.txt", talk); }

  void code(const std::string& quote, const std::string& memo = "") {
    study::ApplyRequest request = quoted("Code", "one", quote);
    request.create = true;
    request.memo = memo;
    study::apply_code(project(), request);
  }
  study::Revision revise(const std::string& text, const study::RevisionOptions& options = {}) {
    return study::revise_source(project(), "one", write("corrected.txt", text), options);
  }
  std::vector<std::string> excerpts() {
    std::vector<std::string> texts;
    study::list_excerpts(project(), {},
                         [&](const study::Excerpt& one) { texts.push_back(one.text); });
    return texts;
  }
};

}  // namespace themata::test
