#pragma once

#include <string>
#include <unordered_map>

#include "themata/model/coding.hpp"
#include "themata/store/change.hpp"
#include "themata/study/project.hpp"

namespace themata::study {

/// One command that changes a study: takes the write lock, checks who works, and records the
/// command in the history. What is not committed is rolled back by the destructor.
class Edit {
 public:
  /// Throws `Conflict` if the coder's name differs from a known coder's only in case or by one
  /// letter, unless the person insists; `InputError` if it cannot be a name.
  Edit(Project& project, std::string command);

  /// The coder who works, or another one named in a file; made known to the study if need be.
  /// The same check as for the constructor.
  model::CoderId coder();
  model::CoderId coder(const std::string& name);

  /// Takes note of coders that were added otherwise.
  void learn_coders() { load_coders(); }

  /// Ends the command. If it changed nothing, nothing is written and false comes back.
  bool commit(const std::string& summary);

 private:
  void load_coders();
  model::CoderId add_coder(const std::string& name);
  /// True if the study knows the coder by this very name.
  bool check_coder(const std::string& name);

  Project& project_;
  std::string coder_;
  store::Change change_;
  std::unordered_map<std::string, model::CoderId> coders_;
};

}  // namespace themata::study
