#pragma once

#include <string>
#include <vector>

#include "themata/model/term_family.hpp"
#include "themata/store/database.hpp"

namespace themata::store {

/// The families kept in the study, in its order, each with its forms in theirs.
std::vector<model::StoredFamily> term_families(Database& database);

/// Adds a family without forms, last. Labels are the caller's to check.
model::TermFamilyId add_term_family(Database& database, const std::string& list,
                                    const std::string& label, const std::string& guid);
void rename_term_family(Database& database, model::TermFamilyId id, const std::string& label);
/// Removes it with its forms and with what was decided of its hits.
void remove_term_family(Database& database, model::TermFamilyId id);

/// Adds the pattern, last, or changes what is said of it. False if that was said already.
bool set_term_form(Database& database, model::TermFamilyId family, const model::TermForm& form);
/// False if the family has no such pattern.
bool remove_term_form(Database& database, model::TermFamilyId family, const std::string& pattern);

/// What was decided of the hits of a family, in order of source and place.
std::vector<model::HitDecision> hit_decisions(Database& database, model::TermFamilyId family);
/// Decides, or decides anew. `time` is ISO 8601 UTC.
void decide_hit(Database& database, const model::HitDecision& decision, const std::string& time);
/// Nothing is decided of the hit any more. False if nothing was.
bool forget_decision(Database& database, model::TermFamilyId family, const model::Segment& hit);

}  // namespace themata::store
