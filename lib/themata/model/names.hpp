#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace themata::model {

/// The index in `names` of the one that `wanted` means: exactly, else by its key (case and kinds of
/// quotes ignored, see `text::name_key`), else by a unique beginning of its key.
/// `noun` ("source", "code") is for messages. Throws `NotFound` with the nearest names, or
/// `Conflict` listing those that an ambiguous beginning fits.
std::size_t find_name(std::string_view noun, std::string_view wanted,
                      const std::vector<std::string>& names);

/// The indices of those of `values` (each there once) that `wanted` means: all with its key
/// (`North` and `north`), else those with the one key that it is a beginning of, up to the end of a
/// word: `Site 1` begins `Site 1, Turku` and not `Site 12`. Throws as `find_name` does.
std::vector<std::size_t> find_values(std::string_view noun, std::string_view wanted,
                                     const std::vector<std::string>& values);

/// `find_name` over things with a member `name`.
template <class Thing>
const Thing& find_named(std::string_view noun, std::string_view wanted,
                        const std::vector<Thing>& things) {
  std::vector<std::string> names;
  names.reserve(things.size());
  for (const Thing& thing : things) names.push_back(thing.name);
  return things[find_name(noun, wanted, names)];
}

/// Throws `InputError` if `name` cannot be a name: blank, longer than 500 bytes, or with a control
/// character or line break. Returns it trimmed of white space at both ends.
std::string checked_name(std::string_view noun, std::string_view name);

/// A name of another program as a study can have it: line breaks and control characters are spaces,
/// what is too long is cut off; `otherwise` if nothing is left.
std::string usable_name(std::string_view written, std::string_view otherwise);

}  // namespace themata::model
