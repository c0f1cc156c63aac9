#include "themata/study/detail/codebook_builder.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "themata/error.hpp"
#include "themata/exchange/codebook_csv.hpp"
#include "themata/model/names.hpp"
#include "themata/store/codebook.hpp"
#include "themata/study/code_surgery.hpp"
#include "themata/study/codebook.hpp"
#include "themata/text/name_key.hpp"

namespace themata::study::detail {

namespace {

[[noreturn]] void refuse(const NotFound& error) {
  throw NotFound(std::string(error.what()) + "; --create makes what is missing", error.nearest());
}

}  // namespace

CodebookBuilder::CodebookBuilder(Project& project, bool create)
    : project_(project), create_(create), codebook_(study::codebook(project)) {
  for (const model::Code& code : codebook_.codes()) {
    codes_.emplace(text::name_key(code.name), code.id);
    if (!code.retired.empty()) retired_.insert(code.id);
  }
  for (const model::Theme& theme : codebook_.themes()) {
    themes_.emplace(ThemeKey{theme.parent, text::name_key(theme.name)}, theme.id);
  }
}

model::CodeId CodebookBuilder::code(const std::string& name) {
  const std::string checked = model::checked_name("code", name);
  const std::string key = text::name_key(checked);
  if (const auto found = codes_.find(key); found != codes_.end()) return found->second;
  if (!create_) {
    try {
      return find_code(codebook_, checked).id;
    } catch (const NotFound& error) {
      refuse(error);
    }
  }
  const auto id = store::add_code(project_.database(), checked, "", project_.new_guid());
  codes_.emplace(key, id);
  new_codes_.push_back(checked);
  return id;
}

model::CodeId CodebookBuilder::code_in_use(const std::string& name) {
  const model::CodeId id = code(name);
  if (retired_.contains(id)) refuse_retired(codebook_.code(id));
  return id;
}

model::ThemeId CodebookBuilder::theme(const std::vector<std::string>& path) {
  if (!create_) {
    try {
      return find_theme(codebook_, exchange::join_theme_path(path)).id;
    } catch (const NotFound& error) {
      refuse(error);
    }
  }
  if (path.size() == 1) {
    if (const auto only = only_theme_named(text::name_key(path.front()))) return *only;
  }
  std::optional<model::ThemeId> parent;
  for (const std::string& name : path) parent = theme_below(parent, name);
  return *parent;
}

const std::vector<model::ThemeId>& CodebookBuilder::themes(const std::string& cell) {
  if (const auto known = cells_.find(cell); known != cells_.end()) return known->second;
  return cells_.emplace(cell, read_themes(cell)).first->second;
}

std::vector<model::ThemeId> CodebookBuilder::read_themes(const std::string& cell) {
  const std::string key = text::name_key(cell);
  for (const model::Theme& theme : codebook_.themes()) {  // whose name may hold a "; " itself
    if (text::name_key(codebook_.path(theme.id)) == key) return {theme.id};
  }
  std::vector<model::ThemeId> found;
  for (std::size_t begin = 0; begin <= cell.size();) {
    const std::size_t end = std::min(cell.find("; ", begin), cell.size());
    found.push_back(theme(exchange::split_theme_path(cell.substr(begin, end - begin))));
    begin = end + 2;
  }
  return found;
}

std::optional<model::ThemeId> CodebookBuilder::only_theme_named(const std::string& key) const {
  std::optional<model::ThemeId> only;
  for (const auto& [where, id] : themes_) {
    if (where.second != key) continue;
    if (only || !where.first) return where.first ? std::nullopt : std::optional(id);
    only = id;
  }
  return only;
}

model::ThemeId CodebookBuilder::theme_below(std::optional<model::ThemeId> parent,
                                            const std::string& name) {
  const std::string checked = model::checked_name("theme", name);
  const ThemeKey key{parent, text::name_key(checked)};
  if (const auto found = themes_.find(key); found != themes_.end()) return found->second;
  const auto id = store::add_theme(project_.database(), checked, "", parent, project_.new_guid());
  themes_.emplace(key, id);
  new_themes_.push_back(checked);
  return id;
}

bool CodebookBuilder::assign(model::ThemeId theme, model::CodeId code) {
  return store::assign_code(project_.database(), theme, code);
}

}  // namespace themata::study::detail
