#include "themata/text/icu_status.hpp"

#include <string>

#include <unicode/utypes.h>

#include "themata/error.hpp"

namespace themata::text {

void check_icu(int status, const char* doing) {
  const auto code = static_cast<UErrorCode>(status);
  if (U_SUCCESS(code)) return;
  throw Error("the Unicode library (ICU) could not " + std::string(doing) + ": " +
              u_errorName(code) + "; check that ICU and its data are installed whole");
}

}  // namespace themata::text
