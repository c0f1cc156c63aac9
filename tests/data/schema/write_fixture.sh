#!/bin/sh
# Prints the fixture of the present schema: a small study as SQL, with which later programs prove
# that they still read what this one wrote. A fixture is written once, when its schema is released:
#
#   cmake --build BUILD --target write_fixture
#   tests/data/schema/write_fixture.sh BUILD/tests/unit/store/write_fixture > tests/data/schema/vN.sql
#
# Needs the `sqlite3` shell.
set -eu
[ $# -eq 1 ] || { echo "usage: $0 PROGRAM" >&2; exit 2; }

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
study=$folder/study.themata
"$1" "$study"
schema=$(sqlite3 "$study" 'PRAGMA user_version')

cat <<END
-- A small study of schema $schema as the program of that time wrote it. Made by write_fixture.sh; never
-- changed once the schema is released.
PRAGMA application_id = $(sqlite3 "$study" 'PRAGMA application_id');
PRAGMA user_version = $schema;
END
sqlite3 "$study" .dump
