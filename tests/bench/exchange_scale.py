#!/usr/bin/env python3
"""exchange_scale.py PROGRAM [SOURCES] [CODINGS]: a large study to other programs and back.

Makes SOURCES transcripts of 60 kB (1,000) with CODINGS codings (100,000), writes the study as a
REFI-QDA project, in both dialects, and as tables, and reads the project into an empty study: once as
it is, and once without what only Themata reads, as another program would have written it. Printed
are wall time and the peak of memory of each.
"""

import pathlib
import subprocess
import sys
import tempfile
import zipfile

from coding_scale import write_codings
from compare import Run

HERE = pathlib.Path(__file__).resolve().parent


def without_record(source, target):
    """The project as a program other than Themata would write it."""
    with zipfile.ZipFile(source) as before, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            content = before.read(name)
            if name.endswith(".qde"):
                content = content[: content.index(b"<?themata-record")]
            after.writestr(name, content)


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    sources = sys.argv[2] if len(sys.argv) > 2 else "1000"
    rows = int(sys.argv[3]) if len(sys.argv) > 3 else 100_000
    with tempfile.TemporaryDirectory(prefix="themata-bench-") as folder:
        transcripts = f"{folder}/transcripts"
        subprocess.run([sys.executable, HERE / "make_transcripts.py", transcripts, sources],
                       check=True, stdout=subprocess.DEVNULL)

        def themata(study, *command):
            return [program, *command, "-p", f"{folder}/{study}.themata", "--coder", "Ana"]

        def run(study, *command):
            subprocess.run(themata(study, *command), check=True,
                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

        def measure(name, study, *command):
            one = Run(themata(study, *command))
            print(f"{name:28} {one.wall:8.3f} s {one.processor:8.3f} s {one.peak:6.0f} MB",
                  flush=True)

        subprocess.run([program, "init", f"{folder}/bench.themata"], check=True,
                       stdout=subprocess.DEVNULL)
        run("bench", "import", transcripts)
        write_codings(f"{folder}/codings.csv",
                      sorted(path.stem for path in pathlib.Path(transcripts).iterdir()), rows)
        run("bench", "apply", "--from", f"{folder}/codings.csv", "--create")
        measure("export .qdpx", "bench", "export", f"{folder}/study.qdpx")
        measure("export .qdpx for QualCoder", "bench", "export", f"{folder}/qualcoder.qdpx",
                "--for", "qualcoder")
        measure("export --csv", "bench", "export", "--csv", f"{folder}/tables")
        without_record(f"{folder}/study.qdpx", f"{folder}/foreign.qdpx")
        for name, file in (("import, Themata's own", "study"), ("import, without record", "foreign")):
            subprocess.run([program, "init", f"{folder}/{file}.themata"], check=True,
                           stdout=subprocess.DEVNULL)
            measure(name, file, "import", f"{folder}/{file}.qdpx")


if __name__ == "__main__":
    main()
