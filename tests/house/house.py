"""What the checks of this folder share: walking the tree and reporting what was found.

A check is a function that takes the root of the source tree (and perhaps the built program) and
returns a list of violations, each one line for a person. A check is a file of its own that
`ctest` runs; `house_test.py` plants violations in small trees and sees that each check finds them.
"""

import argparse
import pathlib
import sys

# Never part of the source: build folders, version control, Python's caches.
SKIPPED = {".git", "build", "__pycache__"}


def files(root, folders=(".",), suffixes=None):
    """The files under the folders of `root`, sorted, as paths relative to `root`."""
    root = pathlib.Path(root)
    found = []
    for folder in folders:
        base = root / folder
        candidates = [base] if base.is_file() else base.rglob("*")
        for path in candidates:
            relative = path.relative_to(root)
            if any(part in SKIPPED or part.startswith("build-") for part in relative.parts):
                continue
            if path.is_file() and (suffixes is None or path.suffix in suffixes):
                found.append(relative)
    return sorted(found)


def read(root, relative):
    return (pathlib.Path(root) / relative).read_text(encoding="utf-8")


def main(check, needs_program=False):
    """Runs `check` as a program: 0 if it finds nothing, else 1 with a line per violation."""
    parser = argparse.ArgumentParser(description=sys.modules["__main__"].__doc__)
    parser.add_argument("root", help="the root of the source tree")
    if needs_program:
        parser.add_argument("program", help="the built themata")
    arguments = parser.parse_args()
    violations = check(*vars(arguments).values())
    for violation in violations:
        print(violation)
    print(f"{len(violations)} violation(s)")
    return 1 if violations else 0
