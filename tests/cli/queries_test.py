#!/usr/bin/env python3
"""queries_test.py PROGRAM: runs the examples of docs/data-model.md on the sample study.

Each fenced block of sh, python or r is followed by a plain block with what it must print. A block
whose language is not installed (R, or its packages) is passed over, and said so.
"""

import pathlib
import re
import shutil
import subprocess
import sys

from terminal import Terminal

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "data-model.md"
EXAMPLE = re.compile(r"^```(sh|python|r)\n(.*?)^```\n\n```\n(.*?)^```$", re.MULTILINE | re.DOTALL)
RUN = {"sh": "sh example", "python": "python3 -B example", "r": "Rscript --vanilla example"}


def is_installed(language):
    if language == "sh":
        return shutil.which("sqlite3") is not None
    if language == "python":
        return True
    asked = "quit(status = !(requireNamespace('DBI') && requireNamespace('RSQLite')))"
    return shutil.which("Rscript") is not None and subprocess.run(
        ["Rscript", "--vanilla", "-e", asked], capture_output=True).returncode == 0


def main():
    page = PAGE.read_text(encoding="utf-8")
    examples = EXAMPLE.findall(page)
    assert {language for language, _, _ in examples} == set(RUN), "an example of each language"
    failures = 0
    with Terminal(sys.argv[1], ROOT, "corpora codebooks") as terminal:
        output, status = terminal.run("sample-study && mv sample.themata first.themata")
        assert status == 0, output
        for language, code, expected in examples:
            if not is_installed(language):
                print(f"{language}: not installed, passed over")
                continue
            output, status = terminal.run(f"cat > example <<'EXAMPLE_ENDS'\n{code}EXAMPLE_ENDS\n{RUN[language]}")
            if status != 0 or output != expected:
                failures += 1
                print(f"{language}: exit {status}; the page shows\n{expected}but it prints\n{output}")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
