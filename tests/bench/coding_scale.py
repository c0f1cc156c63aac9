#!/usr/bin/env python3
"""coding_scale.py PROGRAM [SOURCES] [CODINGS]: a study with many codings.

Makes SOURCES transcripts of 60 kB (1,000), imports them, and stores CODINGS codings (1,000,000) of
them from one file, at random places, with 50 codes. Printed are wall time and the peak of memory of
that, of listing all excerpts, of reading one source with its codings, and of taking the import back.
"""

import pathlib
import random
import subprocess
import sys
import tempfile

from compare import Run

HERE = pathlib.Path(__file__).resolve().parent
CODES = 50
PLACES = 50_000  # code points into a transcript


def write_codings(path, names, rows):
    """Each row another place, so that none is stored twice."""
    chance = random.Random(20)
    each, places = rows // len(names), {}
    with open(path, "w", encoding="utf-8") as file:
        file.write("source,code,start,end\n")
        for name in names:
            places = chance.sample(range(PLACES), each)
            for begin in places:
                end = begin + chance.randrange(20, 300)
                file.write(f"{name},Code {chance.randrange(CODES)},{begin},{end}\n")


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    sources = sys.argv[2] if len(sys.argv) > 2 else "1000"
    rows = int(sys.argv[3]) if len(sys.argv) > 3 else 1_000_000
    with tempfile.TemporaryDirectory(prefix="themata-bench-") as folder:
        transcripts = f"{folder}/transcripts"
        subprocess.run([sys.executable, HERE / "make_transcripts.py", transcripts, sources],
                       check=True, stdout=subprocess.DEVNULL)
        themata = [program, "-p", f"{folder}/bench.themata", "--coder", "Ana"]
        for command in (["init", f"{folder}/bench.themata"], ["import", transcripts]):
            subprocess.run([program, *command, *themata[1:]], check=True,
                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        names = sorted(path.stem for path in pathlib.Path(transcripts).iterdir())
        write_codings(f"{folder}/codings.csv", names, rows)

        def measure(name, *command):
            run = Run([program, *command, *themata[1:]])
            print(f"{name:24} {run.wall:8.3f} s {run.processor:8.3f} s {run.peak:6.0f} MB",
                  flush=True)
            return run

        stored = measure("apply --from", "apply", "--from", f"{folder}/codings.csv", "--create")
        print(f"{rows / stored.wall:,.0f} rows a second")
        measure("excerpts, CSV", "excerpts", "--format", "csv")
        measure("excerpts of one code", "excerpts", "--code", "Code 7", "--format", "csv")
        measure("read --codings", "read", names[len(names) // 2], "--codings")
        measure("code list", "code", "list")
        measure("phase", "phase")
        measure("verify", "verify")
        measure("undo", "undo")
        measure("redo", "redo")


if __name__ == "__main__":
    main()
