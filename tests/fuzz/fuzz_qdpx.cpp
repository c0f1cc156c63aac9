#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>

#include <unistd.h>

#include "fuzz/check.hpp"
#include "fuzz/portable_check.hpp"
#include "themata/container/zip_writer.hpp"
#include "themata/error.hpp"
#include "themata/exchange/refi_project_reader.hpp"

namespace {

using namespace themata;
namespace fs = std::filesystem;

const fs::path& file() {
  static const fs::path path =
      fs::temp_directory_path() / ("themata-fuzz-" + std::to_string(::getpid()) + ".qdpx");
  return path;
}

void read_project() {
  try {
    const auto reader = exchange::open_refi_project(file(), {});
    fuzz::check_codebook(reader->study().codebook);
    for (const auto& participant : reader->study().participants) {
      fuzz::check(participant.values.size() == reader->study().attributes.size(),
                  "a participant has a value for each attribute");
    }
    model::PortableSource source;
    std::size_t count = 0;
    while (reader->next(source)) {
      ++count;
      fuzz::check_source(reader->study(), source);
    }
    fuzz::check(count == reader->source_count(), "as many sources as were promised");
  } catch (const InputError& error) {
    fuzz::check(error.file().starts_with(file().string()), "an error names the file");
  }
}

}  // namespace

// Any bytes as a project; and as the .qde of one that has a text to speak of.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(fuzz::as_text(data, size));
  if (bytes.starts_with("PK")) {
    std::ofstream(file(), std::ios::binary) << bytes;
    read_project();
  } else {
    container::ZipWriter writer(file());
    writer.add("project.qde", [&] { return bytes; });
    writer.add("sources/a.txt", [] {
      return std::string("\uFEFFIvy: Cafe\u0301 \U0001F1EB\U0001F1EE \U0001F600.\r\nNoa: Yes.\r\n");
    });
    writer.add("sources/b.jpg", [] { return std::string("jpeg"); });
    writer.finish();
    read_project();
  }
  fs::remove(file());
  return 0;
}
