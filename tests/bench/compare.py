#!/usr/bin/env python3
"""compare.py PROGRAM [FILES] [ROUNDS]: whole commands beside wc and rg on the same transcripts.

Makes FILES transcripts of 60 kB in a temporary folder (make_transcripts.py), imports them, then runs
each command once a round, one after the other. Printed are medians of wall and processor time, the
largest peak of memory, and for each pair the median of the ratios of wall times within a round.
"""
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent


class Run:
    """What one run of a command took: seconds of wall and processor, megabytes at its peak."""

    def __init__(self, command):
        begin = time.monotonic()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        self.wall = time.monotonic() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            sys.exit(f"compare.py: failed: {' '.join(command)[:200]}")
        self.processor = usage.ru_utime + usage.ru_stime
        self.peak = usage.ru_maxrss / 1024


def measured(commands, rounds):
    runs = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            runs[name].append(Run(command))
    return runs


def show(runs):
    print(f"{'command':28} {'wall s':>8} {'processor s':>12} {'peak MB':>8}")
    for name, taken in runs.items():
        wall = statistics.median(run.wall for run in taken)
        processor = statistics.median(run.processor for run in taken)
        print(f"{name:28} {wall:8.3f} {processor:12.3f} {max(run.peak for run in taken):8.0f}")


def show_ratio(runs, one, other):
    walls = [a.wall / b.wall for a, b in zip(runs[one], runs[other])]
    work = [a.processor / b.processor for a, b in zip(runs[one], runs[other])]
    print(f"{one} / {other}: {statistics.median(walls):.2f} wall, "
          f"{statistics.median(work):.2f} processor")


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    files = sys.argv[2] if len(sys.argv) > 2 else "1000"
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 7
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        texts = folder / "transcripts"
        subprocess.run([sys.executable, HERE / "make_transcripts.py", texts, files], check=True)
        terms = folder / "breath.terms"
        terms.write_text("Breathe: breath*\n", encoding="utf-8")
        study = str(folder / "study.themata")
        subprocess.run([program, "init", study], check=True, stdout=subprocess.DEVNULL)
        show({"import": [Run([program, "import", "-p", study, str(texts)])]})
        names = sorted(str(path) for path in texts.iterdir())
        runs = measured({
            "themata freq": [program, "freq", "-p", study],
            "wc -w": ["wc", "-w", *names],
            "themata freq --terms": [program, "freq", "-p", study, "--terms", str(terms)],
            "themata kwic 'breath*'": [program, "kwic", "breath*", "-p", study],
            "rg -c '\\bbreath\\w*'": ["rg", "-c", r"\bbreath\w*", str(texts)],
        }, rounds)
        show(runs)
        show_ratio(runs, "themata freq", "wc -w")
        show_ratio(runs, "themata freq --terms", "rg -c '\\bbreath\\w*'")
        show_ratio(runs, "themata kwic 'breath*'", "rg -c '\\bbreath\\w*'")


if __name__ == "__main__":
    main()
