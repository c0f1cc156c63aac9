#include "cli/drawing_module.hpp"

#include <filesystem>
#include <string>
#include <string_view>

#include <dlfcn.h>

#include "themata/drawing/module.hpp"
#include "themata/error.hpp"

namespace themata::cli {

namespace {

namespace fs = std::filesystem;

fs::path module_path() {
  const fs::path program = fs::read_symlink("/proc/self/exe");
  return (program.parent_path() / THEMATA_MODULE_FOLDER / drawing::module_file).lexically_normal();
}

[[noreturn]] void fail(const fs::path& module, const std::string& reason) {
  throw Error(module.string() + ": the part of the program that draws pictures " + reason);
}

template <class Function>
Function* function_of(void* library, const fs::path& path, const char* name) {
  void* const found = ::dlsym(library, name);
  if (found == nullptr) fail(path, "is not what it should be; install Themata again");
  return reinterpret_cast<Function*>(found);
}

/// Stays loaded to the program's end: the libraries behind it do not expect to be unloaded.
drawing::DrawFunction* load(const fs::path& path) {
  if (!fs::exists(path)) fail(path, "is missing; install Themata again");
  void* const library = ::dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
  if (library == nullptr) fail(path, std::string("cannot be loaded: ") + ::dlerror());
  const auto tag = function_of<drawing::TagFunction>(library, path, drawing::tag_function);
  if (std::string_view(tag()) != THEMATA_VERSION) {
    fail(path, std::string("is of version ") + tag() +
                   ", the program of " THEMATA_VERSION "; install Themata again");
  }
  return function_of<drawing::DrawFunction>(library, path, drawing::draw_function);
}

}  // namespace

std::size_t draw_with_module(const report::Figure& figure, report::FigureFormat format,
                             std::ostream& out) {
  std::string error;
  const drawing::Drawn drawn = load(module_path())(figure, format, out, error);
  if (!error.empty()) throw Error(error);
  return drawn.without_glyph;
}

}  // namespace themata::cli
