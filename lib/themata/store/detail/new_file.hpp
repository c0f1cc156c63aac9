#pragma once

#include <filesystem>
#include <string_view>

namespace themata::store {

/// Makes a file with these bytes, durably and whole: if the program is interrupted, the file is not
/// there. Throws `Conflict` if the path exists (it is never overwritten), `StoreError` if it cannot
/// be written; then nothing is left behind.
void write_new_file(const std::filesystem::path& path, std::string_view bytes);

}  // namespace themata::store
