#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "themata/model/participant.hpp"
#include "themata/study/project.hpp"
#include "themata/study/renamed.hpp"

namespace themata::study {

/// The participants in the study's order, each with every attribute of the study.
std::vector<model::Participant> list_participants(Project& project);
std::vector<std::string> list_attributes(Project& project);

model::Participant find_participant(Project& project, const std::string& name);
/// The participant of that name (case and kinds of quotes ignored), made if there is none. Belongs
/// inside an `Edit`.
model::ParticipantId find_or_add_participant(Project& project, const std::string& name);

struct ParticipantImport {
  std::size_t rows = 0;
  std::vector<std::string> attributes;      ///< the columns
  std::vector<std::string> without_source;  ///< names in the file that speak nowhere
  std::vector<std::string> without_row;     ///< participants who speak and are not in the file
};
/// Reads attributes from a CSV file (`exchange::read_participants`); all rows or none. Names are
/// matched exactly or by case and quotes; new names become participants.
ParticipantImport import_participants(Project& project, const std::string& path);

/// Sets attributes; those new to the study are added to it. Returns false if all was so already.
bool set_participant(Project& project, const std::string& name,
                     const std::vector<model::Attribute>& attributes);

/// Throws `Conflict` if another participant has the name.
Renamed rename_participant(Project& project, const std::string& name, const std::string& new_name);

}  // namespace themata::study
