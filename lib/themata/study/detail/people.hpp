#pragma once

#include <string>
#include <unordered_map>

#include "themata/model/id.hpp"
#include "themata/study/project.hpp"

namespace themata::study::detail {

/// The participants by the key of their name, made where they are missing. It changes the study's
/// participants, so it belongs inside a change.
class People {
 public:
  explicit People(Project& project);

  /// The participant of that name (case and kinds of quotes ignored). Throws `InputError` for what
  /// cannot be a name.
  model::ParticipantId find_or_add(const std::string& name);
  /// How many had to be made.
  [[nodiscard]] std::size_t added() const { return added_; }

 private:
  Project& project_;
  std::unordered_map<std::string, model::ParticipantId> by_key_;
  std::size_t added_ = 0;
};

/// The study's name for an attribute: the one it has, apart from case, or the name as given, which
/// it has from now on. Belongs inside a change.
std::string attribute_in_study(Project& project, const std::string& name);

}  // namespace themata::study::detail
