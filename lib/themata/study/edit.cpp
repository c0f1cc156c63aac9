#include "themata/study/edit.hpp"

#include <fmt/format.h>

#include "themata/error.hpp"
#include "themata/model/names.hpp"
#include "themata/store/coders.hpp"
#include "themata/text/name_key.hpp"

namespace themata::study {

namespace {

bool is_nearly(const std::string& name, const std::string& known) {
  return text::name_key(name) == text::name_key(known) || text::edit_distance(name, known) == 1;
}

}  // namespace

Edit::Edit(Project& project, std::string command)
    : project_(project),
      coder_(model::checked_name("coder", project.environment().coder)),
      change_(project.database(),
              {project.now(), coder_, std::move(command), project.environment().why}) {
  load_coders();
  check_coder(coder_);
}

void Edit::load_coders() {
  for (const model::Coder& coder : store::coders(project_.database())) {
    coders_.emplace(coder.name, coder.id);
  }
}

bool Edit::check_coder(const std::string& name) {
  if (coders_.contains(name)) return true;
  if (project_.environment().new_coder) return false;
  for (const auto& [known, id] : coders_) {
    if (!is_nearly(name, known)) continue;
    throw Conflict(fmt::format(
        "the coder \"{}\" is new here but nearly \"{}\", whom the study knows; use --coder \"{}\", "
        "or --new-coder if they are two people",
        name, known, known));
  }
  return false;
}

// Who works was checked at the beginning, before a file brought coders of its own.
model::CoderId Edit::coder() {
  const auto known = coders_.find(coder_);
  return known == coders_.end() ? add_coder(coder_) : known->second;
}

model::CoderId Edit::coder(const std::string& written) {
  const std::string name = model::checked_name("coder", written);
  return check_coder(name) ? coders_.at(name) : add_coder(name);
}

model::CoderId Edit::add_coder(const std::string& name) {
  if (!coders_.empty()) {
    project_.notice(fmt::format("\"{}\" is a new coder in this study", name));
  }
  const model::CoderId id = store::add_coder(project_.database(), name, project_.new_guid());
  coders_.emplace(name, id);
  return id;
}

bool Edit::commit(const std::string& summary) {
  // Who changed something belongs to the study from then on; who changed nothing does not.
  const bool known = coders_.contains(coder_);
  if (!known && change_.has_changes()) coder();
  return change_.commit(summary);
}

}  // namespace themata::study
