#!/usr/bin/env python3
"""make_transcripts.py FOLDER FILES: FILES interviews of some 60 kB in FOLDER, the same each time.

Each is made of turns of the synthetic interviews in corpora/safeness, in random order, so that it
has the words, the curly quotes and the brackets of a transcript of spoken English.
"""
import pathlib
import random
import sys

SIZE = 60_000
SAMPLES = pathlib.Path(__file__).resolve().parents[2] / "corpora" / "safeness" / "transcripts"


def turns_of_samples():
    """What is said in the samples, without labels."""
    turns = []
    for path in sorted(SAMPLES.glob("*.*")):
        for line in path.read_text(encoding="utf-8").splitlines():
            _, colon, said = line.partition(": ")
            if colon and len(said) > 20:
                turns.append(curly(said))
    return turns


def curly(text):
    """The quotes that a word processor writes."""
    text = text.replace("'", "\u2019")
    parts = text.split('"')
    return "".join(part + ("" if i + 1 == len(parts) else "\u201c\u201d"[i % 2])
                   for i, part in enumerate(parts))


def interview(turns, rng):
    """A question of a few words, then an answer, and so on."""
    questions = [turn for turn in turns if len(turn) < 100]
    answers = [turn for turn in turns if len(turn) >= 100]
    lines = []
    size = 0
    while size < SIZE:
        asks = len(lines) % 2 == 0
        line = f"I: {rng.choice(questions)}" if asks else f"P: {rng.choice(answers)}"
        lines.append(line)
        size += len(line.encode()) + 1
    return "\n".join(lines) + "\n"


def main():
    folder, files = pathlib.Path(sys.argv[1]), int(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    rng = random.Random(1)
    turns = turns_of_samples()
    for i in range(1, files + 1):
        (folder / f"{i:05}.txt").write_text(interview(turns, rng), encoding="utf-8")


if __name__ == "__main__":
    main()
