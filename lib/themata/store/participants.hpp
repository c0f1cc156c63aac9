#pragma once

#include <string>
#include <vector>

#include "themata/model/participant.hpp"
#include "themata/store/database.hpp"

namespace themata::store {

/// The participants in the study's order; each has every attribute of the study, perhaps empty.
std::vector<model::Participant> participants(Database& database);
/// The names of the study's attributes, in order.
std::vector<std::string> attribute_names(Database& database);

/// The study's attributes and their GUIDs, in order.
struct StoredAttribute {
  std::string guid;
  std::string name;
};
std::vector<StoredAttribute> attributes(Database& database);

model::ParticipantId add_participant(Database& database, const std::string& name,
                                     const std::string& guid);
void rename_participant(Database& database, model::ParticipantId id, const std::string& name);
/// Removes the participant and the attributes' values. No speaker may belong to them any more.
void remove_participant(Database& database, model::ParticipantId id);
/// Adds an attribute to the study, last, unless it has one of that very name.
void add_attribute(Database& database, const std::string& name, const std::string& guid);
/// The attribute must exist. An empty value takes it away.
void set_attribute(Database& database, model::ParticipantId id, const std::string& name,
                   const std::string& value);

}  // namespace themata::store
