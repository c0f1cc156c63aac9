#!/usr/bin/env python3
"""Tests the runners of this folder with `cat` in the place of the program."""

import pathlib
import tempfile
import unittest

import run_docs
import run_session

TREE = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = "/bin/cat"


def replay(text):
    return run_session.replay(text, PROGRAM, TREE)


class Sessions(unittest.TestCase):
    def test_a_true_recording_comes_out_again(self):
        text = (
            "# What this shows.\n\n"
            "$ echo one; echo two >&2\none\ntwo\n"
            "$ printf 'a\\n\\nb\\n\\n'\na\n\nb\n\n"
            "$ printf 'no end'\nno end\n[no newline]\n"
            "$ exit 3\n[exit 3]\n"
            "$ echo '[exit 3]'; echo '$ x'; echo '\\'; false\n\\[exit 3]\n\\$ x\n\\\\\n[exit 1]\n"
            "$ echo $THEMATA_CODER $THEMATA_CLOCK $LANG; pwd\nAna 2026-01-01T00:00:00Z C.UTF-8\n$PWD\n"
        )
        self.assertEqual(replay(text), text)

    def test_here_documents_feed_files_and_quotations_in_output_stay_output(self):
        text = "$ cat > f <<'END'\n> > quoted $HOME\n> END\n$ themata f\n> quoted $HOME\n"
        self.assertEqual(replay(text), text)

    def test_folders_and_exports_last_from_command_to_command(self):
        text = '$ mkdir "a b" && cd "a b" && export X="1 \'2"\n$ pwd; echo "$X"\n$PWD/a b\n1 \'2\n'
        self.assertEqual(replay(text), text)

    def test_samples_are_copies(self):
        text = "$ echo x > corpora/first/README.md && rm -r codebooks && ls\ncorpora\n"
        before = (TREE / "corpora/first/README.md").read_bytes()
        self.assertEqual(replay(text), text)
        self.assertEqual((TREE / "corpora/first/README.md").read_bytes(), before)

    def test_other_output_or_another_status_is_seen(self):
        for wrong in ("$ echo a\nb\n", "$ echo a\na\n\n", "$ echo a\n", "$ true\n[exit 1]\n", "$ false\n"):
            self.assertNotEqual(replay(wrong), wrong)

    def test_a_failed_session_stays_as_it_was_and_an_update_rewrites_it(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "x.session"
            path.write_text("$ echo a\nb\n")
            self.assertFalse(run_session.run(path, PROGRAM, TREE, update=False))
            self.assertEqual(path.read_text(), "$ echo a\nb\n")
            self.assertTrue(run_session.run(path, PROGRAM, TREE, update=True))
            self.assertEqual(path.read_text(), "$ echo a\na\n")

    def test_what_is_no_session_is_refused(self):
        for text in ("", "# only a comment\n", "words\n$ true\n", "$ true", "$ cat <<END\n> a\nb\n"):
            with self.assertRaises(ValueError):
                run_session.parse(text)


class Docs(unittest.TestCase):
    PAGE = "text\n```console\n$ echo a \\\n  b\na b\n$ true\n```\n```sh\n$ false\n```\n"

    def test_only_console_blocks_are_run_with_their_lines(self):
        found = run_docs.examples(self.PAGE)
        self.assertEqual([(e.line, e.command) for e in found], [(3, "echo a \\\n  b"), (6, "true")])
        self.assertEqual([e.expected for e in found], [["a b"], []])

    def test_an_ellipsis_stands_for_any_number_of_lines(self):
        self.assertTrue(run_docs.fits(["a", "...", "z"], ["a", "z"]))
        self.assertTrue(run_docs.fits(["a", "  ...", "z"], ["a", "b", "c", "z"]))
        self.assertFalse(run_docs.fits(["a", "..."], ["b"]))
        self.assertFalse(run_docs.fits(["a"], ["a", "b"]))

    def test_failures_and_other_output_are_problems(self):
        example = run_docs.Example(1, "x")
        self.assertIsNone(run_docs.problem(example, "whatever\n", 0))
        self.assertIn("exit 2", run_docs.problem(example, "", 2))
        example.expected = ["a"]
        self.assertIsNone(run_docs.problem(example, "a\n", 0))
        self.assertIn("but it prints", run_docs.problem(example, "b\n", 0))


if __name__ == "__main__":
    unittest.main()
