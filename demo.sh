#!/usr/bin/env bash
# Shows Themata at work: installs what is missing, builds the program, and takes the worked example in
# corpora/safeness from transcripts to tables and a theme tree. Writes to build/demo only, and begins
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

say "3. The study: nine interviews"
rm -rf $study
mkdir -p $study
export THEMATA_PROJECT=$study/safeness.themata
export THEMATA_CODER=Ana
run themata init $study/safeness.themata --title "Safeness after a year of group therapy"
run themata import corpora/safeness/transcripts --occasion "12 months" --kind interview
run themata participant import corpora/safeness/participants.csv
run themata participant list

say "4. The codebook, and the codings of two coders"
run themata codebook import codebooks/safeness.csv
run themata apply --from corpora/safeness/codings.csv

say "5. Words of safeness, and of breathing, in what the participants said"
run themata terms import codebooks/safeness-table5.terms
run themata terms import codebooks/safeness-table6.terms
run themata terms approve --list safeness-table6
run themata freq --terms safeness-table5
run themata freq --terms safeness-table6
run themata kwic breather --window 5

say "6. The themes"
run themata tree --counts
run themata tree --format xml --excerpts -o $study/theme-tree.xml
run xmllint --noout --schema docs/theme-tree.xsd $study/theme-tree.xml

say "7. Into files, for a paper or a spreadsheet"
run themata freq --terms safeness-table5 -o $study/table5.md
run themata freq --terms safeness-table6 -o $study/table6.csv
run themata freq --terms safeness-table5 -o $study/table5.pdf
run themata freq --terms safeness-table5 --chart participants -o $study/table5.svg
run themata excerpts -o $study/excerpts.csv

say "8. Into the paper: both tables in Word, the themes as a figure, and the study as a page"
run themata freq --terms safeness-table5 --terms safeness-table6 -o $study/tables.docx
run themata tree --width 84mm -o $study/themes.pdf
run themata excerpts --choose 7 --choose 33 --choose 200
run themata quotations --layout text -o $study/quotations.docx
run themata matrix --rows themes --columns participants --totals -o $study/matrix.xlsx
run themata report -o $study/report.html

say "Done. In $study:"
ls $study
cat <<TEXT

safeness.themata is the study: one file, to copy and to keep. To go on with it:
  export PATH="\$PWD/$here/bin:\$PATH"
  cd $study
  themata read Callum --turns 1-6
  themata help
report.html opens in any browser, tables.docx in Word or LibreOffice.
corpora/safeness/README.md says how the interviews were made; docs/tutorial.md
goes through the study step by step; README.md begins one of your own.
TEXT
