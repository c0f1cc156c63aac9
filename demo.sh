#!/usr/bin/env bash
# Shows Themata at work: installs what is missing, builds the program, and takes the sample study in
# corpora/first from transcripts to tables and a theme tree. Writes to build/demo only, and begins
# the study afresh each time.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
source .ci/common.sh

here=build/demo
study=$here/study

say "1. Packages"
need_packages build demo

say "2. The program, built and installed into $here"
cmake -S . -B $here/build -G Ninja -DCMAKE_BUILD_TYPE=Release -DBUILD_TESTING=OFF \
      -DCMAKE_INSTALL_PREFIX="$PWD/$here" >/dev/null
cmake --build $here/build
cmake --install $here/build >/dev/null
export PATH="$PWD/$here/bin:$PATH"

# Shows a command as one would type it, then runs it.
run() {
  local word shown='$'
  for word in "$@"; do
    case $word in
      *[!a-zA-Z0-9._/-]*) shown+=" '$word'" ;;
      *) shown+=" $word" ;;
    esac
  done
  printf '\n%s\n' "$shown"
  "$@"
}

say "3. A study of three transcripts"
rm -rf $study
mkdir -p $study
export THEMATA_PROJECT=$study/first.themata
export THEMATA_CODER=Ana
run themata init $study/first.themata --title "A year of a swimming group"
run themata import corpora/first/transcripts --manifest corpora/first/manifest.csv
run themata participant import corpora/first/participants.csv
run themata source list

say "4. The codebook, and 40 codings by quotation"
run themata codebook import codebooks/first.csv
run themata apply --from corpora/first/codings.csv

say "5. Words and terms, counted in what the participants said"
run themata freq --top 5 --stop auto
run themata freq --terms codebooks/first.terms
run themata kwic 'breath*' --window 6 --source joanne

say "6. The theme tree"
run themata tree --counts
run themata tree --format xml --excerpts -o $study/theme-tree.xml
run xmllint --noout --schema docs/theme-tree.xsd $study/theme-tree.xml
run themata freq --terms codebooks/first.terms -o $study/terms.csv
run themata excerpts -o $study/excerpts.csv

say "Done. In $study:"
ls $study
cat <<TEXT

first.themata is the study: one file, to copy and to keep. To go on with it:
  export PATH="\$PWD/$here/bin:\$PATH" THEMATA_PROJECT=$study/first.themata
  themata help
TEXT
