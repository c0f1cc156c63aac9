"""A test case on one study, made from the samples once for all of its tests."""

import pathlib
import sys
import unittest

from terminal import Terminal

TREE = pathlib.Path(__file__).resolve().parents[2]


class StudyCase(unittest.TestCase):
    """A class of its own says in `making` what makes its study: one command of themata a line."""

    program = None
    making = ()

    @classmethod
    def setUpClass(cls):
        cls.terminal = Terminal(cls.program, TREE, "corpora codebooks")
        cls.addClassCleanup(cls.terminal.__exit__)
        for command in cls.making:
            output, status = cls.terminal.run(f"themata {command}")
            assert status == 0, f"themata {command}: {output}"

    def csv_of(self, command):
        """What the command prints as CSV."""
        output, status = self.terminal.run(f"themata {command} --format csv")
        self.assertEqual(status, 0, output)
        return output


def run_tests_of_program():
    """Runs the tests of the script; its first argument is the program to test."""
    StudyCase.program = sys.argv.pop(1)
    unittest.main()
