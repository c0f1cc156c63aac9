#!/usr/bin/env python3
"""What commands print on a terminal: wrapped to its width, without losing a word."""

import pathlib
import re
import sys
import unicodedata
import unittest

from pseudo_terminal import run_on_terminal
from terminal import Terminal

TREE = pathlib.Path(__file__).resolve().parents[2]
COLUMNS = 60


def words(text):
    return "".join(c if unicodedata.category(c)[0] in "LN" else " " for c in text).split()


class OnTerminal(unittest.TestCase):
    program = None

    def setUp(self):
        self.terminal = Terminal(self.program, TREE, "corpora codebooks")
        self.addCleanup(self.terminal.__exit__)
        self.plain("themata init study.themata --title 'A year of group therapy, and how safe it was'")

    def plain(self, command):
        output, status = self.terminal.run(command)
        self.assertEqual(status, 0, output)
        return output

    def shown(self, *arguments):
        """What the program writes on a terminal; checks that no line is too wide."""
        output, status = run_on_terminal(
            ["themata", *arguments], self.terminal.environment, self.terminal.folder, COLUMNS
        )
        self.assertEqual(status, 0, output)
        for line in output.split("\n"):
            self.assertLessEqual(len(line), COLUMNS, line)
        return output

    def test_the_tree_is_wrapped_between_its_branches(self):
        self.plain("themata codebook import codebooks/safeness.csv")
        piped = self.plain("themata tree --counts")
        shown = self.shown("tree", "--counts")
        self.assertGreater(max(map(len, piped.split("\n"))), COLUMNS)
        self.assertEqual(words(shown), words(piped))
        self.assertIn("\n│   │   │ ", shown)

    def test_the_import_summary_is_wrapped(self):
        shown = self.shown("import", "corpora/safeness/transcripts")
        self.plain("themata init again.themata")
        piped = self.plain("themata import corpora/safeness/transcripts -p again.themata")
        self.assertGreater(max(map(len, piped.split("\n"))), COLUMNS)
        self.assertEqual(words(shown), words(piped))

    def test_a_file_name_in_pieces_does_not_wait_for_the_keyboard(self):
        output, status = run_on_terminal(
            ["themata", "import", "Interview", "3", "-", "Maria.txt"],
            self.terminal.environment, self.terminal.folder, COLUMNS,
        )
        self.assertEqual(status, 2, output)
        self.assertIn("with spaces in it stands in quotes", output)

    def read(self, pager, *options):
        """What `read` shows of eight turns, without its colours."""
        environment = self.terminal.environment | {"THEMATA_PAGER": pager, "TERM": "xterm"}
        command = ["themata", "read", "Geoff", "--turns", "1-8", *options]
        output, status = run_on_terminal(command, environment, self.terminal.folder, COLUMNS)
        self.assertEqual(status, 0, output)
        return re.sub(r"\033\[[0-9;]*m", "", output)

    def test_a_transcript_is_wrapped(self):
        self.plain("themata import corpora/safeness/transcripts")
        piped = words(self.plain("themata read Geoff --turns 1-8"))
        for shown in (self.read("", "--color", "never"), self.read("cat"),
                      self.read("less", "--no-pager"), self.read("no-such-pager -x 2> /dev/null")):
            self.assertLessEqual(max(map(len, shown.split("\n"))), COLUMNS)
            self.assertEqual(words(shown), piped)

    def test_the_study_is_free_while_a_transcript_is_in_the_pager(self):
        self.plain("themata import corpora/safeness/transcripts")
        shown = self.read("themata code add Meanwhile; cat; true")
        self.assertTrue(shown.startswith("Added the code Meanwhile\n"), shown)

    def test_a_pager_that_is_left_early_is_no_failure(self):
        self.plain("themata import corpora/safeness/transcripts")
        self.assertEqual(self.read("head -n 1"), "1  Interviewer [00:00:02]\n")

    def test_a_turn_around_a_keyword_is_wrapped(self):
        self.plain("themata import corpora/safeness/transcripts")
        command = ("kwic", "breather", "--context", "turn")
        output, status = run_on_terminal(
            ["themata", *command], self.terminal.environment, self.terminal.folder, COLUMNS
        )
        self.assertEqual(status, 0, output)
        self.assertIn("\033[7mbreather\033[0m", output)
        plain = output.replace("\033[7m", "").replace("\033[0m", "")
        for line in plain.split("\n"):
            self.assertLessEqual(len(line), COLUMNS, line)
        self.assertEqual(words(plain), words(self.plain("themata " + " ".join(command))))

    def test_a_note_does_not_come_between_the_rows_that_another_program_shows(self):
        self.plain("themata import corpora/safeness/transcripts")
        table = "themata freq --terms codebooks/safeness-table5.terms --format csv"
        for command, noted in ((table, True), (f"{table} > table.csv", True), (f"{table} | cat", False)):
            output, status = run_on_terminal(
                ["sh", "-c", command], self.terminal.environment, self.terminal.folder, COLUMNS
            )
            self.assertEqual(status, 0, output)
            self.assertEqual("themata: Note. Terms of safeness-table5.terms" in output, noted, command)


if __name__ == "__main__":
    OnTerminal.program = sys.argv.pop(1)
    unittest.main()
