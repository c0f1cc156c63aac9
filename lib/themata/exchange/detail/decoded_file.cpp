#include "themata/exchange/detail/decoded_file.hpp"

#include "themata/error.hpp"
#include "themata/text/decode.hpp"

namespace themata::exchange::detail {

std::string decoded_file(const std::string& name, std::string_view bytes) {
  try {
    return text::decode(bytes).text;
  } catch (const InputError& error) {
    throw InputError(name, error.what());
  }
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view white_space = " \t\n\r";
  const std::size_t begin = text.find_first_not_of(white_space);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(white_space) - begin + 1);
}

}  // namespace themata::exchange::detail
