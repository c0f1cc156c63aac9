#!/usr/bin/env python3
"""`terms review` on a terminal: a key for each hit, stored at once, taken up again later."""

import csv
import io
import pathlib
import sys
import unittest

from pseudo_terminal import run_on_terminal
from terminal import Terminal

TREE = pathlib.Path(__file__).resolve().parents[2]
PROMPT = "\n> "
COLUMNS = 80


class Review(unittest.TestCase):
    program = None

    def setUp(self):
        self.terminal = Terminal(self.program, TREE, "sample-study")
        self.addCleanup(self.terminal.__exit__)
        self.plain("sample-study")
        self.plain("themata terms add Breath 'breath*'")

    def plain(self, command):
        output, status = self.terminal.run(command)
        self.assertEqual(status, 0, output)
        return output

    def review(self, *keys, options=()):
        output, status = run_on_terminal(
            ["themata", "terms", "review", "Breath", *options],
            self.terminal.environment, self.terminal.folder, COLUMNS, keys=keys,
        )
        self.assertEqual(status, 0, output)
        return output

    def decisions(self):
        rows = csv.DictReader(io.StringIO(self.plain("themata terms review Breath --list --format csv")))
        return [(row["decision"], row["reason"]) for row in rows]

    def test_keys_decide_and_each_decision_is_stored(self):
        shown = self.review((PROMPT, "k"), (PROMPT, "x"), ("why", "a shed\n"), (PROMPT, "q"))
        self.assertEqual(self.decisions()[:3], [("kept", ""), ("left out", "a shed"), ("", "")])
        self.assertIn("Breath: 1 kept, 1 left out, 8 not decided", shown)
        self.assertIn("\033[7mbreath\033[0m", shown)
        self.assertEqual(self.plain("themata log").count("terms review"), 2)

    def test_a_review_goes_on_where_the_last_one_ended(self):
        self.review((PROMPT, "k"), (PROMPT, "k"), (PROMPT, "\x03"))
        shown = self.review((PROMPT, "q"))
        self.assertIn("Breath 3 of 10, group: Tom", shown)
        self.assertIn("Breath 1 of 10", self.review((PROMPT, "q"), options=("--all",)))

    def test_the_last_decision_is_taken_back(self):
        self.review((PROMPT, "x"), ("why", "\n"), (PROMPT, "u"), (PROMPT, "K"), (PROMPT, "q"))
        self.assertEqual(self.decisions()[0], ("kept", ""))

    def test_a_note_goes_with_the_next_decision_and_skipping_decides_nothing(self):
        self.review((PROMPT, "s"), (PROMPT, "n"), ("note: ", "in the water\n"), ("> ", "k"), (PROMPT, "q"))
        self.assertEqual(self.decisions()[:2], [("", ""), ("kept", "in the water")])

    def test_other_keys_tell_which_there_are(self):
        shown = self.review((PROMPT, "z"), ("leave out", "q"))
        self.assertEqual(shown.count("k keep"), 2)
        self.assertEqual(set(self.decisions()), {("", "")})

    def test_lines_fit_the_terminal(self):
        shown = self.review(*[(PROMPT, "s")] * 10)
        for line in shown.replace("\033[7m", "").replace("\033[0m", "").split("\n"):
            self.assertLessEqual(len(line), COLUMNS, line)
        self.assertIn("Breath 10 of 10", shown)


if __name__ == "__main__":
    Review.program = sys.argv.pop(1)
    unittest.main()
