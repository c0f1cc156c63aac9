#!/bin/bash
# startup.sh PROGRAM [RUNS]: wall time of `PROGRAM --version` and `PROGRAM source list` on a small
# study, beside that of /bin/true, in milliseconds (the median of RUNS). Fails if either is 10 ms
# or more beyond /bin/true.
set -euo pipefail
export LC_ALL=C

program=$(realpath "${1:?usage: startup.sh PROGRAM [RUNS]}")
runs=${2:-200}
here=$(cd "$(dirname "$0")" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

"$program" init "$folder/study.themata" >/dev/null
"$program" import -p "$folder/study.themata" "$here/../../corpora/first/transcripts" \
  >/dev/null 2>&1

# median COMMAND...: in microseconds
median() {
  local i begin end
  for ((i = 0; i < runs; ++i)); do
    begin=${EPOCHREALTIME/./}
    "$@" >/dev/null
    end=${EPOCHREALTIME/./}
    echo $((end - begin))
  done | sort -n | sed -n "$((runs / 2 + 1))p"
}

milliseconds() { awk -v us="$1" 'BEGIN { printf "%.2f", us / 1000 }'; }

nothing=$(median /bin/true)
echo "/bin/true: $(milliseconds "$nothing") ms"
status=0
report() {
  local name=$1 time
  shift
  time=$(median "$@")
  echo "$name: $(milliseconds "$time") ms, $(milliseconds $((time - nothing))) ms beyond"
  if ((time - nothing >= 10000)); then status=1; fi
}
report "themata --version" "$program" --version
report "themata source list" "$program" source list -p "$folder/study.themata"
exit $status
