#include "cli/module.hpp"

#include <string_view>
#include <utility>

#include <dlfcn.h>

#include "themata/error.hpp"

namespace themata::cli {

namespace fs = std::filesystem;

Module::Module(const char* file, std::string purpose, const char* tag_function)
    : purpose_(std::move(purpose)) {
  const fs::path program = fs::read_symlink("/proc/self/exe");
  path_ = (program.parent_path() / THEMATA_MODULE_FOLDER / file).lexically_normal();
  if (!fs::exists(path_)) fail("is missing; install Themata again");
  library_ = ::dlopen(path_.c_str(), RTLD_NOW | RTLD_LOCAL);
  if (library_ == nullptr) fail(std::string("cannot be loaded: ") + ::dlerror());
  const std::string tag = function<const char*()>(tag_function)();
  if (tag == THEMATA_VERSION) return;
  fail("is of version " + tag + ", the program of " THEMATA_VERSION "; install Themata again");
}

void Module::fail(const std::string& reason) const {
  throw Error(path_.string() + ": the part of the program that " + purpose_ + ' ' + reason);
}

void* Module::symbol(const char* name) const {
  void* const found = ::dlsym(library_, name);
  if (found == nullptr) fail("is not what it should be; install Themata again");
  return found;
}

}  // namespace themata::cli
