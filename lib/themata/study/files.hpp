#pragma once

#include <filesystem>
#include <string>

namespace themata::study {

/// The bytes of a file. Throws `InputError` naming it: not there, a folder, no permission, over
/// 512 MB, an error while reading. `-` is standard input.
std::string read_file(const std::filesystem::path& path);

}  // namespace themata::study
