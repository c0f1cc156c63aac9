#!/usr/bin/env python3
"""Installs a build into an empty folder and checks what a user and a programmer find there: a
program that runs, a manual page per command, completion for bash, headers, and a CMake package
with which a separate project builds."""

import argparse
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent
SOURCE_TREE = HERE.parents[1]
OPTIONS = argparse.Namespace()

COMPLETION_PROBE = r"""
source "$1"
function=$(complete -p themata | sed 's/.*-F \([^ ]*\).*/\1/')
COMP_WORDS=(themata "${@:2}"); COMP_CWORD=$(( ${#COMP_WORDS[@]} - 1 ))
COMP_LINE="${COMP_WORDS[*]}"; COMP_POINT=${#COMP_LINE}
"$function" themata "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}"
printf '%s\n' "${COMPREPLY[@]}"
"""


def run(*command, **options):
    """The command's output; its own words if it fails."""
    done = subprocess.run(
        [str(word) for word in command],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, text=True, **options,
    )
    if done.returncode:
        raise AssertionError(f"{' '.join(map(str, command))}: exit {done.returncode}\n{done.stdout}")
    return done.stdout


class Install(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        holder = tempfile.TemporaryDirectory(prefix="themata-install-")
        cls.addClassCleanup(holder.cleanup)
        cls.folder = pathlib.Path(holder.name)
        cls.prefix = cls.folder / "prefix"
        run(OPTIONS.cmake, "--install", OPTIONS.build, "--prefix", cls.prefix)
        cls.program = cls.prefix / "bin" / "themata"

    def commands(self):
        return run(self.program, "help", "--commands").splitlines()

    def complete(self, *words):
        script = self.prefix / "share/bash-completion/completions/themata"
        search = {"PATH": f"{self.program.parent}:/usr/bin:/bin"}
        return run("bash", "-c", COMPLETION_PROBE, "bash", script, *words, env=search).split()

    def test_the_program_runs_as_installed(self):
        bare = {"PATH": "/usr/bin:/bin"}
        self.assertIn(OPTIONS.version, run(self.program, "--version", env=bare, cwd=self.folder))

    def test_the_program_draws_as_installed(self):
        folder = self.folder / "drawing"
        folder.mkdir()
        (folder / "Kit.txt").write_text("I: Was it safe?\n\nP: Safe, yes.\n", encoding="utf-8")
        for words in ("init kit.themata", "import Kit.txt", "freq -o kit.svg"):
            run(self.program, *words.split(), cwd=folder)
        self.assertTrue((folder / "kit.svg").read_bytes().rstrip().endswith(b"</svg>"))

    def test_every_command_has_a_manual_page(self):
        pages = self.prefix / "share/man/man1"
        for name in ["themata", *("themata-" + c.replace(" ", "-") for c in self.commands())]:
            page = (pages / f"{name}.1").read_text(encoding="utf-8")
            self.assertRegex(page, r"(?m)^\.TH ", name)
            self.assertRegex(page, r"(?m)^\.SH SYNOPSIS", name)

    def test_bash_completes_commands_subcommands_and_options(self):
        self.assertIn("source", self.complete("sou"))
        self.assertIn("list", self.complete("source", "l"))
        self.assertIn("--terms", self.complete("freq", "--te"))

    def test_headers_are_installed_without_what_is_private(self):
        headers = {str(p.relative_to(self.prefix / "include")) for p in self.prefix.rglob("*.hpp")}
        self.assertIn("themata/error.hpp", headers)
        self.assertIn("themata/text/fold.hpp", headers)
        self.assertFalse([name for name in headers if "detail" in name])
        foreign = re.compile(r"#include <[^>]*[./]")
        for name in headers:
            text = (self.prefix / "include" / name).read_text(encoding="utf-8")
            self.assertIsNone(foreign.search(text), name)

    def test_nothing_installed_names_the_source_or_build_folder(self):
        origins = [os.fsencode(path) for path in (SOURCE_TREE, OPTIONS.build)]
        for path in self.prefix.rglob("*"):
            if path.is_file() and path.suffix != ".a":
                content = path.read_bytes()
                for origin in origins:
                    self.assertFalse(origin in content, f"{origin} in {path}")

    def test_a_separate_project_builds_with_the_package(self):
        build = self.folder / "consumer"
        run(
            OPTIONS.cmake, "-S", HERE / "consumer", "-B", build, "-G", OPTIONS.generator,
            f"-DCMAKE_CXX_COMPILER={OPTIONS.compiler}", f"-DCMAKE_PREFIX_PATH={self.prefix}",
        )
        run(OPTIONS.cmake, "--build", build)
        self.assertEqual(run(build / "consumer", self.folder), "safe 1 2\nenough 1 1\n")
        self.assertEqual(run(build / "drawer")[:5], "<?xml")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    for option in ("cmake", "generator", "compiler", "build", "version"):
        parser.add_argument(f"--{option}", required=True)
    parser.parse_args(namespace=OPTIONS)
    unittest.main(argv=sys.argv[:1], verbosity=2)
