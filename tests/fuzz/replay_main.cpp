// The main of a fuzz target that is not linked with libFuzzer. It hands the target every file that
// is named (or lies in a folder that is), then -mutations=N of these files spoilt at random places,
// and -runs=N pseudo-random inputs, all made from -seed=S; any crash, uncaught exception or failed
// check ends the program.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

namespace fs = std::filesystem;

struct Options {
  unsigned long runs = 0;
  unsigned long mutations = 0;
  unsigned int seed = 1;
  std::vector<fs::path> paths;
};

Options parse(int argc, char** argv) {
  Options options;
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    if (argument.starts_with("-runs=")) {
      options.runs = std::stoul(argument.substr(6));
    } else if (argument.starts_with("-mutations=")) {
      options.mutations = std::stoul(argument.substr(11));
    } else if (argument.starts_with("-seed=")) {
      options.seed = static_cast<unsigned int>(std::stoul(argument.substr(6)));
    } else {
      options.paths.emplace_back(argument);
    }
  }
  return options;
}

void run(const std::string& input) {
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.data()), input.size());
}

std::string bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    std::fprintf(stderr, "cannot read %s\n", path.c_str());
    std::exit(1);
  }
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

void add_files(const fs::path& path, std::vector<std::string>& files) {
  if (!fs::is_directory(path)) return files.push_back(bytes_of(path));
  std::vector<fs::path> found;
  for (const auto& entry : fs::recursive_directory_iterator(path)) {
    if (entry.is_regular_file()) found.push_back(entry.path());
  }
  std::sort(found.begin(), found.end());  // the same inputs on every machine
  for (const fs::path& one : found) files.push_back(bytes_of(one));
}

// What transcripts, tables and markup are made of, and what trips their readers up.
constexpr std::string_view pieces[] = {
    "a",      "B",      " ",      "  ",         "\n",         "\r\n",      "\t",      ".",
    ",",      ":",      ";",      "'",          "\"",         "\"\"",      "...",     "--",
    "[",      "]",      "(",      ")",          "[00:12]",    "(laughs)",  "Ben: ",   "I: ",
    "P1:",    "**",     "<",      ">",          "</",         "&amp;",     "&#",      "=",
    "-",      "0",      "42",     "don't",      "the ",       "breath",    "*",       "~",
    "#",      "\\",     "%",      "_",          "@",          "\u00E9",    "e\u0301", "\u2019",
    "\u201C", "\u201D", "\u2026", "\u2014",     "\u00A0",     "\u2028",    "\u00DF",  "\u0345",
    "\u0130", "\uAC01", "\u1100", "\u1161",     "\u0E2A",     "\u6211",    "\u0627",  "\uFF9E",
    "\u200D", "\uFE0F", "\uFFFD", "\U0001F468", "\U0001F1EB", "\U00020000"};

// What does not belong in a text.
constexpr std::string_view intruders[] = {"\xEF\xBB\xBF", "\xFF\xFE", "\xFE\xFF", "\xC3", "\xE9",
                                          "\x93",         "\x80",     "\xED\xA0", "\x1B", "\x7F"};

template <std::size_t N>
std::string_view any_of(const std::string_view (&choices)[N], std::mt19937& random) {
  return choices[random() % N];
}

std::string random_input(std::mt19937& random) {
  std::string input;
  const bool is_clean = random() % 2 == 0;
  for (auto left = random() % 60; left > 0; --left) {
    const auto dice = is_clean ? 99 : random() % 16;
    if (dice == 0) {
      input += static_cast<char>(random() % 256);
    } else {
      input += dice == 1 ? any_of(intruders, random) : any_of(pieces, random);
    }
  }
  return input;
}

/// A file with a few places spoilt: bytes taken out, doubled, moved, changed or put in.
std::string spoilt(std::string bytes, std::mt19937& random) {
  for (auto left = 1 + random() % 4; left > 0 && !bytes.empty(); --left) {
    const std::size_t at = random() % bytes.size();
    const std::size_t length = std::min<std::size_t>(1 + random() % 40, bytes.size() - at);
    switch (random() % 6) {
      case 0:
        bytes.erase(at, length);
        break;
      case 1:
        bytes.insert(at, bytes.substr(at, length));
        break;
      case 2:
        bytes.insert(random() % bytes.size(), bytes.substr(at, length));
        break;
      case 3:
        bytes[at] = static_cast<char>(random() % 256);
        break;
      case 4:
        bytes.insert(at, any_of(pieces, random));
        break;
      default:  // a number or a name with another digit or letter
        bytes[at] = static_cast<char>('0' + random() % 75);
    }
  }
  return bytes;
}

}  // namespace

int main(int argc, char** argv) {
  const Options options = parse(argc, argv);
  std::vector<std::string> files;
  for (const fs::path& path : options.paths) add_files(path, files);
  for (const std::string& file : files) run(file);
  std::mt19937 random(options.seed);
  for (unsigned long i = 0; i < options.mutations && !files.empty(); ++i) {
    run(spoilt(files[random() % files.size()], random));
  }
  run("");
  for (unsigned long i = 0; i < options.runs; ++i) run(random_input(random));
  std::printf("%zu files, %lu spoilt ones and %lu random inputs, no failure\n", files.size(),
              options.mutations, options.runs);
}
