#!/usr/bin/env python3
"""Checks that every command has a golden session: a folder tests/cli/COMMAND (spaces as dashes)
with at least one *.session, in which the command is run. And the reverse: no folder of sessions
without a command."""

import pathlib
import re
import subprocess
import sys

import house

FOLDER = "tests/cli"
# Sessions about no single command: projects that are missing or damaged, usage, exit statuses.
GENERAL = {"general"}


def commands_of(program):
    """The full names of the program's commands, as its registry lists them."""
    listing = subprocess.run(
        [program, "help", "--commands"], check=True, capture_output=True, text=True
    )
    return listing.stdout.splitlines()


def runs(command, session):
    """True if a session runs the command, whatever options stand around its words."""
    words = r"\b.*\s".join(re.escape(word) for word in command.split())
    return re.search(rf"^\$ .*\bthemata\b.*\s{words}(?![\w-])", session, re.MULTILINE) is not None


def command_violations(root, command):
    folder = root / FOLDER / command.replace(" ", "-")
    sessions = sorted(folder.glob("*.session"))
    if not sessions:
        return [f"{command}: no session in {FOLDER}/{folder.name}"]
    if not any(runs(command, path.read_text(encoding="utf-8")) for path in sessions):
        return [f"{command}: no session in {FOLDER}/{folder.name} runs it"]
    return []


def session_violations(root, commands):
    known = {command.replace(" ", "-") for command in commands} | GENERAL
    violations = [] if commands else ["the program lists no commands"]
    for command in commands:
        violations += command_violations(root, command)
    for folder in sorted({path.parent for path in (root / FOLDER).glob("*/*.session")}):
        if folder.name not in known:
            violations.append(f"{FOLDER}/{folder.name}: sessions of no command")
    return violations


def check(root, program):
    return session_violations(pathlib.Path(root), commands_of(program))


if __name__ == "__main__":
    sys.exit(house.main(check, needs_program=True))
