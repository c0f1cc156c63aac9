#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "themata/exchange/position_map.hpp"
#include "themata/model/portable_study.hpp"

namespace themata::exchange {

struct RefiReadOptions {
  /// How the file counts; nothing: it is worked out for each source from its selections.
  std::optional<OffsetConvention> offsets;
  /// The text of a document that has no plain text beside it, from its bytes and its file's name;
  /// throws `InputError`. Without it such sources are left out.
  std::function<std::string(std::string_view bytes, const std::string& name)> text_of_document = {};
};

/// Reads a REFI-QDA project (`.qdpx`) of any program. What is in it and cannot be brought in is in
/// the losses of the study and of its sources, or kept for the way back; a selection that has no
/// text is never guessed. Throws `InputError`: no archive, no or several projects in it, XML that
/// is not well-formed, codes or sources of one GUID, codes on too many levels. Nothing outside of
/// the file's folder is ever read.
std::unique_ptr<model::PortableReader> open_refi_project(const std::filesystem::path& file,
                                                         const RefiReadOptions& options);

}  // namespace themata::exchange
