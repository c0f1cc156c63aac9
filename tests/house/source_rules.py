#!/usr/bin/env python3
"""Checks what every source file owes its readers: no file over 500 lines, headers with
`#pragma once` and without `using namespace`, a unit test for every public header that has a source
file beside it, and for every file of unit tests a place in the build."""

import pathlib
import re
import sys

import house

LONGEST = 500
SOURCES = {".cpp", ".hpp", ".py", ".sh", ".cmake", ".sql", ".txt"}


def length_violations(path, text):
    lines = text.count("\n")
    return [f"{path}: {lines} lines, more than {LONGEST}: divide it"] if lines > LONGEST else []


def header_violations(path, text):
    if path.suffix != ".hpp":
        return []
    violations = []
    if "#pragma once" not in text.splitlines():
        violations.append(f"{path}: no #pragma once")
    if re.search(r"^\s*using\s+namespace\b", text, re.MULTILINE):
        violations.append(f"{path}: a header with `using namespace`")
    return violations


def test_violations(root, path):
    """Of a public header with a source file beside it: a unit test of its layer includes it."""
    if path.suffix != ".hpp" or "detail" in path.parts:
        return []
    if not (root / path).with_suffix(".cpp").exists():
        return []
    layer, header = path.parts[2], "/".join(path.parts[1:])
    tests = house.files(root, (f"tests/unit/{layer}",), {".cpp"})
    if any(f'#include "{header}"' in house.read(root, test) for test in tests):
        return []
    return [f"{path}: no test in tests/unit/{layer} includes it"]


def build_violations(root, path):
    """Of a source file of unit tests: the CMakeLists.txt beside it names it, or nobody runs it."""
    lists = root / path.parent / "CMakeLists.txt"
    named = lists.exists() and re.search(rf"(?<![\w/]){re.escape(path.name)}\b", lists.read_text())
    return [] if named else [f"{path}: not in {path.parent}/CMakeLists.txt, so it is never built"]


def check(root):
    root = pathlib.Path(root)
    violations = []
    for path in house.files(root, ("lib", "cli", "tests"), SOURCES):
        if path.suffix == ".txt" and path.name != "CMakeLists.txt":
            continue
        violations += length_violations(path, house.read(root, path))
    for path in house.files(root, ("lib", "cli"), {".hpp"}):
        violations += header_violations(path, house.read(root, path))
    for path in house.files(root, ("lib/themata",), {".hpp"}):
        violations += test_violations(root, path)
    for path in house.files(root, ("tests/unit",), {".cpp"}):
        violations += build_violations(root, path)
    return violations


if __name__ == "__main__":
    sys.exit(house.main(check))
