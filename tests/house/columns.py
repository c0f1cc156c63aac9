#!/usr/bin/env python3
"""Checks that every table has the columns that docs/cli.md gives it: reads the column lists out of
the page's tables and compares each with the header that the program prints, as CSV, for the
sample study. Further columns may follow those of the page."""

import pathlib
import re
import subprocess
import sys
import tempfile

import house

PAGE = "docs/cli.md"
SAMPLE = "corpora/first"

# "columns `a,b`", "begins with column `a`", "a row per coding: `a,b`", "same columns"; before it
# perhaps the subcommand it speaks of: "`list` columns ...".
PHRASE = re.compile(
    r"(?:`(?P<sub>\w+)` )?"
    r"(?:(?P<same>same columns)|(?:columns|begins with column|a row per coding:) `(?P<names>[\w,]+)`)"
)

# The documented tables, by the beginning of their row's first cell and the subcommand: what to run.
TABLES = {
    "source list": ["source", "list"],
    "speaker list": ["speaker", "list"],
    "participant list": ["participant", "list"],
    "code list": ["code", "list"],
    "theme list": ["theme", "list"],
    "excerpts": ["excerpts"],
    "log": ["log"],
    "log show": ["log", "show", "1"],
    "snapshot compare": ["snapshot", "compare", "1"],
    "blame": ["blame", "joanne"],
    "memo list": ["memo", "list"],
    "journal list": ["journal", "list"],
    "phase list": ["phase", "list"],
    "phase facts": ["phase", "facts"],
    "phase table": ["phase", "table"],
    "check": ["check"],
    "checklist": ["checklist"],
    "saturation": ["saturation"],
    "participant disclosure": ["participant", "disclosure"],
    "freq": ["freq", "--top", "5"],
    "freq --terms": ["freq", "--terms", "codebooks/first.terms"],
    "kwic": ["kwic", "swim*"],
    "terms list": ["terms", "list"],
    "terms show": ["terms", "show", "Safe"],
    "terms suggest": ["terms", "suggest", "safe"],
    "terms review": ["terms", "review", "Safe"],
    "dispersion": ["dispersion", "swim*"],
    "keyness": ["keyness", "--where", "gender=woman"],
    "collocates": ["collocates", "swim*"],
    "diversity": ["diversity"],
}
# Column lists of files that commands read.
INPUTS = {"apply --from"}


def command_name(cell):
    """The words of a row's first command that are neither arguments nor options, `--terms` and
    `--from` aside: "freq --terms" of "`freq --terms FILE`"."""
    first = re.match(r"`([^`]*)`", cell.strip())
    if not first:
        return ""
    head = re.split(r"[|]", first[1].replace("\\|", "|"))[0]
    words = []
    for word in head.split():
        if not re.fullmatch(r"[a-z]+|--terms|--from", word):
            break
        words.append(word)
    return " ".join(words)


def documented_columns(page):
    """command -> its columns, from the rows of the page's tables."""
    found, last = {}, None
    for line in page.splitlines():
        if not line.startswith("|"):
            continue
        first_cell, _, rest = line.strip().strip("|").replace("\\|", "\0").partition("|")
        command = command_name(first_cell.replace("\0", "\\|"))
        for phrase in PHRASE.finditer(line):
            name = command
            if phrase["sub"]:
                name = f"{command.split()[0]} {phrase['sub']}"
            last = last if phrase["same"] else phrase["names"].split(",")
            found[name] = last
    return found


def column_violations(documented, header_of):
    """`header_of` gives the columns that a command (a key of TABLES) prints."""
    violations = [] if documented else [f"{PAGE}: no columns found"]
    for name, columns in documented.items():
        if name in INPUTS:
            continue
        if name not in TABLES:
            violations.append(f"{PAGE}: the columns of `{name}` are not checked: add it to TABLES")
            continue
        printed = header_of(name)
        if printed[: len(columns)] != columns:
            violations.append(
                f"{name}: {PAGE} says {','.join(columns)}, the program prints {','.join(printed)}"
            )
    for name in TABLES.keys() - documented.keys():
        violations.append(f"{PAGE}: no columns given for `{name}`")
    return violations


class SampleStudy:
    """The study of corpora/first, made with the program in a folder of its own."""

    def __init__(self, root, program, folder):
        self.program, self.folder = program, pathlib.Path(folder)
        for name in ("corpora", "codebooks"):
            (self.folder / name).symlink_to((pathlib.Path(root) / name).resolve())
        self.run("init", "first.themata")
        self.run("import", f"{SAMPLE}/transcripts", "--manifest", f"{SAMPLE}/manifest.csv")
        self.run("participant", "import", f"{SAMPLE}/participants.csv")
        self.run("codebook", "import", "codebooks/first.csv")
        self.run("apply", "--from", f"{SAMPLE}/codings.csv")
        self.run("terms", "import", "codebooks/first.terms")

    def run(self, *arguments):
        done = subprocess.run(
            [self.program, *arguments],
            cwd=self.folder,
            env={"HOME": str(self.folder), "LANG": "C.UTF-8", "THEMATA_CODER": "Ana"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
        )
        if done.returncode:
            sys.exit(f"themata {' '.join(arguments)}: exit {done.returncode}\n{done.stderr}")
        return done.stdout

    def header_of(self, name):
        first_line = self.run(*TABLES[name], "--format", "csv").partition("\n")[0]
        return first_line.split(",")


def check(root, program):
    documented = documented_columns(house.read(root, PAGE))
    with tempfile.TemporaryDirectory() as folder:
        study = SampleStudy(root, program, folder)
        return column_violations(documented, study.header_of)


if __name__ == "__main__":
    sys.exit(house.main(check, needs_program=True))
