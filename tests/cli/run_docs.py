#!/usr/bin/env python3
"""Runs the examples of the manual: every command in a fenced ```console block of a Markdown page.

The commands of one page are run in order in one fresh folder that resembles the root of the
source tree (see terminal.py), and each must succeed. Lines after a command are what it must print;
a line `...` stands for any number of lines; a command without such lines may print what it likes.
"""

import argparse
import pathlib
import re
import sys

from terminal import Terminal

BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ELLIPSIS = "..."


class Example:
    def __init__(self, line, command):
        self.line, self.command, self.expected = line, command, []


def examples(page):
    """The commands of a page with the lines that stand under them."""
    found = []
    for block in BLOCK.finditer(page):
        first = page.count("\n", 0, block.start(1)) + 1
        in_block = []
        for number, line in enumerate(block[1].split("\n")[:-1], start=first):
            if line.startswith("$ "):
                in_block.append(Example(number, line[2:]))
            elif in_block and in_block[-1].command.endswith("\\"):
                in_block[-1].command += "\n" + line
            elif in_block:
                in_block[-1].expected.append(line)
            else:
                raise ValueError(f"line {number}: output before a command: {line}")
        found += in_block
    return found


def fits(expected, printed):
    """True if the printed lines are the expected ones, `...` standing for any number of lines.
    Space at a line's end is not seen on a page, and so not compared."""
    if not expected:
        return not printed
    if expected[0].strip() == ELLIPSIS:
        return any(fits(expected[1:], printed[skip:]) for skip in range(len(printed) + 1))
    if not printed or expected[0].rstrip() != printed[0].rstrip():
        return False
    return fits(expected[1:], printed[1:])


def problem(example, output, status):
    """What is wrong with what a command did, or nothing."""
    printed = output.split("\n")
    if printed[-1] == "":
        printed.pop()
    if status != 0:
        return "\n".join([f"exit {status}", *printed])
    if example.expected and not fits(example.expected, printed):
        return "\n".join(["the page shows", *example.expected, "but it prints", *printed])
    return None


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--program", required=True, help="the themata to run")
    parser.add_argument("--source-tree", default=pathlib.Path(__file__).resolve().parents[2])
    parser.add_argument("page", type=pathlib.Path)
    arguments = parser.parse_args()
    page = arguments.page.read_text(encoding="utf-8")
    failures = 0
    with Terminal(arguments.program, arguments.source_tree, page) as terminal:
        for example in examples(page):
            wrong = problem(example, *terminal.run(example.command))
            if wrong:
                failures += 1
                print(f"{arguments.page}:{example.line}: $ {example.command}\n{wrong}\n")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
