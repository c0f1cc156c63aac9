#!/usr/bin/env python3
"""report_scale.py PROGRAM [SOURCES] [CODINGS]: what a large study costs on its way into a paper.

Makes SOURCES transcripts of 60 kB (1,000) with CODINGS codings (100,000); counts them into a matrix of
codes by codes, writes them as Excel and Word tables and as a page, and opens the page in a browser
without a window. Printed are wall time and the peak of memory of each, and of the page how long the
browser takes to open it, and to list its excerpts.
"""

import pathlib
import subprocess
import sys
import tempfile
import time

from coding_scale import write_codings
from compare import Run

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "browser"))

import webdriver  # noqa: E402  (beside the browser tests)


def look_at(page):
    with webdriver.Browser() as browser:
        begin = time.monotonic()
        browser.open(page.as_uri())
        opened = time.monotonic()
        browser.run("location.hash = '#excerpts?theme='")
        shown = browser.wait_for("return document.getElementById('excerpts-count')?.textContent",
                                 "the excerpts")
        print(f"{page.name:28} opens in {opened - begin:.2f} s, lists {shown} in "
              f"{time.monotonic() - opened:.2f} s", flush=True)


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    sources = sys.argv[2] if len(sys.argv) > 2 else "1000"
    rows = int(sys.argv[3]) if len(sys.argv) > 3 else 100_000
    with tempfile.TemporaryDirectory(prefix="themata-bench-") as folder:
        transcripts = f"{folder}/transcripts"
        subprocess.run([sys.executable, HERE / "make_transcripts.py", transcripts, sources],
                       check=True, stdout=subprocess.DEVNULL)
        study = ["-p", f"{folder}/bench.themata", "--coder", "Ana"]

        def run(*command):
            subprocess.run([program, *command, *study], check=True, stdout=subprocess.DEVNULL,
                           stderr=subprocess.DEVNULL)

        def measure(name, *command):
            one = Run([program, *command, *study])
            print(f"{name:28} {one.wall:8.3f} s {one.processor:8.3f} s {one.peak:6.0f} MB",
                  flush=True)

        subprocess.run([program, "init", f"{folder}/bench.themata"], check=True,
                       stdout=subprocess.DEVNULL)
        run("import", transcripts)
        write_codings(f"{folder}/codings.csv",
                      sorted(path.stem for path in pathlib.Path(transcripts).iterdir()), rows)
        run("apply", "--from", f"{folder}/codings.csv", "--create")
        measure("matrix, codes by codes", "matrix", "--rows", "codes", "--columns", "codes", "-o",
                f"{folder}/matrix.csv")
        measure("matrix, words", "matrix", "--rows", "codes", "--columns", "participants", "--cell",
                "words", "-o", f"{folder}/words.csv")
        for extension in ("xlsx", "docx", "html", "tex"):
            measure(f"excerpts, {extension}", "excerpts", "-o", f"{folder}/excerpts.{extension}")
        for share in ("excerpts", "all"):
            measure(f"report, {share}", "report", "--share", share, "-o", f"{folder}/{share}.html")
            if webdriver.is_there():
                look_at(pathlib.Path(folder) / f"{share}.html")


if __name__ == "__main__":
    main()
