#pragma once

namespace themata::text {

/// Turns a failure that ICU reports (its status code is above zero) into a `themata::Error` that
/// says what was being done, such as "find words". For the sources of this layer.
void check_icu(int status, const char* doing);

}  // namespace themata::text
