#pragma once

#include <filesystem>
#include <string>

namespace themata::cli {

/// The command of the person's editor: `$VISUAL`, else `$EDITOR`, else the first there is of
/// sensible-editor, editor, nano and vi. Throws `Error` if there is none.
std::string editor_command();

/// Opens a file in the editor and waits until it is closed. Throws `Error` if the editor could not
/// be started or ended with a failure.
void edit_file(const std::string& editor, const std::filesystem::path& file);

}  // namespace themata::cli
