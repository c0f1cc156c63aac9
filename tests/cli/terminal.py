"""A terminal to run recorded commands in: what golden sessions and the manual's examples share.

Each terminal has a fresh folder that resembles the root of the source tree, a program on its PATH,
and an environment in which every run prints the same: one coder, one clock, one seed, no tty.
As in a terminal, `cd` and `export` last from one command to the next.
"""

import os
import pathlib
import shlex
import shutil
import subprocess
import tempfile

TIME_LIMIT = 120  # seconds that one command may take
SAMPLE_FOLDERS = ("corpora", "codebooks", "docs")
# Scripts that sessions may call: `sample-study` makes the study of corpora/first.
SCRIPTS = pathlib.Path(__file__).resolve().parent / "bin"
# What the sanitizers are told by whoever runs the tests; all else is set here.
INHERITED = ("ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS")


class Terminal:
    """Use as a context manager; the folder is gone afterwards."""

    def __init__(self, program, source_tree, script):
        """`script` is all that will be run: the sample folders that it names are copied in."""
        self._holder = tempfile.TemporaryDirectory(prefix="themata-")
        top = pathlib.Path(self._holder.name).resolve()
        self.folder, self._state = top / "study", top / "state"
        for name in ("study", "home", "bin", "tmp"):
            (top / name).mkdir()
        (top / "bin" / "themata").symlink_to(pathlib.Path(program).resolve())
        for name in SAMPLE_FOLDERS:
            if name in script or "sample-study" in script:
                shutil.copytree(pathlib.Path(source_tree) / name, self.folder / name)
        self.environment = {name: os.environ[name] for name in INHERITED if name in os.environ} | {
            "HOME": str(top / "home"),
            "LANG": "C.UTF-8",
            "PATH": f"{top / 'bin'}:{SCRIPTS}:/usr/local/bin:/usr/bin:/bin",
            "PWD": str(self.folder),
            "THEMATA_CLOCK": "2026-01-01T00:00:00Z",
            "THEMATA_CODER": "Ana",
            "THEMATA_GUID_SEED": "1",
            "TMPDIR": str(top / "tmp"),
            "TZ": "UTC",
        }

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._holder.cleanup()

    def run(self, command):
        """(what the command printed on stdout and stderr as one text, its exit status)."""
        state = shlex.quote(str(self._state))
        script = (
            f"[ ! -e {state} ] || . {state}\n"
            'cd "$PWD"\n'
            f"trap 'export -p > {state}' EXIT\n"
            f"{command}\n"
        )
        try:
            done = subprocess.run(
                ["sh", "-c", script],
                cwd=self.folder,
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                timeout=TIME_LIMIT,
            )
        except subprocess.TimeoutExpired:
            return f"(no end after {TIME_LIMIT} seconds)\n", 124
        output = done.stdout.decode("utf-8", "backslashreplace")
        # The folder's name changes from run to run: it is shown as what it is to the reader.
        return output.replace(str(self.folder), "$PWD"), done.returncode
