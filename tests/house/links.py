#!/usr/bin/env python3
"""Checks that what the documents point to is there: the files and headings of Markdown links, and
the paths of this tree that stand in backquotes."""

import pathlib
import re
import sys
import unicodedata

import house

FENCED = re.compile(r"^(```|~~~).*?^\1", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\[[^\]\n]*\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#{1,6}\s+(.*?)\s*#*$", re.MULTILINE)
CODE = re.compile(r"`([^`\n]+)`")
# A path in backquotes is checked if it begins with a folder of the tree and names one thing.
TREE_PATH = re.compile(r"(?:docs|lib|cli|tests|corpora|codebooks|\.ci)/[\w./-]*")


def anchors(text):
    """The anchors of a page's headings: lower case, punctuation dropped, spaces as hyphens."""
    found = set()
    for heading in HEADING.findall(FENCED.sub("", text)):
        kept = "".join(
            c for c in heading.lower() if c in " -_" or unicodedata.category(c)[0] in "LN"
        )
        found.add(kept.replace(" ", "-"))
    return found


def link_violation(root, page, target):
    if re.match(r"[a-z]+:", target):
        return None
    path, _, anchor = target.partition("#")
    file = (root / page.parent / path) if path else root / page
    if not file.exists():
        return f"the link {target} leads nowhere"
    if anchor and file.suffix == ".md" and anchor not in anchors(file.read_text(encoding="utf-8")):
        return f"the link {target} names a heading that {file.name} does not have"
    return None


def page_violations(root, page, text):
    prose = FENCED.sub("", text)
    messages = [link_violation(root, page, target) for target in LINK.findall(prose)]
    for code in CODE.findall(prose):
        if TREE_PATH.fullmatch(code) and not (root / code).exists():
            messages.append(f"there is no {code}")
    return [f"{page}: {message}" for message in messages if message]


def check(root):
    root = pathlib.Path(root)
    violations = []
    for page in house.files(root, suffixes={".md"}):
        if page.parts[0] == "docs" or page.name in ("README.md", "CHANGELOG.md"):
            violations += page_violations(root, page, house.read(root, page))
    return violations


if __name__ == "__main__":
    sys.exit(house.main(check))
