#include "themata/store/consistency.hpp"

#include <array>
#include <set>
#include <utility>

#include "themata/error.hpp"
#include "themata/store/codebook.hpp"
#include "themata/store/detail/query.hpp"
#include "themata/text/name_key.hpp"
#include "themata/text/plural.hpp"

namespace themata::store {
namespace {

struct Named {
  const char* noun;
  const char* names;  ///< SQL: what must be told apart within a group, and the group
};

constexpr std::array named{
    Named{"source", "SELECT name, 0 FROM source"},
    Named{"participant", "SELECT name, 0 FROM participant"},
    Named{"coder", "SELECT name, 0 FROM coder"},
    Named{"code", "SELECT name, 0 FROM code"},
    Named{"theme", "SELECT name, coalesce(parent_id, 0) FROM theme"},
};

/// Coders may differ in case alone; everything else is found whatever the case.
std::string key_of(const Named& noun, const std::string& name) {
  return std::string_view(noun.noun) == "coder" ? name : text::name_key(name);
}

void add_taken_names(Database& database, const Named& noun, std::vector<std::string>& found) {
  std::set<std::pair<std::int64_t, std::string>> taken;
  Query query(database, noun.names);
  while (query.next()) {
    const std::string name = query.text(0);
    if (taken.emplace(query.integer(1), key_of(noun, name)).second) continue;
    found.push_back(std::string("two things are the ") + noun.noun + " \"" + name + "\"");
  }
}

struct Lost {
  const char* what;
  const char* count;  ///< SQL: how many refer to what is not there
};

constexpr std::array lost{
    Lost{"memo",
         "SELECT count(*) FROM memo WHERE "
         "(target IN ('source', 'turn') AND target_id NOT IN (SELECT id FROM source)) OR "
         "(target = 'code' AND target_id NOT IN (SELECT id FROM code)) OR "
         "(target = 'theme' AND target_id NOT IN (SELECT id FROM theme)) OR "
         "(target = 'coding' AND target_id NOT IN (SELECT id FROM coding)) OR "
         "(target = 'participant' AND target_id NOT IN (SELECT id FROM participant))"},
    Lost{"reading",
         "SELECT count(*) FROM reading WHERE "
         "(target = 'source' AND target_id NOT IN (SELECT id FROM source)) OR "
         "(target = 'theme' AND target_id NOT IN (SELECT id FROM theme))"},
};

void add_lost(Database& database, const Lost& kind, std::vector<std::string>& found) {
  const std::int64_t count = connection_of(database).integer(kind.count);
  if (count == 0) return;
  found.push_back(text::plural(static_cast<std::size_t>(count), kind.what) +
                  (count == 1 ? " is" : " are") + " on something that is not there");
}

void add_references(Database& database, std::vector<std::string>& found) {
  Query query(database,
              "SELECT \"table\", \"parent\", count(*) FROM pragma_foreign_key_check "
              "GROUP BY 1, 2 ORDER BY 1, 2");
  while (query.next()) {
    found.push_back(text::plural(query.size(2), "row") + " of the table " + query.text(0) +
                    " refer to a " + query.text(1) + " that is not there");
  }
}

void add_double_codings(Database& database, std::vector<std::string>& found) {
  const std::int64_t count = connection_of(database).integer(
      "SELECT count(*) FROM (SELECT 1 FROM coding GROUP BY source_id, begin, \"end\", code_id, "
      "coder_id HAVING count(*) > 1)");
  if (count == 0) return;
  found.push_back(text::plural(static_cast<std::size_t>(count), "coding") +
                  (count == 1 ? " is" : " are") + " there more than once");
}

void add_theme_tree(Database& database, std::vector<std::string>& found) {
  try {
    codebook(database);
  } catch (const StoreError& error) {
    found.emplace_back(error.what());
  }
}

}  // namespace

std::vector<std::string> inconsistencies(Database& database) {
  const ReadTransaction transaction(database);
  std::vector<std::string> found;
  add_references(database, found);
  for (const Named& noun : named) add_taken_names(database, noun, found);
  for (const Lost& kind : lost) add_lost(database, kind, found);
  add_double_codings(database, found);
  add_theme_tree(database, found);
  return found;
}

}  // namespace themata::store
