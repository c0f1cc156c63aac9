#!/usr/bin/env python3
"""Checks that no file tells of the machine it was written on: home and working folders, build
folders, hosts of package mirrors."""

import pathlib
import re
import sys

import house

LEAKS = {
    "a path of somebody's machine": re.compile(
        r"(?<![\w.~$}*)\]-])/(?:home|root|work|farm|Users|tmp/[a-z]+[-_]?build|tmp/build|mnt)/"
    ),
    "a drive of somebody's machine": re.compile(r"(?<![A-Za-z])[A-Z]:\\Users\\"),
    "the host of a package mirror": re.compile(r"https?://(?:deb|registry|mirror|snapshot)[a-z]*\."),
    "an address of a private network": re.compile(
        r"\b(?:10\.\d{1,3}|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.\d{1,3}\.\d{1,3}\b"
    ),
}
# Planted on purpose, to see that they are found.
EXEMPT = {pathlib.PurePath("tests/house/house_test.py")}


def leak_violations(path, text):
    violations = []
    for number, line in enumerate(text.split("\n"), start=1):
        for what, pattern in LEAKS.items():
            match = pattern.search(line)
            if match:
                violations.append(f"{path}:{number}: {what} ({match[0]})")
    return violations


def check(root):
    violations = []
    for path in house.files(root):
        if path in EXEMPT:
            continue
        content = (pathlib.Path(root) / path).read_bytes()
        if b"\0" not in content:
            violations += leak_violations(path, content.decode("utf-8", "replace"))
    return violations


if __name__ == "__main__":
    sys.exit(house.main(check))
