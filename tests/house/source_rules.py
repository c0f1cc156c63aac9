#!/usr/bin/env python3
"""Checks what every source file owes its readers: no file over 500 lines, headers with
`#pragma once`, no `using namespace` in a header, and a test file for every public header with a
source file beside it."""

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


def test_violations(root, path, tests):
    """Of `lib/themata/LAYER/NAME.hpp` with a NAME.cpp: there is a test named NAME_test.cpp."""
    source = (root / path).with_suffix(".cpp")
    if path.suffix != ".hpp" or path.parts[0] != "lib" or not source.exists():
        return []
    if "detail" in path.parts or f"{path.stem}_test.cpp" in tests:
        return []
    return [f"{path}: no tests/unit/**/{path.stem}_test.cpp"]


def check(root):
    root = pathlib.Path(root)
    violations = []
    for path in house.files(root, ("lib", "cli", "tests"), SOURCES):
        if path.suffix == ".txt" and path.name != "CMakeLists.txt":
            continue
        violations += length_violations(path, house.read(root, path))
    tests = {path.name for path in house.files(root, ("tests/unit",), {".cpp"})}
    for path in house.files(root, ("lib", "cli"), {".hpp"}):
        violations += header_violations(path, house.read(root, path))
        violations += test_violations(root, path, tests)
    return violations


if __name__ == "__main__":
    sys.exit(house.main(check))
