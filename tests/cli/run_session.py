#!/usr/bin/env python3
"""Runs golden sessions: recorded terminal sessions whose output must come out again, to the letter.

A session is a text file:

    # Comment lines and blank lines, before the first command only.
    $ themata init study.themata
    themata: made study.themata
    $ cat > codings.csv <<'END'
    > source,code,quote
    > END
    $ themata apply --from codings.csv
    themata: codings.csv: no codings
    [exit 1]

Lines that begin with `$ ` are commands for sh, each run in the same fresh folder, which holds
copies of corpora/, codebooks/ and docs/ if the session speaks of them (see terminal.py). Lines
that begin with `> ` continue a command that opened a here-document. All other lines are what the
command printed, stdout and stderr together, exactly: a blank line is a blank line. Then follows
`[exit N]` if its status was N and not 0. An output whose last line is not ended is followed by
`[no newline]`; a line of output that could be taken for any of these has a backslash before it.

--update rewrites the sessions with what was printed.
"""

import argparse
import difflib
import pathlib
import re
import sys

from terminal import Terminal

HEREDOC = re.compile(r"<<-?\s*(['\"]?)([A-Z]+)\1")
AMBIGUOUS = re.compile(r"\$ |\\|\[exit \d+\]$|\[no newline\]$")


class Step:
    """A command as its lines stand in the session, and the lines that follow it."""

    def __init__(self, line):
        self.lines, self.expected = [line], []

    @property
    def command(self):
        first, rest = self.lines[0][2:], [line[2:] for line in self.lines[1:]]
        return "\n".join([first, *rest])

    def is_open(self):
        """True while a here-document of the command has not come to its end."""
        opened = [match[2] for match in HEREDOC.finditer(self.lines[0])]
        ended = sum(line[2:] in opened for line in self.lines[1:])
        return ended < len(opened)


def parse(text):
    """(the lines before the first command, the steps)."""
    header, steps = [], []
    lines = text.split("\n")
    if lines.pop() != "":
        raise ValueError("the session's last line has no newline")
    for line in lines:
        if steps and steps[-1].is_open():
            if not line.startswith("> ") and line != ">":
                raise ValueError(f"a here-document is still open: {line}")
            steps[-1].lines.append(line)
        elif line.startswith("$ "):
            steps.append(Step(line))
        elif steps:
            steps[-1].expected.append(line)
        elif line == "" or line.startswith("# "):
            header.append(line)
        else:
            raise ValueError(f"neither a comment nor a command: {line}")
    if not steps:
        raise ValueError("the session has no command")
    return header, steps


def shown(output, status):
    """What a command printed, as the lines of a session."""
    lines = output.split("\n")
    ended = lines[-1] == ""
    if ended:
        lines.pop()
    lines = ["\\" + line if AMBIGUOUS.match(line) else line for line in lines]
    if not ended:
        lines.append("[no newline]")
    if status != 0:
        lines.append(f"[exit {status}]")
    return lines


def replay(text, program, source_tree):
    """The session as it comes out now."""
    header, steps = parse(text)
    result = list(header)
    with Terminal(program, source_tree, text) as terminal:
        for step in steps:
            result += step.lines + shown(*terminal.run(step.command))
    return "".join(line + "\n" for line in result)


def run(path, program, source_tree, update):
    """True if the session came out as recorded (or was rewritten)."""
    recorded = path.read_bytes().decode("utf-8")
    printed = replay(recorded, program, source_tree)
    if printed == recorded:
        return True
    if update:
        path.write_bytes(printed.encode("utf-8"))
        print(f"{path}: rewritten")
        return True
    diff = difflib.unified_diff(
        recorded.split("\n"), printed.split("\n"), f"{path} (recorded)", "now", lineterm="", n=5
    )
    print("\n".join(diff))
    return False


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--program", required=True, help="the themata to run")
    parser.add_argument("--source-tree", default=pathlib.Path(__file__).resolve().parents[2])
    parser.add_argument("--update", action="store_true", help="rewrite the sessions")
    parser.add_argument("sessions", nargs="+", type=pathlib.Path)
    arguments = parser.parse_args()
    passed = True
    for path in arguments.sessions:
        try:
            passed &= run(path, arguments.program, arguments.source_tree, arguments.update)
        except ValueError as error:
            sys.exit(f"{path}: {error}")
    return 0 if passed else 1


if __name__ == "__main__":
    sys.exit(main())
