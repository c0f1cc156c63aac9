#include "cli/text_argument.hpp"

#include <iostream>
#include <iterator>

#include "themata/error.hpp"
#include "themata/text/decode.hpp"

namespace themata::cli {

std::string text_or_input(const std::string& argument) {
  if (argument != "-") return argument;
  std::string text{std::istreambuf_iterator<char>(std::cin), {}};
  if (!text::is_valid_utf8(text)) throw InputError("standard input", "it is not UTF-8");
  try {
    return text::decode(text).text;
  } catch (const InputError& error) {
    throw InputError("standard input", error.what());
  }
}

}  // namespace themata::cli
