#pragma once

#include <filesystem>
#include <memory>
#include <string_view>

#include "themata/model/portable_study.hpp"

namespace themata::store {

/// True for an extension, in small letters, that projects of other programs have which are SQLite
/// databases: `.qda` (QualCoder), `.rqda` (RQDA), `.sqlite3` (Taguette).
bool is_foreign_project(std::string_view extension);

/// Opens such a project: the file, or QualCoder's folder. Which program it is from is told by its
/// tables. Nothing is written to it. Throws `InputError` for what is no SQLite database, a damaged
/// one, or one of no program that is known. GUIDs are empty: these programs have none.
std::unique_ptr<model::PortableReader> open_foreign_project(const std::filesystem::path& path);

}  // namespace themata::store
