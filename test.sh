#!/usr/bin/env bash
# Tests everything: installs what is missing, builds and tests the program as shipped (with an
# installation that a separate project uses), then builds and tests it again under the address and
# undefined-behaviour sanitizers. Writes to build/ only. Ends with a line "N passed, N failed".
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")" || exit 1
source .ci/common.sh

total=0
failed=0

# run_tests PRESET [ctest option...]: configures, builds, tests; adds to the counts.
run_tests() {
  local preset=$1 log=build/$1/ctest.log counts
  shift
  say "Building: $preset"
  cmake --preset "$preset" >build/configure.log || { cat build/configure.log; fail "cannot configure $preset"; }
  cmake --build --preset "$preset" || fail "cannot build $preset"
  say "Testing: $preset"
  ctest --preset "$preset" --parallel "$(nproc)" --no-tests=error "$@" | tee "$log"
  counts=$(sed -n 's/.*, \([0-9]*\) tests* failed out of \([0-9]*\)$/\1 \2/p' "$log")
  [ -n "$counts" ] || fail "$preset: ctest ran no tests"
  failed=$((failed + ${counts% *}))
  total=$((total + ${counts#* }))
}

say "Packages"
need_packages build demo test
command -v ccache >/dev/null && export CMAKE_CXX_COMPILER_LAUNCHER=ccache
mkdir -p build

run_tests release
run_tests asan

say "Release and sanitizers together"
echo "$((total - failed)) passed, $failed failed"
[ "$failed" -eq 0 ]
