#pragma once

#include <filesystem>
#include <string>

namespace themata::cli {

/// A part of the program in a file of its own, which is loaded when it is needed and not when the
/// program starts: it is looked for at one place from the program's own folder, and stays loaded to
/// the program's end, since the libraries behind it do not expect to be unloaded.
class Module {
 public:
  /// Loads `file`. `purpose` ends the sentence "the part of the program that ..." of errors,
  /// `tag_function` tells the version it was built as. Throws `Error` if it is missing, cannot be
  /// loaded, or is another version's.
  Module(const char* file, std::string purpose, const char* tag_function);

  /// A function of the module by its name and type; throws `Error` if there is none.
  template <class Function>
  Function* function(const char* name) const {
    return reinterpret_cast<Function*>(symbol(name));
  }

 private:
  [[noreturn]] void fail(const std::string& reason) const;
  [[nodiscard]] void* symbol(const char* name) const;

  std::filesystem::path path_;
  std::string purpose_;
  void* library_ = nullptr;
};

}  // namespace themata::cli
