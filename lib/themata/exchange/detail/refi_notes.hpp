#pragma once

#include <string>
#include <vector>

#include <pugixml.hpp>

#include "themata/exchange/detail/xml_document.hpp"
#include "themata/model/portable_study.hpp"

namespace themata::exchange::detail {

/// A note of a project: a memo or a journal entry, with a name for people.
struct RefiNote {
  std::string guid;
  std::string name;
  std::string text;
  std::string user;  ///< GUID; empty: not known
  std::string created;
};

/// True for a time as xsd:dateTime has it.
bool is_date_time(const std::string& time);

/// When an element was made, as a study has times; empty if it does not say, or not in UTC.
std::string time_of(pugi::xml_node node);

/// The attributes that say who made something and when.
void write_creation(const std::string& user, const std::string& created, pugi::xml_node node,
                    XmlWriting& xml);

/// A variable of participants or sources, of the narrowest type that holds all its values.
struct RefiVariable {
  std::string guid;
  std::string name;
  std::string type;  ///< "Integer", "Float", "Date" or "Text"
};
RefiVariable variable_of(std::string guid, std::string name,
                         const std::vector<std::string>& values);
void write_value(const RefiVariable& variable, const std::string& value, pugi::xml_node node,
                 XmlWriting& xml);

}  // namespace themata::exchange::detail
